import { describe, expect, it } from "vitest";
import type { Retriever } from "../../src/core/ports.ts";
import { type EvaluationQuery, evaluateRetrieval } from "../../src/evaluation/retrieval.ts";
import { hitsOf, regulation213, report2018 } from "../fakes/held-documents.ts";

const queries: EvaluationQuery[] = [
  { id: "1", text: "nơi cư trú", text_en: "residence", relevant: ["r213"] },
  { id: "2", text: "Cán bộ Hà Tĩnh", relevant: ["r2018"] },
  { id: "3", text: "không có câu trả lời", relevant: [] },
];

function recording() {
  const asked: unknown[] = [];
  const retriever: Pick<Retriever, "retrieve"> = {
    async retrieve(question) {
      asked.push(question);
      return { hits: [...hitsOf(regulation213), ...hitsOf(report2018)], embedMs: 0, searchMs: 0 };
    },
  };
  return { asked, retriever };
}

const articleOf = (id: string) => (id === "quy-dinh-213" ? "r213" : id === "ha-tinh-2018" ? "r2018" : undefined);

describe("evaluateRetrieval", () => {
  it("ranks articles by their best passage, each once", async () => {
    const { retriever } = recording();
    const { questions, figures } = await evaluateRetrieval(retriever, queries, {
      field: "text",
      fold: false,
      articleOf,
    });
    expect(questions).toEqual([
      { id: "1", ranked: ["r213", "r2018"], relevant: ["r213"] },
      { id: "2", ranked: ["r213", "r2018"], relevant: ["r2018"] },
    ]);
    expect(figures).toMatchObject({ queries: 2, "recall@1": 0.5, "recall@5": 1, "mrr@10": 0.75 });
  });

  it("asks in another field the queries that have it", async () => {
    const { asked, retriever } = recording();
    await evaluateRetrieval(retriever, queries, { field: "text_en", fold: false, articleOf });
    expect(asked).toEqual(["residence"]);
  });

  it("can take the diacritics off", async () => {
    const { asked, retriever } = recording();
    await evaluateRetrieval(retriever, queries, { field: "text", fold: true, articleOf });
    expect(asked).toEqual(["noi cu tru", "can bo ha tinh"]);
  });

  it("tells how far it is", async () => {
    const progress: string[] = [];
    const onProgress = (done: number, total: number) => progress.push(`${done}/${total}`);
    await evaluateRetrieval(recording().retriever, queries, { field: "text", fold: false, articleOf, onProgress });
    expect(progress).toEqual(["1/2", "2/2"]);
  });

  it("keeps the id of a document that is no article of the corpus", async () => {
    const { questions } = await evaluateRetrieval(recording().retriever, queries.slice(0, 1), {
      field: "text",
      fold: false,
      articleOf: () => undefined,
    });
    expect(questions[0]?.ranked).toEqual(["quy-dinh-213", "ha-tinh-2018"]);
  });
});
