import { and, eq, inArray, sql } from "drizzle-orm";
import { type Caps, dayOf, type Limits } from "../../core/spending.ts";
import { usage } from "./bot-schema.ts";
import type { SqliteDatabase } from "./database.ts";

/** User id under which everybody is counted together. */
export const EVERYBODY = 0;

/** Counters in the usage table; each question or reservation is one statement, so none slips past the cap. */
export function createLimits(db: SqliteDatabase, caps: Caps, now: () => number): Limits {
  /** Adds for the person and for everybody, unless a cap stands against it. */
  async function add(
    column: "questions" | "tokens",
    amount: number,
    { userId, day }: { readonly userId: number | null; readonly day: string },
  ): Promise<boolean> {
    const name = sql.identifier(column);
    const [mine, all] = column === "questions" ? [caps.userQuestions, caps.questions] : [caps.userTokens, caps.tokens];
    const counted = JSON.stringify(userId === null ? [EVERYBODY] : [EVERYBODY, userId]);
    const rows = await db.all(sql`INSERT INTO usage (day, user_id, ${name})
      SELECT ${day}, value, ${amount} FROM json_each(${counted})
      WHERE ${amount} <= ${userId === null ? all : Math.min(all, mine)} AND NOT EXISTS (
        SELECT 1 FROM usage WHERE day = ${day} AND user_id IN (SELECT value FROM json_each(${counted}))
          AND ${name} + ${amount} > CASE user_id WHEN ${EVERYBODY} THEN ${all} ELSE ${mine} END)
      ON CONFLICT (day, user_id) DO UPDATE SET ${name} = ${name} + excluded.${name}
      RETURNING user_id`);
    return rows.length > 0;
  }

  return {
    async admit(userId) {
      const day = dayOf(now());
      if (await add("questions", 1, { userId, day })) return undefined;
      if (userId === null) return "everybody";
      const [row] = await db
        .select({ questions: usage.questions })
        .from(usage)
        .where(and(eq(usage.day, day), eq(usage.userId, userId)));
      return (row?.questions ?? 0) >= caps.userQuestions ? "person" : "everybody";
    },

    spendingOf(userId) {
      // A question that goes on over midnight is settled where it was reserved.
      let day = dayOf(now());
      return {
        reserve(tokens) {
          day = dayOf(now());
          return add("tokens", tokens, { userId, day });
        },
        async settle(reserved, used) {
          const counted = userId === null ? [EVERYBODY] : [EVERYBODY, userId];
          await db
            .update(usage)
            .set({ tokens: sql`max(0, ${usage.tokens} + ${used - reserved})` })
            .where(and(eq(usage.day, day), inArray(usage.userId, counted)));
        },
      };
    },
  };
}
