import type { Span } from "../core/passage.ts";
import type { PassageStore } from "../core/ports.ts";
import { fold, hasDiacritics, type Token, tokenise } from "../core/text.ts";
import { inCaseOf } from "./case.ts";
import { COMMON_PAIRS, COMMON_WORDS } from "./common-phrases.ts";
import { nearFolded, spellingsNear } from "./near-syllables.ts";
import { spellingsOf } from "./spellings.ts";
import { isSyllable } from "./syllables.ts";

// Longer than any question; what follows stays as typed.
const MOST_SYLLABLES = 100;
// Each costs a look-up of its own; more is another language.
const MOST_SLIPS = 8;
// Enough of the spellings that a library has of one syllable; rarer ones change nothing.
const MOST_SPELLINGS = 8;
// How much the neighbour tells beside the frequency of the spelling itself.
const NEIGHBOUR = 0.995;
// How often a common phrase goes on as it does, where the library does not have it.
const COMMON = 0.5;
const SHORT = 3;
// Against marks on a syllable that has none in a text that has some; less where some are missing beyond doubt.
const UNMARKED = 11;
const UNMARKED_AMONG_OTHERS = 2;

/** A text as it was probably meant. */
export interface Restored {
  readonly text: string;
  /** The same as it was typed, without diacritics where it was; both are of the same length. */
  readonly typed: string;
}

/**
 * Spells a text by the language of the library: the likeliest sequence of spellings by how often they, and pairs of
 * neighbours, stand in it (Viterbi over a bigram model; counts are of passages). Marks that were typed stay, and so does
 * what is `kept`; what can be no syllable is taken for a slip where a near one fits its neighbours. `doubtsMarks` does
 * so with marks that make a syllable which the library does not have, too: of a question as such they are mostly right.
 */
export function createRestore(
  store: Pick<PassageStore, "frequencies">,
): (text: string, options?: { readonly kept?: readonly Span[]; readonly doubtsMarks?: boolean }) => Promise<Restored> {
  return async (text, { kept = [], doubtsMarks = false } = {}) => {
    const tokens = tokenise(text)
      .filter(({ start }) => !kept.some((span) => span.start <= start && start < span.end))
      .slice(0, MOST_SYLLABLES);
    const isPlain = !tokens.some((token) => hasDiacritics(token.text));
    const known: ReadonlyMap<string, number> = isPlain ? new Map() : await knownOf(tokens, store);
    const slipped = tokens.filter((token) => isSlip(token, text)).slice(0, MOST_SLIPS);
    const strange = isPlain || !doubtsMarks ? [] : tokens.filter((token) => isStrange(token, text, known));
    if (!isPlain && slipped.length + strange.length === 0 && isSound(tokens, known)) return { text, typed: text };
    const near = new Map(slipped.map(({ text: word }) => [word, nearFolded(word)]));
    const nearest = [...new Set([...near.values()].flat())];
    const seenNear = nearest.length > 0 ? await store.frequencies(nearest, "folded") : new Map();
    const spelled = tokens.map((token) => {
      const slips = slipped.includes(token) ? (near.get(token.text) ?? []).filter((word) => seenNear.has(word)) : [];
      if (slips.length > 0) return spellingsNear(token.text, slips);
      const isSure = !isPlain && hasDiacritics(token.text) && !strange.includes(token);
      return isSure ? [token.text] : spellingsOf(token.text);
    });
    const counts = await store.frequencies([...new Set(spelled.flat())], "words");
    const choices = spelled.map((spellings, at): Choice[] => {
      const token = tokens[at];
      const typed = token?.text ?? "";
      const isFree = isPlain || (token !== undefined && (slipped.includes(token) || strange.includes(token)));
      const seen = spellings
        .map((spelling) => ({
          spelling,
          count: counts.get(spelling) ?? Number(COMMON_WORDS.has(spelling)),
          isKnown: counts.has(spelling),
        }))
        .filter(({ count }) => count > 0)
        .toSorted((a, b) => b.count - a.count)
        .slice(0, MOST_SPELLINGS)
        .map((choice) => ({ ...choice, isAsTyped: isFree || choice.spelling === typed }));
      const mayStay = seen.length === 0 || (!isFree && seen.every(({ spelling }) => spelling !== typed));
      return mayStay ? [...seen, { spelling: typed, count: 1, isKnown: counts.has(typed), isAsTyped: true }] : seen;
    });
    const pairs = choices
      .slice(1)
      .flatMap((next, at) =>
        (choices[at] ?? []).flatMap((before) => next.map((after) => `${before.spelling} ${after.spelling}`)),
      );
    const together = await store.frequencies([...new Set(pairs)], "words");
    const sure = likeliest(choices, together, UNMARKED);
    const isHalfPlain = sure.some(
      (spelling, at) => spelling !== tokens[at]?.text && fold(spelling) === tokens[at]?.text,
    );
    const best = !isPlain && isHalfPlain ? likeliest(choices, together, UNMARKED_AMONG_OTHERS) : sure;
    const spellings = best.map((spelling, at) => {
      const token = tokens[at];
      const isDoubtful = token !== undefined && (slipped.includes(token) || strange.includes(token));
      if (!isDoubtful) return spelling;
      // Of a short word much is one slip, and what the library lacks may be right.
      const needsBoth = strange.includes(token) || spelling.length <= SHORT;
      return fitsIn(best, at, { together, both: needsBoth }) ? spelling : token.text;
    });
    const asTyped = spellings.map((spelling) => (isPlain ? fold(spelling) : spelling));
    return { text: respell(text, tokens, spellings), typed: respell(text, tokens, asTyped) };
  };
}

interface Choice {
  readonly spelling: string;
  readonly count: number;
  /** Whether the library has it. */
  readonly isKnown: boolean;
  /** Nothing that was typed speaks against it. */
  readonly isAsTyped: boolean;
}

/** `unmarked` is what it costs to take other marks than were typed. */
function likeliest(
  choices: readonly (readonly Choice[])[],
  together: ReadonlyMap<string, number>,
  unmarked: number,
): string[] {
  let paths: {
    readonly spellings: readonly string[];
    readonly last: Choice | null;
    /** Whether `last` belongs to a common phrase and the library does not have it: nothing tells what may follow. */
    readonly isOpen: boolean;
    readonly cost: number;
  }[] = [{ spellings: [], last: null, isOpen: true, cost: 0 }];
  for (const choice of choices) {
    const all = choice.reduce((sum, { count }) => sum + count, 0);
    paths = choice.map((next) => {
      const costs = paths.map(({ spellings, last, isOpen, cost }) => {
        const own = next.count / all;
        const both = last ? `${last.spelling} ${next.spelling}` : "";
        const isCommon = COMMON_PAIRS.has(both);
        const pair = last ? Math.max((together.get(both) ?? 0) / last.count, isCommon ? COMMON : 0) : 0;
        const weight = isOpen && !isCommon ? 0 : NEIGHBOUR;
        return {
          spellings: [...spellings, next.spelling],
          last: next,
          isOpen: isCommon && !next.isKnown,
          cost: cost + (next.isAsTyped ? 0 : unmarked) - Math.log(weight * pair + (1 - weight) * own),
        };
      });
      return costs.reduce((best, other) => (other.cost < best.cost ? other : best));
    });
  }
  const best = paths.reduce((some, other) => (other.cost < some.cost ? other : some));
  return [...best.spellings];
}

/** What of a text with marks the library has: its words, and its pairs of neighbours. */
function knownOf(tokens: readonly Token[], store: Pick<PassageStore, "frequencies">) {
  const words = tokens.map((token) => token.text);
  const pairs = words.slice(1).map((word, at) => `${words[at]} ${word}`);
  return store.frequencies([...new Set([...words, ...pairs])], "words");
}

/** Whether nothing shows that marks are missing: all that has none stands so beside a neighbour in the library. */
function isSound(tokens: readonly Token[], known: ReadonlyMap<string, number>): boolean {
  const words = tokens.map((token) => token.text);
  return words.every(
    (word, at) =>
      hasDiacritics(word) || /\d/.test(word) || (isSyllable(word) && fitsIn(words, at, { together: known })),
  );
}

/** A syllable with marks that the library does not have: one of them may be wrong. */
function isStrange({ text: word, start, end }: Token, text: string, known: ReadonlyMap<string, number>): boolean {
  const isName = text.slice(start, end) !== word && start > 0;
  return hasDiacritics(word) && isSyllable(word) && !isName && !known.has(word) && !COMMON_WORDS.has(word);
}

/** A word that can be no syllable; one without a vowel is an abbreviation, one with a capital a foreign name. */
function isSlip({ text: word, start, end }: Token, text: string): boolean {
  const typed = text.slice(start, end);
  const isName = typed !== typed.toLowerCase() && (start > 0 || typed === typed.toUpperCase());
  // No syllable is longer than "nghiêng".
  return /^\p{L}{3,8}$/u.test(word) && /[aeiouy]/.test(fold(word)) && !isSyllable(word) && !isName;
}

/** Whether a spelling stands beside a neighbour somewhere in the library; where little tells, beside both. */
function fitsIn(
  spellings: readonly string[],
  at: number,
  { together, both = false }: { readonly together: ReadonlyMap<string, number>; readonly both?: boolean },
): boolean {
  const pairs = [spellings.slice(Math.max(0, at - 1), at + 1), spellings.slice(at, at + 2)].filter(
    (pair) => pair.length === 2,
  );
  const seen = pairs.filter((pair) => together.has(pair.join(" ")) || COMMON_PAIRS.has(pair.join(" ")));
  return seen.length > 0 && (!both || seen.length === pairs.length);
}

/** The text with its syllables spelled anew, capitals kept. */
function respell(text: string, tokens: readonly Token[], spellings: readonly string[]): string {
  return tokens.reduceRight((rest, { start, end }, at) => {
    const typed = text.slice(start, end);
    const spelling = spellings[at] ?? typed;
    // "uỷ" is read as "ủy", and stays.
    if (spelling === tokens[at]?.text) return rest;
    return rest.slice(0, start) + inCaseOf(typed, spelling) + rest.slice(end);
  }, text);
}
