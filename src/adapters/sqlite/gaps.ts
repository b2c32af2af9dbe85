import { and, count, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { type Gaps, gapKey, keptQuestion } from "../../core/gaps.ts";
import { gaps } from "./bot-schema.ts";
import type { SqliteDatabase } from "./database.ts";

// The web asks for no name: whoever fills the list with nonsense must not fill the disk. What is known still counts.
const MAX_GAPS = 10_000;

/** The gaps table. Every method but `open` is one statement. */
export function createGaps(db: SqliteDatabase, { most = MAX_GAPS }: { readonly most?: number } = {}): Gaps {
  const isOpen = and(isNull(gaps.closedAt), gt(gaps.count, 0));
  const asked = (question: string) => eq(gaps.key, gapKey(question));

  return {
    async note(question, reason, now) {
      const key = gapKey(question);
      if (key === "") return;
      const hasRoom = sql`(SELECT count(*) FROM ${gaps}) < ${most} OR EXISTS (SELECT 1 FROM ${gaps} WHERE ${gaps.key} = ${key})`;
      // A settled one begins anew: what was done about it did not help.
      await db.run(sql`INSERT INTO ${gaps} (key, question, reason, count, first_at, last_at)
        SELECT ${key}, ${keptQuestion(question)}, ${reason}, 1, ${now}, ${now} WHERE ${hasRoom}
        ON CONFLICT (key) DO UPDATE SET reason = excluded.reason, last_at = excluded.last_at,
          count = CASE WHEN closed_at IS NULL THEN count + 1 ELSE 1 END,
          first_at = CASE WHEN closed_at IS NULL THEN first_at ELSE excluded.first_at END,
          closed_at = NULL`);
    },

    async retract(question) {
      await db
        .update(gaps)
        .set({ count: sql`${gaps.count} - 1` })
        .where(and(asked(question), isOpen));
    },

    async explain(question, reason) {
      await db
        .update(gaps)
        .set({ reason })
        .where(and(asked(question), isOpen));
    },

    async open({ order, offset, limit }) {
      const { id, question, reason, count: times, firstAt, lastAt } = gaps;
      const [found, [all]] = await Promise.all([
        db
          .select({ id, question, reason, count: times, firstAt, lastAt })
          .from(gaps)
          .where(isOpen)
          .orderBy(...(order === "newest" ? [] : [desc(times)]), desc(lastAt), desc(id))
          .limit(limit)
          .offset(offset),
        db.select({ total: count() }).from(gaps).where(isOpen),
      ]);
      return { gaps: found, total: all?.total ?? 0 };
    },

    async close(id, now) {
      const closed = await db
        .update(gaps)
        .set({ closedAt: now })
        .where(and(eq(gaps.id, id), isOpen))
        .returning({ id: gaps.id });
      return closed.length > 0;
    },
  };
}
