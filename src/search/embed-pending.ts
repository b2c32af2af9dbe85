import type { Embedder, VectorIndex, VectorStore } from "../core/ports.ts";

const BATCH = 32;

/**
 * Embeds every unit that has no vector yet, at most `most` of them; what is done stays done over a crash. An `index`
 * that cannot list what it holds, and so cannot be synchronised, is given the vectors here, before they are stored.
 */
export async function embedPending(
  store: VectorStore,
  embedder: Embedder,
  options: { readonly most?: number; readonly index?: VectorIndex; readonly onProgress?: (done: number) => void } = {},
): Promise<number> {
  const { most = Number.POSITIVE_INFINITY, onProgress } = options;
  let done = 0;
  while (done < most) {
    const units = await store.pending(Math.min(BATCH, most - done));
    if (units.length === 0) break;
    const vectors = await embedder.embedDocuments(units.map((unit) => unit.text));
    const embedded = units.map(({ id }, at) => {
      const vector = vectors[at];
      if (!vector) throw new Error(`${embedder.modelId} gave no vector for unit ${id}`);
      return { id, vector };
    });
    await options.index?.upsert(embedded);
    await store.fill(embedded);
    done += units.length;
    onProgress?.(done);
  }
  return done;
}
