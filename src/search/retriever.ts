import type { NearPart } from "../core/passage.ts";
import type { Embedder, PassageStore, Retriever, VectorIndex } from "../core/ports.ts";
import { fuse, type Ranking } from "./fusion.ts";
import { type Query, readQuery } from "./query.ts";

/** Which searches run; a part that is off, or whose backend is absent, is left out of the sum. */
export interface SearchParts {
  readonly number: boolean;
  readonly words: boolean;
  readonly meaning: boolean;
}

// Long enough that scores normalised over the candidates stand for the whole library.
const CANDIDATES = 200;

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

  return {
    async retrieve(question, limit, signal) {
      const query = readQuery(question);
      const started = now();
      const vector = meaning?.embedder.embedQuery(query.meaning, signal);
      const [byNumber, byWords, near] = await Promise.all([
        use.number ? searchByNumber(store, query) : [],
        use.words ? searchByWords(store, query) : [],
        vector && meaning ? vector.then((values) => searchByMeaning(store, meaning.index, values)) : undefined,
      ]);
      const embedMs = near ? near.embeddedAt - started : 0;
      const weights = weigh(query);
      const ranked = fuse([
        { ranking: byNumber, weight: weights.number },
        { ranking: byWords, weight: weights.words },
        { ranking: near?.ranking ?? [], weight: weights.meaning },
      ]).slice(0, limit);
      const found = await store.get(ranked.map((hit) => hit.passageId));
      const scores = new Map(ranked.map((hit) => [hit.passageId, hit.score]));
      const hits = found.map(({ passage, directive }) => {
        return { passage, directive, score: scores.get(passage.id) ?? 0, near: near?.parts.get(passage.id) ?? [] };
      });
      return { hits, embedMs, searchMs: now() - started - embedMs };
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

const ENGLISH_WORDS = 0.8;

function weigh(query: Query): { number: number; words: number; meaning: number } {
  if (query.language === "en") return { number: 1, words: ENGLISH_WORDS * query.coverage ** 2, meaning: 1 };
  // The model reads little of text without diacritics.
  if (query.field === "folded") return { number: 1, words: 0.8, meaning: 0.2 };
  return { number: 1, words: 0.5, meaning: 0.5 };
}

async function searchByWords(store: PassageStore, query: Query): Promise<Ranking> {
  return store.searchText(query.terms, query.field, CANDIDATES);
}

/** Passages of and about the documents that the question names. */
async function searchByNumber(store: PassageStore, query: Query): Promise<Ranking> {
  const ids = new Set<string>();
  for (const { reference } of query.references) {
    const { held, mentions } = await store.findByNumber(reference);
    for (const { passageId } of mentions) ids.add(passageId);
    for (const { id } of held) for (const passage of await store.passagesOf(id)) ids.add(passage.id);
  }
  return Array.from(ids, (passageId) => ({ passageId, score: 1 }));
}
