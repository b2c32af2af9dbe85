import { type SQL, sql } from "drizzle-orm";
import { integer, sqliteTable, text as textColumn } from "drizzle-orm/sqlite-core";
import type { TextField } from "../../core/ports.ts";
import { fold, wordsOf } from "../../core/text.ts";
import type { SqliteDatabase, Statement } from "./database.ts";
import { closedDocuments } from "./readable.ts";
import { meta } from "./schema.ts";
import type { WordHit, WordSearch } from "./word-index.ts";

// Raise when what is indexed changes: the table is then made again from the passages.
const VERSION = "3";

// The words of the context (title, number, headings) count as much as those of the passage itself, measured on
// the development set (docs/decisions/0007).
const WEIGHTS = "1.0, 1.0, 1.0, 1.0";

// Apart from the schema, for which migrations are generated. Statements that go into a batch are built with it:
// Drizzle cannot batch raw SQL with parameters on D1.
const passagesFts = sqliteTable("passages_fts", {
  rowid: integer(),
  context: textColumn(),
  words: textColumn(),
  foldedContext: textColumn("folded_context"),
  foldedWords: textColumn("folded_words"),
});

const COLUMNS = { words: ["context", "words"], folded: ["folded_context", "folded_words"] } as const;

// Of a step of merging, which then takes some 10 ms; as many steps as a library of millions of passages may need.
const PAGES = 200;
const MOST_STEPS = 10_000;

// One statement's worth: D1 takes values of 2 MB and 50 to 1,000 statements a request.
const ROWS = 200;

/**
 * Makes the full-text table where it is missing, damaged or of another version, and brings it into step with the
 * passages, at most `most` of them; `false` when more are to be added. It holds no text (contentless) and can always
 * be derived. What is done stays done: an interrupted run, or two at the same time, leave nothing that the next does
 * not complete.
 */
export async function ensureFullText(db: SqliteDatabase, most = Number.POSITIVE_INFINITY): Promise<boolean> {
  if (!(await isSound(db))) await makeTable(db);
  await db.run(sql`CREATE VIRTUAL TABLE IF NOT EXISTS passages_places USING fts5vocab(passages_fts, 'instance')`);
  await db.run(sql`DELETE FROM passages_fts WHERE rowid IN
    (SELECT id FROM passages_fts_docsize WHERE id NOT IN (SELECT seq FROM passages))`);
  for (let added = 0; added < most; added += ROWS) {
    const rows = await missing(db);
    if (rows.length === 0) return true;
    const entries = rows.map(({ seq, context, text }) => ({ seq, ...entryOf(context, text) }));
    await db.run(sql`INSERT INTO passages_fts(rowid, context, words, folded_context, folded_words)
      SELECT value ->> 'seq', value ->> 'context', value ->> 'words', value ->> 'foldedContext', value ->> 'foldedWords'
      FROM json_each(${JSON.stringify(entries)})
      WHERE value ->> 'seq' IN (SELECT seq FROM passages) AND value ->> 'seq' NOT IN (SELECT id FROM passages_fts_docsize)`);
  }
  return false;
}

/** Statement that adds a passage, which must already stand in `passages`. */
export function fullTextInsert(db: SqliteDatabase, passageId: string, context: string, text: string): Statement {
  const entry = entryOf(context, text);
  return db
    .insert(passagesFts)
    .select(
      sql`SELECT seq, ${entry.context}, ${entry.words}, ${entry.foldedContext}, ${entry.foldedWords} FROM passages WHERE id = ${passageId}`,
    );
}

/** Statement that takes a document's passages out; it must run before they leave `passages`. */
export function fullTextDelete(db: SqliteDatabase, documentId: string): Statement {
  return db.delete(passagesFts).where(sql`rowid IN (SELECT seq FROM passages WHERE document_id = ${documentId})`);
}

/**
 * Makes one of the segments that writing leaves behind: to look a term up takes as many steps as there are segments. In
 * short statements, with others between: https://www.sqlite.org/fts5.html#the_merge_command
 */
export async function mergeFullText(db: SqliteDatabase): Promise<void> {
  const changes = async () => (await db.all<{ total: number }>(sql`SELECT total_changes() AS total`))[0]?.total ?? 0;
  let before = await changes();
  for (let step = 0; step < MOST_STEPS; step += 1) {
    // Once below zero, to take in every segment.
    await db.run(sql`INSERT INTO passages_fts(passages_fts, rank) VALUES ('merge', ${step === 0 ? -PAGES : PAGES})`);
    const after = await changes();
    if (after - before < 2) return;
    before = after;
  }
}

/** Passages that have any of the terms, best first; the score is BM25, higher is better. */
export async function fullTextSearch(
  db: SqliteDatabase,
  terms: readonly string[],
  { field, limit, clearance }: WordSearch,
): Promise<WordHit[]> {
  const conditions = terms.map(conditionOf).filter((condition) => condition !== "");
  if (conditions.length === 0) return [];
  const match = `{${COLUMNS[field].join(" ")}} : (${conditions.join(" OR ")})`;
  const closed = closedDocuments(clearance);
  // With "+", because FTS5 would begin the whole search anew for each of the rows.
  const open = closed ? sql` AND +rowid NOT IN (SELECT seq FROM passages WHERE document_id IN ${closed})` : sql``;
  const rows = await db.all<{ id: string; bm25: number }>(
    sql`SELECT passages.id AS id, hits.bm25 AS bm25
      FROM (SELECT rowid, bm25(passages_fts, ${sql.raw(WEIGHTS)}) AS bm25 FROM passages_fts
            WHERE passages_fts MATCH ${match}${open} ORDER BY bm25 LIMIT ${limit}) AS hits
      JOIN passages ON passages.seq = hits.rowid ORDER BY hits.bm25`,
  );
  // FTS5 gives the negative of BM25: https://www.sqlite.org/fts5.html#the_bm25_function
  return rows.map((row) => ({ passageId: row.id, score: -row.bm25 }));
}

function entryOf(context: string, text: string) {
  const contextWords = words(context);
  const textWords = words(text);
  return { context: contextWords, words: textWords, foldedContext: fold(contextWords), foldedWords: fold(textWords) };
}

/** The words, then the pairs of neighbours as tokens of their own: looking up a phrase would cost several times more. */
function words(text: string): string {
  const single = wordsOf(text);
  return [...single, ...pairsOf(single)].join(" ");
}

/** Quoted: an unquoted "35-CT/TW" is a syntax error of FTS5. */
function conditionOf(term: string): string {
  const tokens = tokensOf(term).map((token) => `"${token}"`);
  return tokens.length > 1 ? `(${tokens.join(" AND ")})` : tokens.join("");
}

/** What a passage must have in the full-text table to have a term: a word, a pair, or of more words all their pairs. */
export function tokensOf(term: string): readonly string[] {
  const single = wordsOf(term);
  return single.length > 1 ? pairsOf(single) : single;
}

/** The columns of the full-text table that have a text's own words and those of its context, as a list in SQL. */
export function columnsOf(field: TextField): SQL {
  return sql`(${sql.join(
    COLUMNS[field].map((column) => sql`${column}`),
    sql`, `,
  )})`;
}

function pairsOf(single: readonly string[]): string[] {
  return single.slice(1).map((word, at) => `${single[at]}_${word}`);
}

async function isSound(db: SqliteDatabase): Promise<boolean> {
  try {
    const [row] = await db.all<{ version: string }>(sql`SELECT value AS version FROM meta WHERE key = 'fullText'`);
    if (row?.version !== VERSION) return false;
    await db.run(sql`INSERT INTO passages_fts(passages_fts) VALUES ('integrity-check')`);
    await db.all(sql`SELECT (SELECT id FROM passages_fts_docsize LIMIT 1), (SELECT term FROM passages_terms LIMIT 1)`);
    return true;
  } catch {
    // No such table, or its pages are damaged: both are mended by making it again.
    return false;
  }
}

async function makeTable(db: SqliteDatabase): Promise<void> {
  await db.batch([
    db.run(sql`DROP TABLE IF EXISTS passages_fts`),
    db.run(sql`CREATE VIRTUAL TABLE passages_fts USING fts5(context, words, folded_context, folded_words,
      content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 tokenchars _")`),
    db.run(sql`CREATE VIRTUAL TABLE IF NOT EXISTS passages_terms USING fts5vocab(passages_fts, 'col')`),
    db
      .insert(meta)
      .values({ key: "fullText", value: VERSION })
      .onConflictDoUpdate({ target: meta.key, set: { value: VERSION } }),
  ]);
}

async function missing(db: SqliteDatabase): Promise<{ seq: number; context: string; text: string }[]> {
  return db.all(sql`SELECT seq, context, text FROM passages WHERE seq NOT IN (SELECT id FROM passages_fts_docsize)
    ORDER BY seq LIMIT ${ROWS}`);
}
