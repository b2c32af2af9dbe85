import { expect, it } from "vitest";
import type { AskOptions } from "../../src/core/answer.ts";
import type { Limits, Spending } from "../../src/core/spending.ts";
import { withinLimits } from "../../src/web/within-limits.ts";
import { answered } from "../fakes/library.ts";

it("visitors count to everybody, and so does what the language model costs them", async () => {
  const [admitted, spent]: [unknown[], unknown[]] = [[], []];
  const spending: Spending = { reserve: async () => true, settle: async () => undefined };
  const limits: Limits = {
    async admit(userId) {
      admitted.push(userId);
      return admitted.length > 1 ? "everybody" : undefined;
    },
    spendingOf(userId) {
      spent.push(userId);
      return spending;
    },
  };
  const options: (AskOptions | undefined)[] = [];
  const { ask, admit } = withinLimits(async (_question, given) => {
    options.push(given);
    return answered;
  }, limits);
  expect([await admit(), await admit()]).toEqual([true, false]);
  await ask("gì?", { language: "en" });
  expect([admitted, spent, options]).toEqual([[null, null], [null], [{ language: "en", spending }]]);
});
