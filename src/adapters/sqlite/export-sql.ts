import { asc, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { TrichdanError } from "../../core/errors.ts";
import type { SqliteDatabase } from "./database.ts";
import { documents, mentions, passages, relations, units } from "./schema.ts";

// D1 takes 100,000 bytes a statement: https://developers.cloudflare.com/d1/platform/limits/
const MAX_BYTES = 90_000;
// Three bytes at most for each, or two for a line end or a quote.
const TEXT_LENGTH = 25_000;

type Row = Readonly<Record<string, unknown>>;

/**
 * The library as SQL for another database that has the tables, one statement a line. Loading it makes that database
 * hold the same documents, however full it was; those that it has already keep their vectors, the others come
 * without. The full-text table is left out: it is derived.
 */
export async function* exportSql(db: SqliteDatabase): AsyncIterable<string> {
  for await (const statement of statements(db)) yield `${statement};\n`;
}

async function* statements(db: SqliteDatabase): AsyncIterable<string> {
  // There is no file to notice the removal of, so the column is free to tell the documents that are no longer there.
  yield "UPDATE documents SET location = 'in an earlier export'";
  for (const { id } of await db.select({ id: documents.id }).from(documents).orderBy(asc(documents.id))) {
    yield* exportDocument(db, id);
  }
  for (const table of ["passages", "units", "mentions", "relations"]) {
    yield `DELETE FROM ${table} WHERE document_id NOT IN (SELECT id FROM documents WHERE location IS NULL)`;
  }
  yield "DELETE FROM documents WHERE location IS NOT NULL";
  yield "INSERT INTO meta(key, value) VALUES ('revision', '1') ON CONFLICT(key) DO UPDATE SET value = CAST(value AS INTEGER) + 1";
}

async function* exportDocument(db: SqliteDatabase, id: string): AsyncIterable<string> {
  const [row] = await rowsOf(db, documents, "id", id);
  if (!row) return;
  const { text, uncertain, content_hash: hash, evidence_version: version, ...head } = row;
  const [quotedId, quotedHash] = [literal(id), literal(hash)];
  const isThere = `EXISTS (SELECT 1 FROM documents WHERE id = ${quotedId} AND content_hash = ${quotedHash})`;
  for (const table of ["passages", "units"]) {
    yield `DELETE FROM ${table} WHERE document_id = ${quotedId} AND NOT ${isThere}`;
  }
  yield `DELETE FROM documents WHERE id = ${quotedId} AND content_hash <> ${quotedHash}`;

  // Without its hash a document is incomplete: a load that was cut off is done again by the next.
  yield* inserts("documents", [{ ...head, location: null, content_hash: "", text: "" }], `NOT ${isThere}`);
  const isNew = `id = ${quotedId} AND content_hash = ''`;
  yield* appends("text", String(text), isNew);
  if (uncertain !== null) yield* appends("uncertain", String(uncertain), isNew);
  const onlyNew = `EXISTS (SELECT 1 FROM documents WHERE ${isNew})`;
  yield* inserts("passages", without(await rowsOf(db, passages, "document_id", id), "seq"), onlyNew);
  yield* inserts("units", without(await rowsOf(db, units, "document_id", id), "id", "vector"), onlyNew);
  yield `UPDATE documents SET content_hash = ${quotedHash}, location = NULL WHERE id = ${quotedId}`;
  yield* exportEvidence(db, id, version === null ? "NULL" : literal(version));
}

/** A column that may be longer than a statement, part by part. */
function* appends(column: string, value: string, condition: string): Iterable<string> {
  for (const part of parts(value)) {
    const quoted = `(SELECT value FROM json_each(${literal(JSON.stringify([part]))}))`;
    yield `UPDATE documents SET ${column} = coalesce(${column}, '') || ${quoted} WHERE ${condition}`;
  }
}

/** What the text says about others; newer code may have read it anew, though the text and its vectors stay. */
async function* exportEvidence(db: SqliteDatabase, id: string, version: string): AsyncIterable<string> {
  const isOther = `id = ${literal(id)} AND evidence_version IS NOT ${version}`;
  yield `UPDATE documents SET evidence_version = '' WHERE ${isOther}`;
  const isOpen = `EXISTS (SELECT 1 FROM documents WHERE id = ${literal(id)} AND evidence_version = '')`;
  for (const table of ["mentions", "relations"])
    yield `DELETE FROM ${table} WHERE document_id = ${literal(id)} AND ${isOpen}`;
  yield* inserts("mentions", await rowsOf(db, mentions, "document_id", id), isOpen);
  yield* inserts("relations", without(await rowsOf(db, relations, "document_id", id), "id"), isOpen);
  yield `UPDATE documents SET evidence_version = ${version} WHERE ${isOther}`;
}

/** As they are stored, in the order they were written. */
async function rowsOf(db: SqliteDatabase, table: SQLiteTable, column: string, id: string): Promise<Row[]> {
  return db.all(sql`SELECT * FROM ${table} WHERE ${sql.identifier(column)} = ${id} ORDER BY rowid`);
}

function without(rows: readonly Row[], ...columns: readonly string[]): Row[] {
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !columns.includes(name))));
}

/** As many rows a statement as fit; as JSON, whose line ends are escaped, they stay on one line. */
function* inserts(table: string, rows: readonly Row[], condition: string): Iterable<string> {
  const columns = Object.keys(rows[0] ?? {});
  const names = columns.map((name) => `"${name}"`).join(", ");
  const values = columns.map((name) => `value ->> '${name}'`).join(", ");
  const statement = (group: readonly Row[]) =>
    `INSERT OR REPLACE INTO ${table}(${names}) SELECT ${values} FROM json_each(${literal(JSON.stringify(group))}) WHERE ${condition}`;
  const emptyBytes = bytesOf(statement([]));
  let group: Row[] = [];
  let bytes = emptyBytes;
  for (const row of rows) {
    const rowBytes = bytesOf(`${literal(JSON.stringify(row))},`);
    if (emptyBytes + rowBytes > MAX_BYTES) throw tooLong(row);
    if (bytes + rowBytes > MAX_BYTES) {
      yield statement(group);
      group = [];
      bytes = emptyBytes;
    }
    group.push(row);
    bytes += rowBytes;
  }
  if (group.length > 0) yield statement(group);
}

function tooLong(row: Row): TrichdanError {
  return new TrichdanError(
    `"${row["id"]}" has a paragraph that D1 does not take: it is over 90 KB long. Part it in its file, ingest again, and export again.`,
  );
}

/** The text in pieces; none ends inside a character. */
function* parts(text: string): Iterable<string> {
  for (let start = 0; start < text.length; ) {
    const end = start + TEXT_LENGTH;
    const splitsPair = /[\ud800-\udbff]/.test(text.charAt(end - 1));
    yield text.slice(start, splitsPair ? end - 1 : end);
    start = splitsPair ? end - 1 : end;
  }
}

function literal(value: unknown): string {
  return `'${String(value).replaceAll("'", "''")}'`;
}

function bytesOf(statement: string): number {
  return new TextEncoder().encode(statement).length;
}
