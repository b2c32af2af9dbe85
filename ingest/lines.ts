import type { Span } from "../src/core/passage.ts";
import { trimmed } from "../src/core/sentences.ts";

/** A heading as the file marked it up; `level` as in h1 to h6. */
export interface Heading {
  readonly span: Span;
  readonly level: number;
}

/** A paragraph: one line, or the lines over which a sentence was wrapped. */
export interface Paragraph {
  readonly span: Span;
  /** `null` where the file has no mark-up that says so. */
  readonly headingLevel: number | null;
  /** Words quoted from another text: its "Điều 5." is not ours. */
  readonly isQuoted: boolean;
}

const STOPPED = /[.!?…;:/”"’»)]$/;
const QUOTE_REACH = 60;

/** Every paragraph of the text, in order; white space and blank lines stand between them. */
export function paragraphs(
  text: string,
  headings: readonly Heading[],
  startsPart: (line: string) => boolean,
): Paragraph[] {
  const lines = linesOf(text);
  const wraps = isHardWrapped(text, lines);
  const quoted = quotedLines(text, lines);
  const found: { span: Span; headingLevel: number | null; isQuoted: boolean }[] = [];
  let nextHeading = 0;
  for (const [at, span] of lines.entries()) {
    while ((headings[nextHeading]?.span.end ?? text.length) <= span.start) nextHeading += 1;
    const heading = headings[nextHeading];
    const headingLevel = heading && heading.span.start < span.end ? heading.level : null;
    const last = found.at(-1);
    const isContinued =
      last !== undefined &&
      (headingLevel === null ? last.headingLevel === null : heading && heading.span.start < last.span.end) &&
      (headingLevel !== null || goesOn(text, last.span, span, wraps, startsPart));
    if (isContinued) last.span = { start: last.span.start, end: span.end };
    else found.push({ span, headingLevel, isQuoted: quoted.has(at) });
  }
  return found;
}

function linesOf(text: string): Span[] {
  return Array.from(text.matchAll(/[^\n]+/g), ({ 0: line, index }) => trimmed(text, index, index + line.length)).filter(
    ({ start, end }) => end > start,
  );
}

function goesOn(text: string, last: Span, next: Span, wraps: boolean, startsPart: (line: string) => boolean): boolean {
  if (/\n[ ]*\n/.test(text.slice(last.end, next.start))) return false;
  const before = text.slice(text.lastIndexOf("\n", last.end - 1) + 1, last.end).trim();
  const line = text.slice(next.start, next.end);
  if (before.includes(" | ") || STOPPED.test(before) || before === before.toUpperCase()) return false;
  if (wraps && before.length >= 50) return true;
  return /^\p{Ll}/u.test(line) && !startsPart(line);
}

/** Whether the file breaks its lines at a fixed width, so that a line end says nothing. */
function isHardWrapped(text: string, lines: readonly Span[]): boolean {
  const goingOn = lines.filter(({ start }, at) => {
    const last = lines[at - 1];
    if (!last || start - last.end > 1) return false;
    return /^\p{Ll}/u.test(text.slice(start, start + 2)) && !STOPPED.test(text.slice(last.start, last.end));
  });
  return goingOn.length > 5 && goingOn.length > lines.length / 4;
}

/** Lines inside a quotation that is opened at the start of a line and closed at the end of a later one. */
function quotedLines(text: string, lines: readonly Span[]): ReadonlySet<number> {
  const quoted = new Set<number>();
  const lineAt = (at: number) => text.slice(lines[at]?.start, lines[at]?.end);
  for (let at = 0; at < lines.length; at += 1) {
    if (!/^“[^”]*$/.test(lineAt(at))) continue;
    let end = at + 1;
    while (end < lines.length && end - at < QUOTE_REACH && !/”[.;,]?$/.test(lineAt(end))) end += 1;
    if (!/”[.;,]?$/.test(lineAt(end))) continue;
    for (let inside = at; inside <= end; inside += 1) quoted.add(inside);
    at = end;
  }
  return quoted;
}
