import { expect, it } from "vitest";
import { exactIndex } from "../../src/adapters/memory/exact-index.ts";
import { freshVectorIndex } from "../../src/search/fresh-vector-index.ts";
import { createFakeVectorStore } from "../fakes/vector-store.ts";

function setUp() {
  const store = createFakeVectorStore();
  const counts = { changes: 0, reads: 0 };
  const vectorIds = () => {
    counts.reads += 1;
    return store.vectorIds();
  };
  const index = freshVectorIndex(exactIndex(), { ...store, vectorIds }, () => {
    counts.changes += 1;
  });
  const near = async () => (await index.nearest([1, 0], 10)).map(({ id }) => id);
  return { store, counts, near };
}

it("sees documents that came or went since the last search", async () => {
  const { store, near } = setUp();
  expect(await near()).toEqual([]);
  store.add({ 1: [1, 0], 2: [0, 1] });
  expect(await near()).toEqual([1, 2]);
  store.delete(1);
  store.add({ 3: [1, 1] });
  expect(await near()).toEqual([3, 2]);
});

it("compares with the database only after a change, and once for searches at the same time", async () => {
  const { store, counts, near } = setUp();
  store.add({ 1: [1, 0] });
  await Promise.all([near(), near(), near()]);
  await near();
  expect(counts).toEqual({ changes: 1, reads: 1 });
});

it("tells of changed entries only", async () => {
  const { store, counts, near } = setUp();
  await near();
  store.add({ 1: null });
  await near();
  expect(counts).toEqual({ changes: 0, reads: 2 });
});

it("searches although the index file could not be written, and tries to write it at the next change", async () => {
  const store = createFakeVectorStore();
  let attempts = 0;
  const index = freshVectorIndex(exactIndex(), store, () => {
    attempts += 1;
    throw new Error("ENOSPC: no space left on device");
  });
  store.add({ 1: [1, 0] });
  expect(await index.nearest([1, 0], 5)).toHaveLength(1);
  store.add({ 2: [1, 0] });
  expect(await index.nearest([1, 0], 5)).toHaveLength(2);
  expect(attempts).toBe(2);
});

it("is in step again after a database that could not be read", async () => {
  const store = createFakeVectorStore();
  let isLocked = true;
  const vectorIds = () => (isLocked ? Promise.reject(new Error("SQLITE_BUSY")) : store.vectorIds());
  const index = freshVectorIndex(exactIndex(), { ...store, vectorIds }, () => {});
  store.add({ 1: [1, 0] });
  await expect(index.nearest([1, 0], 5)).rejects.toThrow("SQLITE_BUSY");
  isLocked = false;
  expect(await index.nearest([1, 0], 5)).toHaveLength(1);
});
