import { beforeEach, describe, expect, it } from "vitest";
import type { Gaps } from "../../src/core/gaps.ts";

const ALL = { order: "newest", offset: 0, limit: 100 } as const;

/** What every `Gaps` promises. `create` returns an empty list that takes three questions at most. */
export function testGaps(create: (limits: { most: number }) => Promise<Gaps>): void {
  let gaps: Gaps;
  beforeEach(async () => {
    gaps = await create({ most: 3 });
  });
  const open = async (order: "newest" | "most" = "newest") =>
    (await gaps.open({ ...ALL, order })).gaps.map(({ question, count }) => [question, count]);

  describe("gaps", () => {
    it("counts a question once, however it is typed, with the latest reason and the times", async () => {
      await gaps.note("Quy định 99-QĐ/TW nói gì?", "unknown-document", 10);
      await gaps.note("quy dinh 99-QD/TW noi gi", "disliked", 20);
      expect((await gaps.open(ALL)).gaps).toEqual([
        {
          id: expect.any(Number),
          question: "Quy định 99-QĐ/TW nói gì?",
          reason: "disliked",
          count: 2,
          firstAt: 10,
          lastAt: 20,
        },
      ]);
    });

    it("tells questions about different documents apart", async () => {
      await gaps.note("QĐ 98 nói gì?", "unknown-document", 10);
      await gaps.note("QĐ 99 nói gì?", "unknown-document", 20);
      expect(await open()).toEqual([
        ["QĐ 99 nói gì?", 1],
        ["QĐ 98 nói gì?", 1],
      ]);
    });

    it("keeps nothing of a question that says nothing", async () => {
      await gaps.note(" @bot ?! ", "no-passage", 10);
      expect(await open()).toEqual([]);
    });

    it("gives those asked most first where that is wanted, and counts all of them", async () => {
      await gaps.note("hai", "no-passage", 1);
      await gaps.note("hai", "no-passage", 2);
      await gaps.note("một", "no-passage", 3);
      expect([await open("newest"), await open("most")]).toEqual([
        [
          ["một", 1],
          ["hai", 2],
        ],
        [
          ["hai", 2],
          ["một", 1],
        ],
      ]);
      const second = await gaps.open({ order: "most", offset: 1, limit: 1 });
      expect([second.gaps.map(({ question }) => question), second.total]).toEqual([["một"], 2]);
    });

    it("no longer gives what was settled, and settles it once", async () => {
      await gaps.note("một", "no-passage", 1);
      const [gap] = (await gaps.open(ALL)).gaps;
      expect([await gaps.close(gap?.id ?? 0, 2), await gaps.close(gap?.id ?? 0, 3)]).toEqual([true, false]);
      expect(await gaps.open(ALL)).toEqual({ gaps: [], total: 0 });
    });

    it("opens a settled one again when it is asked again, counting anew", async () => {
      await gaps.note("một", "no-passage", 1);
      await gaps.note("một", "no-passage", 2);
      const [gap] = (await gaps.open(ALL)).gaps;
      await gaps.close(gap?.id ?? 0, 3);
      await gaps.note("một", "no-passage", 4);
      expect((await gaps.open(ALL)).gaps).toMatchObject([{ count: 1, firstAt: 4, lastAt: 4 }]);
    });

    it("takes a count back, and the question with the last one", async () => {
      await gaps.note("một", "disliked", 1);
      await gaps.note("một", "disliked", 2);
      await gaps.retract("Một?");
      expect(await open()).toEqual([["một", 1]]);
      await gaps.retract("một");
      await gaps.retract("một");
      expect(await gaps.open(ALL)).toEqual({ gaps: [], total: 0 });
      await gaps.note("một", "disliked", 3);
      expect(await open()).toEqual([["một", 1]]);
    });

    it("gives a question another reason without counting it", async () => {
      await gaps.note("một", "disliked", 1);
      await gaps.explain("mot", "outdated");
      expect((await gaps.open(ALL)).gaps).toMatchObject([{ reason: "outdated", count: 1, lastAt: 1 }]);
    });

    it("is not filled without end, but goes on counting what it knows", async () => {
      for (const question of ["một", "hai", "ba", "bốn", "một"]) await gaps.note(question, "no-passage", 1);
      expect(await open("most")).toEqual([
        ["một", 2],
        ["ba", 1],
        ["hai", 1],
      ]);
    });

    it("counts every one of those noted at the same moment", async () => {
      await Promise.all(Array.from({ length: 10 }, () => gaps.note("một", "no-passage", 1)));
      expect(await open()).toEqual([["một", 10]]);
    });
  });
}
