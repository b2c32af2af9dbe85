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
    if ((await syncVectorIndex(index, store)) > 0) onChange();
    seen = revision;
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
