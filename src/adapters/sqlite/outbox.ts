import { and, asc, eq, lt } from "drizzle-orm";
import type { Outbox, OutgoingMessage } from "../../core/outbox.ts";
import { outbox } from "./bot-schema.ts";
import { chunks, type SqliteDatabase } from "./database.ts";

const COLUMNS = 7;

/** The outbox table. */
export function createOutbox(db: SqliteDatabase): Outbox {
  return {
    async plan(messages, now) {
      const rows = messages.map((message) => ({ ...message, state: "planned" as const, messageId: null, at: now }));
      const [first, ...rest] = chunks(rows, COLUMNS).map((some) => db.insert(outbox).values(some));
      if (first) await db.batch([first, ...rest]);
    },

    messagesOf(updateId) {
      const { part, chatId, call, state } = outbox;
      return db
        .select({ updateId: outbox.updateId, part, chatId, call, state })
        .from(outbox)
        .where(eq(outbox.updateId, updateId))
        .orderBy(asc(part));
    },

    async begin(message) {
      const begun = await db
        .update(outbox)
        .set({ state: "sending" })
        .where(and(isMessage(message), eq(outbox.state, "planned")))
        .returning({ part: outbox.part });
      return begun.length > 0;
    },

    async end(message, outcome) {
      await db
        .update(outbox)
        .set({
          state: outcome.state,
          ...(outcome.state !== "planned" && { call: null }),
          ...(outcome.state === "sent" && { messageId: outcome.messageId }),
        })
        .where(isMessage(message));
    },

    async purge(before) {
      await db.delete(outbox).where(lt(outbox.at, before));
    },
  };
}

function isMessage({ updateId, part }: Pick<OutgoingMessage, "updateId" | "part">) {
  return and(eq(outbox.updateId, updateId), eq(outbox.part, part));
}
