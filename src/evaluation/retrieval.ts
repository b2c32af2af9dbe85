import type { Retriever } from "../core/ports.ts";
import type { EvaluationQuery, Form } from "./forms.ts";
import { type RetrievalFigures, retrievalFigures } from "./metrics.ts";

/** Searches that are measured side by side; the last is what users get. */
export interface Searches {
  readonly read: Retriever["read"];
  readonly searches: readonly { readonly name: string; readonly retrieve: Retriever["retrieve"] }[];
}

/** An article of the corpus as found: its score is that of its best passage. */
export interface FoundArticle {
  readonly id: string;
  readonly score: number;
}

/** A question with what each search found for it. */
export interface SearchedQuestion {
  readonly id: string;
  /** As it was asked. */
  readonly text: string;
  readonly kind: string;
  readonly relevant: readonly string[];
  /** In the order of the searches; articles best first, each once. */
  readonly found: readonly { readonly search: string; readonly articles: readonly FoundArticle[] }[];
}

// An article may have several passages, so more of them are asked for than articles are looked at.
const PASSAGES = 60;

/** Asks every query that has this form and a right article; `open` is called anew for each. */
export async function evaluateRetrieval(
  queries: readonly EvaluationQuery[],
  options: {
    readonly form: Form;
    readonly open: () => Searches;
    readonly kindOf: (text: string) => string;
    /** Which article of the corpus a document is. */
    readonly articleOf: (directiveId: string) => string | undefined;
    readonly onProgress?: (done: number, total: number) => void;
  },
): Promise<SearchedQuestion[]> {
  const { form, open, kindOf, articleOf, onProgress } = options;
  const asked = queries.flatMap((query) => {
    const text = form.textOf(query);
    return text !== undefined && query.relevant.length > 0 ? [{ query, text }] : [];
  });
  const questions: SearchedQuestion[] = [];
  for (const { query, text } of asked) {
    const { read, searches } = open();
    const understood = await read(text);
    const found = [];
    for (const { name, retrieve } of searches) {
      const { hits } = await retrieve(understood, PASSAGES);
      const best = new Map<string, number>();
      for (const { directive, score } of hits) {
        const article = articleOf(directive.id) ?? directive.id;
        if (!best.has(article)) best.set(article, score);
      }
      found.push({ search: name, articles: Array.from(best, ([id, score]) => ({ id, score })) });
    }
    // The kind is that of the question, whatever form it is asked in.
    const kind = kindOf(typeof query["text"] === "string" ? query["text"] : text);
    questions.push({ id: query.id, text, kind, relevant: query.relevant, found });
    onProgress?.(questions.length, asked.length);
  }
  return questions;
}

/** The figures of one search. */
export function figuresOf(questions: readonly SearchedQuestion[], search: string): RetrievalFigures {
  return retrievalFigures(
    questions.map(({ found, relevant }) => {
      const articles = found.find((each) => each.search === search)?.articles ?? [];
      return { ranked: articles.map(({ id }) => id), relevant };
    }),
  );
}
