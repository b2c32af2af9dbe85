import type { Span } from "../src/core/passage.ts";
import { trimmed } from "../src/core/sentences.ts";

/** A heading as the file marked it up; `level` as in h1 to h6. */
export interface Heading {
  readonly span: Span;
  readonly level: number;
}

/** A line with words on it. */
export interface Line {
  /** Without white space at its ends. */
  readonly span: Span;
  readonly words: string;
  /** The heading that it is part of; `null` where the file has no mark-up that says so. */
  readonly heading: Heading | null;
  /** A blank line stands before it. */
  readonly isApart: boolean;
}

/** Every line that is not blank, in order. */
export function linesOf(text: string, headings: readonly Heading[]): Line[] {
  const lines: Line[] = [];
  let next = 0;
  for (const { 0: all, index } of text.matchAll(/[^\n]+/g)) {
    const span = trimmed(text, index, index + all.length);
    if (span.end === span.start) continue;
    while ((headings[next]?.span.end ?? text.length) <= span.start) next += 1;
    const heading = headings[next];
    lines.push({
      span,
      words: text.slice(span.start, span.end),
      heading: heading && heading.span.start < span.end ? heading : null,
      isApart: /\n\s*\n/.test(text.slice(lines.at(-1)?.span.end ?? span.start, span.start)),
    });
  }
  return lines;
}

/** Whether the words are in capitals throughout, as titles are. */
export function isCapitals(words: string): boolean {
  return words === words.toUpperCase() && /\p{Lu}/u.test(words);
}
