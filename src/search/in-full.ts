import type { Span } from "../core/passage.ts";
import { fold, type Token, tokenise, wordsOf } from "../core/text.ts";
import { ABBREVIATIONS, type Abbreviation } from "./abbreviations.ts";
import { isSyllable } from "./syllables.ts";

/** An abbreviation in a text, with all that it can stand for. */
export interface FoundAbbreviation extends Span {
  readonly meanings: readonly string[];
}

/** A run of words that has an abbreviation. */
interface FoundFull extends Span {
  readonly abbreviation: Abbreviation;
}

/** Abbreviations outside the spans `kept`, as typed, in capitals or not, with their marks or without; the longest first. */
export function findAbbreviations(text: string, kept: readonly Span[] = []): FoundAbbreviation[] {
  const found: FoundAbbreviation[] = [];
  const tokens = tokenise(text);
  for (let at = 0; at < tokens.length; ) {
    const run = longestShort(text, tokens.slice(at, at + LONGEST_SHORT));
    const isKept = kept.some((span) => run && span.start < run.end && run.start < span.end);
    if (run && !isKept) found.push(run);
    at += run?.length ?? 1;
  }
  return found;
}

/** The text with the abbreviations that stand for one thing only written out. */
export function inFull(text: string, abbreviations: readonly FoundAbbreviation[]): string {
  return abbreviations.reduceRight((rest, { start, end, meanings: [full = "", ...others] }) => {
    return others.length > 0 ? rest : rest.slice(0, start) + full + rest.slice(end);
  }, text);
}

/** Words of a text that have an abbreviation which stands for nothing else, one within another included. */
export function findFullForms(text: string): FoundFull[] {
  const tokens = tokenise(text);
  const words = tokens.map((token) => fold(token.text));
  return tokens.flatMap(({ start }, at) => {
    if (!FULL_BEGINNINGS.has(words[at] ?? "")) return [];
    return tokens.slice(at, at + LONGEST_FULL).flatMap(({ end }, more) => {
      const abbreviations = FULL.get(words.slice(at, at + more + 1).join(" ")) ?? [];
      return abbreviations.map((abbreviation) => ({ start, end, abbreviation }));
    });
  });
}

/** The syllables of an abbreviation or of words, as texts are compared. */
export function spaced(text: string): string {
  return wordsOf(text).join(" ");
}

/** Whether a text that has it may mean a syllable instead: "tư", "đu". */
export function readsAsSyllable(short: string): boolean {
  return isSyllable(fold(short));
}

const SHORT = meaningsBy(spaced);
const SHORT_FOLDED = meaningsBy((short) => fold(spaced(short)));
const FULL = byKey(
  ABBREVIATIONS.filter(({ full }) => full.length === 1).map((abbreviation) => [
    fold(abbreviation.full[0]),
    abbreviation,
  ]),
);
// Of letters with points, each of which is a word.
const LONGEST_SHORT = 6;
const LONGEST_FULL = longestOf(FULL.keys());
const SHORT_BEGINNINGS = beginningsOf(SHORT_FOLDED.keys());
const FULL_BEGINNINGS = beginningsOf(FULL.keys());

function longestShort(text: string, tokens: readonly Token[]): (FoundAbbreviation & { length: number }) | undefined {
  const [first] = tokens;
  // Behind a stroke or a hyphen it is part of a number that nobody could read.
  if (!first || !mayBegin(first.text) || /[/-]/.test(text.charAt(first.start - 1))) return undefined;
  for (let length = tokens.length; length > 0; length -= 1) {
    const run = tokens.slice(0, length);
    const last = run.at(-1);
    const typed = text.slice(first.start, last?.end);
    const words = run.map((token) => token.text);
    const key = /^\p{L}(?:\.\p{L}){2,}$/u.test(typed) ? words.join("") : words.join(" ");
    const exact = SHORT.get(key);
    const meanings = exact ?? SHORT_FOLDED.get(fold(key));
    if (!last || !meanings || !isRun(text, run)) continue;
    if (readsAsSyllable(key) && (!exact || typed !== typed.toUpperCase())) continue;
    return { start: first.start, end: last.end, meanings, length };
  }
  return undefined;
}

/** Most words begin no abbreviation; a letter may, as of "B.T.V". */
function mayBegin(word: string): boolean {
  return word.length === 1 || SHORT_BEGINNINGS.has(fold(word));
}

function isRun(text: string, tokens: readonly Token[]): boolean {
  return tokens.every(({ start }, at) => at === 0 || /^[ .,–-]{1,3}$/.test(text.slice(tokens[at - 1]?.end, start)));
}

function meaningsBy(keyOf: (short: string) => string): ReadonlyMap<string, readonly string[]> {
  const pairs = ABBREVIATIONS.flatMap(({ short, full }) =>
    short.flatMap((each) => full.map((meaning): [string, string] => [keyOf(each), meaning])),
  );
  return byKey(pairs);
}

function byKey<T>(pairs: readonly (readonly [string, T])[]): ReadonlyMap<string, readonly T[]> {
  const map = new Map<string, T[]>();
  for (const [key, value] of pairs) {
    const known = map.get(key) ?? [];
    map.set(key, known.includes(value) ? known : [...known, value]);
  }
  return map;
}

function beginningsOf(keys: Iterable<string>): ReadonlySet<string> {
  return new Set(Array.from(keys, (key) => key.split(" ")[0] ?? ""));
}

function longestOf(keys: Iterable<string>): number {
  return Math.max(...Array.from(keys, (key) => key.split(" ").length));
}
