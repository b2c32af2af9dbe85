import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fuse, type Ranking } from "../../src/search/fusion.ts";

function ranking(...scores: [passageId: string, score: number][]): Ranking {
  return scores.map(([passageId, score]) => ({ passageId, score }));
}

function ids(fused: Ranking): string[] {
  return fused.map((hit) => hit.passageId);
}

const someRanking = fc
  .uniqueArray(fc.tuple(fc.constantFrom(..."abcdefgh"), fc.double({ min: -50, max: 50, noNaN: true })), {
    selector: ([id]) => id,
  })
  .map((entries) => ranking(...entries.sort((a, b) => b[1] - a[1])));
const weighted = fc.array(fc.record({ ranking: someRanking, weight: fc.double({ min: 0, max: 2, noNaN: true }) }), {
  maxLength: 4,
});

describe("fuse", () => {
  it("adds shares of the way from the worst score to the best", () => {
    const words = ranking(["a", 30], ["b", 20], ["c", 10]);
    const meaning = ranking(["c", 0.9], ["b", 0.8], ["d", 0.7]);
    const fused = fuse([
      { ranking: words, weight: 0.5 },
      { ranking: meaning, weight: 1 },
    ]);
    expect(fused.map(({ passageId, score }) => [passageId, Number(score.toFixed(6))])).toEqual([
      ["c", 1],
      ["b", 0.75],
      ["a", 0.5],
      ["d", 0],
    ]);
  });

  it.each<[what: string, rankings: Parameters<typeof fuse>[0], expected: string[]]>([
    ["no rankings", [], []],
    ["an empty ranking", [{ ranking: [], weight: 1 }], []],
    ["a single hit", [{ ranking: ranking(["a", 0]), weight: 1 }], ["a"]],
    ["a ranking of ties", [{ ranking: ranking(["a", 5], ["b", 5]), weight: 1 }], ["a", "b"]],
    ["negative scores", [{ ranking: ranking(["a", -1], ["b", -9]), weight: 1 }], ["a", "b"]],
    [
      "a ranking of weight 0",
      [
        { ranking: ranking(["a", 9], ["b", 1]), weight: 0 },
        { ranking: ranking(["b", 2], ["a", 1]), weight: 1 },
      ],
      ["b", "a"],
    ],
    [
      "an empty ranking beside a full one",
      [
        { ranking: [], weight: 1 },
        { ranking: ranking(["a", 2], ["b", 1]), weight: 1 },
      ],
      ["a", "b"],
    ],
  ])("of %s keeps the order", (_what, rankings, expected) => expect(ids(fuse(rankings))).toEqual(expected));

  it("gives a hit of all rankings the whole weight when it is the best of each", () => {
    const fused = fuse([
      { ranking: ranking(["a", 9], ["b", 1]), weight: 1 },
      { ranking: ranking(["a", 0.9], ["c", 0.2]), weight: 0.5 },
    ]);
    expect(fused[0]).toEqual({ passageId: "a", score: 1.5 });
  });

  it("keeps every hit once, best first, with a finite score from 0 to the sum of the weights", () => {
    fc.assert(
      fc.property(weighted, (rankings) => {
        const fused = fuse(rankings);
        const most = rankings.reduce((sum, { weight }) => sum + weight, 0);
        expect(ids(fused).sort()).toEqual([...new Set(rankings.flatMap((each) => ids(each.ranking)))].sort());
        for (const [at, { score }] of fused.entries()) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(most + 1e-9);
          expect(score).toBeLessThanOrEqual(fused[at - 1]?.score ?? most + 1e-9);
        }
      }),
    );
  });

  it("keeps the order of a single ranking", () => {
    fc.assert(
      fc.property(someRanking, (single) => {
        expect(ids(fuse([{ ranking: single, weight: 1 }]))).toEqual(ids(single));
      }),
    );
  });

  it("does not depend on the scale of a ranking", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 6 }), (scores) => {
        const sorted = scores.sort((a, b) => b - a).map((score, at): [string, number] => [String(at), score]);
        const scaled = sorted.map(([id, score]): [string, number] => [id, score * 8 + 64]);
        const [plain, larger] = [sorted, scaled].map((each) => fuse([{ ranking: ranking(...each), weight: 1 }]));
        expect(larger).toEqual(plain);
      }),
    );
  });
});
