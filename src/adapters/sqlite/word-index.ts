import type { Clearance } from "../../core/access.ts";
import type { TextField } from "../../core/ports.ts";
import type { SqliteDatabase } from "./database.ts";
import { fullTextSearch } from "./full-text.ts";
import { createTermCounts } from "./term-counts.ts";
import { createTermScores } from "./term-scores.ts";

export interface WordSearch {
  readonly field: TextField;
  readonly limit: number;
  readonly clearance: Clearance;
}

export interface WordHit {
  readonly passageId: string;
  readonly score: number;
}

/** The words of the passages, as far as a clearance reaches. One for each database, because it remembers. */
export interface WordIndex {
  /** Passages that have any of the terms, best first; the score is BM25, higher is better. */
  search(terms: readonly string[], options: WordSearch): Promise<WordHit[]>;
  /** In how many passages, of any clearance, terms stand; unknown ones are left out. */
  frequencies(terms: readonly string[], field: TextField): Promise<Map<string, number>>;
}

/** Looks everything up in the full-text table: for databases that are far away, and programs that soon end. */
export function createWordIndex(db: SqliteDatabase): WordIndex {
  const { frequencies, telling } = createTermCounts(db);
  return {
    frequencies,
    search: async (terms, options) => fullTextSearch(db, await telling(terms, options.field), options),
  };
}

/** The same from memory once a term was looked up: for one program that runs long, beside its database. */
export function createRememberingWordIndex(db: SqliteDatabase): WordIndex {
  const { frequencies, telling } = createTermCounts(db);
  const search = createTermScores(db);
  return {
    frequencies,
    search: async (terms, options) => search(await telling(terms, options.field), options),
  };
}
