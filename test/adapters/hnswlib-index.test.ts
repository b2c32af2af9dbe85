import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { exactIndex } from "../../src/adapters/memory/exact-index.ts";
import { hnswlibIndex } from "../../src/adapters/node/hnswlib-index.ts";
import { testVectorIndex } from "../contracts/vector-index.ts";
import { seededRandom } from "../fakes/seeded-random.ts";

const DIMENSIONS = 48;

describe("HNSW", () => testVectorIndex(() => hnswlibIndex(2)));

describe("HNSW against exact search", () => {
  it("finds at least 98 of 100 nearest among 2,000 clustered vectors", async () => {
    const vectors = clustered(2_000, 40);
    const [hnsw, exact] = [hnswlibIndex(DIMENSIONS), exactIndex()];
    await Promise.all([hnsw.upsert(vectors), exact.upsert(vectors)]);
    let found = 0;
    const queries = clustered(50, 50, 2);
    for (const { vector } of queries) {
      const expected = new Set((await exact.nearest(vector, 10)).map(({ id }) => id));
      found += (await hnsw.nearest(vector, 10)).filter(({ id }) => expected.has(id)).length;
    }
    expect(found / (queries.length * 10)).toBeGreaterThanOrEqual(0.98);
  });
});

describe("the HNSW file", () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "trichdan-hnsw-"));
    file = join(folder, "vectors.hnsw");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const saved = async (count: number, removed: readonly number[] = []) => {
    const index = hnswlibIndex(DIMENSIONS, file);
    await index.upsert(clustered(count, 10));
    await index.remove(removed);
    index.save();
    return index;
  };

  it("gives the same neighbours after it is read again", async () => {
    const index = await saved(300);
    const [question] = clustered(1, 1, 2);
    const neighbours = await index.nearest(question?.vector ?? [], 10);
    expect(await hnswlibIndex(DIMENSIONS, file).nearest(question?.vector ?? [], 10)).toEqual(neighbours);
  });

  it("keeps what was removed out of neighbours and ids", async () => {
    await saved(300, [7, 8, 9]);
    const index = hnswlibIndex(DIMENSIONS, file);
    expect(((await index.ids()) ?? []).filter((id) => id >= 7 && id <= 9)).toEqual([]);
    const neighbours = await index.nearest(clustered(300, 10)[7]?.vector ?? [], 200);
    expect(neighbours.filter(({ id }) => id >= 7 && id <= 9)).toEqual([]);
  });

  it("takes again, after it is read, an id that was removed before it was written", async () => {
    await saved(300, [7]);
    const index = hnswlibIndex(DIMENSIONS, file);
    const [seven] = clustered(300, 10).slice(7);
    await index.upsert(seven ? [seven] : []);
    expect((await index.nearest(seven?.vector ?? [], 1))[0]?.id).toBe(7);
  });

  it("grows after it is read", async () => {
    await saved(1_024);
    const index = hnswlibIndex(DIMENSIONS, file);
    await index.upsert(clustered(3_000, 10));
    expect(await index.ids()).toHaveLength(3_000);
  });

  it.each<[string, (bytes: Buffer) => Uint8Array]>([
    ["is empty", () => new Uint8Array()],
    ["is something else", () => Buffer.from("a text that is no index")],
    ["was cut", (bytes) => bytes.subarray(0, bytes.length / 2)],
    ["has zeros in the middle", (bytes) => bytes.fill(0, 20_000, 40_000)],
    ["has one byte changed", (bytes) => bytes.fill((bytes[5_000] ?? 0) ^ 1, 5_000, 5_001)],
  ])("starts empty when it %s", async (_, damage) => {
    await saved(300);
    writeFileSync(file, damage(readFileSync(file)));
    expect(await hnswlibIndex(DIMENSIONS, file).ids()).toEqual([]);
  });

  it("starts empty when it is of other dimensions", async () => {
    await saved(300);
    expect(await hnswlibIndex(DIMENSIONS + 1, file).ids()).toEqual([]);
  });
});

/** Unit vectors around `clusters` centres; the centres are the same for every `seed`. */
function clustered(count: number, clusters: number, seed = 1): { id: number; vector: number[] }[] {
  const centreRandom = seededRandom(99);
  const random = seededRandom(seed);
  const centres = Array.from({ length: clusters }, () =>
    Array.from({ length: DIMENSIONS }, () => centreRandom() - 0.5),
  );
  return Array.from({ length: count }, (_, id) => {
    const vector = (centres[id % clusters] ?? []).map((value) => value + (random() - 0.5) * 0.6);
    const length = Math.hypot(...vector);
    return { id, vector: vector.map((value) => value / length) };
  });
}
