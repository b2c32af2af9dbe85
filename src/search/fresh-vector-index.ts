import type { VectorIndex, VectorStore } from "../core/ports.ts";
import { syncVectorIndex } from "./sync-vector-index.ts";

/**
 * The index as searches see it: brought into step with the database first whenever the library has changed, by this
 * process or another. `onChange` hears that entries changed, to write the index file anew.
 */
export function freshVectorIndex(index: VectorIndex, store: VectorStore, onChange: () => void): VectorIndex {
  let seen: string | undefined;
  let syncing: Promise<void> | undefined;

  async function refresh(): Promise<void> {
    const revision = await store.revision();
    if (revision === seen) return;
    const changes = await syncVectorIndex(index, store);
    seen = revision;
    if (changes === 0) return;
    try {
      onChange();
    } catch {
      // A file that cannot be written costs the next start some seconds, and no search its answer.
    }
  }

  return {
    ...index,
    async nearest(vector, limit) {
      syncing ??= refresh().finally(() => {
        syncing = undefined;
      });
      await syncing;
      return index.nearest(vector, limit);
    },
  };
}
