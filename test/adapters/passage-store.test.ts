import { sql } from "drizzle-orm";
import { describe } from "vitest";
import type { SqliteDatabase } from "../../src/adapters/sqlite/database.ts";
import { ensureFullText } from "../../src/adapters/sqlite/full-text.ts";
import { createPassageStore } from "../../src/adapters/sqlite/passage-store.ts";
import { createVectorStore } from "../../src/adapters/sqlite/vector-store.ts";
import { createRememberingWordIndex, createWordIndex } from "../../src/adapters/sqlite/word-index.ts";
import { testClearance } from "../contracts/clearance.ts";
import { testExportSql } from "../contracts/export-sql.ts";
import { testFullText } from "../contracts/full-text.ts";
import { testPassageStore } from "../contracts/passage-store.ts";
import { testVectorStore } from "../contracts/vector-store.ts";
import { openInFile, openInMemory } from "../fakes/databases.ts";

async function library(opening: Promise<SqliteDatabase>) {
  const db = await opening;
  await ensureFullText(db);
  return db;
}

describe.each([
  ["in memory", () => library(openInMemory())],
  ["in a file", () => library(openInFile())],
])("libSQL %s", (_, open) => {
  describe.each([
    ["looking words up", createWordIndex],
    ["remembering words", createRememberingWordIndex],
  ])("%s", (_, wordsOf) => {
    testPassageStore(async () => {
      const db = await open();
      return createPassageStore(db, "admin", wordsOf(db));
    });
    testClearance(async () => {
      const db = await open();
      const words = wordsOf(db);
      return { library: (clearance) => createPassageStore(db, clearance, words), vectors: createVectorStore(db) };
    });
  });
  // D1 lets nobody touch these tables.
  testFullText(open, [
    ["lost its index", sql`DELETE FROM passages_fts_data`],
    ["lost a page of its index", sql`DELETE FROM passages_fts_data WHERE id = (SELECT max(id) FROM passages_fts_data)`],
    ["has pages of zeros", sql`UPDATE passages_fts_data SET block = zeroblob(50) WHERE id > 10`],
    ["lost its list of rows", sql`DROP TABLE passages_fts_docsize`],
  ]);
  testExportSql(open, open);
  testVectorStore(async () => {
    const db = await open();
    return { vectors: createVectorStore(db), store: createPassageStore(db) };
  });
});
