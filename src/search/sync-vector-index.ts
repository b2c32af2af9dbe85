import type { VectorIndex, VectorStore } from "../core/ports.ts";

const BATCH = 1_000;

/**
 * Brings a derived vector index into step with the stored vectors: whatever it lacks is added, whatever is gone is
 * removed. An empty index is filled. Returns how many entries changed.
 */
export async function syncVectorIndex(index: VectorIndex, store: VectorStore): Promise<number> {
  const indexed = await index.ids();
  if (!indexed) return 0;
  const known = new Set(indexed);
  const stored = new Set(await store.vectorIds());
  const gone = indexed.filter((id) => !stored.has(id));
  const missing = [...stored].filter((id) => !known.has(id));
  await index.remove(gone);
  for (let at = 0; at < missing.length; at += BATCH) {
    await index.upsert(await store.vectors(missing.slice(at, at + BATCH)));
  }
  return gone.length + missing.length;
}
