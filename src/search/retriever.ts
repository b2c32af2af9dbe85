import type { NearPart } from "../core/passage.ts";
import type { Embedder, PassageStore, Retriever, VectorIndex } from "../core/ports.ts";
import type { Query } from "../core/query.ts";
import { fuse, type Ranking } from "./fusion.ts";
import { createQueryReader } from "./query.ts";
import { rescore } from "./rescore.ts";

/** Which searches run; a part that is off, or whose backend is absent, is left out of the sum. */
export interface SearchParts {
  readonly number: boolean;
  readonly words: boolean;
  readonly meaning: boolean;
  /** The second stage over what is found by words; on where it is left out. */
  readonly rescoring?: boolean;
}

// Long enough that scores normalised over the candidates stand for the whole library.
const CANDIDATES = 200;
// As many as the second stage looks at: a right passage is hardly ever further down.
const RESCORED = 60;
// As much as any other ranking: what a document's number says is sure.
const NUMBER = 1;

/** Searches by number ∥ by words ∥ by meaning, and fuses. `meaning` is absent where no embedder or index is. */
export function createRetriever(parts: {
  readonly store: PassageStore;
  readonly meaning: { readonly embedder: Embedder; readonly index: VectorIndex } | null;
  readonly now: () => number;
  readonly use?: SearchParts;
}): Retriever {
  const { store, now } = parts;
  const use = parts.use ?? { number: true, words: true, meaning: true };
  const meaning = use.meaning ? parts.meaning : null;

  const scale = meaning?.embedder.scale && { scale: meaning.embedder.scale };
  const read = createQueryReader(store);

  return {
    read,
    async retrieve(question, limit, signal) {
      const query = typeof question === "string" ? await read(question) : question;
      const started = now();
      const vector = meaning?.embedder.embedQuery(query.meaning.text, signal);
      const [byNumber, byWords, near] = await Promise.all([
        use.number ? searchByNumber(store, query) : [],
        use.words
          ? Promise.all(query.lookups.map(({ terms, field }) => store.searchText(terms, field, CANDIDATES)))
          : [],
        vector && meaning ? vector.then((values) => searchByMeaning(store, meaning.index, values)) : undefined,
      ]);
      const embedMs = near ? near.embeddedAt - started : 0;
      const ranked = fuse([
        { ranking: byNumber, weight: NUMBER },
        ...byWords.map((ranking, at) => ({ ranking, weight: query.lookups[at]?.weight ?? 0 })),
        { ranking: near?.ranking ?? [], weight: query.meaning.weight },
      ]).slice(0, Math.max(limit, RESCORED));
      const [found, { passages }] = await Promise.all([store.get(ranked.map((hit) => hit.passageId)), store.size()]);
      const best = ranked[0]?.score || 1;
      const scores = new Map(ranked.map((hit) => [hit.passageId, hit.score / best]));
      const candidates = found.map(({ passage, directive }) => {
        return { passage, directive, score: scores.get(passage.id) ?? 0, near: near?.parts.get(passage.id) ?? [] };
      });
      const isRescored = use.words && (use.rescoring ?? true);
      const scored = isRescored
        ? await rescore(query.vietnamese, candidates, { store, passages, variants: query.variants })
        : candidates;
      const hits = scored.slice(0, limit);
      return { hits, ...scale, embedMs, searchMs: now() - started - embedMs };
    },
  };

  async function searchByMeaning(passages: PassageStore, index: VectorIndex, vector: readonly number[]) {
    const embeddedAt = now();
    const neighbours = await index.nearest(vector, CANDIDATES);
    const similarity = new Map(neighbours.map((neighbour) => [neighbour.id, neighbour.similarity]));
    const parts = new Map<string, NearPart[]>();
    const ranking: { passageId: string; score: number }[] = [];
    // Best first, so the first part of a passage is its nearest and gives the passage its score.
    for (const { vectorId, passageId, span } of await passages.passagesOfVectors([...similarity.keys()])) {
      const part = { span, similarity: similarity.get(vectorId) ?? 0 };
      const known = parts.get(passageId);
      if (known) known.push(part);
      else {
        parts.set(passageId, [part]);
        ranking.push({ passageId, score: part.similarity });
      }
    }
    return { ranking, parts, embeddedAt };
  }
}

/** Passages of and about the documents that the question names. */
async function searchByNumber(store: PassageStore, query: Query): Promise<Ranking> {
  const ids = new Set<string>();
  for (const { held, mentions } of query.named) {
    for (const { passageId } of mentions) ids.add(passageId);
    for (const { id } of held) for (const passage of await store.passagesOf(id)) ids.add(passage.id);
  }
  return Array.from(ids, (passageId) => ({ passageId, score: 1 }));
}
