import { applyD1Migrations, env } from "cloudflare:test";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import * as botSchema from "../../src/adapters/sqlite/bot-schema.ts";
import type { SqliteDatabase } from "../../src/adapters/sqlite/database.ts";
import { ensureFullText } from "../../src/adapters/sqlite/full-text.ts";
import * as schema from "../../src/adapters/sqlite/schema.ts";

/** A D1 of the test with its tables, and nothing in them. */
export async function emptyDatabase(binding = env.DB): Promise<SqliteDatabase> {
  await applyD1Migrations(binding, env.MIGRATIONS);
  const db = drizzle(binding, { schema });
  for (const table of [...Object.values(schema), ...Object.values(botSchema)]) await db.delete(table);
  await db.run(sql`DROP TABLE IF EXISTS passages_fts`);
  await ensureFullText(db);
  return db;
}
