import { findAmounts } from "./amounts.ts";
import { words } from "./compare.ts";
import { FRAME_WORDS } from "./frame-words.ts";
import { contentTerms } from "./question.ts";

// Words that are held against each other, and what stands on both sides of them.
const OWN_LENGTHS = [1, 2, 3];
const MAX_QUOTED = 4;
const CONTEXT = 2;

/**
 * Whether the sentence repeats a stretch of a quote with other words in the middle: "mỗi tuần một lần" over "mỗi tháng
 * một lần". Words that the quote has between the same two (an "also" left out) are none.
 */
export function replacesWords(sentence: string, quotes: readonly string[]): boolean {
  const own = numberless(sentence);
  const content = contentOf(sentence);
  return quotes.some((quote) => {
    const text = numberless(quote);
    const told = contentOf(quote);
    const form = ` ${text.join(" ")} `;
    return own.some((_, start) =>
      OWN_LENGTHS.some((length) => {
        const end = start + length;
        const said = own.slice(start, end);
        const [left, right] = [own.slice(start - CONTEXT, start), own.slice(end, end + CONTEXT)];
        const telling = said.filter((word) => content.has(word));
        if (start < CONTEXT || right.length < CONTEXT || telling.length === 0) return false;
        if (form.includes(` ${[...left, ...said, ...right].join(" ")} `)) return false;
        return between(left, right, text).some(
          (quoted) =>
            telling.some((word) => !quoted.includes(word)) &&
            quoted.some((word) => !said.includes(word) && told.has(word)),
        );
      }),
    );
  });
}

function contentOf(text: string): ReadonlySet<string> {
  return new Set(contentTerms(text, false).filter((term) => !FRAME_WORDS.has(term)));
}

/** Figures are compared elsewhere, however they are written. */
function numberless(text: string): string[] {
  return words(
    findAmounts(text, "vi").reduce(
      (rest, { start, end }) => rest.slice(0, start) + "0".repeat(end - start) + rest.slice(end),
      text,
    ),
  ).map((word) => (/^0+$/.test(word) ? "0" : word));
}

/** What the text has between the two, wherever they stand near each other. */
function between(left: readonly string[], right: readonly string[], text: readonly string[]): (readonly string[])[] {
  const stands = (context: readonly string[], at: number) =>
    context.every((word, offset) => text[at + offset] === word);
  return text.flatMap((_, at) => {
    if (!stands(left, at)) return [];
    const from = at + left.length;
    const end = Array.from({ length: MAX_QUOTED }, (_, length) => from + length + 1).find((to) => stands(right, to));
    return end === undefined ? [] : [text.slice(from, end)];
  });
}
