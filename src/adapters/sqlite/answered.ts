import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { AnsweredQuestion, AnsweredQuestions } from "../../core/answered.ts";
import { answered } from "./bot-schema.ts";
import type { SqliteDatabase } from "./database.ts";

/** The answered table. */
export function createAnsweredQuestions(db: SqliteDatabase): AnsweredQuestions {
  return {
    async put(question, now) {
      const { chatId, messageId, threadId, userId, question: typed, replies, ...found } = question;
      const values = { threadId, userId, question: typed, replies, found, at: now };
      await db
        .insert(answered)
        .values({ chatId, messageId, ...values })
        .onConflictDoUpdate({ target: [answered.chatId, answered.messageId], set: values });
    },

    async find(chatId, messageId) {
      const [row] = await db
        .select()
        .from(answered)
        .where(and(eq(answered.chatId, chatId), eq(answered.messageId, messageId)));
      return row && toQuestion(row);
    },

    async findByReply(chatId, replyId) {
      const isReply = sql`EXISTS (SELECT 1 FROM json_each(${answered.replies}) WHERE value = ${replyId})`;
      const [row] = await db
        .select()
        .from(answered)
        .where(and(eq(answered.chatId, chatId), isReply))
        .limit(1);
      return row && toQuestion(row);
    },

    async latest({ chatId, threadId, userId }) {
      const inTopic = threadId === null ? isNull(answered.threadId) : eq(answered.threadId, threadId);
      const [row] = await db
        .select()
        .from(answered)
        .where(and(eq(answered.userId, userId), eq(answered.chatId, chatId), inTopic))
        .orderBy(desc(answered.at), desc(answered.messageId))
        .limit(1);
      return row && toQuestion(row);
    },
  };
}

function toQuestion({ found, at: _at, ...row }: typeof answered.$inferSelect): AnsweredQuestion {
  return { ...row, ...found };
}
