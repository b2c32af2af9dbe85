import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import { roles } from "../../core/access.ts";
import type { Invitations, Redemption } from "../../core/people.ts";
import { recordIfChanged } from "./audit.ts";
import { invitations, people } from "./bot-schema.ts";
import type { SqliteDatabase } from "./database.ts";
import { createPeople, firstRows } from "./people.ts";
import { conversations } from "./schema.ts";

const CODE_BYTES = 16;

/** The invitations table; `adminIds` need none. */
export function createInvitations(db: SqliteDatabase, adminIds: readonly number[] = []): Invitations {
  const known = createPeople(db, adminIds);
  const canBeFollowed = (now: number) =>
    and(gt(invitations.usesLeft, 0), gt(invitations.expiresAt, now), isNull(invitations.revokedAt));

  /** What stands against following it, or the role that it would give. */
  async function outlook(code: string, userId: number, now: number): Promise<Redemption> {
    const [row] = await db.select().from(invitations).where(eq(invitations.code, code));
    if (!row) return { kind: "unknown" };
    const role = (await known.find(userId))?.role ?? null;
    if (role !== null && roles.indexOf(role) >= roles.indexOf(row.role)) return { kind: "has-role", role };
    if (row.revokedAt !== null) return { kind: "revoked" };
    if (row.expiresAt <= now) return { kind: "expired" };
    return row.usesLeft > 0 ? { kind: "redeemed", role: row.role } : { kind: "used-up" };
  }

  return {
    async make({ role, uses, expiresAt }, { actorId, now }) {
      const code = newCode();
      await db.batch([
        db.insert(invitations).values({ code, role, usesLeft: uses, expiresAt, createdAt: now }),
        recordIfChanged(db, { action: "invitation-made", actorId, personId: null, subject: role }, now),
      ]);
      return code;
    },

    open: ({ offset, limit }, now) =>
      db
        .select({
          code: invitations.code,
          role: invitations.role,
          usesLeft: invitations.usesLeft,
          expiresAt: invitations.expiresAt,
        })
        .from(invitations)
        .where(canBeFollowed(now))
        .orderBy(asc(invitations.expiresAt), asc(invitations.code))
        .limit(limit)
        .offset(offset),

    async revoke(code, { actorId, now }) {
      const [row] = await db.select({ role: invitations.role }).from(invitations).where(eq(invitations.code, code));
      const results = await db.batch([
        db
          .update(invitations)
          .set({ revokedAt: now })
          .where(and(eq(invitations.code, code), canBeFollowed(now)))
          .returning({ code: invitations.code }),
        recordIfChanged(db, { action: "invitation-revoked", actorId, personId: null, subject: row?.role ?? null }, now),
      ]);
      return firstRows(results).length > 0;
    },

    async redeem(code, { actorId: userId, now }) {
      const before = await outlook(code, userId, now);
      if (before.kind !== "redeemed") return before;
      const { role } = before;
      const asHigh = JSON.stringify(roles.slice(roles.indexOf(role)));
      const results = await db.batch([
        db
          .update(invitations)
          .set({ usesLeft: sql`${invitations.usesLeft} - 1` })
          .where(
            and(
              eq(invitations.code, code),
              canBeFollowed(now),
              sql`NOT EXISTS (SELECT 1 FROM people WHERE user_id = ${userId}
                AND role IN (SELECT value FROM json_each(${asHigh})))`,
            ),
          )
          .returning({ code: invitations.code }),
        // No more than what the statement before has allowed.
        db
          .insert(people)
          .select(sql`SELECT ${userId}, ${role}, NULL, ${now}, ${now} WHERE changes() > 0`)
          .onConflictDoUpdate({ target: people.userId, set: { role } }),
        recordIfChanged(db, { action: "invitation-redeemed", actorId: userId, personId: userId, subject: role }, now),
        db.delete(conversations).where(eq(conversations.userId, userId)),
      ]);
      if (firstRows(results).length > 0) return before;
      // Somebody was faster.
      const after = await outlook(code, userId, now);
      return after.kind === "redeemed" ? { kind: "used-up" } : after;
    },
  };
}

/** 128 bits, in letters that a deep link may carry. */
function newCode(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(CODE_BYTES));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
