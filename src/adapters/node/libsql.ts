import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createClient } from "@libsql/client/sqlite3";
import { migrate } from "drizzle-orm/libsql/migrator";
import { drizzle } from "drizzle-orm/libsql/sqlite3";
import { TrichdanError } from "../../core/errors.ts";
import type { SqliteDatabase } from "../sqlite/database.ts";
import * as schema from "../sqlite/schema.ts";

const BUSY_MS = 10_000;
const MIGRATIONS = fileURLToPath(new URL("../sqlite/migrations", import.meta.url));

/** Opens (and creates and migrates) the library file; `:memory:` for a library that is not kept. */
export async function openLibsql(path: string): Promise<{ db: SqliteDatabase; close: () => void }> {
  try {
    if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
    const url = path === ":memory:" ? path : pathToFileURL(path).href;
    // Two processes wait for each other instead of failing, and with a write-ahead log no reader waits for a writer.
    const client = createClient({ url, timeout: BUSY_MS });
    await client.execute("PRAGMA journal_mode = WAL");
    const db = drizzle(client, { schema });
    const migrated = () => migrate(db, { migrationsFolder: MIGRATIONS });
    // Fails where another process makes the tables at the same time; then there is nothing left to do.
    await migrated().catch(migrated);
    return { db, close: () => client.close() };
  } catch (cause) {
    throw new TrichdanError(
      `The library "${path}" could not be opened. Check that the folder can be written and the disk is not full, ` +
        "or move the file away and run `npm run trichdan -- ingest data/library` to build it again.",
      { cause },
    );
  }
}
