import { and, count, eq, ne } from "drizzle-orm";
import type { AnswerPlace, Feedback } from "../../core/feedback.ts";
import { feedback } from "./bot-schema.ts";
import type { SqliteDatabase } from "./database.ts";

/** The feedback table. */
export function createFeedback(db: SqliteDatabase): Feedback {
  const of = ({ chatId, messageId }: AnswerPlace) =>
    and(eq(feedback.chatId, chatId), eq(feedback.messageId, messageId));

  return {
    async judge({ chatId, messageId }, userId, isGood, now) {
      // Two statements, of which only one can tell something new, whoever presses at the same time.
      const added = await db
        .insert(feedback)
        .values({ chatId, messageId, userId, isGood, at: now })
        .onConflictDoNothing()
        .returning({ isGood: feedback.isGood });
      if (added.length > 0) return "new";
      const changed = await db
        .update(feedback)
        .set({ isGood, at: now })
        .where(and(of({ chatId, messageId }), eq(feedback.userId, userId), ne(feedback.isGood, isGood)))
        .returning({ isGood: feedback.isGood });
      return changed.length > 0 ? "changed" : "same";
    },

    async tally(answer) {
      const rows = await db
        .select({ isGood: feedback.isGood, people: count() })
        .from(feedback)
        .where(of(answer))
        .groupBy(feedback.isGood);
      const having = (isGood: boolean) => rows.find((row) => row.isGood === isGood)?.people ?? 0;
      return { good: having(true), bad: having(false) };
    },
  };
}
