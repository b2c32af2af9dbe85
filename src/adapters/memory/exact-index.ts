import type { VectorIndex } from "../../core/ports.ts";

/** Compares with every vector: exact, for tests and as the measure of approximate indexes. */
export function exactIndex(): VectorIndex {
  const vectors = new Map<number, readonly number[]>();
  return {
    async nearest(query, limit) {
      return Array.from(vectors, ([id, vector]) => ({ id, similarity: dot(query, vector) }))
        .sort((a, b) => b.similarity - a.similarity)
        .slice(0, limit);
    },
    async upsert(entries) {
      for (const { id, vector } of entries) vectors.set(id, vector);
    },
    async remove(ids) {
      for (const id of ids) vectors.delete(id);
    },
    ids: async () => [...vectors.keys()],
  };
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}
