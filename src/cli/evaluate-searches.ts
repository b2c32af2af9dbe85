import { createAsk } from "../answer/ask.ts";
import type { Ask } from "../core/answer.ts";
import type { Embedder, PassageStore, VectorIndex } from "../core/ports.ts";
import type { Searches } from "../evaluation/retrieval.ts";
import { createRetriever, type SearchParts } from "../search/retriever.ts";

interface SearchedLibrary {
  readonly store: PassageStore;
  readonly index: VectorIndex;
  readonly embedder: Embedder;
}

const OFF = { number: false, words: false, meaning: false, rescoring: false };
const FUSED = { number: true, words: true, meaning: true, rescoring: false };
const MEASURED: readonly { readonly name: string; readonly use: SearchParts }[] = [
  { name: "number", use: { ...OFF, number: true } },
  { name: "words", use: { ...OFF, words: true } },
  { name: "meaning", use: { ...OFF, meaning: true } },
  { name: "fusion", use: FUSED },
  { name: "fusion, second stage", use: { ...FUSED, rescoring: true } },
];

/** Each search alone, their sum, and the sum with its second stage, for one question: what several look up is looked up once. */
export function openSearches(library: SearchedLibrary): Searches {
  const { store, index, embedder } = remembering(library);
  const searches = MEASURED.map(({ name, use }) => ({
    name,
    ...createRetriever({ store, meaning: { embedder, index }, now, use }),
  }));
  return { read: createRetriever({ store, meaning: null, now }).read, searches };
}

/** Answers to one question at several thresholds: it is searched once. Passages `withheld` are as if they were not held. */
export function openAsks(
  library: SearchedLibrary,
  withheld: ReadonlySet<string> = new Set(),
): (minSupport: number) => Ask {
  const { store, index, embedder } = remembering(withhold(library, withheld));
  const { read, retrieve } = createRetriever({ store, meaning: { embedder, index }, now });
  const retriever = { read: once(read), retrieve: once(retrieve) };
  return (minSupport) => createAsk({ store, retriever, generate: null, minSupport, now });
}

function withhold({ store, ...others }: SearchedLibrary, withheld: ReadonlySet<string>): SearchedLibrary {
  const isHeld = ({ passageId }: { readonly passageId: string }) => !withheld.has(passageId);
  return {
    ...others,
    store: {
      ...store,
      searchText: async (...search) => (await store.searchText(...search)).filter(isHeld),
      passagesOfVectors: async (ids) => (await store.passagesOfVectors(ids)).filter(isHeld),
    },
  };
}

function remembering({ store, index, embedder }: SearchedLibrary): SearchedLibrary {
  return {
    store: {
      ...store,
      get: once(store.get),
      searchText: once(store.searchText),
      passagesOfVectors: once(store.passagesOfVectors),
      size: once(store.size),
    },
    index: { ...index, nearest: once(index.nearest) },
    embedder: { ...embedder, embedQuery: once(embedder.embedQuery) },
  };
}

/** Calls with the same arguments are one. */
function once<Args extends readonly unknown[], Value>(
  call: (...args: Args) => Promise<Value>,
): (...args: Args) => Promise<Value> {
  const made = new Map<string, Promise<Value>>();
  return (...args) => {
    const key = JSON.stringify(args);
    const value = made.get(key) ?? call(...args);
    made.set(key, value);
    return value;
  };
}

function now(): number {
  return performance.now();
}
