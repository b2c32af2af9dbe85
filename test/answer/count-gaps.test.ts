import { expect, it } from "vitest";
import { countGaps } from "../../src/answer/count-gaps.ts";
import type { Answer, NoEvidenceReason } from "../../src/core/answer.ts";
import { answered, noEvidence, which } from "../fakes/library.ts";

/** What is noted when a question is answered so. */
async function noted(answer: Answer, note: () => Promise<void> = () => Promise.resolve()): Promise<unknown[][]> {
  const calls: unknown[][] = [];
  const gaps = {
    note: (...call: unknown[]) => {
      calls.push(call);
      return note();
    },
  };
  const ask = countGaps(async () => answer, { gaps, now: () => 5, onFailure: (error) => calls.push([error]) });
  expect(await ask("như đã gõ")).toBe(answer);
  return calls;
}

it.each<NoEvidenceReason>(["unknown-document", "no-passage", "not-covered"])(
  "counts a question of which there is %s",
  async (reason) => expect(await noted({ ...noEvidence, reason })).toEqual([["như đã gõ", reason, 5]]),
);

it.each<NoEvidenceReason>(["empty-question", "empty-library"])("counts none where there is %s", async (reason) =>
  expect(await noted({ ...noEvidence, reason })).toEqual([]),
);

it("counts none that was answered, or waits for a choice", async () =>
  expect([...(await noted(answered)), ...(await noted(which))]).toEqual([]));

it("counts a question as it was understood, by itself", async () => {
  expect(await noted({ ...noEvidence, understoodAs: "có dấu" })).toEqual([["có dấu", "not-covered", 5]]);
  expect(await noted({ ...noEvidence, followsOn: "QĐ 213 do ai ký?" })).toEqual([
    ["QĐ 213 do ai ký?", "not-covered", 5],
  ]);
});

it("answers all the same where it could not count", async () => {
  const failure = new Error("disk");
  expect(await noted(noEvidence, () => Promise.reject(failure))).toEqual([["như đã gõ", "not-covered", 5], [failure]]);
});
