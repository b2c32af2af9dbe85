import type { Span } from "../src/core/passage.ts";
import { dangles, isStopped } from "./cross-reference.ts";
import { type LineStart, lineStarts } from "./line-starts.ts";
import { type Heading, isCapitals, type Line, linesOf } from "./lines.ts";
import { type Marker, markerOf } from "./markers.ts";
import { quotedLines } from "./quotations.ts";

/** A paragraph: one line, or the lines over which a sentence was wrapped. */
export interface Paragraph {
  readonly span: Span;
  readonly words: string;
  /** The part that begins with it. */
  readonly marker: Marker | null;
  /** `null` where the file has no mark-up that says so. */
  readonly headingLevel: number | null;
  /** Words quoted from another text, over several paragraphs. */
  readonly isQuoted: boolean;
}

// Shorter lines end where their author ended them.
const WRAPPED_LINE = 50;

/** Every paragraph of the text, in order; white space and blank lines stand between them. */
export function paragraphs(text: string, headings: readonly Heading[]): Paragraph[] {
  const lines = linesOf(text, headings);
  const wraps = isHardWrapped(lines);
  const quoted = quotedLines(lines);
  const starts = lineStarts(lines, quoted);
  const groups: number[][] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const start = starts[at];
    if (before && start && belongsTo(before, line, start, wraps)) groups.at(-1)?.push(at);
    else groups.push([at]);
  }
  return groups.flatMap((group) => {
    const [first = 0, last = first] = [group[0], group.at(-1)];
    const [begin, end] = [lines[first], lines[last]];
    if (!begin || !end) return [];
    const span = { start: begin.span.start, end: end.span.end };
    return {
      span,
      words: text.slice(span.start, span.end),
      marker: starts[first]?.marker ?? null,
      headingLevel: begin.heading?.level ?? null,
      isQuoted: quoted.has(first),
    };
  });
}

/** Whether the line goes on with the paragraph that the one before it is in. */
function belongsTo(before: Line, line: Line, { marker, goesOn }: LineStart, wraps: boolean): boolean {
  if (before.heading || line.heading) return before.heading !== null && before.heading === line.heading;
  if (line.isApart || marker) return false;
  if (goesOn) return true;
  if (before.words.includes(" | ") || isStopped(before.words) || isCapitals(before.words)) return false;
  if (dangles(before) || (wraps && before.words.length >= WRAPPED_LINE)) return true;
  return /^\p{Ll}/u.test(line.words) && !markerOf(line.words);
}

/** Whether the file breaks its lines at a fixed width, so that a line end says nothing. */
function isHardWrapped(lines: readonly Line[]): boolean {
  const goingOn = lines.filter(({ words, isApart }, at) => {
    const before = lines[at - 1];
    return before && !isApart && /^\p{Ll}/u.test(words) && !isStopped(before.words);
  });
  return goingOn.length > 5 && goingOn.length > lines.length / 4;
}
