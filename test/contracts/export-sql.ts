import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { SqliteDatabase } from "../../src/adapters/sqlite/database.ts";
import { exportSql } from "../../src/adapters/sqlite/export-sql.ts";
import { ensureFullText } from "../../src/adapters/sqlite/full-text.ts";
import { createPassageStore } from "../../src/adapters/sqlite/passage-store.ts";
import { createVectorStore } from "../../src/adapters/sqlite/vector-store.ts";
import type { PassageStore, VectorStore } from "../../src/core/ports.ts";
import { newDocument } from "./new-document.ts";

const STRANGE = "Điều 1. “Tổ chức” 👍 'đảng'; -- không\n\t\\ \"'' DROP TABLE documents;\r\u2028 %s ?1 :a 𝕏";

/** That a library arrives whole. `from` and `to` give empty databases. */
export function testExportSql(from: () => Promise<SqliteDatabase>, to: () => Promise<SqliteDatabase>): void {
  describe("exportSql", () => {
    let source: SqliteDatabase;
    let target: SqliteDatabase;
    let store: PassageStore;
    beforeEach(async () => {
      [source, target] = [await from(), await to()];
      store = createPassageStore(source);
    });

    const exported = async () => {
      const lines: string[] = [];
      for await (const line of exportSql(source)) lines.push(line);
      return lines;
    };
    const load = async (lines: readonly string[]) => {
      for (const line of lines) await target.run(sql.raw(line));
      await ensureFullText(target);
    };

    it("brings every document, passage, mention and unit over, and no vector", async () => {
      await store.put(
        newDocument(
          {
            id: "a",
            number: "213-QĐ/TW",
            issuedOn: "2020-01-02",
            isDigest: true,
            source: { publisher: "Báo 'x'", title: null, date: null, url: null },
          },
          [STRANGE, "Theo số 5-QĐ/TW", "cam"],
          { mentions: [{ words: "số 5-QĐ/TW", serial: "5", suffix: "TW" }], vectors: [[1, 0]] },
        ),
      );
      const texts = Array.from({ length: 400 }, (_, at) => `Đoạn ${at} 👍 ${"chữ dài ".repeat(80)}`);
      await store.put(newDocument({ id: "large" }, texts));
      await load(await exported());

      expect(await contents(createPassageStore(target))).toEqual(await contents(store));
      expect((await createVectorStore(target).vectorIds()).length).toBe(0);
      expect(await pendingTexts(target)).toHaveLength(403);
      const [hit] = await createPassageStore(target).searchText(["cam"], "words", 1);
      expect(hit?.passageId).toBe("a:3");
    });

    it("brings over what recognition is not sure of, however much it is", async () => {
      const uncertain = Array.from({ length: 8_000 }, (_, at) => ({ start: 10 * at, end: 10 * at + 4 }));
      await store.put(newDocument({ id: "a", uncertain }, Array(20).fill("chữ nhận dạng ".repeat(300))));
      const lines = await exported();
      await load(lines);
      expect(await createPassageStore(target).uncertainIn(["a"])).toEqual(new Map([["a", uncertain]]));
      const sizes = lines.map((line) => new TextEncoder().encode(line).length);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(90_000);
    });

    it("makes statements of one line that D1 takes", async () => {
      await store.put(
        newDocument(
          { id: "a" },
          Array.from({ length: 900 }, () => `${STRANGE} ${"ế👍\n'".repeat(60)}`),
        ),
      );
      const lines = await exported();
      const sizes = lines.map((line) => new TextEncoder().encode(line).length);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(90_000);
      expect(lines.filter((line) => !/^[^\n]+;\n$/.test(line))).toEqual([]);
    });

    it("tells nobody where the files were", async () => {
      await store.put(newDocument({ id: "a" }, ["cam"]));
      expect((await exported()).join("")).not.toContain("/library/folder");
    });

    it("says what to do about a paragraph that no statement can hold", async () => {
      await store.put(newDocument({ id: "a" }, ["chữ".repeat(40_000)]));
      await expect(exported()).rejects.toThrow(/"a:1".*Part it in its file/);
    });

    it("keeps the vectors of documents that have not changed, and lets go of the others", async () => {
      await store.put(newDocument({ id: "same" }, ["cam"]));
      await store.put(newDocument({ id: "changed" }, ["quýt", "bưởi"]));
      await store.put(newDocument({ id: "gone" }, ["chanh"]));
      await load(await exported());
      await embed(createVectorStore(target));
      const before = await createVectorStore(target).revision();

      await store.put(newDocument({ id: "changed" }, ["dừa", "mít to"]));
      await store.put(newDocument({ id: "new" }, ["xoài"]));
      await store.remove("gone");
      await load(await exported());

      expect(await contents(createPassageStore(target))).toEqual(await contents(store));
      expect(await pendingTexts(target)).toEqual(
        ["dừa", "mít to", "xoài"].map((text) => expect.stringContaining(text)),
      );
      expect((await createVectorStore(target).vectorIds()).length).toBe(1);
      expect(await createVectorStore(target).revision()).not.toBe(before);
      expect(await createPassageStore(target).searchText(["quýt", "chanh"], "words", 5)).toEqual([]);
      expect(await createPassageStore(target).searchText(["dừa"], "words", 5)).toHaveLength(1);
    });

    it("completes a load that was cut off, wherever that was", async () => {
      await store.put(
        newDocument({ id: "a" }, ["cam", "quýt số 5-QĐ/TW"], { mentions: [{ words: "5-QĐ/TW", serial: "5" }] }),
      );
      await store.put(newDocument({ id: "b", uncertain: [{ start: 0, end: 4 }] }, ["bưởi"]));
      const lines = await exported();
      for (let cut = 1; cut < lines.length; cut += 1) {
        await load(lines.slice(0, cut));
        await load(lines);
        expect(await contents(createPassageStore(target))).toEqual(await contents(store));
        expect(await pendingTexts(target)).toHaveLength(3);
        await createPassageStore(target).remove("a");
      }
    });
  });
}

async function contents(store: PassageStore) {
  const heads = await store.directives();
  const ids = heads.map(({ id }) => id).sort();
  return Promise.all(
    ids.map(async (id) => [await store.directive(id), await store.passagesOf(id), await store.mentionsIn(id)]),
  );
}

async function pendingTexts(db: SqliteDatabase): Promise<string[]> {
  return (await createVectorStore(db).pending(1_000)).map(({ text }) => text);
}

async function embed(vectors: VectorStore): Promise<void> {
  await vectors.fill((await vectors.pending(1_000)).map(({ id }) => ({ id, vector: [1, 0] })));
}
