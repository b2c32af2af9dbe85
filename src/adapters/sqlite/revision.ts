import { eq, sql } from "drizzle-orm";
import type { SqliteDatabase, Statement } from "./database.ts";
import { meta } from "./schema.ts";

/** Another one after every change of what the library holds, by whatever process. */
export async function revisionOf(db: SqliteDatabase): Promise<string> {
  const [row] = await db.select({ value: meta.value }).from(meta).where(eq(meta.key, "revision"));
  return row?.value ?? "0";
}

/** Statement that tells other processes and derived indexes that the library has changed. */
export function touch(db: SqliteDatabase): Statement {
  return db.run(sql`INSERT INTO meta(key, value) VALUES ('revision', '1')
    ON CONFLICT(key) DO UPDATE SET value = CAST(value AS INTEGER) + 1`);
}

/** What `read` gives, read again when the library has changed. */
export function rememberUntilChanged<T>(db: SqliteDatabase, read: () => Promise<T>): () => Promise<T> {
  let known: { readonly revision: string; readonly value: T } | undefined;
  return async () => {
    const revision = await revisionOf(db);
    if (known?.revision !== revision) known = { revision, value: await read() };
    return known.value;
  };
}
