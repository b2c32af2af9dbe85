import type { Retriever } from "../core/ports.ts";
import { fold } from "../core/text.ts";
import { type RankedQuestion, type RetrievalFigures, retrievalFigures } from "./metrics.ts";

export interface EvaluationQuery {
  readonly id: string;
  readonly relevant: readonly string[];
  readonly [field: string]: unknown;
}

// An article's score is that of its best passage, so more passages than articles are asked for.
const PASSAGES = 60;

/** Asks every query that has `field`; `articleOf` tells which article of the corpus a document is. */
export async function evaluateRetrieval(
  retriever: Pick<Retriever, "retrieve">,
  queries: readonly EvaluationQuery[],
  options: {
    readonly field: string;
    readonly fold: boolean;
    readonly articleOf: (directiveId: string) => string | undefined;
    readonly onProgress?: (done: number, total: number) => void;
  },
): Promise<{ figures: RetrievalFigures; questions: (RankedQuestion & { id: string })[] }> {
  const asked = queries.flatMap((query) => {
    const text = query[options.field];
    return typeof text === "string" && query.relevant.length > 0 ? [{ query, text }] : [];
  });
  const questions = [];
  for (const { query, text } of asked) {
    const { hits } = await retriever.retrieve(options.fold ? fold(text) : text, PASSAGES);
    const articles = hits.map((hit) => options.articleOf(hit.directive.id) ?? hit.directive.id);
    questions.push({ id: query.id, ranked: [...new Set(articles)], relevant: query.relevant });
    options.onProgress?.(questions.length, asked.length);
  }
  return { figures: retrievalFigures(questions), questions };
}
