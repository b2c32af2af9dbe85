import { wordsOf } from "../../core/text.ts";
import { findAmounts } from "../amounts.ts";
import { contentTerms } from "../question.ts";
import { FRAME_WORDS } from "./frame-words.ts";

// How many words are held against each other, and how many must be the same on each side of them.
const SAID = [1, 2, 3];
const QUOTED = [1, 2, 3, 4, 5, 6];
const SIDE = 2;

/**
 * Whether the sentence repeats a stretch of a quote with other words in the middle or at its end: "mỗi tuần một lần"
 * over "mỗi tháng một lần". Words that are only put in, or only left out, replace none.
 */
export function replacesWords(sentence: string, quotes: readonly string[]): boolean {
  const own = numberless(sentence);
  const telling = contentOf(sentence);
  return quotes.some((quote) => {
    const text = numberless(quote);
    const told = contentOf(quote);
    const replaces = (said: readonly string[], quoted: readonly string[]) =>
      said.some((word) => telling.has(word) && !quoted.includes(word)) &&
      quoted.some((word) => told.has(word) && !said.includes(word));
    return own.some((_, start) =>
      SAID.some((length) => {
        const end = start + length;
        const said = own.slice(start, end);
        if (start < SIDE || end > own.length) return false;
        if (end === own.length) {
          const isNew = !said.some((word) => text.includes(word));
          return isNew && after(own.slice(0, start).slice(-SIDE - 1), text).some((quoted) => replaces(said, quoted));
        }
        const [left, right] = [own.slice(start - SIDE, start), own.slice(end, end + SIDE)];
        if (right.length < SIDE || stands([...left, ...said, ...right], text)) return false;
        return between(left, right, text).some((quoted) => replaces(said, quoted));
      }),
    );
  });
}

/** What the text has between the two, wherever they stand near each other. */
function between(left: readonly string[], right: readonly string[], text: readonly string[]): (readonly string[])[] {
  return ends(left, text).flatMap((from) => {
    const length = QUOTED.find((most) => startsAt(from + most, right, text));
    return length === undefined ? [] : [text.slice(from, from + length)];
  });
}

/** What the text has right after it. */
function after(left: readonly string[], text: readonly string[]): (readonly string[])[] {
  return ends(left, text).map((from) => text.slice(from, from + SIDE));
}

function ends(run: readonly string[], text: readonly string[]): number[] {
  return text.flatMap((_, at) => (startsAt(at, run, text) ? [at + run.length] : []));
}

function startsAt(at: number, run: readonly string[], text: readonly string[]): boolean {
  return run.every((word, offset) => text[at + offset] === word);
}

function stands(run: readonly string[], text: readonly string[]): boolean {
  return text.some((_, at) => startsAt(at, run, text));
}

function contentOf(text: string): ReadonlySet<string> {
  return new Set(contentTerms(text, false).filter((term) => !FRAME_WORDS.has(term)));
}

/** Figures are compared elsewhere, however they are written. */
function numberless(text: string): string[] {
  const zeroed = findAmounts(text, "vi").reduce(
    (rest, { start, end }) => rest.slice(0, start) + "0".repeat(end - start) + rest.slice(end),
    text,
  );
  return wordsOf(zeroed).map((word) => (/^0+$/.test(word) ? "0" : word));
}
