import { fold } from "../core/text.ts";
import { spellingsOf } from "./spellings.ts";
import { isSyllable } from "./syllables.ts";

const LETTERS = "abcdeghiklmnopqrstuvxy";

/** Folded syllables that are one slip away: two letters exchanged, one missing, one too many, or a wrong one. */
export function nearFolded(word: string): string[] {
  const typed = fold(word);
  const cuts = Array.from({ length: typed.length + 1 }, (_, at) => [typed.slice(0, at), typed.slice(at)] as const);
  const slips = cuts.flatMap(([head, tail]) => [
    head + tail.slice(1),
    head + tail.charAt(1) + tail.charAt(0) + tail.slice(2),
    ...Array.from(LETTERS).flatMap((letter) => [head + letter + tail, head + letter + tail.slice(1)]),
  ]);
  return [...new Set(slips)].filter((slip) => slip !== typed && slip.length > 1 && isSyllable(slip));
}

/** Of the folded syllables, the spellings that keep the marks that `word` has; all of them where it has none. */
export function spellingsNear(word: string, folded: readonly string[]): string[] {
  const spellings = folded.flatMap(spellingsOf).filter(isSyllable);
  return fold(word) === word ? spellings : spellings.filter((spelling) => isOneSlip(word, spelling));
}

function isOneSlip(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const isSwap = left.length === 2 && left === `${right.charAt(1)}${right.charAt(0)}`;
  return isSwap || (left.length <= 1 && right.length <= 1);
}
