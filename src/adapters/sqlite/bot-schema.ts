import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Role } from "../../core/access.ts";
import type { Language } from "../../core/answer.ts";
import type { AnsweredQuestion } from "../../core/answered.ts";
import type { AuditAction } from "../../core/audit.ts";
import type { GapReason } from "../../core/gaps.ts";

// What the bot keeps. Times are milliseconds since 1970. Everything about a person goes with /quenhet.

/** Who has talked to the bot, and what they may read. */
export const people = sqliteTable("people", {
  userId: integer("user_id").primaryKey(),
  role: text().$type<Role>(),
  /** As chosen with /ngonngu; null where Telegram's language decides. */
  language: text().$type<Language>(),
  addedAt: integer("added_at").notNull(),
  seenAt: integer("seen_at").notNull(),
});

export const invitations = sqliteTable("invitations", {
  /** What the deep link carries; nobody can guess it. */
  code: text().primaryKey(),
  role: text().$type<Role>().notNull(),
  usesLeft: integer("uses_left").notNull(),
  expiresAt: integer("expires_at").notNull(),
  /** When an admin took it back. */
  revokedAt: integer("revoked_at"),
  createdAt: integer("created_at").notNull(),
});

/** Questions and tokens of the language model, by day and person; user 0 stands for everybody together. */
export const usage = sqliteTable(
  "usage",
  {
    day: text().notNull(),
    userId: integer("user_id").notNull(),
    questions: integer().notNull().default(0),
    tokens: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.day, table.userId] }), index("usage_user").on(table.userId)],
);

/** Who changed rights, invitations and documents. */
export const audit = sqliteTable(
  "audit",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: integer().notNull(),
    /** Null once that person is forgotten. */
    actorId: integer("actor_id"),
    action: text().$type<AuditAction>().notNull(),
    /** Whom it was done to; null where nobody, or once that person is forgotten. */
    personId: integer("person_id"),
    /** What it was done to, or with: a role, a document's number or id. */
    subject: text(),
  },
  (table) => [
    index("audit_at").on(table.at),
    index("audit_actor").on(table.actorId),
    index("audit_person").on(table.personId),
  ],
);

/** Messages on their way out. A call that was begun and of which nothing was heard stays `sending` or `unknown`. */
export const outbox = sqliteTable(
  "outbox",
  {
    updateId: integer("update_id").notNull(),
    /** Place among the messages of that update, from 0. */
    part: integer().notNull(),
    chatId: integer("chat_id").notNull(),
    /** Method and payload; null once it is sent. */
    call: text({ mode: "json" }),
    state: text().$type<"planned" | "sending" | "sent" | "failed" | "unknown">().notNull(),
    messageId: integer("message_id"),
    at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.updateId, table.part] }), index("outbox_at").on(table.at)],
);

/** Questions and what was answered, for as long as buttons under the answer work. */
export const answered = sqliteTable(
  "answered",
  {
    chatId: integer("chat_id").notNull(),
    /** Of the message that asked. */
    messageId: integer("message_id").notNull(),
    threadId: integer("thread_id"),
    userId: integer("user_id").notNull(),
    question: text().notNull(),
    /** The answer's messages, in order. */
    replies: text({ mode: "json" }).$type<readonly number[]>().notNull(),
    /** What its buttons and /nguon show. */
    found: text({ mode: "json" })
      .$type<Pick<AnsweredQuestion, "understood" | "language" | "outcome" | "quotes">>()
      .notNull(),
    at: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.chatId, table.messageId] }),
    index("answered_user").on(table.userId),
    index("answered_at").on(table.at),
  ],
);

/** What people thought of answers: one word for each person and answer. */
export const feedback = sqliteTable(
  "feedback",
  {
    chatId: integer("chat_id").notNull(),
    /** Of the message that asked. */
    messageId: integer("message_id").notNull(),
    userId: integer("user_id").notNull(),
    isGood: integer("is_good", { mode: "boolean" }).notNull(),
    at: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.chatId, table.messageId, table.userId] }),
    index("feedback_user").on(table.userId),
  ],
);

/** Questions that found no answer or a bad one, without who asked: what the library lacks. */
export const gaps = sqliteTable("gaps", {
  /** What a button carries. */
  id: integer().primaryKey({ autoIncrement: true }),
  /** The question without case, diacritics and marks: the same question counts once. */
  key: text().notNull().unique(),
  question: text().notNull(),
  reason: text().$type<GapReason>().notNull(),
  count: integer().notNull(),
  firstAt: integer("first_at").notNull(),
  lastAt: integer("last_at").notNull(),
  /** When an admin has settled it; null while it is open. */
  closedAt: integer("closed_at"),
});
