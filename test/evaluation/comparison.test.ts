import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareReports } from "../../src/evaluation/comparison.ts";
import { comparisonParagraphs, comparisonTable } from "../../src/evaluation/comparison-text.ts";
import type { EvaluationReport } from "../../src/evaluation/report.ts";
import { signTest } from "../../src/evaluation/sign-test.ts";

/** By id, the rank that each question reached; 0: none. */
function report(ranks: Readonly<Record<string, number>>, changes: Partial<EvaluationReport> = {}): EvaluationReport {
  return {
    measures: "retrieval",
    grade: "mean reciprocal rank",
    settings: { corpus: "c1" },
    questions: Object.entries(ranks).map(([id, rank]) => ({
      id,
      form: "accented",
      kind: "open",
      text: `Câu ${id}?`,
      outcome: rank === 0 ? "–" : String(rank),
      grade: rank === 0 ? 0 : 1 / rank,
    })),
    ...changes,
  };
}

describe("compareReports", () => {
  it("tells what got better and what worse, furthest apart first", () => {
    const before = report({ a: 3, b: 0, c: 1, d: 2, e: 5 });
    const after = report({ a: 2, b: 1, c: 2, d: 2, e: 0 });
    const { better, worse, other } = compareReports(before, after);
    expect(better).toEqual([
      { id: "b", form: "accented", text: "Câu b?", before: "–", after: "1" },
      { id: "a", form: "accented", text: "Câu a?", before: "3", after: "2" },
    ]);
    expect(worse.map(({ id, before: then, after: now }) => [id, then, now])).toEqual([
      ["c", "1", "2"],
      ["e", "5", "–"],
    ]);
    expect(other).toEqual([]);
  });

  it("sums up each form with its means and the sign test", () => {
    const { sums } = compareReports(report({ a: 2, b: 2, c: 1 }), report({ a: 1, b: 4, c: 1 }));
    expect(sums).toEqual([
      { form: "accented", questions: 3, better: 1, worse: 1, before: 2 / 3, after: 2.25 / 3, p: 1 },
    ]);
  });

  it("compares what both runs have, and counts the rest", () => {
    const comparison = compareReports(report({ a: 1, b: 1, c: 1 }), report({ b: 2, d: 1 }));
    expect(comparison).toMatchObject({ onlyBefore: 2, onlyAfter: 1, worse: [{ id: "b" }], better: [] });
    expect(comparison.sums).toMatchObject([{ questions: 1, before: 1, after: 0.5 }]);
  });

  it("takes a question whose text has changed for another one", () => {
    const before = report({ a: 1 });
    const after = report({}, { questions: before.questions.map((question) => ({ ...question, text: "Câu khác?" })) });
    expect(compareReports(before, after)).toMatchObject({ onlyBefore: 1, onlyAfter: 1, sums: [] });
  });

  it("keeps the forms of a question apart", () => {
    const before = report({ a: 1 });
    const again = before.questions.map((question) => ({ ...question, form: "folded", outcome: "2", grade: 0.5 }));
    const both = report({}, { questions: [...before.questions, ...again] });
    expect(compareReports(before, both)).toMatchObject({ onlyAfter: 1, sums: [{ form: "accented", questions: 1 }] });
  });

  it("lists an outcome that is another one but no better", () => {
    const wrong = { id: "a", form: "", kind: "open", text: "?", grade: 0 };
    const before = report({}, { questions: [{ ...wrong, outcome: "refused" }] });
    const after = report({}, { questions: [{ ...wrong, outcome: "wrong document" }] });
    expect(compareReports(before, after)).toMatchObject({
      better: [],
      worse: [],
      other: [{ id: "a", before: "refused", after: "wrong document" }],
    });
  });

  it("tells which settings were others", () => {
    const before = report({ a: 1 }, { settings: { corpus: "c1", model: "small" } });
    const after = report({ a: 1 }, { settings: { corpus: "c1", model: "large", MIN_SUPPORT: "0.6" } });
    expect(compareReports(before, after).settings).toEqual([
      { name: "model", before: "small", after: "large" },
      { name: "MIN_SUPPORT", before: "–", after: "0.6" },
    ]);
  });
});

describe("a comparison as text", () => {
  it("has the sums in a table", () => {
    const comparison = compareReports(report({ a: 2, b: 1 }), report({ a: 1, b: 1 }));
    expect(comparisonTable(comparison).rows).toEqual([["accented", "2", "1", "0", "0.7500", "1.0000", "1.000"]]);
  });

  it("names each question with its outcome before and after", () => {
    expect(comparisonParagraphs(compareReports(report({ a: 2, b: 1 }), report({ a: 1, b: 3 })))).toEqual([
      "Better (1)\n  accented a: 2 → 1  Câu a?",
      "Worse (1)\n  accented b: 1 → 3  Câu b?",
    ]);
  });

  it("says that the sets and the settings differ", () => {
    const after = report({ a: 1, b: 1 }, { settings: { corpus: "c2" } });
    expect(comparisonParagraphs(compareReports(report({ a: 1 }), after))).toEqual([
      "The sets differ: 0 questions are only in the earlier run, 1 only in this one.\nAnother corpus: c1 → c2",
    ]);
  });

  it("of the same run is empty", () => {
    expect(comparisonParagraphs(compareReports(report({ a: 1 }), report({ a: 1 })))).toEqual([]);
  });
});

describe("signTest", () => {
  it.each([
    // 2 · (1 + 10 + 45) / 2^10
    [8, 2, 0.109375],
    // 2 / 2^5
    [5, 0, 0.0625],
    [3, 4, 1],
    [0, 0, 1],
    [1, 0, 1],
  ])("of %i better and %i worse is %d", (better, worse, p) => expect(signTest(better, worse)).toBeCloseTo(p, 10));

  it("does not vanish for thousands of questions", () => {
    expect(signTest(2000, 2000)).toBeCloseTo(1, 6);
    // The normal approximation with continuity correction: z = 99 / sqrt(4000).
    expect(signTest(2050, 1950)).toBeCloseTo(0.1175, 3);
  });

  it("is the same both ways, and smaller the further apart they are", () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), (better, worse) => {
        expect(signTest(better, worse)).toBe(signTest(worse, better));
        const apart = signTest(Math.max(better, worse) + 1, Math.max(Math.min(better, worse) - 1, 0));
        if (Math.min(better, worse) > 0) expect(apart).toBeLessThanOrEqual(signTest(better, worse));
      }),
    );
  });
});
