import { beforeEach, describe, expect, it } from "vitest";
import type { Feedback } from "../../src/core/feedback.ts";

const ANSWER = { chatId: -100_123_456_789, messageId: 7 };

/** What every `Feedback` promises. `create` returns an empty one. */
export function testFeedback(create: () => Promise<Feedback>): void {
  let feedback: Feedback;
  beforeEach(async () => {
    feedback = await create();
  });

  describe("feedback", () => {
    it("holds the last word of a person, and says what was new about it", async () => {
      const said = [];
      for (const isGood of [true, true, false, false, true])
        said.push(await feedback.judge(ANSWER, 9_007_199_254_740_000, isGood, 1));
      expect(said).toEqual(["new", "same", "changed", "same", "changed"]);
      expect(await feedback.tally(ANSWER)).toEqual({ good: 1, bad: 0 });
    });

    it("counts each person, and each answer by itself", async () => {
      await feedback.judge(ANSWER, 1, true, 1);
      await feedback.judge(ANSWER, 2, false, 1);
      await feedback.judge(ANSWER, 3, false, 1);
      await feedback.judge({ ...ANSWER, messageId: 8 }, 1, false, 1);
      await feedback.judge({ ...ANSWER, chatId: 5 }, 1, true, 1);
      expect(await feedback.tally(ANSWER)).toEqual({ good: 1, bad: 2 });
    });

    it("knows of no word where nobody said one", async () => {
      expect(await feedback.tally(ANSWER)).toEqual({ good: 0, bad: 0 });
    });

    it("takes only one of several presses at once for new", async () => {
      const said = await Promise.all(Array.from({ length: 8 }, () => feedback.judge(ANSWER, 1, false, 1)));
      expect(said.filter((word) => word === "new")).toHaveLength(1);
      expect(said.filter((word) => word === "same")).toHaveLength(7);
    });
  });
}
