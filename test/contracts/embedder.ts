import { beforeAll, describe, expect, it } from "vitest";
import type { Embedder } from "../../src/core/ports.ts";

const TEXTS = [
  "Đảng viên đóng đảng phí hằng tháng.",
  "Cấp ủy kiểm tra việc chấp hành Điều lệ Đảng.",
  "Trời hôm nay mưa to ở miền Trung.",
];

/** What every `Embedder` promises. `create` gives the same one each time. */
export function testEmbedder(create: () => Embedder | Promise<Embedder>): void {
  describe("the embedder", () => {
    let embedder: Embedder;
    beforeAll(async () => {
      embedder = await create();
    });

    it("gives one vector of its dimensions and of length 1 for each text, in their order", async () => {
      const vectors = await embedder.embedDocuments(TEXTS);
      expect(vectors.map((vector) => vector.length)).toEqual(TEXTS.map(() => embedder.dimensions));
      for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 4);
      const [last] = await embedder.embedDocuments(TEXTS.slice(2));
      expect(vectors[2]).toEqual(last);
    });

    it("gives a text the same vector alone and in company", async () => {
      const [alone] = await embedder.embedDocuments(TEXTS.slice(0, 1));
      const company = [...TEXTS.slice(1), ` ${"dài ".repeat(200)}`, TEXTS[0] ?? ""];
      expect((await embedder.embedDocuments(company)).at(-1)).toEqual(alone);
    });

    it("gives a question a vector of the same kind", async () => {
      const vector = await embedder.embedQuery("Đảng phí đóng khi nào?");
      expect(vector).toHaveLength(embedder.dimensions);
      expect(Math.hypot(...vector)).toBeCloseTo(1, 4);
      expect(await embedder.embedQuery("Đảng phí đóng khi nào?")).toEqual(vector);
    });

    it("has nothing to do for no texts", async () => {
      expect(await embedder.embedDocuments([])).toEqual([]);
    });

    it("takes an empty and a very long text", async () => {
      const vectors = await embedder.embedDocuments(["", "Đảng ủy ".repeat(3_000)]);
      expect(vectors.map((vector) => vector.every(Number.isFinite))).toEqual([true, true]);
    });
  });
}
