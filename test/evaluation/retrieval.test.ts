import { describe, expect, it } from "vitest";
import type { Query } from "../../src/core/query.ts";
import { allForms, type EvaluationQuery, formOf } from "../../src/evaluation/forms.ts";
import { evaluateRetrieval, figuresOf, type Searches } from "../../src/evaluation/retrieval.ts";
import { type HeldDocument, hitsOf, regulation213, report2018 } from "../fakes/held-documents.ts";

const queries: EvaluationQuery[] = [
  { id: "1", text: "nơi cư trú", text_en: "residence", relevant: ["r213"] },
  { id: "2", text: "Cán bộ Hà Tĩnh", relevant: ["r2018"] },
  { id: "3", text: "không có câu trả lời", relevant: [] },
];

const articleOf = (id: string) => (id === "quy-dinh-213" ? "r213" : id === "ha-tinh-2018" ? "r2018" : undefined);
const kindOf = (text: string) => (text.startsWith("Cán bộ") ? "who" : "open");
const written = formOf("text", { isFolded: false });

/** Two searches: one finds both documents, the other the report alone. */
function recording() {
  const read: string[] = [];
  const asked: unknown[] = [];
  let opened = 0;
  const finding = (...documents: readonly HeldDocument[]): Searches["searches"][number]["retrieve"] => {
    return async (question) => {
      asked.push(question);
      return { hits: documents.flatMap(hitsOf), embedMs: 0, searchMs: 0 };
    };
  };
  const open = (): Searches => {
    opened += 1;
    return {
      async read(text) {
        read.push(text);
        return queryOf(text);
      },
      searches: [
        { name: "both", retrieve: finding(regulation213, report2018) },
        { name: "report", retrieve: finding(report2018) },
      ],
    };
  };
  return { read, asked, open, opened: () => opened };
}

function queryOf(text: string): Query {
  const meaning = { text, weight: 1 };
  return {
    text,
    restored: null,
    language: "vi",
    vietnamese: text,
    isPlain: false,
    named: [],
    lookups: [],
    meaning,
    variants: [],
  };
}

describe("evaluateRetrieval", () => {
  it("ranks articles by their best passage, each once, for every search", async () => {
    const { open } = recording();
    const questions = await evaluateRetrieval(queries, { form: written, open, articleOf, kindOf });
    expect(questions).toEqual([
      {
        id: "1",
        text: "nơi cư trú",
        kind: "open",
        relevant: ["r213"],
        found: [
          {
            search: "both",
            articles: [
              { id: "r213", score: 1 },
              { id: "r2018", score: 1 },
            ],
          },
          { search: "report", articles: [{ id: "r2018", score: 1 }] },
        ],
      },
      expect.objectContaining({ id: "2", kind: "who" }),
    ]);
    expect(figuresOf(questions, "both")).toMatchObject({ queries: 2, "recall@1": 0.5, "recall@5": 1, "mrr@10": 0.75 });
    expect(figuresOf(questions, "report")).toMatchObject({ "recall@1": 0.5, "recall@5": 0.5 });
  });

  it("reads a question once, and asks every search the same", async () => {
    const { open, read, asked, opened } = recording();
    await evaluateRetrieval(queries.slice(0, 1), { form: written, open, articleOf, kindOf });
    expect(read).toEqual(["nơi cư trú"]);
    expect(asked).toEqual([queryOf("nơi cư trú"), queryOf("nơi cư trú")]);
    expect(opened()).toBe(1);
  });

  it("opens the searches anew for each question", async () => {
    const { open, opened } = recording();
    await evaluateRetrieval(queries, { form: written, open, articleOf, kindOf });
    expect(opened()).toBe(2);
  });

  it("asks in another field the queries that have it, and keeps the kind of the question", async () => {
    const { open, read } = recording();
    const form = formOf("text_en", { isFolded: false });
    const both = [{ id: "2", text: "Cán bộ", text_en: "who", relevant: ["r2018"] }, ...queries.slice(1)];
    const questions = await evaluateRetrieval(both, { form, open, articleOf, kindOf });
    expect(read).toEqual(["who"]);
    expect(questions.map(({ kind, text }) => [kind, text])).toEqual([["who", "who"]]);
  });

  it("can take the diacritics off", async () => {
    const { open, read } = recording();
    await evaluateRetrieval(queries, { form: formOf("text", { isFolded: true }), open, articleOf, kindOf });
    expect(read).toEqual(["noi cu tru", "can bo ha tinh"]);
  });

  it("tells how far it is", async () => {
    const progress: string[] = [];
    const onProgress = (done: number, total: number) => progress.push(`${done}/${total}`);
    await evaluateRetrieval(queries, { form: written, open: recording().open, articleOf, kindOf, onProgress });
    expect(progress).toEqual(["1/2", "2/2"]);
  });

  it("keeps the id of a document that is no article of the corpus", async () => {
    const { open } = recording();
    const [question] = await evaluateRetrieval(queries, { form: written, open, articleOf: () => undefined, kindOf });
    expect(question?.found[0]?.articles.map(({ id }) => id)).toEqual(["quy-dinh-213", "ha-tinh-2018"]);
  });
});

describe("forms", () => {
  it("are all that the questions have", () => {
    expect(allForms(queries).map(({ name }) => name)).toEqual(["accented", "folded", "english"]);
    expect(allForms(queries.slice(1)).map(({ name }) => name)).toEqual(["accented", "folded"]);
  });

  it("have the name that they have in a run of their own", () => {
    expect(formOf("text", { isFolded: true }).name).toBe("folded");
    expect(formOf("text_en", { isFolded: false }).name).toBe("english");
  });

  it("can be of any field", () => {
    const form = formOf("title", { isFolded: true });
    expect([form.name, form.textOf({ id: "1", relevant: [], title: "Đảng uỷ" })]).toEqual(["title, folded", "dang uy"]);
  });
});
