import { beforeEach, describe, expect, it } from "vitest";
import { IndexMismatchError } from "../../src/core/errors.ts";
import type { PassageStore, VectorStore } from "../../src/core/ports.ts";
import { newDocument } from "./new-document.ts";

/** What every `VectorStore` promises. `create` returns an empty one and the store of the same library. */
export function testVectorStore(create: () => Promise<{ vectors: VectorStore; store: PassageStore }>): void {
  describe("the vector store", () => {
    let vectors: VectorStore;
    let store: PassageStore;
    beforeEach(async () => {
      ({ vectors, store } = await create());
    });

    const put = (id: string, texts: readonly string[], given: readonly number[][] = []) =>
      store.put(newDocument({ id, title: "Quy định về đảng phí" }, texts, { vectors: given }));

    it("gives float32 numbers back bit by bit", async () => {
      const exact = Array.from(new Float32Array([1 / 3, -1e-38, 1e-45, 3.4e38, -0, Number.EPSILON]));
      await put("a", ["cam"], [exact]);
      const [entry] = await vectors.vectors(await vectors.vectorIds());
      expect(entry?.vector.map((value) => (Object.is(value, -0) ? "-0" : value))).toEqual([
        ...exact.slice(0, 4),
        "-0",
        exact[5],
      ]);
    });

    it("gives out the units without a vector as the embedder reads them, in order, and no more than asked for", async () => {
      await put("a", ["cam", "quýt", "bưởi"], [[1, 0]]);
      expect((await vectors.pending(10)).map(({ text }) => text)).toEqual([
        "Quy định về đảng phí. quýt",
        "Quy định về đảng phí. bưởi",
      ]);
      expect(await vectors.pending(1)).toHaveLength(1);
    });

    it("takes vectors for units and leads from them to their passages", async () => {
      await put("a", ["cam", "quýt"]);
      const [first, second] = await vectors.pending(10);
      const ids = [second?.id ?? 0, first?.id ?? 0];
      await vectors.fill(ids.map((id, at) => ({ id, vector: [at, 1] })));
      expect(await vectors.pending(10)).toEqual([]);
      expect((await vectors.vectorIds()).sort()).toEqual([...ids].sort());
      expect(await vectors.vectors([ids[1] ?? 0, -1])).toEqual([{ id: ids[1], vector: [1, 1] }]);
      expect(await store.passagesOfVectors([...ids, -1])).toEqual([
        { vectorId: ids[0], passageId: "a:2", span: { start: 5, end: 9 } },
        { vectorId: ids[1], passageId: "a:1", span: { start: 0, end: 3 } },
      ]);
      expect(await vectors.hasVectors()).toBe(true);
    });

    it("takes hundreds of vectors at once", async () => {
      await put(
        "a",
        Array.from({ length: 300 }, (_, at) => `đoạn ${at}`),
      );
      const units = await vectors.pending(1_000);
      await vectors.fill(units.map(({ id }) => ({ id, vector: [id, 1] })));
      expect(await vectors.vectors(await vectors.vectorIds())).toHaveLength(300);
    });

    it("has nothing to do for an empty list", async () => {
      await vectors.fill([]);
      expect(await vectors.vectors([])).toEqual([]);
    });

    it("never gives an id a second time", async () => {
      await put("a", ["cam"], [[1, 0]]);
      const before = await vectors.vectorIds();
      await put("a", ["cam"], [[1, 0]]);
      expect(await vectors.vectorIds()).not.toEqual(before);
      await store.remove("a");
      await put("a", ["cam"], [[1, 0]]);
      expect(new Set([...before, ...(await vectors.vectorIds())]).size).toBe(2);
    });

    it("gives ids of its own, so that an index of an earlier library is not taken for this one's", async () => {
      const other = await create();
      await put("a", ["cam"], [[1, 0]]);
      const ours = await vectors.vectorIds();
      await other.store.put(newDocument({ id: "a" }, ["cam"], { vectors: [[1, 0]] }));
      expect(await other.vectors.vectorIds()).not.toEqual(ours);
    });

    it("changes its revision whenever documents or vectors change", async () => {
      const revisions = [await vectors.revision()];
      const note = async () => revisions.push(await vectors.revision());
      await put("a", ["cam"]);
      await note();
      await vectors.fill([{ id: (await vectors.pending(1))[0]?.id ?? 0, vector: [1, 0] }]);
      await note();
      await vectors.clearVectors();
      await note();
      await store.remove("a");
      await note();
      expect(new Set(revisions).size).toBe(5);
      expect(await vectors.revision()).toBe(revisions.at(-1));
    });

    it("refuses another model than the one its vectors are of, and names both", async () => {
      await vectors.requireModel("one");
      await vectors.requireModel("two");
      await put("a", ["cam"], [[1, 0]]);
      await vectors.requireModel("two");
      const refused = vectors.requireModel("three");
      await expect(refused).rejects.toThrow(IndexMismatchError);
      await expect(refused).rejects.toThrow(/"two".*"three".*--reindex/);
    });

    it("forgets all vectors and the model at once", async () => {
      await vectors.requireModel("one");
      await put(
        "a",
        ["cam", "quýt"],
        [
          [1, 0],
          [0, 1],
        ],
      );
      await vectors.clearVectors();
      expect(await vectors.vectorIds()).toEqual([]);
      expect(await vectors.pending(10)).toHaveLength(2);
      await vectors.requireModel("two");
    });
  });
}
