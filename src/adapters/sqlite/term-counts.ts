import { sql } from "drizzle-orm";
import type { TextField } from "../../core/ports.ts";
import type { SqliteDatabase } from "./database.ts";

/** In how many passages terms stand, as the full-text table has it. */
export interface TermCounts {
  /** Terms that no passage has are left out. */
  frequencies(terms: readonly string[], field: TextField): Promise<Map<string, number>>;
  /** Those of the terms by which a search tells passages apart; all where none does. */
  telling(terms: readonly string[], field: TextField): Promise<string[]>;
}

// More than the syllables of a language and their usual neighbours; about 10 MB.
const MOST_KNOWN = 100_000;

interface Known extends Record<TextField, Map<string, number>> {
  readonly revision: number;
  readonly passages: number;
}

/** Remembers what was counted until the library changes: counting a common syllable reads all its places. */
export function createTermCounts(db: SqliteDatabase): TermCounts {
  let known: Known = { revision: -1, passages: 0, words: new Map(), folded: new Map() };

  async function countsOf(terms: readonly string[], field: TextField): Promise<Known> {
    const now = known;
    const counts = now[field];
    const missing = terms.filter((term) => !counts.has(term));
    const [revision, ...found] = await db.all<{ term: string; count: number }>(sql`
      SELECT '' AS term, CAST(coalesce((SELECT value FROM meta WHERE key = 'revision'), 0) AS INTEGER) AS count
      UNION ALL SELECT replace(term, '_', ' '), doc FROM passages_terms
        WHERE term IN (SELECT replace(value, ' ', '_') FROM json_each(${JSON.stringify(missing)}))
        AND col = ${field === "words" ? "words" : "folded_words"}`);
    if (revision && revision.count !== now.revision) {
      const [indexed] = await db.all<{ rows: number }>(sql`SELECT count(*) AS rows FROM passages_fts_docsize`);
      known = { revision: revision.count, passages: indexed?.rows ?? 0, words: new Map(), folded: new Map() };
      return countsOf(terms, field);
    }
    if (counts.size > MOST_KNOWN) counts.clear();
    for (const term of missing) counts.set(term, 0);
    for (const { term, count } of found) counts.set(term, count);
    return now;
  }

  return {
    async frequencies(terms, field) {
      if (terms.length === 0) return new Map();
      const counts = (await countsOf(terms, field))[field];
      return new Map(terms.flatMap((term) => (counts.get(term) ? [[term, counts.get(term) ?? 0] as const] : [])));
    },

    async telling(terms, field) {
      const { passages, ...counts } = await countsOf(terms, field);
      // FTS5 gives a term of half of the passages no weight, and reading its places costs the most.
      const telling = terms.filter((term) => (counts[field].get(term) ?? 0) <= passages / 2);
      // What the library does not have at all tells nothing.
      return telling.some((term) => counts[field].get(term)) ? telling : [...terms];
    },
  };
}
