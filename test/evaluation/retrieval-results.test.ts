import { describe, expect, it } from "vitest";
import type { SearchedQuestion } from "../../src/evaluation/retrieval.ts";
import {
  type FormResult,
  reportedRanks,
  retrievalJson,
  retrievalTables,
} from "../../src/evaluation/retrieval-results.ts";

const accented = { name: "accented", label: "as written" };
const folded = { name: "folded", label: "typed without diacritics" };

/** The right article at these places; 0: not found. */
function asked(id: string, kind: string, { words, all }: { words: number; all: number }): SearchedQuestion {
  const articles = (place: number) =>
    Array.from({ length: 4 }, (_, at) => ({ id: at + 1 === place ? "right" : `wrong-${at}`, score: 1 / (at + 1) }));
  return {
    id,
    text: `Câu hỏi ${id}?`,
    kind,
    relevant: ["right"],
    found: [
      { search: "words", articles: articles(words) },
      { search: "all", articles: articles(all) },
    ],
  };
}

const first: FormResult = {
  form: accented,
  questions: [
    asked("a", "who", { words: 2, all: 1 }),
    asked("b", "open", { words: 0, all: 4 }),
    asked("c", "open", { words: 1, all: 1 }),
  ],
};
const second: FormResult = { form: folded, questions: [asked("a", "who", { words: 0, all: 2 })] };

describe("the JSON of a run", () => {
  it("has the figures of the last search on top, those of the others and of the kinds below", () => {
    expect(retrievalJson([first])).toMatchObject({
      queries: 3,
      "recall@1": 0.6667,
      "recall@5": 1,
      parts: { words: { queries: 3, "recall@1": 0.3333 } },
      kinds: { open: { queries: 2, "recall@1": 0.5 }, who: { queries: 1, "recall@1": 1 } },
    });
    expect(retrievalJson([first])).not.toHaveProperty("forms");
  });

  it("of several forms has the first on top and all by name", () => {
    expect(retrievalJson([first, second])).toMatchObject({
      queries: 3,
      forms: { accented: { queries: 3 }, folded: { queries: 1, "recall@1": 0, "mrr@10": 0.5 } },
    });
  });

  it("of no question has figures, too", () => {
    expect(retrievalJson([{ form: accented, questions: [] }])).toMatchObject({ queries: 0, "ndcg@10": 0 });
  });
});

describe("the tables of a run", () => {
  it("have a row for each search and each kind, the largest kind first", () => {
    const [table] = retrievalTables([first]);
    expect(table?.title).toBe("3 questions, as written");
    expect(table?.rows.map(([name, recall]) => [name, recall])).toEqual([
      ["words", "0.3333"],
      ["all", "0.6667"],
      ["– open (2)", "0.5000"],
      ["– who (1)", "1.0000"],
    ]);
  });

  it("begin with the forms side by side where there are several", () => {
    const [table] = retrievalTables([first, second]);
    expect(table).toEqual({
      title: "",
      head: ["nDCG@10 (recall@10)", "as written", "typed without diacritics"],
      rows: [
        ["words", ".544 (.667)", ".000 (.000)"],
        ["all", ".810 (1.000)", ".631 (1.000)"],
      ],
    });
  });
});

describe("the report of a run", () => {
  it("tells each question's rank in the last search and in every one", () => {
    const [a, b] = reportedRanks([first]);
    expect(a).toMatchObject({ id: "a", form: "accented", kind: "who", outcome: "1", grade: 1, rank: 1, score: 1 });
    expect(b).toMatchObject({ outcome: "4", grade: 0.25, score: 0.25, bestScore: 1, ranks: { words: null, all: 4 } });
  });

  it("gives what is not found no rank and the worst grade", () => {
    const [a] = reportedRanks([{ form: folded, questions: [asked("a", "who", { words: 1, all: 0 })] }]);
    expect(a).toMatchObject({ form: "folded", outcome: "–", grade: 0, rank: null, score: null, bestScore: 1 });
  });
});
