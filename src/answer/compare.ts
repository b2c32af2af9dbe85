import { fold, wordsOf } from "../core/text.ts";
import type { ReadQuestion } from "./read-question.ts";

/** How much of a document's title a sentence repeats: the one that does says what the document is about. */
export function titleShare(text: string, title: string): number {
  return longestRun(wordsOf(title), wordsOf(text)) / Math.max(wordsOf(title).length, 1);
}

/** What of a question tells how texts are compared with it. */
type Comparison = Pick<ReadQuestion, "plain"> & Partial<Pick<ReadQuestion, "rewording">>;

/**
 * Syllables between single spaces, spaces at both ends, in the strength that the question allows; then the same in the
 * question's own words, where the text has others for them ("TCCSĐ", "4 tốt").
 */
export function formOf({ plain, rewording }: Comparison, text: string): string {
  const form = ` ${wordsOf(plain ? fold(text) : text).join(" ")} `;
  const reworded = rewording?.reword(form) ?? form;
  return reworded === form ? form : `${form}|${reworded}`;
}

/** Longest run of syllables that question and text have in common, as a share of the question: 0–1. */
export function sharedRun({ syllables }: ReadQuestion, form: string): number {
  const longest = longestRun(syllables, form.trim().split(" "));
  // One syllable in common is no run.
  return longest < 2 ? 0 : longest / syllables.length;
}

/** Share of all its syllables, those without a meaning of their own included: they tell how a thing is said. */
export function sharedSyllables({ syllables }: ReadQuestion, terms: ReadonlySet<string>): number {
  return syllables.filter((syllable) => terms.has(syllable)).length / Math.max(syllables.length, 1);
}

/** The syllables and the pairs of neighbouring ones, in the strength and in the words that `formOf` has them. */
export function termsOf({ plain, rewording }: Comparison, text: string): Set<string> {
  const syllables = wordsOf(plain ? fold(text) : text);
  const terms = withPairs(syllables);
  if (!rewording?.openings.some((opening) => terms.has(opening))) return terms;
  const reworded = rewording.reword(syllables.join(" ")).split(" ");
  return new Set([...terms, ...withPairs(reworded)]);
}

function withPairs(syllables: readonly string[]): Set<string> {
  return new Set([...syllables, ...syllables.slice(1).map((syllable, at) => `${syllables[at]} ${syllable}`)]);
}

function longestRun(a: readonly string[], b: readonly string[]): number {
  let longest = 0;
  let row: number[] = [];
  for (const syllable of b) {
    const next: number[] = [];
    for (const [at, other] of a.entries()) {
      if (syllable !== other) continue;
      next[at + 1] = (row[at] ?? 0) + 1;
      longest = Math.max(longest, next[at + 1] ?? 0);
    }
    row = next;
  }
  return longest;
}

/** Whole syllables only: "an" is not in "ban". `form` is as `formOf` makes it. */
export function hasTerm(form: string, term: string): boolean {
  return form.includes(` ${term} `);
}
