import { sql } from "drizzle-orm";
import type { Clearance } from "../../core/access.ts";
import type { TextField } from "../../core/ports.ts";
import type { SqliteDatabase } from "./database.ts";
import { columnsOf, tokensOf } from "./full-text.ts";
import { andReadable } from "./readable.ts";
import { revisionOf } from "./revision.ts";
import { passages } from "./schema.ts";
import type { WordHit, WordSearch } from "./word-index.ts";

/** The passages that have a token, by ascending `seq`, each with the token's part of its BM25 score. */
interface TokenScores {
  readonly seqs: Uint32Array;
  readonly scores: Float32Array;
}

/** What is known of one state of the library. */
interface Known extends Record<TextField, Map<string, TokenScores>> {
  readonly revision: string;
  /** Lengths of all passages by `seq`, in tokens of the full-text table. */
  readonly lengths: ReadonlyMap<number, number>;
  readonly meanLength: number;
  kept: number;
}

// 8 bytes each: 32 MB.
const MOST_KEPT = 4_000_000;
// As FTS5 has them: https://www.sqlite.org/fts5.html#the_bm25_function
const K1 = 1.2;
const B = 0.75;
const LEAST_RARITY = 1e-6;

/**
 * Searches as `fullTextSearch` does. BM25 is a sum over tokens, so what each token gives each passage is remembered until
 * the library changes: questions share most of their words, and the common ones are what takes FTS5 its time.
 */
export function createTermScores(db: SqliteDatabase): (terms: readonly string[], of: WordSearch) => Promise<WordHit[]> {
  let known: Known | undefined;

  async function scoresOf(tokens: readonly string[], field: TextField): Promise<ReadonlyMap<string, TokenScores>> {
    const revision = await revisionOf(db);
    if (known?.revision !== revision || known.kept > MOST_KEPT) known = await readLengths(db, revision);
    const now = known;
    const missing = [...new Set(tokens)].filter((token) => !now[field].has(token));
    if (missing.length === 0) return now[field];
    const rows = await db.all<{ token: string; places: string }>(sql`SELECT value AS token,
      (SELECT json_group_array(doc) FROM passages_places WHERE term = value AND col IN ${columnsOf(field)}) AS places
      FROM json_each(${JSON.stringify(missing)})`);
    for (const { token, places } of rows) {
      const scores = tokenScores(JSON.parse(places), now);
      now[field].set(token, scores);
      now.kept += scores.seqs.length;
    }
    return now[field];
  }

  return async (terms, { field, limit, clearance }) => {
    const wanted = terms.map(tokensOf);
    const scores = await scoresOf(wanted.flat(), field);
    const sums = sumsOf(wanted.map((tokens) => allOf(tokens.flatMap((token) => scores.get(token) ?? []))));
    const ascending = sums.toSorted();
    // What may not be read takes no place among the best.
    for (let most = limit; ; most *= 2) {
      const least = Math.max(ascending.at(-most) ?? 0, Number.MIN_VALUE);
      const best = placesOf(sums, (sum) => sum >= least)
        .sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0))
        .slice(0, most);
      const open = await readableOf(db, best, clearance);
      if (open.size < limit && best.length === most) continue;
      const hits = best.flatMap((seq) => {
        const passageId = open.get(seq);
        return passageId === undefined ? [] : [{ passageId, score: sums[seq] ?? 0 }];
      });
      return hits.slice(0, limit);
    }
  };
}

async function readLengths(db: SqliteDatabase, revision: string): Promise<Known> {
  const [row] = await db.all<{ sizes: string }>(
    sql`SELECT json_group_array(json_array(id, hex(sz))) AS sizes FROM passages_fts_docsize`,
  );
  const sizes: [number, string][] = JSON.parse(row?.sizes ?? "[]");
  const lengths = new Map(sizes.map(([seq, columns]) => [seq, sumOfVarints(columns)]));
  const total = Array.from(lengths.values()).reduce((sum, length) => sum + length, 0);
  return {
    revision,
    lengths,
    meanLength: total / (lengths.size || 1),
    kept: 0,
    words: new Map(),
    folded: new Map(),
  };
}

/** The lengths of the columns: https://www.sqlite.org/fileformat2.html#varint, in hexadecimal digits. */
function sumOfVarints(hex: string): number {
  let sum = 0;
  let value = 0;
  for (let at = 0; at < hex.length; at += 2) {
    const byte = Number.parseInt(hex.slice(at, at + 2), 16);
    value = (value << 7) | (byte & 0x7f);
    if (byte < 0x80) {
      sum += value;
      value = 0;
    }
  }
  return sum;
}

/** `places` has each passage as often as it has the token, by ascending `seq`. */
function tokenScores(places: readonly number[], { lengths, meanLength }: Known): TokenScores {
  const starts = placesOf(places, (seq, at) => seq !== places[at - 1]);
  const rarity = Math.log((lengths.size - starts.length + 0.5) / (starts.length + 0.5));
  const weight = rarity > 0 ? rarity : LEAST_RARITY;
  const seqs = Uint32Array.from(starts, (at) => places[at] ?? 0);
  const scores = Float32Array.from(starts, (start, nth) => {
    const count = (starts[nth + 1] ?? places.length) - start;
    const length = lengths.get(seqs[nth] ?? 0) ?? meanLength;
    return (weight * count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / meanLength));
  });
  return { seqs, scores };
}

/** Of passages that have all of the tokens. */
function allOf(tokens: readonly TokenScores[]): TokenScores {
  const [first, ...others] = tokens;
  if (!first) return { seqs: new Uint32Array(), scores: new Float32Array() };
  if (others.length === 0) return first;
  const rest = others.map(({ seqs, scores }) => new Map(Array.from(seqs, (seq, at) => [seq, scores[at] ?? 0])));
  const whole = Array.from(first.seqs, (seq, at): [number, number] => [seq, first.scores[at] ?? 0])
    .filter(([seq]) => rest.every((scores) => scores.has(seq)))
    .map(([seq, score]): [number, number] => [seq, rest.reduce((sum, scores) => sum + (scores.get(seq) ?? 0), score)]);
  return { seqs: Uint32Array.from(whole, ([seq]) => seq), scores: Float32Array.from(whole, ([, score]) => score) };
}

/** By `seq`; 0 where a passage has none of the terms. */
function sumsOf(found: readonly TokenScores[]): Float64Array {
  const last = found.reduce((most, { seqs }) => Math.max(most, seqs.at(-1) ?? 0), 0);
  const sums = new Float64Array(last + 1);
  for (const { seqs, scores } of found) {
    for (let at = 0; at < seqs.length; at += 1) {
      const seq = seqs[at] ?? 0;
      sums[seq] = (sums[seq] ?? 0) + (scores[at] ?? 0);
    }
  }
  return sums;
}

/** Where in the list the condition holds; over lists as long as the library, which are walked for every question. */
function placesOf(list: ArrayLike<number>, holds: (value: number, at: number) => boolean): number[] {
  const places: number[] = [];
  for (let at = 0; at < list.length; at += 1) if (holds(list[at] ?? 0, at)) places.push(at);
  return places;
}

/** Ids by `seq`. */
async function readableOf(db: SqliteDatabase, seqs: readonly number[], clearance: Clearance) {
  // In one row, because a row takes longer than what is in it.
  const [row] = await db.all<{ found: string }>(
    sql`SELECT json_group_array(json_array(seq, id)) AS found FROM passages
      WHERE seq IN (SELECT value FROM json_each(${JSON.stringify(seqs)}))${andReadable(clearance, passages.documentId)}`,
  );
  return new Map<number, string>(JSON.parse(row?.found ?? "[]"));
}
