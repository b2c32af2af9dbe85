import type { VectorIndex } from "../../core/ports.ts";

/** The part of Cloudflare's `Vectorize` binding that we use. */
export interface VectorizeBinding {
  query(vector: number[], options: { topK: number }): Promise<{ matches: { id: string; score: number }[] }>;
  upsert(vectors: { id: string; values: number[] }[]): Promise<unknown>;
  deleteByIds(ids: string[]): Promise<unknown>;
}

// Without values or metadata a query may ask for 100; a Worker may write 1,000 at a time.
// https://developers.cloudflare.com/vectorize/platform/limits/
const MAX_TOP_K = 100;
const MAX_WRITE = 1_000;

/** Vectorize with cosine metric. Writes are visible after some seconds; it cannot list what it holds. */
export function vectorizeIndex(binding: VectorizeBinding): VectorIndex {
  return {
    async nearest(vector, limit) {
      if (limit < 1) return [];
      const { matches } = await binding.query([...vector], { topK: Math.min(limit, MAX_TOP_K) });
      return matches.map(({ id, score }) => ({ id: Number(id), similarity: score }));
    },
    async upsert(entries) {
      for (let at = 0; at < entries.length; at += MAX_WRITE) {
        const part = entries.slice(at, at + MAX_WRITE);
        await binding.upsert(part.map(({ id, vector }) => ({ id: String(id), values: [...vector] })));
      }
    },
    async remove(ids) {
      for (let at = 0; at < ids.length; at += MAX_WRITE) {
        await binding.deleteByIds(ids.slice(at, at + MAX_WRITE).map(String));
      }
    },
    ids: async () => undefined,
  };
}
