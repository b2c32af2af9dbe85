import { describe, expect, it } from "vitest";
import { vectorizeIndex } from "../../src/adapters/cloudflare/vectorize-index.ts";
import { testVectorIndex } from "../contracts/vector-index.ts";
import { createFakeVectorize } from "../fakes/vectorize.ts";

describe("Vectorize", () => {
  testVectorIndex(() => vectorizeIndex(createFakeVectorize(2)));

  it("is never asked for more than it gives", async () => {
    const index = vectorizeIndex(createFakeVectorize(2));
    await index.upsert(Array.from({ length: 150 }, (_, id) => ({ id, vector: [1, id / 150] })));
    expect(await index.nearest([1, 0], 200)).toHaveLength(100);
  });

  it("gets and loses vectors in parts of the size it takes", async () => {
    const binding = createFakeVectorize(2);
    const index = vectorizeIndex(binding);
    await index.upsert(Array.from({ length: 2_300 }, (_, id) => ({ id, vector: [1, id] })));
    expect(binding.upserts).toEqual([1_000, 1_000, 300]);
    await index.remove(Array.from({ length: 2_299 }, (_, id) => id));
    expect([...binding.vectors.keys()]).toEqual(["2299"]);
  });
});
