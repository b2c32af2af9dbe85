import type { BatchItem } from "drizzle-orm/batch";
import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";
import type * as schema from "./schema.ts";

/**
 * What Drizzle over libSQL and Drizzle over D1 have in common. There are no interactive transactions on D1:
 * everything that must happen together goes into one `batch`.
 */
export type SqliteDatabase = BaseSQLiteDatabase<"async", unknown, typeof schema> & {
  batch(statements: Statements): Promise<unknown>;
};

export type Statement = BatchItem<"sqlite">;
export type Statements = [Statement, ...Statement[]];

// D1 binds at most 100 parameters a statement.
// https://developers.cloudflare.com/d1/platform/limits/
const MAX_PARAMETERS = 100;

/** Rows of so many columns in groups that one statement can insert. */
export function chunks<T>(rows: readonly T[], columns: number): T[][] {
  const size = Math.floor(MAX_PARAMETERS / columns);
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, at) => rows.slice(at * size, (at + 1) * size));
}
