import { type SQL, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { SqliteDatabase } from "../../src/adapters/sqlite/database.ts";
import { ensureFullText } from "../../src/adapters/sqlite/full-text.ts";
import { createPassageStore } from "../../src/adapters/sqlite/passage-store.ts";
import { newDocument } from "./new-document.ts";

/** The full-text table is derived, on every database. `create` returns one without documents; `damages` are further ones. */
export function testFullText(create: () => Promise<SqliteDatabase>, damages: readonly [string, SQL][] = []): void {
  describe("ensureFullText", () => {
    let db: SqliteDatabase;
    beforeEach(async () => {
      db = await create();
      const texts = Array.from({ length: 450 }, (_, at) => `Đảng viên thứ ${at}`);
      await createPassageStore(db).put(newDocument({ id: "a" }, texts));
    });

    const search = async () => {
      const hits = await createPassageStore(db).searchText(["viên thứ 7", "viên thứ 449"], "words", 10);
      return hits.map(({ passageId }) => passageId).sort();
    };
    const expected = ["a:450", "a:8"];

    it.each<[string, SQL]>([
      ["is missing", sql`DROP TABLE passages_fts`],
      ["lost its dictionary", sql`DROP TABLE passages_terms`],
      ["lacks rows", sql`DELETE FROM passages_fts WHERE rowid % 3 = 0`],
      ["is of another version", sql`UPDATE meta SET value = 'other' WHERE key = 'fullText'`],
      ["was never made", sql`DELETE FROM meta WHERE key = 'fullText'`],
      ...damages,
    ])("mends a table that %s", async (_, damage) => {
      expect(await search()).toEqual(expected);
      await db.run(damage);
      await ensureFullText(db);
      expect(await search()).toEqual(expected);
      const frequencies = await createPassageStore(db).frequencies(["đảng"], "words");
      expect(frequencies.get("đảng")).toBe(450);
    });

    it("follows passages that were written past it", async () => {
      await db.run(sql`DELETE FROM passages WHERE id = 'a:8'`);
      await db.run(sql`INSERT INTO passages(id, document_id, path, start, end, text, context)
        VALUES ('a:new', 'a', '[]', 0, 1, 'viên thứ 7', '')`);
      await ensureFullText(db);
      expect(await search()).toEqual(["a:450", "a:new"]);
    });

    it("enters no passage twice when two make it at the same time", async () => {
      await db.run(sql`DROP TABLE passages_fts`);
      await Promise.all([ensureFullText(db), ensureFullText(db)]);
      expect((await createPassageStore(db).frequencies(["đảng"], "words")).get("đảng")).toBe(450);
      expect(await search()).toEqual(expected);
    });
  });
}
