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
