import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankOf, retrievalFigures, share } from "../../src/evaluation/metrics.ts";

const log = Math.log2;
const round = (value: number) => Math.round(value * 10_000) / 10_000;

describe("retrievalFigures", () => {
  it("of a right answer at the top are all 1", () => {
    expect(retrievalFigures([{ ranked: ["a", "b"], relevant: ["a"] }])).toEqual({
      queries: 1,
      "recall@1": 1,
      "recall@5": 1,
      "recall@10": 1,
      "mrr@10": 1,
      "ndcg@10": 1,
    });
  });

  it("of a right answer at the third place", () => {
    expect(retrievalFigures([{ ranked: ["x", "y", "a"], relevant: ["a"] }])).toEqual({
      queries: 1,
      "recall@1": 0,
      "recall@5": 1,
      "recall@10": 1,
      "mrr@10": round(1 / 3),
      "ndcg@10": round(1 / log(4)),
    });
  });

  it("of two right answers, at the second and the sixth place", () => {
    const ranked = ["x", "a", "y", "z", "w", "b"];
    expect(retrievalFigures([{ ranked, relevant: ["a", "b"] }])).toEqual({
      queries: 1,
      "recall@1": 0,
      "recall@5": 0.5,
      "recall@10": 1,
      "mrr@10": 0.5,
      "ndcg@10": round((1 / log(3) + 1 / log(7)) / (1 / log(2) + 1 / log(3))),
    });
  });

  it("do not count what comes after the tenth place", () => {
    const ranked = [..."abcdefghij", "right"];
    expect(retrievalFigures([{ ranked, relevant: ["right"] }])).toMatchObject({
      "recall@10": 0,
      "mrr@10": 0,
      "ndcg@10": 0,
    });
  });

  it("count the tenth place", () => {
    const ranked = [..."abcdefghi", "right"];
    expect(retrievalFigures([{ ranked, relevant: ["right"] }])).toMatchObject({
      "recall@5": 0,
      "recall@10": 1,
      "mrr@10": 0.1,
      "ndcg@10": round(1 / log(11)),
    });
  });

  it("average over the questions, those without any hit included", () => {
    const questions = [
      { ranked: ["a"], relevant: ["a"] },
      { ranked: ["x", "a"], relevant: ["a"] },
      { ranked: [], relevant: ["a"] },
    ];
    expect(retrievalFigures(questions)).toMatchObject({
      queries: 3,
      "recall@1": round(1 / 3),
      "recall@5": round(2 / 3),
      "mrr@10": 0.5,
    });
  });

  it("of more right answers than places can reach an nDCG of 1", () => {
    const relevant = Array.from({ length: 15 }, (_, at) => String(at));
    expect(retrievalFigures([{ ranked: relevant, relevant }])).toMatchObject({
      "recall@10": round(10 / 15),
      "ndcg@10": 1,
    });
  });

  it("of no questions are 0", () => {
    expect(retrievalFigures([])).toMatchObject({ queries: 0, "recall@10": 0, "mrr@10": 0, "ndcg@10": 0 });
  });

  it("lie between 0 and 1, and recall grows with depth", () => {
    const ids = fc.uniqueArray(fc.constantFrom(..."abcdefghijklmnop"), { maxLength: 14 });
    fc.assert(
      fc.property(fc.array(fc.record({ ranked: ids, relevant: ids }), { maxLength: 4 }), (questions) => {
        const { queries, ...figures } = retrievalFigures(questions);
        expect(queries).toBe(questions.length);
        for (const figure of Object.values(figures)) {
          expect(figure).toBeGreaterThanOrEqual(0);
          expect(figure).toBeLessThanOrEqual(1);
        }
        expect(figures["recall@1"]).toBeLessThanOrEqual(figures["recall@5"]);
        expect(figures["recall@5"]).toBeLessThanOrEqual(figures["recall@10"]);
      }),
    );
  });
});

it.each([
  [["a", "b"], ["b"], 2],
  [["a", "b", "c"], ["c", "b"], 2],
  [["a"], ["b"], null],
  [[], ["b"], null],
])("of %j the first of %j has the rank %j", (ranked, relevant, rank) => {
  expect(
    rankOf(
      ranked.map((id) => ({ id })),
      relevant,
    ),
  ).toBe(rank);
});

it.each([
  [2, 3, undefined, 0.667],
  [0, 0, undefined, 1],
  [0, 0, 0, 0],
])("the share of %i in %i, or else %j, is %d", (hits, all, ifNone, expected) => {
  expect(share(hits, all, ifNone)).toBe(expected);
});
