import type { Span } from "../src/core/passage.ts";
import { trimmed } from "../src/core/sentences.ts";
import { matchForm } from "../src/core/text.ts";
import { pageDate } from "./date-lines.ts";
import { isEdgeFurniture, isFurniture } from "./furniture.ts";
import type { ReadDocument } from "./read.ts";

// Title, date and caption of a web page stand within so many lines.
const TOP_LINES = 8;

/** Without the furniture of web pages. It goes by whole lines, before anything points into the text. */
export function clean(document: ReadDocument): ReadDocument {
  const lines = linesOf(document.text);
  const words = lines.map(({ start, end }) => document.text.slice(start, end).trim());
  const filled = words.flatMap((line, at) => (line ? [at] : []));
  const kept = new Set(withoutEdges(filled, words).filter((at) => !isFurniture(words[at] ?? "")));
  if (kept.size === 0) return document;
  const [first = 0, ...top] = [...kept].slice(0, TOP_LINES);
  let { dateHint } = document;
  for (const at of top) {
    const line = words[at] ?? "";
    const date = pageDate(line);
    dateHint ??= date;
    if (date || matchForm(line) === matchForm(words[first] ?? "")) kept.delete(at);
  }
  return { ...document, dateHint, ...keepLines(document, lines, kept) };
}

function withoutEdges(filled: readonly number[], words: readonly string[]): number[] {
  const isText = (at: number) => !isEdgeFurniture(words[at] ?? "");
  const first = filled.findIndex(isText);
  const last = filled.findLastIndex(isText);
  return first === -1 ? [] : filled.slice(first, last + 1);
}

/** One blank line stays where there were some, or where a line was taken out; every place moves with its line. */
function keepLines(document: ReadDocument, lines: readonly Span[], kept: ReadonlySet<number>) {
  const moves: Move[] = [];
  let result = "";
  let isApart = false;
  for (const [at, line] of lines.entries()) {
    if (!kept.has(at)) {
      isApart = true;
      continue;
    }
    if (result) result += isApart ? "\n\n" : "\n";
    isApart = false;
    const { start, end } = trimmed(document.text, line.start, line.end);
    moves.push({ start, end, to: result.length });
    result += document.text.slice(start, end);
  }
  const { startOf, endOf } = placesAfter(moves, result.length);
  const follow = ({ start, end }: Span): Span => ({ start: startOf(start), end: endOf(end) });
  const isKept = (span: Span) => span.end > span.start;
  const pages = document.pages.map(({ page, start }) => ({ page, start: startOf(start) }));
  return {
    text: result,
    headings: document.headings
      .map(({ span, level }) => ({ level, span: follow(span) }))
      .filter((it) => isKept(it.span)),
    // A page of which nothing is left begins where the next one does.
    pages: pages.filter(({ start }, at) => start < (pages[at + 1]?.start ?? result.length)),
    uncertain: document.uncertain.map(follow).filter(isKept),
  };
}

/** A line that was kept: where it stood without the white space around it, and where it stands now. */
interface Move {
  readonly start: number;
  readonly end: number;
  readonly to: number;
}

/** Where a place stands now. Of what was taken away, a start goes on to the next line that is left, an end back to the last. */
function placesAfter(moves: readonly Move[], length: number) {
  const lineAt = (offset: number) => {
    let low = 0;
    let high = moves.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((moves[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  return {
    startOf(offset: number): number {
      const at = lineAt(offset);
      const line = moves[at];
      return line && offset < line.end ? line.to + offset - line.start : (moves[at + 1]?.to ?? length);
    },
    endOf(offset: number): number {
      const line = moves[lineAt(offset)];
      return line ? line.to + Math.min(offset, line.end) - line.start : 0;
    },
  };
}

function linesOf(text: string): Span[] {
  const lines: { start: number; end: number }[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    lines.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return lines;
}
