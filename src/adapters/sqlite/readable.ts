import { type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { type Clearance, closedTo } from "../../core/access.ts";
import { documents } from "./schema.ts";

/** Condition on a column of document ids: only what may be read; `undefined` where that is everything. */
export function readable(clearance: Clearance, id: SQLiteColumn | SQL): SQL | undefined {
  const closed = closedDocuments(clearance);
  return closed && sql`${id} NOT IN ${closed}`;
}

/** The ids of what may not be read, as a list in SQL; `undefined` where there is no such level. */
export function closedDocuments(clearance: Clearance): SQL | undefined {
  const closed = closedTo(clearance);
  if (closed.length === 0) return undefined;
  const levels = sql`(SELECT value FROM json_each(${JSON.stringify(closed)}))`;
  return sql`(SELECT ${documents.id} FROM ${documents} WHERE ${documents.access} IN ${levels})`;
}

/** The same to stand after other conditions in raw SQL. */
export function andReadable(clearance: Clearance, id: SQLiteColumn | SQL): SQL {
  const condition = readable(clearance, id);
  return condition ? sql` AND ${condition}` : sql``;
}
