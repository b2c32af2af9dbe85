import type { DirectiveHead } from "../core/directive.ts";
import type { Passage } from "../core/passage.ts";
import type { PassageStore } from "../core/ports.ts";
import type { Variant } from "../core/query.ts";
import { wordsOf } from "../core/text.ts";
import { rewordingFor } from "./rewording.ts";

/** A passage with the score of the first stage. */
interface Candidate {
  readonly passage: Passage;
  readonly directive: DirectiveHead;
  readonly score: number;
}

// How much each counts beside the first stage, whose best is 1 (docs/decisions/0013).
const COVERAGE = 0.6;
const PHRASES = 0.8;
// Syllables of a phrase: two words, mostly.
const PHRASE = 4;
// Longer than any question.
const MOST_SYLLABLES = 100;

/**
 * Second stage: what a sum of words cannot see, the share of the whole question that a passage has together with its
 * headings, rare syllables counting more, and the share of its phrases of four syllables that it says in that order.
 */
export async function rescore<C extends Candidate>(
  question: string,
  candidates: readonly C[],
  {
    store,
    passages,
    variants = [],
  }: {
    readonly store: Pick<PassageStore, "frequencies">;
    readonly passages: number;
    readonly variants?: readonly Variant[];
  },
): Promise<C[]> {
  const syllables = wordsOf(question).slice(0, MOST_SYLLABLES);
  if (syllables.length === 0) return [...candidates];
  const distinct = [...new Set(syllables)];
  const frequencies = await store.frequencies(distinct, "words");
  const rarity = new Map(distinct.map((syllable) => [syllable, rarityOf(frequencies.get(syllable) ?? 0, passages)]));
  const weigh = (parts: readonly string[]) => parts.reduce((sum, part) => sum + (rarity.get(part) ?? 0), 0);
  const whole = weigh(distinct);
  const phrases = phrasesOf(syllables).map((phrase) => ({ form: ` ${phrase.join(" ")} `, weight: weigh(phrase) }));
  const rewording = rewordingFor(variants, "words");
  const allPhrases = phrases.reduce((sum, { weight }) => sum + weight, 0) || 1;
  return candidates
    .map((candidate) => {
      const { passage, directive } = candidate;
      const text = wordsOf(passage.text);
      const context = wordsOf([directive.kind, directive.number, directive.title, ...passage.path].join(" "));
      const written = ` ${text.join(" ")} | ${context.join(" ")} `;
      const reworded = rewording?.reword(written) ?? written;
      const form = reworded === written ? written : `${written}|${reworded}`;
      const held = new Set([...text, ...context, ...(reworded === written ? [] : reworded.split(" "))]);
      const covered = weigh(distinct.filter((syllable) => held.has(syllable))) / whole;
      const said =
        phrases.reduce((sum, phrase) => sum + (form.includes(phrase.form) ? phrase.weight : 0), 0) / allPhrases;
      return { ...candidate, score: candidate.score + COVERAGE * covered + PHRASES * said };
    })
    .toSorted((a, b) => b.score - a.score);
}

function phrasesOf(syllables: readonly string[]): (readonly string[])[] {
  return syllables.slice(PHRASE - 1).map((_, at) => syllables.slice(at, at + PHRASE));
}

/** Robertson–Spärck Jones weight without relevance information, as in BM25. */
function rarityOf(frequency: number, passages: number): number {
  return Math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5));
}
