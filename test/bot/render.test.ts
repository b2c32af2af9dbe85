import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choiceData, findChoice } from "../../src/bot/choice.ts";
import type { RenderedMessage } from "../../src/bot/part.ts";
import { renderAnswer } from "../../src/bot/render.ts";
import { cleanText } from "../../src/bot/text-limits.ts";
import type { Answer } from "../../src/core/answer.ts";
import { lossesOf, refusalOf } from "../peer/refusal.ts";
import { anyText, orNull, someText } from "./any-text.ts";
import { answered, choice, citation, directiveHead, noEvidence, which } from "./sample-answers.ts";

const QUOTE = "Đảng viên đang công tác thường xuyên giữ mối liên hệ với chi uỷ nơi cư trú.";
const withoutSpace = (text: string) => text.replace(/\s/g, "");
const quotesIn = (messages: readonly RenderedMessage[]) =>
  messages.flatMap(({ text, entities }) => entities.map(({ offset, length }) => text.slice(offset, offset + length)));
const buttonsIn = (messages: readonly RenderedMessage[]) =>
  messages.flatMap(({ reply_markup: markup }) => markup?.inline_keyboard ?? []);

describe("an answer", () => {
  it("is the text, and under it each quote with its source", () => {
    const [message, ...more] = renderAnswer(answered("Giữ liên hệ với chi uỷ nơi cư trú [1].", [citation(1, QUOTE)]));
    expect(more).toEqual([]);
    expect(message?.text).toBe(
      `Giữ liên hệ với chi uỷ nơi cư trú [1].\n\n${QUOTE}\n` +
        "[1] Quy định số 213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị · Điều 2 › khoản 1",
    );
    expect(message?.entities).toEqual([{ type: "expandable_blockquote", offset: 40, length: QUOTE.length }]);
  });

  it("names page, digest and where the text was taken from", () => {
    const source = { publisher: "Báo Nhân Dân", title: null, date: "2020-01-03", url: null };
    const [message] = renderAnswer(
      answered("A [1].", [
        citation(1, QUOTE, { directive: { isDigest: true, source }, passage: { page: 3, path: [] } }),
      ]),
    );
    expect(message?.text.split("\n").at(-1)).toBe(
      "[1] Quy định số 213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị · trang 3 · bản tóm lược · nguồn: Báo Nhân Dân, 03/01/2020",
    );
  });

  it("says under a quote what recognition is not sure of, figures first, and copies it along", () => {
    const start = QUOTE.indexOf("nơi cư trú");
    const uncertain = [{ start: 0, end: 4 }];
    const quoted = citation(1, `47 ${QUOTE}`, {
      uncertain: [
        { start: 0, end: 2 },
        { start: start + 3, end: start + 13 },
      ],
    });
    const messages = renderAnswer(answered("A [1].", [quoted]));
    expect(messages[0]?.text.split("\n").slice(-2)).toEqual([
      "⚠️ Số liệu, ngày tháng, số hiệu nhận dạng từ bản quét, chưa chắc chắn, cần đối chiếu bản gốc: “47”",
      "⚠️ Chữ nhận dạng từ bản quét, chưa chắc chắn: “nơi cư trú”",
    ]);
    const english = renderAnswer(answered("A [1].", [citation(1, "Đảng uỷ.", { uncertain })], { language: "en" }));
    expect(english[0]?.text).toContain("⚠️ Recognised from a scan, not certain: “Đảng”");
    expect(JSON.stringify(buttonsIn(english))).toContain("“Đảng uỷ.” (Recognised from a scan, not certain: “Đảng”)");
  });

  it("cites a document without a number by its title", () => {
    const head = { kind: "Báo cáo", number: null, title: "Kết quả năm 2023", issuedOn: null, issuer: null };
    const [message] = renderAnswer(
      answered("A [1].", [citation(1, QUOTE, { directive: head, passage: { path: [] } })]),
    );
    expect(message?.text.split("\n").at(-1)).toBe("[1] Kết quả năm 2023");
  });

  it("says how the question was understood and why the language model was not used", () => {
    const facts = { understoodAs: "đảng viên nơi cư trú", fallback: "llm-failed" } as const;
    const text = renderAnswer(answered("A [1].", [citation(1, QUOTE)], facts))[0]?.text;
    expect(text).toContain("Câu hỏi được hiểu là: đảng viên nơi cư trú\n\nMô hình ngôn ngữ hiện không dùng được");
  });

  it("copies the citation with the quote where both fit, else the citation alone", () => {
    const long = citation(2, QUOTE.repeat(4));
    expect(buttonsIn(renderAnswer(answered("A [1][2].", [citation(1, QUOTE), long])))).toEqual([
      [
        {
          text: "Chép trích dẫn [1]",
          copy_text: { text: `Quy định số 213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị: “${QUOTE}”` },
        },
      ],
      [{ text: "Chép trích dẫn [2]", copy_text: { text: "Quy định số 213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị" } }],
    ]);
  });

  it.each([
    ["https://thu-vien.example/", ["https://thu-vien.example/documents/qd-213?at=qd-213%231#here"]],
    // Telegram refuses addresses that others cannot reach
    ["http://localhost:8787", []],
    [undefined, []],
  ])("opens the reader at %s", (publicUrl, expected) => {
    const buttons = buttonsIn(renderAnswer(answered("A [1].", [citation(1, QUOTE)]), publicUrl)).flat();
    expect(buttons.flatMap((button) => ("url" in button ? [button.url] : []))).toEqual(expected);
  });

  it("keeps a quote whole by starting a new message", () => {
    const quote = `${"Điều này quy định như sau. ".repeat(100).trim()}`;
    const messages = renderAnswer(answered("A [1][2].", [citation(1, quote), citation(2, quote)]));
    expect(quotesIn(messages)).toEqual([quote, quote]);
    expect(messages.map(({ reply_markup: markup }) => markup?.inline_keyboard.length)).toEqual([1, 1]);
  });

  it("puts the source of a quote longer than a message under its last part", () => {
    const quote = "Điều này quy định như sau. ".repeat(300).trim();
    const messages = renderAnswer(answered("A [1].", [citation(1, quote)]));
    expect(quotesIn(messages).join(" ")).toBe(quote);
    expect(messages.map(({ text }) => text.includes("213-QĐ/TW"))).toEqual([false, false, true]);
  });

  it("spreads very many quotes over messages that Telegram takes", () => {
    const [first, ...rest] = Array.from({ length: 120 }, (_, index) =>
      citation(index + 1, "Có.", { directive: { number: null, title: "BC", issuer: null, issuedOn: null } }),
    );
    const messages = renderAnswer(answered("A.", [first ?? citation(1, QUOTE), ...rest]), "https://thu-vien.example");
    expect(quotesIn(messages)).toHaveLength(120);
    expect(messages.map((message) => refusalOf("sendMessage", { chat_id: 1, ...message }))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("speaks English where the answer does", () => {
    const buttons = buttonsIn(renderAnswer(answered("A [1].", [citation(1, QUOTE)], { language: "en" }))).flat();
    expect(buttons[0]?.text).toBe("Copy citation [1]");
  });
});

describe("a choice of documents", () => {
  const central = choice("18-NQ/TW", { issuedOn: "2017-10-25", title: "tinh gọn bộ máy" });
  const provincial = choice("18-NQ/TU");

  it("has a button for each document", () => {
    const [message, ...more] = renderAnswer(which("Có 2 văn bản mang số 18:", [central, provincial]));
    expect(more).toEqual([]);
    expect(message?.reply_markup?.inline_keyboard.flat().map(({ text }) => text)).toEqual([
      "18-NQ/TW · 25/10/2017 · tinh gọn bộ máy",
      "18-NQ/TU",
    ]);
  });

  it("is found again by its button, also when the order has changed", () => {
    const data = choiceData(0, central);
    expect([
      findChoice([central, provincial], data),
      findChoice([provincial, central], data),
      findChoice([provincial], data),
      findChoice([central], "which:99:"),
    ]).toEqual([central, central, undefined, undefined]);
  });
});

describe("no evidence", () => {
  it("names the nearest documents once each", () => {
    const passage = citation(1, QUOTE).passage;
    const near = (directive: object) => ({ passage, directive: directiveHead(directive), score: 1, near: [] });
    const [message] = renderAnswer(
      noEvidence("Thư viện này không có đoạn nào trả lời câu hỏi.", {
        nearest: [near({}), near({}), near({ id: "bc", number: null, title: "Kết quả năm 2023" })],
      }),
    );
    expect(message).toEqual({
      text:
        "Thư viện này không có đoạn nào trả lời câu hỏi.\n\nCác văn bản gần nhất:\n" +
        "• Về trách nhiệm của đảng viên nơi cư trú (Quy định số 213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị)\n" +
        "• Kết quả năm 2023",
      entities: [],
    });
  });
});

describe("whatever the answer", () => {
  const anyCitation = fc
    .record({
      quote: someText,
      title: someText,
      kind: orNull(anyText(20)),
      number: orNull(anyText(300)),
      issuer: orNull(someText),
      path: fc.array(someText, { maxLength: 3 }),
      page: fc.option(fc.nat()),
      isDigest: fc.boolean(),
      isScan: fc.boolean(),
    })
    .map(({ quote, path, page, isScan, ...directive }) =>
      citation(1, quote, { directive, passage: { path, page }, uncertain: isScan ? [{ start: 0, end: 1e6 }] : [] }),
    );
  const citations = fc
    .array(anyCitation, { minLength: 1, maxLength: 8 })
    .chain((some) => fc.integer({ min: 1, max: 15 }).map((times) => Array.from({ length: times }, () => some).flat()))
    .map((all) => all.map((one, index) => ({ ...one, marker: index + 1 })));
  const anyChoice = fc.record({ title: orNull(someText), issuer: orNull(someText), question: someText });

  const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
    fc
      .tuple(someText, citations, orNull(someText))
      .map(([text, [first, ...rest], understoodAs]) =>
        answered(text, [first ?? citation(1, QUOTE), ...rest], { understoodAs }),
      ),
    fc.tuple(someText, anyChoice, anyChoice, fc.array(anyChoice, { maxLength: 150 })).map(([text, one, two, more]) => {
      const named = more.map((facts) => choice("18-NQ/TW", facts));
      return which(text, [choice("18-NQ/TW", one), choice("18-NQ/TU", two), ...named]);
    }),
    fc.tuple(someText, fc.array(anyCitation, { maxLength: 3 })).map(([text, near]) =>
      noEvidence(text, {
        nearest: near.map(({ passage, directive }) => ({ passage, directive, score: 1, near: [] })),
      }),
    ),
  );

  it("Telegram takes every message", () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        for (const message of renderAnswer(answer, "https://thu-vien.example")) {
          expect(refusalOf("sendMessage", { chat_id: 1, ...message })).toBeUndefined();
          expect(lossesOf("sendMessage", { chat_id: 1, ...message })).toEqual([]);
          expect(message.entities.length).toBeLessThanOrEqual(90);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("text and quotes arrive unaltered and in order", () => {
    fc.assert(
      fc.property(fc.tuple(someText, citations), ([text, [first = citation(1, QUOTE), ...rest]]) => {
        const messages = renderAnswer(answered(text, [first, ...rest]));
        const all = withoutSpace(messages.map((message) => message.text).join(""));
        expect(all.startsWith(withoutSpace(cleanText(text)))).toBe(true);
        const quotes = [first, ...rest].map(({ quote }) => cleanText(quote)).join("");
        expect(withoutSpace(quotesIn(messages).join(""))).toBe(withoutSpace(quotes));
      }),
      { numRuns: 60 },
    );
  });
});
