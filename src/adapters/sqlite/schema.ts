import { customType, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Role } from "../../core/access.ts";
import type { Topic } from "../../core/answer.ts";
import type { DirectiveStatus, Source } from "../../core/directive.ts";
import type { Span } from "../../core/passage.ts";
import type { RelationEnd, RelationType } from "../../core/relation.ts";

/** float32, little-endian. D1 hands blobs back as arrays of bytes, libSQL as `ArrayBuffer` or `Uint8Array`. */
const vector = customType<{ data: readonly number[]; driverData: Uint8Array | ArrayBuffer | number[] }>({
  dataType: () => "blob",
  toDriver: (values) => new Uint8Array(Float32Array.from(values).buffer),
  fromDriver: (bytes) => {
    const copy = Uint8Array.from(bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : bytes);
    return Array.from(new Float32Array(copy.buffer));
  },
});

/** Facts about the library itself: the embedding model, the revision, the state of the full-text table. */
export const meta = sqliteTable("meta", {
  key: text().primaryKey(),
  value: text().notNull(),
});

export const documents = sqliteTable(
  "documents",
  {
    id: text().primaryKey(),
    key: text().notNull().unique(),
    location: text(),
    contentHash: text("content_hash").notNull(),
    file: text().notNull(),
    kind: text(),
    number: text(),
    /** Running number without leading zeros, from `number` or from a title that has no full number. */
    serial: text(),
    title: text().notNull(),
    issuer: text(),
    issuedOn: text("issued_on"),
    status: text().$type<DirectiveStatus>().notNull(),
    successor: text(),
    isDigest: integer("is_digest", { mode: "boolean" }).notNull(),
    source: text({ mode: "json" }).$type<Source>(),
    text: text().notNull(),
    /** Words that character recognition is not sure of; null where the text was not recognised. */
    uncertain: text({ mode: "json" }).$type<Span[]>(),
    /** Of the code that read the mentions and relations; null in libraries from before there was one. */
    evidenceVersion: text("evidence_version"),
    /** Who may read it at least; null where everyone may. */
    access: text().$type<Role>(),
  },
  (table) => [index("documents_serial").on(table.serial), index("documents_access").on(table.access)],
);

export const passages = sqliteTable(
  "passages",
  {
    /** Row id of the full-text table. Never used again after a removal. */
    seq: integer().primaryKey({ autoIncrement: true }),
    id: text().notNull().unique(),
    documentId: text("document_id").notNull(),
    path: text({ mode: "json" }).$type<string[]>().notNull(),
    page: integer(),
    start: integer().notNull(),
    end: integer().notNull(),
    text: text().notNull(),
    context: text().notNull(),
  },
  (table) => [index("passages_document").on(table.documentId, table.start)],
);

/** Parts of passages with their vectors; `vector` is null until it is embedded. */
export const units = sqliteTable(
  "units",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    passageId: text("passage_id").notNull(),
    documentId: text("document_id").notNull(),
    start: integer().notNull(),
    end: integer().notNull(),
    vector: vector(),
  },
  (table) => [index("units_passage").on(table.passageId), index("units_document").on(table.documentId)],
);

/** Places where a text of the library names a document. */
export const mentions = sqliteTable(
  "mentions",
  {
    passageId: text("passage_id").notNull(),
    documentId: text("document_id").notNull(),
    start: integer().notNull(),
    end: integer().notNull(),
    /** With date, issuer and title; null where it is no more than `start` to `end`. */
    extentStart: integer("extent_start"),
    extentEnd: integer("extent_end"),
    serial: text().notNull(),
    kind: text(),
    symbol: text(),
    suffix: text(),
    number: text(),
    name: text(),
    issuedOn: text("issued_on"),
    issuer: text(),
    title: text(),
    place: text(),
  },
  (table) => [
    primaryKey({ columns: [table.documentId, table.start, table.end] }),
    index("mentions_serial").on(table.serial),
    index("mentions_name").on(table.name),
    index("mentions_issued").on(table.issuedOn),
  ],
);

/** What passages of the library state between two documents. */
export const relations = sqliteTable(
  "relations",
  {
    id: integer().primaryKey({ autoIncrement: true }),
    passageId: text("passage_id").notNull(),
    documentId: text("document_id").notNull(),
    type: text().$type<RelationType>().notNull(),
    start: integer().notNull(),
    end: integer().notNull(),
    fromSerial: text("from_serial").notNull(),
    fromName: text("from_name"),
    from: text({ mode: "json" }).$type<RelationEnd>().notNull(),
    toSerial: text("to_serial").notNull(),
    toName: text("to_name"),
    to: text({ mode: "json" }).$type<RelationEnd>().notNull(),
  },
  (table) => [
    index("relations_document").on(table.documentId),
    index("relations_from").on(table.fromSerial),
    index("relations_to").on(table.toSerial),
    index("relations_from_name").on(table.fromName),
    index("relations_to_name").on(table.toName),
  ],
);

/** What a person last asked about in a chat, for questions that follow on; forgotten on demand and with time. */
export const conversations = sqliteTable(
  "conversations",
  {
    /** Chat, topic of the chat and person: one member's questions do not mix with another's. */
    key: text().primaryKey(),
    userId: integer("user_id").notNull(),
    topic: text({ mode: "json" }).$type<Topic>().notNull(),
    /** Milliseconds since 1970. */
    updatedAt: integer("updated_at").notNull(),
  },
  (table) => [index("conversations_user").on(table.userId), index("conversations_updated").on(table.updatedAt)],
);

/** Telegram updates between their arrival and the end of their handling. */
export const inbox = sqliteTable(
  "inbox",
  {
    updateId: integer("update_id").primaryKey(),
    update: text({ mode: "json" }).notNull(),
    state: text().$type<"waiting" | "working" | "done" | "failed">().notNull(),
    /** Updates of one chat are handled one after the other. */
    chatId: integer("chat_id"),
    attempts: integer().notNull().default(0),
    receivedAt: integer("received_at").notNull(),
    /** While `working`: when another worker may take it over. Milliseconds since 1970. */
    leaseUntil: integer("lease_until"),
  },
  (table) => [index("inbox_state").on(table.state, table.updateId)],
);
