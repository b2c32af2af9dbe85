import { and, eq, gt, inArray, lt, lte, notExists, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { ArrivedUpdate, Claim, Inbox } from "../../core/ports.ts";
import { chunks, type SqliteDatabase } from "./database.ts";
import { inbox } from "./schema.ts";

const COLUMNS = 7;

/** The inbox table. Every method is one statement, so several processes may share it without a transaction. */
export function createInbox(db: SqliteDatabase): Inbox {
  return {
    async accept(updates, now) {
      const added: number[] = [];
      for (const some of chunks(updates.map(toRow(now)), COLUMNS)) {
        const rows = await db.insert(inbox).values(some).onConflictDoNothing().returning({ updateId: inbox.updateId });
        added.push(...rows.map(({ updateId }) => updateId));
      }
      return added;
    },

    async claim(now, leaseMs) {
      const [claimed] = await db
        .update(inbox)
        .set({ state: "working", leaseUntil: now + leaseMs, attempts: sql`${inbox.attempts} + 1` })
        .where(inArray(inbox.updateId, oldestClaimable(db, now)))
        .returning({ updateId: inbox.updateId, update: inbox.update, begun: inbox.attempts });
      return claimed && { updateId: claimed.updateId, update: claimed.update, attempts: claimed.begun - 1 };
    },

    async renew(claim, until) {
      const renewed = await db
        .update(inbox)
        .set({ leaseUntil: until })
        .where(isHeld(claim))
        .returning({ updateId: inbox.updateId });
      return renewed.length > 0;
    },

    async postpone(claim, until) {
      await db.update(inbox).set({ leaseUntil: until, attempts: claim.attempts }).where(isHeld(claim));
    },

    async finish(claim, state) {
      await db.update(inbox).set({ state, leaseUntil: null }).where(isHeld(claim));
    },

    async read(updateId) {
      const [found] = await db.select({ update: inbox.update }).from(inbox).where(eq(inbox.updateId, updateId));
      return found?.update;
    },

    async purge(before) {
      await db.delete(inbox).where(and(inArray(inbox.state, ["done", "failed"]), lt(inbox.receivedAt, before)));
    },
  };
}

function toRow(now: number) {
  return ({ updateId, chatId, update, isTaken = false }: ArrivedUpdate) => ({
    ...{ updateId, chatId, receivedAt: now },
    ...(isTaken ? ({ state: "done", update: {} } as const) : ({ state: "waiting", update } as const)),
  });
}

/** The number of attempts tells a claim from a later one of the same update. */
function isHeld({ updateId, attempts }: Claim) {
  return and(eq(inbox.updateId, updateId), eq(inbox.state, "working"), eq(inbox.attempts, attempts + 1));
}

/** Waiting, or handed back or abandoned, while nothing else of its chat is in work; `null` is no chat and blocks nothing. */
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
