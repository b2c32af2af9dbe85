import type { ScoredPassage, Span } from "../core/passage.ts";
import { sentences } from "../core/sentences.ts";
import { bulletOf } from "./quote.ts";
import { type VerifiedQuote, verifyQuote } from "./verify.ts";

/** A whole document, to follow a list beyond the passage where it begins. */
export interface WholeDocument {
  readonly text: string;
  readonly passages: readonly ScoredPassage[];
}

// Families of list marks; a list keeps to one.
const MARKS: readonly RegExp[] = [
  /^[-–+•*]\s/u,
  /^(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười(?: một| hai)?) là[,:]?\s/iu,
  /^Thứ (?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)[,:]?\s/iu,
  /^\p{N}{1,2}[.)-]\s/u,
  /^\p{Ll}\)\s/u,
];
// A list up to this length, all in one passage, is one quote.
const MAX_WHOLE = 1_200;
const MAX_ITEM = 320;
const MAX_ITEMS = 15;

/**
 * The list that the sentence at `span` announces ("… sau đây:") or is an item of: its lead-in and every item in order,
 * as one quote where it is short, else a quote each, long items by their first sentence. `undefined` when there is no such list.
 */
export function wholeList(document: WholeDocument, span: Span): VerifiedQuote[] | undefined {
  const lines = linesOf(document.text);
  const at = lines.findIndex((line) => line.start <= span.start && span.start < line.end);
  const first = document.text.slice(span.start, span.end).trimEnd().endsWith(":")
    ? at + 1
    : startOfList(document.text, lines, at);
  const mark = markOf(document.text, lines[first]);
  if (!mark) return undefined;
  const count = lines.slice(first).findIndex((line) => !mark.test(textOf(document.text, line)));
  const items = lines.slice(first, count < 0 ? undefined : first + count).slice(0, MAX_ITEMS);
  const lead = lines[first - 1];
  if (!lead || items.length < 2) return undefined;
  const opening = lastSentence(document.text, lead);
  const whole = { start: opening.start, end: items.at(-1)?.end ?? opening.end };
  const inOne = whole.end - whole.start <= MAX_WHOLE ? quoteAt(document, whole) : undefined;
  if (inOne) return [inOne];
  const quotes = [opening, ...items.map((item) => shortened(document.text, item))];
  return quotes.flatMap((quote) => quoteAt(document, quote) ?? []);
}

/** From an item back to the first one, if a lead-in stands before it; else past the end. */
function startOfList(text: string, lines: readonly Span[], at: number): number {
  const mark = markOf(text, lines[at]);
  if (!mark) return lines.length;
  let first = at;
  while (first > 0 && mark.test(textOf(text, lines[first - 1]))) first -= 1;
  return textOf(text, lines[first - 1]).endsWith(":") ? first : lines.length;
}

function markOf(text: string, line: Span | undefined): RegExp | undefined {
  return MARKS.find((mark) => mark.test(textOf(text, line)));
}

function textOf(text: string, line: Span | undefined): string {
  return line ? text.slice(line.start, line.end) : "";
}

function linesOf(text: string): Span[] {
  return Array.from(text.matchAll(/[^\s\n][^\n]*/g), (line) => ({
    start: line.index,
    end: line.index + line[0].trimEnd().length,
  }));
}

function lastSentence(text: string, line: Span): Span {
  return sentences(text, line.start, line.end).at(-1) ?? line;
}

function shortened(text: string, line: Span): Span {
  return line.end - line.start <= MAX_ITEM ? line : (sentences(text, line.start, line.end)[0] ?? line);
}

function quoteAt({ text, passages }: WholeDocument, { start: printed, end }: Span): VerifiedQuote | undefined {
  const start = printed + bulletOf(text.slice(printed, end));
  const home = passages.find(({ passage }) => passage.span.start <= start && end <= passage.span.end);
  return home && verifyQuote(text.slice(start, end), [home]);
}
