import { and, eq, gt, lt } from "drizzle-orm";
import type { Conversations } from "../../core/ports.ts";
import type { SqliteDatabase } from "./database.ts";
import { conversations } from "./schema.ts";

// After that, who asks "when was it issued?" hardly means what was asked before.
const LIFE_MS = 30 * 60 * 1000;

/** The conversations table. */
export function createConversations(db: SqliteDatabase): Conversations {
  return {
    async recall(key, now) {
      const [found] = await db
        .select({ topic: conversations.topic })
        .from(conversations)
        .where(and(eq(conversations.key, key), gt(conversations.updatedAt, now - LIFE_MS)));
      return found?.topic;
    },

    async remember(key, userId, topic, now) {
      const values = { userId, topic, updatedAt: now };
      await db
        .insert(conversations)
        .values({ key, ...values })
        .onConflictDoUpdate({ target: conversations.key, set: values });
    },

    async forget(userId) {
      await db.delete(conversations).where(eq(conversations.userId, userId));
    },

    async purge(before) {
      await db.delete(conversations).where(lt(conversations.updatedAt, before));
    },
  };
}
