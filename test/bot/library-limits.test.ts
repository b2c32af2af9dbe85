import fc from "fast-check";
import { expect, it } from "vitest";
import { feedbackRows, readFeedbackData, type Word, withFeedback } from "../../src/bot/feedback-buttons.ts";
import { GAPS_ON_A_PAGE, gapsData, readGapsData, renderGaps } from "../../src/bot/gaps-list.ts";
import { messages } from "../../src/bot/messages.ts";
import { piece, type RenderedMessage, toMessage } from "../../src/bot/part.ts";
import { oneLine } from "../../src/bot/text-limits.ts";
import { readUploadData, type UploadPress, uploadData } from "../../src/bot/upload-data.ts";
import { renderLevels, renderUploaded } from "../../src/bot/upload-result.ts";
import { readWithdrawData, withdrawData } from "../../src/bot/withdraw-buttons.ts";
import { type Role, roles } from "../../src/core/access.ts";
import { complaints, type Gap, type GapReason } from "../../src/core/gaps.ts";
import type { Uploaded } from "../../src/core/uploads.ts";
import { lossesOf, refusalOf } from "../peer/refusal.ts";
import { anyText, someText } from "./any-text.ts";
import { ANSWER, directiveHead } from "./sample-answers.ts";

const LONGEST = "Đẩy mạnh thực hiện một số nhiệm vụ, giải pháp trọng tâm; ".repeat(150);
const publicUrl = "https://thu-vien.example";
const LARGEST = Number.MAX_SAFE_INTEGER;
const languages = ["vi", "en"] as const;
const reasons: readonly GapReason[] = ["unknown-document", "no-passage", "not-covered", "disliked", ...complaints];
const words: readonly Word[] = ["good", "bad", ...complaints];

function expectTaken(rendered: readonly RenderedMessage[]): void {
  for (const message of rendered) {
    const call = { chat_id: 1, ...message };
    expect(refusalOf("sendMessage", call)).toBeUndefined();
    expect(lossesOf("sendMessage", call)).toEqual([]);
  }
}

const longHead = directiveHead({
  ...{ id: "d".repeat(43), kind: LONGEST, number: LONGEST, title: LONGEST, issuer: LONGEST, file: LONGEST },
  access: "admin",
});

function everyOutcome(document: typeof longHead, text: string): Uploaded[] {
  const near = {
    document,
    similarity: 0.999,
    onlyHere: Array.from({ length: 50 }, () => text),
    onlyThere: Array.from({ length: 50 }, () => text),
  };
  const held = Array.from({ length: 30 }, () => document);
  return [
    { kind: "added", document, passages: LARGEST, near: Array.from({ length: 20 }, () => near) },
    { kind: "replaced", document, passages: 1, near: [{ ...near, onlyHere: [], onlyThere: [] }] },
    { kind: "duplicate", document },
    { kind: "namesakes", document, held: [document, ...held] },
    { kind: "refused", reason: text },
  ];
}

it("no list of gaps breaks a limit with the longest questions", () => {
  const gap = (reason: GapReason): Gap => ({
    ...{ id: LARGEST, question: "đ".repeat(300), reason, count: LARGEST },
    ...{ firstAt: 0, lastAt: Date.UTC(9999, 11, 31) },
  });
  const lists = languages.flatMap((language) =>
    reasons.map((reason) => {
      const gaps = Array.from({ length: GAPS_ON_A_PAGE }, () => gap(reason));
      const link = `${publicUrl}/gaps?until=1795395443&key=${"f".repeat(64)}`;
      return renderGaps({ gaps, total: LARGEST, order: "most", page: 999_999 }, messages[language], link);
    }),
  );
  expectTaken(lists);
});

it("no outcome of an upload breaks a limit with the longest documents", () => {
  for (const language of languages) {
    const view = { name: "đ".repeat(100), access: "member" as const, messages: messages[language], publicUrl };
    expectTaken(everyOutcome(longHead, LONGEST).map((outcome) => renderUploaded(outcome, view)));
    expectTaken([renderLevels(view.name, view.messages)]);
  }
});

it("no outcome of an upload is refused, whatever stands in documents and their names", () => {
  fc.assert(
    fc.property(someText, anyText(80), fc.constantFrom(...languages), (text, name, language) => {
      const document = directiveHead({ kind: text, number: text, title: text, issuer: text, file: name });
      const view = { name: oneLine(name), access: null, messages: messages[language], publicUrl };
      expectTaken(everyOutcome(document, text).map((outcome) => renderUploaded(outcome, view)));
    }),
    { numRuns: 100 },
  );
});

it("what buttons carry is at most 64 bytes, and is read back", () => {
  const level = fc.constantFrom<Role | null>(null, ...roles);
  const presses: fc.Arbitrary<UploadPress> = fc.oneof(
    fc.record({ step: fc.constantFrom("choose" as const, "cancel" as const) }),
    fc.record({
      step: fc.constant("add" as const),
      access: level,
      onNamesake: fc.constantFrom("ask" as const, "replace" as const, "keep" as const),
    }),
  );
  fc.assert(
    fc.property(presses, fc.maxSafeNat(), fc.nat({ max: 999_999 }), (press, id, page) => {
      const gaps = gapsData({ order: "newest", page }, id % 1e15);
      const upload = uploadData(press);
      const withdraw = withdrawData("yes", "d".repeat(43));
      for (const data of [gaps, upload, withdraw])
        expect(new TextEncoder().encode(data).length).toBeLessThanOrEqual(64);
      expect(readGapsData(gaps)).toEqual({ order: "newest", page, settled: id % 1e15 });
      expect(readUploadData(upload)).toEqual(press);
      expect(readWithdrawData(withdraw)).toEqual({ step: "yes", documentId: "d".repeat(43) });
    }),
  );
});

it.each([
  "gaps:",
  "gaps:newest",
  "gaps:oldest:1",
  "gaps:newest:-1",
  "gaps:newest:1:x",
  "up:",
  "up:add:root:ask",
  "wd:",
  "fb:",
  "fb:x:1",
  "fb:good:",
])("nothing is read out of %s", (data) => {
  const read = [readGapsData(data), readUploadData(data), readWithdrawData(data), readFeedbackData(data)];
  expect(read).toEqual([undefined, undefined, undefined, undefined]);
});

it("the feedback buttons are taken in every state, with the longest numbers", () => {
  for (const language of languages) {
    const rows = feedbackRows({ ...ANSWER, language }, LARGEST % 1e15).map((row) => [...row]);
    const states = words.flatMap((word) =>
      [true, false].map((isPrivate) =>
        withFeedback(rows, LARGEST % 1e15, {
          said: { good: 1_000_000, bad: 1_000_000, isPrivate, word },
          feedback: messages[language].feedback,
        }),
      ),
    );
    expectTaken([rows, ...states].map((state) => toMessage({ ...piece("a"), rows: state })));
  }
});
