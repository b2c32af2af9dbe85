import { expect, it } from "vitest";
import { exactIndex } from "../../src/adapters/memory/exact-index.ts";
import { embedPending } from "../../src/search/embed-pending.ts";
import { createFakeEmbedder } from "../fakes/embedder.ts";
import { createFakeVectorStore } from "../fakes/vector-store.ts";

function storeWith(waiting: number) {
  const store = createFakeVectorStore();
  store.add(Object.fromEntries(Array.from({ length: waiting }, (_, at) => [at + 1, null])));
  return store;
}

it("embeds every unit that waits, and each once", async () => {
  const [store, embedder] = [storeWith(70), createFakeEmbedder()];
  const progress: number[] = [];
  expect(await embedPending(store, embedder, { onProgress: (done) => progress.push(done) })).toBe(70);
  expect(embedder.documentCalls.flat()).toEqual(Array.from({ length: 70 }, (_, at) => `unit ${at + 1}`));
  expect(await store.vectorIds()).toHaveLength(70);
  expect(progress.at(-1)).toBe(70);
  expect(await embedPending(store, embedder)).toBe(0);
});

it("stops at the most it may do", async () => {
  const store = storeWith(70);
  expect(await embedPending(store, createFakeEmbedder(), { most: 40 })).toBe(40);
  expect(await store.vectorIds()).toHaveLength(40);
});

it("keeps what was done before a failure", async () => {
  const [store, embedder] = [storeWith(70), createFakeEmbedder()];
  const failing = {
    ...embedder,
    embedDocuments: (texts: readonly string[]) =>
      texts.includes("unit 70") ? Promise.reject(new Error("no capacity")) : embedder.embedDocuments(texts),
  };
  await expect(embedPending(store, failing)).rejects.toThrow("no capacity");
  const done = (await store.vectorIds()).length;
  expect(done).toBeGreaterThan(0);
  expect(await embedPending(store, embedder)).toBe(70 - done);
});

it("fails, instead of asking again without end, when the embedder leaves texts out", async () => {
  const embedder = { ...createFakeEmbedder(), embedDocuments: async () => [] };
  await expect(embedPending(storeWith(3), embedder)).rejects.toThrow(/vector/);
});

it("gives an index its vectors before the store says that they are there", async () => {
  const [store, index] = [storeWith(5), exactIndex()];
  const unwilling = { ...index, upsert: () => Promise.reject(new Error("Vectorize is away")) };
  await expect(embedPending(store, createFakeEmbedder(), { index: unwilling })).rejects.toThrow("away");
  expect(await store.vectorIds()).toEqual([]);
  await embedPending(store, createFakeEmbedder(), { index });
  expect(await index.ids()).toEqual(await store.vectorIds());
});
