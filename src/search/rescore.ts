import type { DirectiveHead } from "../core/directive.ts";
import type { Passage } from "../core/passage.ts";
import type { PassageStore } from "../core/ports.ts";
import { tokenise } from "../core/text.ts";

/** A passage with the score of the first stage. */
interface Candidate {
  readonly passage: Passage;
  readonly directive: DirectiveHead;
  readonly score: number;
}

// How much each counts beside the first stage, whose best is 1 (docs/decisions/0013).
const COVERAGE = 0.8;
const RUN = 1.1;
// Longer than any question.
const MOST_SYLLABLES = 100;

/**
 * Second stage: what a sum of words cannot see, the share of the whole question that a passage has together with its
 * headings, rare syllables counting more, and the longest run of the question that it says in the same order.
 */
export async function rescore<C extends Candidate>(
  question: string,
  candidates: readonly C[],
  { store, passages }: { readonly store: Pick<PassageStore, "frequencies">; readonly passages: number },
): Promise<C[]> {
  const syllables = syllablesOf(question).slice(0, MOST_SYLLABLES);
  if (syllables.length === 0) return [...candidates];
  const distinct = [...new Set(syllables)];
  const frequencies = await store.frequencies(distinct, "words");
  const rarity = new Map(distinct.map((syllable) => [syllable, rarityOf(frequencies.get(syllable) ?? 0, passages)]));
  const whole = distinct.reduce((sum, syllable) => sum + (rarity.get(syllable) ?? 0), 0);
  return candidates
    .map((candidate) => {
      const { passage, directive } = candidate;
      const text = syllablesOf(passage.text);
      const context = syllablesOf([directive.kind, directive.number, directive.title, ...passage.path].join(" "));
      const held = new Set([...text, ...context]);
      const covered = distinct.reduce(
        (sum, syllable) => sum + (held.has(syllable) ? (rarity.get(syllable) ?? 0) : 0),
        0,
      );
      const run = longestRun(syllables, text) / syllables.length;
      return { ...candidate, score: candidate.score + (COVERAGE * covered) / whole + RUN * run };
    })
    .toSorted((a, b) => b.score - a.score);
}

/** Length of the longest part of `asked` that stands in `text` unbroken. */
export function longestRun(asked: readonly string[], text: readonly string[]): number {
  const form = ` ${text.join(" ")} `;
  let longest = 0;
  for (let start = 0; start + longest < asked.length; start += 1) {
    while (start + longest < asked.length && form.includes(` ${asked.slice(start, start + longest + 1).join(" ")} `))
      longest += 1;
  }
  return longest;
}

/** Robertson–Spärck Jones weight without relevance information, as in BM25. */
function rarityOf(frequency: number, passages: number): number {
  return Math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5));
}

function syllablesOf(text: string): string[] {
  return tokenise(text).map((token) => token.text);
}
