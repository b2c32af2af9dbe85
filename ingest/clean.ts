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

/** One blank line stays where there were some, or where a line was taken out. */
function keepLines({ text, headings }: ReadDocument, lines: readonly Span[], kept: ReadonlySet<number>) {
  const starts = new Map<number, number>();
  let result = "";
  let isApart = false;
  for (const [at, line] of lines.entries()) {
    if (!kept.has(at)) {
      isApart = true;
      continue;
    }
    if (result) result += isApart ? "\n\n" : "\n";
    isApart = false;
    const { start, end } = trimmed(text, line.start, line.end);
    starts.set(at, result.length - start);
    result += text.slice(start, end);
  }
  const moved = headings.flatMap(({ span, level }) => {
    const shift = starts.get(lines.findIndex(({ end }) => end >= span.start));
    return shift === undefined ? [] : [{ level, span: { start: span.start + shift, end: span.end + shift } }];
  });
  return { text: result, headings: moved };
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
