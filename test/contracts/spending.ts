import { beforeEach, describe, expect, it } from "vitest";
import { type Caps, dayOf, type Limits, nextDay } from "../../src/core/spending.ts";

const CAPS: Caps = { userQuestions: 20, questions: 50, userTokens: 1000, tokens: 3000 };
// 23 November 2026 in Vietnam, ten minutes before midnight.
const EVENING = Date.UTC(2026, 10, 23, 16, 50);
const TEN_MINUTES = 600_000;

/** What every `Limits` promises. `create` counts from nothing; `requests` is how many a heavy user makes. */
export function testLimits(
  create: (caps: Caps, now: () => number) => Promise<Limits>,
  { requests }: { readonly requests: number },
): void {
  let limits: Limits;
  let now: number;
  beforeEach(async () => {
    now = EVENING;
    limits = await create(CAPS, () => now);
  });
  const admit = async (userId: number | null, times: number) => {
    const outcomes = await Promise.all(Array.from({ length: times }, () => limits.admit(userId)));
    return outcomes.filter((reached) => reached === undefined).length;
  };

  describe("questions in a day", () => {
    it("stops one person at the cap, however many are asked", async () => {
      let admitted = 0;
      for (let asked = 0; asked < requests; asked += 1) admitted += (await limits.admit(7)) === undefined ? 1 : 0;
      expect(admitted).toBe(CAPS.userQuestions);
      expect(await limits.admit(7)).toBe("person");
    });

    it("lets fifty at once not slip past the cap", async () => {
      expect(await admit(7, 50)).toBe(CAPS.userQuestions);
      expect(await admit(8, 50)).toBe(CAPS.userQuestions);
      expect(await admit(9, 50)).toBe(CAPS.questions - 2 * CAPS.userQuestions);
      expect(await limits.admit(9)).toBe("everybody");
    });

    it("counts nothing that was refused", async () => {
      await admit(7, 45);
      expect(await admit(8, 20)).toBe(20);
    });

    it("counts those who have no account to everybody alone", async () => {
      expect(await admit(null, 60)).toBe(CAPS.questions);
      expect(await limits.admit(null)).toBe("everybody");
      expect(await limits.admit(7)).toBe("everybody");
    });

    it("opens again at midnight in Vietnam, as it says", async () => {
      await admit(7, 21);
      expect(nextDay(now) - now).toBe(TEN_MINUTES);
      now = nextDay(now) - 1;
      expect(await limits.admit(7)).toBe("person");
      now += 1;
      expect([dayOf(now), await limits.admit(7)]).toEqual(["2026-11-24", undefined]);
    });
  });

  describe("tokens in a day", () => {
    it("reserves up to the cap of the person", async () => {
      const spending = limits.spendingOf(7);
      expect([await spending.reserve(600), await spending.reserve(600), await spending.reserve(400)]).toEqual([
        true,
        false,
        true,
      ]);
    });

    it("gives back what was not used", async () => {
      const spending = limits.spendingOf(7);
      await spending.reserve(900);
      await spending.settle(900, 100);
      expect([await spending.reserve(901), await spending.reserve(900)]).toEqual([false, true]);
    });

    it("books what was used beyond the reservation", async () => {
      const spending = limits.spendingOf(7);
      await spending.reserve(100);
      await spending.settle(100, 1200);
      expect(await spending.reserve(1)).toBe(false);
    });

    it("lets fifty at once not spend more than the cap", async () => {
      const outcomes = await Promise.all(Array.from({ length: 50 }, () => limits.spendingOf(7).reserve(90)));
      expect(outcomes.filter(Boolean)).toHaveLength(11);
    });

    it("has a cap for everybody together, the web page included", async () => {
      expect(await limits.spendingOf(null).reserve(2900)).toBe(true);
      expect([await limits.spendingOf(7).reserve(101), await limits.spendingOf(7).reserve(100)]).toEqual([false, true]);
    });

    it("refuses what is more than a whole day's", async () => {
      expect([await limits.spendingOf(7).reserve(1001), await limits.spendingOf(null).reserve(3001)]).toEqual([
        false,
        false,
      ]);
    });

    it("settles on the day of the reservation", async () => {
      const spending = limits.spendingOf(7);
      await spending.reserve(1000);
      now += TEN_MINUTES;
      await spending.settle(1000, 0);
      expect(await limits.spendingOf(7).reserve(1000)).toBe(true);
      now -= TEN_MINUTES;
      expect(await limits.spendingOf(7).reserve(1000)).toBe(true);
    });

    it("does not touch the count of questions", async () => {
      await limits.spendingOf(7).reserve(1000);
      expect(await admit(7, 21)).toBe(CAPS.userQuestions);
    });
  });
}
