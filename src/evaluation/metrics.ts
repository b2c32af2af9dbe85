/** Figures of ranked retrieval with binary relevance, averaged over questions. Definitions: Manning et al., IIR ch. 8. */
export interface RetrievalFigures {
  readonly queries: number;
  readonly "recall@1": number;
  readonly "recall@5": number;
  readonly "recall@10": number;
  readonly "mrr@10": number;
  readonly "ndcg@10": number;
}

/** One question: ids best first without repeats, and the ids that are right. */
export interface RankedQuestion {
  readonly ranked: readonly string[];
  readonly relevant: readonly string[];
}

export function retrievalFigures(questions: readonly RankedQuestion[]): RetrievalFigures {
  const mean = (figure: (question: RankedQuestion) => number) =>
    round(questions.reduce((sum, question) => sum + figure(question), 0) / Math.max(questions.length, 1));
  return {
    queries: questions.length,
    "recall@1": mean((question) => recall(question, 1)),
    "recall@5": mean((question) => recall(question, 5)),
    "recall@10": mean((question) => recall(question, 10)),
    "mrr@10": mean(reciprocalRank),
    "ndcg@10": mean(ndcg),
  };
}

function recall({ ranked, relevant }: RankedQuestion, depth: number): number {
  const found = ranked.slice(0, depth).filter((id) => relevant.includes(id)).length;
  return found / Math.max(relevant.length, 1);
}

function reciprocalRank({ ranked, relevant }: RankedQuestion): number {
  const first = ranked.slice(0, 10).findIndex((id) => relevant.includes(id));
  return first < 0 ? 0 : 1 / (first + 1);
}

function ndcg({ ranked, relevant }: RankedQuestion): number {
  const gain = (rank: number) => 1 / Math.log2(rank + 2);
  const reached = ranked.slice(0, 10).reduce((sum, id, rank) => sum + (relevant.includes(id) ? gain(rank) : 0), 0);
  const best = relevant.slice(0, 10).reduce((sum, _, rank) => sum + gain(rank), 0);
  return best === 0 ? 0 : reached / best;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

/** Place of the first right one, from 1; `null` where there is none. */
export function rankOf(ranked: readonly { readonly id: string }[], relevant: readonly string[]): number | null {
  const first = ranked.findIndex(({ id }) => relevant.includes(id));
  return first < 0 ? null : first + 1;
}

/** Share with three digits; `ifNone` where there is nothing to share. */
export function share(hits: number, all: number, ifNone = 1): number {
  return all === 0 ? ifNone : Math.round((hits / all) * 1000) / 1000;
}
