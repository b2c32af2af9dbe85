import { and, eq, gt, inArray, lt, lte, notExists, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Inbox } from "../../core/ports.ts";
import type { SqliteDatabase } from "./database.ts";
import { inbox } from "./schema.ts";

/** The inbox table. Every method is one statement, so several processes may share it without a transaction. */
export function createInbox(db: SqliteDatabase): Inbox {
  return {
    async accept({ updateId, chatId, update }, now) {
      const added = await db
        .insert(inbox)
        .values({ updateId, chatId, update, state: "waiting", receivedAt: now })
        .onConflictDoNothing()
        .returning({ updateId: inbox.updateId });
      return added.length > 0;
    },

    async claim(now, leaseMs) {
      const [claimed] = await db
        .update(inbox)
        .set({ state: "working", leaseUntil: now + leaseMs, attempts: sql`${inbox.attempts} + 1` })
        .where(inArray(inbox.updateId, oldestClaimable(db, now)))
        .returning({ updateId: inbox.updateId, update: inbox.update, begun: inbox.attempts });
      return claimed && { updateId: claimed.updateId, update: claimed.update, attempts: claimed.begun - 1 };
    },

    async finish(updateId, state) {
      await db.update(inbox).set({ state, leaseUntil: null }).where(eq(inbox.updateId, updateId));
    },

    async purge(before) {
      await db.delete(inbox).where(and(inArray(inbox.state, ["done", "failed"]), lt(inbox.receivedAt, before)));
    },
  };
}

/** Waiting or abandoned, while nothing else of its chat is in work; `null` is no chat and blocks nothing. */
function oldestClaimable(db: SqliteDatabase, now: number) {
  const candidate = alias(inbox, "candidate");
  const other = alias(inbox, "other");
  const chatIsBusy = db
    .select({ updateId: other.updateId })
    .from(other)
    .where(and(eq(other.state, "working"), gt(other.leaseUntil, now), eq(other.chatId, candidate.chatId)));
  return db
    .select({ updateId: candidate.updateId })
    .from(candidate)
    .where(
      and(
        or(eq(candidate.state, "waiting"), and(eq(candidate.state, "working"), lte(candidate.leaseUntil, now))),
        notExists(chatIsBusy),
      ),
    )
    .orderBy(candidate.updateId)
    .limit(1);
}
