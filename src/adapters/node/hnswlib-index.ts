import { createHash } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
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
  const live = new Set(index.getIdsList().filter(isLive));
  return {
    async nearest(vector, limit) {
      const count = Math.min(limit, index.getCurrentCount());
      if (count < 1) return [];
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
      for (const id of ids) if (live.delete(id)) index.markDelete(id);
    },
    ids: async () => [...live],
    save() {
      if (!file) return;
      const written = `${file}.${process.pid}.new`;
      index.writeIndexSync(written);
      writeFileSync(digestFile(file), digest(dimensions, written));
      renameSync(written, file);
    },
  };

  /** The list of ids has the deleted ones, too, and only a second deletion tells them. */
  function isLive(id: number): boolean {
    try {
      index.markDelete(id);
    } catch {
      return false;
    }
    index.unmarkDelete(id);
    return true;
  }
}

function read(dimensions: number, file: string) {
  try {
    // hnswlib checks the length of a file alone: damage inside gives wrong neighbours, or ends the process.
    if (readFileSync(digestFile(file), "utf8") !== digest(dimensions, file)) return undefined;
    const index = new hnswlib.HierarchicalNSW("ip", dimensions);
    index.readIndexSync(file, true);
    return index;
  } catch {
    // Not there, or of another version: it is derived, so it is made again.
    return undefined;
  }
}

function digestFile(file: string): string {
  return `${file}.sha256`;
}

function digest(dimensions: number, file: string): string {
  return createHash("sha256").update(`${dimensions} `).update(readFileSync(file)).digest("hex");
}

function empty(dimensions: number) {
  const index = new hnswlib.HierarchicalNSW("ip", dimensions);
  index.initIndex({
    maxElements: 1024,
    m: M,
    efConstruction: EF_CONSTRUCTION,
    randomSeed: 100,
    allowReplaceDeleted: true,
  });
  return index;
}
