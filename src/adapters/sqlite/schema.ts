import { customType, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { DirectiveStatus, Source } from "../../core/directive.ts";

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
  },
  (table) => [index("documents_serial").on(table.serial)],
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
    serial: text().notNull(),
    kind: text(),
    symbol: text(),
    suffix: text(),
    number: text(),
    issuedOn: text("issued_on"),
    issuer: text(),
    title: text(),
  },
  (table) => [
    primaryKey({ columns: [table.documentId, table.start, table.end] }),
    index("mentions_serial").on(table.serial),
  ],
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
