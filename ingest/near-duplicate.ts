import type { DirectiveHead } from "../src/core/directive.ts";
import { sentences } from "../src/core/sentences.ts";
import { matchForm, tokenise } from "../src/core/text.ts";

/** The smallest hashes of a text's shingles, ascending: a fair sample of them. */
export type Sketch = readonly number[];

/** How one text differs from another that is nearly the same; sentences as they are written. */
export interface Differences {
  /** Share of the shingles of both that are in both. */
  readonly similarity: number;
  readonly onlyHere: readonly string[];
  readonly onlyThere: readonly string[];
}

const SAMPLE = 128;
const NEAR = 0.9;
// The sample's own error is about 0.03 there.
const MAYBE_NEAR = 0.8;
// Characters and shingles are not quite in proportion.
const LIKE_LENGTH = 0.85;

export function sketchOf(text: string): Sketch {
  return smallest(shinglesOf(text));
}

/** Whether texts of so many characters may be nearly the same. */
export function haveLikeLength(one: number, other: number): boolean {
  return Math.min(one, other) >= LIKE_LENGTH * Math.max(one, other);
}

/** Whether it is worth comparing the texts themselves. */
export function mayBeNear(one: Sketch, other: Sketch): boolean {
  const both = smallest(new Set([...one, ...other]));
  const [inOne, inOther] = [new Set(one), new Set(other)];
  const shared = both.filter((hash) => inOne.has(hash) && inOther.has(hash)).length;
  return shared >= MAYBE_NEAR * both.length;
}

/** `undefined` where less than nine tenths of the two are the same. */
export function differencesOf(here: string, there: string): Differences | undefined {
  const [one, other] = [shinglesOf(here), shinglesOf(there)];
  const shared = [...one].filter((hash) => other.has(hash)).length;
  const similarity = shared / Math.max(1, one.size + other.size - shared);
  if (similarity < NEAR) return undefined;
  const [mine, theirs] = [sentencesOf(here), sentencesOf(there)];
  return { similarity, onlyHere: without(mine, theirs), onlyThere: without(theirs, mine) };
}

/** Documents that say of themselves that they are the same one: the number alone recurs across terms. */
export function haveSameIdentity(one: DirectiveHead, other: DirectiveHead): boolean {
  const isStated = one.number !== null && one.issuedOn !== null && !one.isDigest && !other.isDigest;
  return isStated && (["number", "kind", "issuer", "issuedOn"] as const).every((fact) => one[fact] === other[fact]);
}

function smallest(hashes: ReadonlySet<number>): number[] {
  return [...hashes].sort((one, other) => one - other).slice(0, SAMPLE);
}

/** Hashes of every three syllables in a row. Numbers all the way: a library is read through for each ingest. */
function shinglesOf(text: string): Set<number> {
  const form = matchForm(text);
  const shingles = new Set<number>();
  let [older, old, syllable] = [0, 0, SEED];
  for (let at = 0; at <= form.length; at += 1) {
    const code = form.charCodeAt(at);
    if (isLetter(code)) syllable = Math.imul(syllable ^ code, PRIME);
    else if (syllable !== SEED) {
      shingles.add(mixed(Math.imul(Math.imul(older, PRIME) ^ old, PRIME) ^ syllable));
      [older, old, syllable] = [old, syllable, SEED];
    }
  }
  return shingles;
}

// FNV-1a, over UTF-16 units.
const SEED = 0x811c9dc5;
const PRIME = 0x01000193;

/** The smallest of such hashes are a fair sample; those of FNV are not. */
function mixed(hash: number): number {
  const value = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}

/** Near enough for comparing: digits, small letters, and what is beyond ASCII but no punctuation. */
function isLetter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 0xc0 && (code < 0x2000 || code > 0x206f))
  );
}

function sentencesOf(text: string): Map<string, string> {
  return new Map(
    sentences(text).map(({ start, end }) => {
      const sentence = text.slice(start, end).replace(/\s+/g, " ");
      return [
        tokenise(sentence)
          .map((token) => token.text)
          .join(" "),
        sentence,
      ];
    }),
  );
}

function without(some: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): string[] {
  return [...some].flatMap(([key, sentence]) => (key === "" || others.has(key) ? [] : [sentence]));
}
