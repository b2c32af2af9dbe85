import { expect, it } from "vitest";
import { exactIndex } from "../../src/adapters/memory/exact-index.ts";
import { syncVectorIndex } from "../../src/search/sync-vector-index.ts";
import { createFakeVectorStore } from "../fakes/vector-store.ts";

it("fills an empty index, whatever the number of vectors", async () => {
  const [index, store] = [exactIndex(), createFakeVectorStore()];
  store.add(Object.fromEntries(Array.from({ length: 2_500 }, (_, id) => [id, [1, id]])));
  expect(await syncVectorIndex(index, store)).toBe(2_500);
  expect(await index.ids()).toHaveLength(2_500);
});

it("adds what is missing, removes what is gone, and leaves out what has no vector yet", async () => {
  const [index, store] = [exactIndex(), createFakeVectorStore()];
  await index.upsert([1, 2, 3].map((id) => ({ id, vector: [1, 0] })));
  store.add({ 2: [1, 0], 3: [1, 0], 4: [1, 0], 5: null });
  expect(await syncVectorIndex(index, store)).toBe(2);
  expect(await index.ids()).toEqual([2, 3, 4]);
});

it("changes nothing in an index that is in step", async () => {
  const [index, store] = [exactIndex(), createFakeVectorStore()];
  store.add({ 1: [1, 0] });
  await syncVectorIndex(index, store);
  expect(await syncVectorIndex(index, store)).toBe(0);
});

it("lets an index alone that cannot list what it holds", async () => {
  const index = { ...exactIndex(), ids: async () => undefined };
  const store = createFakeVectorStore();
  store.add({ 1: [1, 0] });
  expect(await syncVectorIndex(index, store)).toBe(0);
  expect(await index.nearest([1, 0], 5)).toEqual([]);
});
