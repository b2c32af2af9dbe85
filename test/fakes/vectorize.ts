import type { VectorizeBinding } from "../../src/adapters/cloudflare/vectorize-index.ts";

export interface FakeVectorize extends VectorizeBinding {
  readonly vectors: ReadonlyMap<string, readonly number[]>;
  /** How many vectors each call brought. */
  readonly upserts: number[];
}

/** Vectorize with its limits, refusing what it refuses; cosine metric, writes visible at once. */
export function createFakeVectorize(dimensions: number): FakeVectorize {
  const vectors = new Map<string, readonly number[]>();
  const upserts: number[] = [];
  return {
    vectors,
    upserts,
    async query(vector, { topK }) {
      refuseUnless(vector.length === dimensions, `the query has ${vector.length} dimensions, the index ${dimensions}`);
      refuseUnless(Number.isInteger(topK) && topK >= 1 && topK <= 100, `topK is ${topK}, not 1 to 100`);
      const matches = Array.from(vectors, ([id, values]) => ({ id, score: cosine(vector, values) }));
      return { matches: matches.sort((a, b) => b.score - a.score).slice(0, topK) };
    },
    async upsert(entries) {
      refuseUnless(entries.length >= 1 && entries.length <= 1_000, `${entries.length} vectors at once`);
      for (const { id, values } of entries) {
        refuseUnless(typeof id === "string" && new TextEncoder().encode(id).length <= 64, "an id is no short string");
        refuseUnless(values.length === dimensions, `a vector has ${values.length} dimensions, the index ${dimensions}`);
      }
      for (const { id, values } of entries) vectors.set(id, Array.from(Float32Array.from(values)));
      upserts.push(entries.length);
      return { mutationId: String(upserts.length) };
    },
    async deleteByIds(ids) {
      refuseUnless(
        ids.length >= 1 && ids.length <= 1_000 && ids.every((id) => typeof id === "string"),
        "ids to delete",
      );
      for (const id of ids) vectors.delete(id);
      return {};
    },
  };
}

function refuseUnless(isAllowed: boolean, what: string): void {
  if (!isAllowed) throw new Error(`VECTOR_QUERY_ERROR (code = 40000): ${what}`);
}

function cosine(a: readonly number[], b: readonly number[]): number {
  const dot = a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
  return dot / (Math.hypot(...a) * Math.hypot(...b));
}
