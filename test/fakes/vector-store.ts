import { IndexMismatchError } from "../../src/core/errors.ts";
import type { VectorStore } from "../../src/core/ports.ts";

export interface FakeVectorStore extends VectorStore {
  /** Adds units; a `null` vector is one that waits. */
  add(units: Readonly<Record<number, readonly number[] | null>>): void;
  delete(...ids: readonly number[]): void;
}

/** Vectors in memory; the text of unit 7 is "unit 7". */
export function createFakeVectorStore(): FakeVectorStore {
  const units = new Map<number, readonly number[] | null>();
  let revision = 0;
  let model: string | undefined;
  const embedded = () => Array.from(units).flatMap(([id, vector]) => (vector ? [{ id, vector }] : []));
  return {
    add(added) {
      for (const [id, vector] of Object.entries(added)) units.set(Number(id), vector);
      revision += 1;
    },
    delete(...ids) {
      for (const id of ids) units.delete(id);
      revision += 1;
    },
    hasVectors: async () => embedded().length > 0,
    vectorIds: async () => embedded().map(({ id }) => id),
    vectors: async (ids) => embedded().filter(({ id }) => ids.includes(id)),
    revision: async () => String(revision),
    async requireModel(modelId) {
      if (model && model !== modelId && embedded().length > 0) throw new IndexMismatchError(model, modelId);
      model = modelId;
    },
    async pending(limit) {
      const waiting = Array.from(units).filter(([, vector]) => vector === null);
      return waiting.slice(0, limit).map(([id]) => ({ id, text: `unit ${id}` }));
    },
    async fill(vectors) {
      for (const { id, vector } of vectors) units.set(id, vector);
      revision += 1;
    },
    async clearVectors() {
      for (const id of units.keys()) units.set(id, null);
      model = undefined;
      revision += 1;
    },
  };
}
