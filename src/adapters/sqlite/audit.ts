import { desc, sql } from "drizzle-orm";
import type { Audit, AuditEntry } from "../../core/audit.ts";
import { audit } from "./bot-schema.ts";
import type { SqliteDatabase, Statement } from "./database.ts";

/** The audit table. */
export function createAudit(db: SqliteDatabase): Audit {
  return {
    async record(entry, now) {
      await db.insert(audit).values({ ...entry, at: now });
    },
    list: ({ offset, limit }) =>
      db
        .select({
          action: audit.action,
          actorId: audit.actorId,
          personId: audit.personId,
          subject: audit.subject,
          at: audit.at,
        })
        .from(audit)
        .orderBy(desc(audit.at), desc(audit.id))
        .limit(limit)
        .offset(offset),
  };
}

/** For a batch, after the statement that does it: nothing is recorded where that one has changed nothing. */
export function recordIfChanged(db: SqliteDatabase, entry: AuditEntry, now: number): Statement {
  const { action, actorId, personId, subject } = entry;
  // Not `db.run`, whose parameters Drizzle loses in a batch on D1.
  return db
    .insert(audit)
    .select(sql`SELECT NULL, ${now}, ${actorId}, ${action}, ${personId}, ${subject} WHERE changes() > 0`);
}
