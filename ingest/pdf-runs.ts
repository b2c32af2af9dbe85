import type { Piece } from "./pdf-lines.ts";

/** The text of characters in one font as Unicode; for fonts that print other letters than they store. */
export type ConvertFont = (text: string, font: string) => string;

interface Place {
  readonly size: number;
  readonly baseline: number;
}

// In sizes of the letters: a gap inside a word, and one between words.
const TOUCHING = 0.05;
const WORD_GAP = 0.15;
// How small, and how far above its line, a note's mark is.
const SCRIPT_SIZE = 0.8;
const RAISED_BY = 0.15;

/** Neighbours on a line that are alike. */
export interface Run {
  text: string;
  readonly font: string;
  readonly isRaised: boolean;
  readonly isUncertain: boolean;
}

/** Pieces of one line, from left to right, with the spaces that stand, or are only left free, between words. */
export function runsOf(group: readonly Piece[], line: Place): Run[] {
  const runs: Run[] = [];
  let last: Piece | undefined;
  let hasSpace = false;
  for (const piece of group) {
    if (piece.text.trim() === "") {
      hasSpace = true;
      continue;
    }
    const gap = last ? (piece.left - last.right) / line.size : 0;
    const space = (last && piece.isWord) || gap > WORD_GAP || (hasSpace && gap > TOUCHING) ? " " : "";
    const isRaised = piece.size < SCRIPT_SIZE * line.size && line.baseline - piece.baseline > RAISED_BY * line.size;
    const { font = "", isUncertain = false } = piece;
    const run = runs.at(-1);
    if (run?.font === font && run.isRaised === isRaised && run.isUncertain === isUncertain && !isUncertain)
      run.text += space + piece.text;
    else {
      if (run) run.text += space;
      runs.push({ text: piece.text, font, isRaised, isUncertain });
    }
    last = piece;
    hasSpace = false;
  }
  return runs;
}

/** `[1]`, so that a note's number does not become part of the number before it; the 2 of m² stays what it is. */
export function noteMark(raised: string, before: string): string {
  const digits = raised.trim();
  if (!/^\d{1,3}$/.test(digits)) return raised;
  if (/^[23]$/.test(digits) && /(?:^|[\s\d])[kcdm]?m$/.test(before)) return digits === "2" ? "²" : "³";
  return before.trim() === "" ? `[${digits}] ` : `[${digits}]`;
}

/** Size and place of most letters: the first may be a capital of its own, the last a note's mark. */
export function usualPlace(letters: readonly Piece[]): Place {
  const counts = new Map<string, { count: number; size: number; baseline: number }>();
  for (const { size, baseline, text } of letters) {
    const key = `${size.toFixed(1)} ${baseline.toFixed(1)}`;
    const known = counts.get(key) ?? { count: 0, size, baseline };
    known.count += text.length;
    counts.set(key, known);
  }
  const [first = { size: 0, baseline: 0 }] = [...counts.values()].toSorted((one, other) => other.count - one.count);
  return first;
}
