import { and, eq, isNull, lt, ne, notInArray, or, type SQL, sql } from "drizzle-orm";
import type { PersonalData } from "../../core/people.ts";
import { dayOf } from "../../core/spending.ts";
import { answered, audit, feedback, gaps, invitations, outbox, people, usage } from "./bot-schema.ts";
import type { SqliteDatabase } from "./database.ts";
import { conversations, inbox } from "./schema.ts";
import { EVERYBODY } from "./usage.ts";

/** Every table that holds anything about people. */
export function createPersonalData(db: SqliteDatabase): PersonalData {
  return {
    async about(userId) {
      const [person] = await db.select().from(people).where(eq(people.userId, userId));
      const [counts] = await db.all<Record<"days" | "answers" | "feedback" | "conversations", number>>(
        sql`SELECT (SELECT count(*) FROM ${usage} WHERE user_id = ${userId}) AS days,
          (SELECT count(*) FROM ${answered} WHERE user_id = ${userId}) AS answers,
          (SELECT count(*) FROM ${feedback} WHERE user_id = ${userId}) AS feedback,
          (SELECT count(*) FROM ${conversations} WHERE user_id = ${userId}) AS conversations`,
      );
      return {
        role: person?.role ?? null,
        language: person?.language ?? null,
        addedAt: person?.addedAt ?? null,
        ...(counts ?? { days: 0, answers: 0, feedback: 0, conversations: 0 }),
      };
    },

    async forget(userId, now) {
      const isTheirs = or(eq(inbox.chatId, userId), isFrom(userId));
      const isHandled = ne(inbox.state, "waiting");
      await db.batch([
        db
          .delete(outbox)
          .where(
            or(
              eq(outbox.chatId, userId),
              sql`${outbox.updateId} IN (SELECT ${inbox.updateId} FROM ${inbox} WHERE ${and(isTheirs, isHandled)})`,
            ),
          ),
        // The number alone stays until the sweep: a second delivery of the update must be known.
        db.update(inbox).set({ update: {}, chatId: null }).where(and(isTheirs, isHandled)),
        db.delete(conversations).where(eq(conversations.userId, userId)),
        db.delete(answered).where(eq(answered.userId, userId)),
        db.delete(feedback).where(eq(feedback.userId, userId)),
        db.delete(usage).where(and(eq(usage.userId, userId), ne(usage.userId, EVERYBODY))),
        db.update(audit).set({ actorId: null }).where(eq(audit.actorId, userId)),
        db.update(audit).set({ personId: null }).where(eq(audit.personId, userId)),
        db.insert(audit).values({ at: now, actorId: null, action: "person-forgotten", personId: null, subject: null }),
        db.delete(people).where(eq(people.userId, userId)),
      ]);
    },

    async purge(before) {
      await db.batch([
        db.delete(people).where(and(isNull(people.role), lt(people.seenAt, before))),
        db.delete(invitations).where(lt(invitations.expiresAt, before)),
        db.delete(usage).where(lt(usage.day, dayOf(before))),
        db.delete(audit).where(lt(audit.at, before)),
        db.delete(outbox).where(lt(outbox.at, before)),
        db.delete(answered).where(lt(answered.at, before)),
        db.delete(feedback).where(lt(feedback.at, before)),
        db.delete(gaps).where(lt(gaps.lastAt, before)),
        db.delete(conversations).where(lt(conversations.updatedAt, before)),
        db.delete(inbox).where(and(notInArray(inbox.state, ["waiting", "working"]), lt(inbox.receivedAt, before))),
      ]);
    },
  };
}

/** Updates of a person in any chat: whatever kind they are, one of their parts says who sent it. */
function isFrom(userId: number): SQL {
  const sender = (field: string) => sql`json_extract(part.value, ${`$.${field}.id`}) = ${userId}`;
  return sql`EXISTS (SELECT 1 FROM json_each(${inbox.update}) AS part
    WHERE CASE part.type WHEN 'object' THEN ${sender("from")} OR ${sender("user")} END)`;
}
