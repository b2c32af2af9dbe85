import { existsSync, renameSync } from "node:fs";
import hnswlib from "hnswlib-node";
import type { VectorIndex } from "../../core/ports.ts";

// Links per node and search width: recall above .99 against exact search at 10,000 vectors (bench/).
const M = 24;
const EF_CONSTRUCTION = 200;
const MIN_EF = 400;

export interface HnswlibIndex extends VectorIndex {
  /** Writes the index file whole or not at all. */
  save(): void;
}

/**
 * HNSW over inner products of unit vectors. `file` is read when it is there and sound; anything else starts an empty
 * index, which `syncVectorIndex` then fills from the database.
 */
export function hnswlibIndex(dimensions: number, file?: string): HnswlibIndex {
  const index = (file && read(dimensions, file)) || empty(dimensions);
  // A file that was read lists the entries deleted before it was written, too; the first sync deletes them again.
  const live = new Set(index.getIdsList());
  return {
    async nearest(vector, limit) {
      const count = Math.min(limit, index.getCurrentCount());
      if (count === 0) return [];
      index.setEf(Math.max(MIN_EF, count));
      const { neighbors, distances } = index.searchKnn([...vector], count);
      return neighbors.map((id, at) => ({ id, similarity: 1 - (distances[at] ?? 1) }));
    },
    async upsert(entries) {
      const needed = index.getCurrentCount() + entries.length;
      if (needed > index.getMaxElements()) index.resizeIndex(Math.max(needed, index.getMaxElements() * 2));
      for (const { id, vector } of entries) index.addPoint([...vector], id, true);
      for (const { id } of entries) live.add(id);
    },
    async remove(ids) {
      for (const id of ids) if (live.delete(id)) markDeleted(id);
    },
    ids: async () => [...live],
    save() {
      if (!file) return;
      index.writeIndexSync(`${file}.new`);
      renameSync(`${file}.new`, file);
    },
  };

  function markDeleted(id: number): void {
    try {
      index.markDelete(id);
    } catch {
      // Already deleted in the file: what was asked for.
    }
  }
}

function read(dimensions: number, file: string) {
  if (!existsSync(file)) return undefined;
  try {
    const index = new hnswlib.HierarchicalNSW("ip", dimensions);
    index.readIndexSync(file, true);
    // A file of other dimensions reads without complaint and fails here.
    if (index.getCurrentCount() > 0) index.searchKnn(new Array(dimensions).fill(0), 1);
    return index;
  } catch {
    // Damaged or of another version: it is derived, so it is made again.
    return undefined;
  }
}

function empty(dimensions: number) {
  const index = new hnswlib.HierarchicalNSW("ip", dimensions);
  index.initIndex({ maxElements: 1024, m: M, efConstruction: EF_CONSTRUCTION, randomSeed: 100, allowReplaceDeleted: true });
  return index;
}
