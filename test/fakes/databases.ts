import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openLibsql } from "../../src/adapters/node/libsql.ts";
import type { SqliteDatabase } from "../../src/adapters/sqlite/database.ts";

/** An empty libSQL database in memory; it ends with the test. */
export function openInMemory(): Promise<SqliteDatabase> {
  return openAt(":memory:");
}

/** An empty libSQL database in a file; both end with the test. */
export function openInFile(): Promise<SqliteDatabase> {
  const folder = mkdtempSync(join(tmpdir(), "trichdan-database-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return openAt(join(folder, "library.db"));
}

// What is opened last is closed first.
async function openAt(path: string): Promise<SqliteDatabase> {
  const { db, close } = await openLibsql(path);
  onTestFinished(close);
  return db;
}
