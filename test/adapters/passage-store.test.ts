import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, describe } from "vitest";
import { openLibsql } from "../../src/adapters/node/libsql.ts";
import { ensureFullText } from "../../src/adapters/sqlite/full-text.ts";
import { createPassageStore } from "../../src/adapters/sqlite/passage-store.ts";
import { createVectorStore } from "../../src/adapters/sqlite/vector-store.ts";
import { testClearance } from "../contracts/clearance.ts";
import { testExportSql } from "../contracts/export-sql.ts";
import { testFullText } from "../contracts/full-text.ts";
import { testPassageStore } from "../contracts/passage-store.ts";
import { testVectorStore } from "../contracts/vector-store.ts";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function openIn(path: string) {
  const { db, close } = await openLibsql(path);
  closing.unshift(close);
  await ensureFullText(db);
  return db;
}

async function openFile() {
  const folder = mkdtempSync(join(tmpdir(), "trichdan-store-"));
  closing.push(() => rmSync(folder, { recursive: true }));
  return openIn(join(folder, "library.db"));
}

describe.each([
  ["in memory", () => openIn(":memory:")],
  ["in a file", openFile],
])("libSQL %s", (_, open) => {
  testPassageStore(async () => createPassageStore(await open()));
  testClearance(async () => {
    const db = await open();
    return { library: (clearance) => createPassageStore(db, clearance), vectors: createVectorStore(db) };
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
