import { beforeEach, expect, it } from "vitest";
import type { VectorIndex } from "../../src/core/ports.ts";

/** What every `VectorIndex` promises. `create` returns an empty index of two dimensions. */
export function testVectorIndex(create: () => VectorIndex): void {
  let index: VectorIndex;
  beforeEach(() => {
    index = create();
  });

  const idsNear = async (degrees: number, limit: number) =>
    (await index.nearest(direction(degrees), limit)).map(({ id }) => id);

  it("reports similarity, not distance", async () => {
    await index.upsert([at(1, 0), at(2, 60), at(3, 180)]);
    const similarities = (await index.nearest(direction(0), 3)).map(({ similarity }) => similarity);
    expect(similarities.map((value) => Number(value.toFixed(3)))).toEqual([1, 0.5, -1]);
  });

  it("puts the most similar first", async () => {
    await index.upsert([at(1, 90), at(2, 10), at(3, 170), at(4, 40)]);
    expect(await idsNear(0, 10)).toEqual([2, 4, 1, 3]);
  });

  it("gives at most as many as asked for", async () => {
    await index.upsert(Array.from({ length: 50 }, (_, id) => at(id, id)));
    expect(await idsNear(0, 3)).toEqual([0, 1, 2]);
    expect(await idsNear(0, 0)).toEqual([]);
  });

  it("answers from any number of entries when more are asked for than there are", async () => {
    expect(await idsNear(0, 5)).toEqual([]);
    await index.upsert([at(1, 0)]);
    expect(await idsNear(0, 200)).toEqual([1]);
  });

  it("has nothing to do for an empty list", async () => {
    await index.upsert([]);
    await index.remove([]);
    expect(await idsNear(0, 5)).toEqual([]);
  });

  it("replaces the vector of a known id", async () => {
    await index.upsert([at(1, 0), at(2, 90)]);
    await index.upsert([at(1, 180)]);
    expect(await idsNear(0, 5)).toEqual([2, 1]);
  });

  it("forgets what is removed, and is not troubled by ids it never had", async () => {
    await index.upsert([at(1, 0), at(2, 90)]);
    await index.remove([1, 77]);
    expect(await idsNear(0, 5)).toEqual([2]);
  });

  it("takes a removed id again", async () => {
    await index.upsert([at(1, 0), at(2, 90)]);
    await index.remove([1]);
    await index.upsert([at(3, 45), at(1, 10)]);
    expect(await idsNear(0, 5)).toEqual([1, 3, 2]);
  });

  it("is empty again when everything is removed", async () => {
    await index.upsert([at(1, 0), at(2, 90)]);
    await index.remove([1, 2]);
    expect(await idsNear(0, 5)).toEqual([]);
  });

  it("takes ids up to 32 bits", async () => {
    await index.upsert([at(4_294_967_290, 0), at(1, 90)]);
    expect(await idsNear(0, 1)).toEqual([4_294_967_290]);
  });

  it("lists what it holds, or says that it cannot", async () => {
    await index.upsert([at(1, 0), at(2, 90), at(3, 45)]);
    await index.remove([2]);
    expect([...((await index.ids()) ?? [1, 3])].sort()).toEqual([1, 3]);
  });
}

function at(id: number, degrees: number) {
  return { id, vector: direction(degrees) };
}

function direction(degrees: number): number[] {
  return [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
}
