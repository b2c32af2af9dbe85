import type { Span } from "../core/passage.ts";
import type { Evidence } from "./select.ts";

// Longer sentences are cut at clauses; lists stay whole.
const MAX_QUOTE = 600;
const MAX_EXCERPT = 240;
const ITEM = /^[ \t]*(?:[-–+•*]|\p{N}{1,2}[.)]|\p{Ll}\))\s/u;

/** The words to quote for a sentence: with the whole list it announces, or the clauses of it that matter. */
export function quoteSpan(evidence: Evidence, matters: (text: string) => number): Span {
  const { passage } = evidence.hit;
  const start = evidence.span.start - passage.span.start;
  const end = evidence.span.end - passage.span.start;
  const list = listAround(passage.text, start, end);
  const local = list ?? (end - start > MAX_QUOTE ? clauses(passage.text, { start, end }, MAX_QUOTE, matters) : { start, end });
  return { start: passage.span.start + local.start, end: passage.span.start + local.end };
}

/** The part of a quote that is shown as the answer itself: a list whole, of a long sentence the clauses that matter. */
export function excerptOf(quote: string, matters: (text: string) => number): string {
  if (quote.length <= MAX_EXCERPT || quote.includes("\n")) return quote;
  const { start, end } = clauses(quote, { start: 0, end: quote.length }, MAX_EXCERPT, matters);
  return `${start > 0 ? "… " : ""}${quote.slice(start, end)}${end < quote.length ? " …" : ""}`;
}

/** The list that a sentence announces ("… sau đây:"), or is the first line of; `undefined` when it is none. */
function listAround(text: string, start: number, end: number): Span | undefined {
  if (!/:\s*$/.test(text.slice(start, end))) return undefined;
  let last = end;
  for (const line of text.slice(end).matchAll(/[^\n]+/g)) {
    if (!ITEM.test(line[0])) break;
    last = end + line.index + line[0].trimEnd().length;
  }
  return last > end ? { start, end: last } : undefined;
}

/** The shortest run of clauses that keeps what matters most, grown while it stays short. */
function clauses(text: string, { start, end }: Span, most: number, matters: (text: string) => number): Span {
  const borders = [start, ...Array.from(text.slice(start, end).matchAll(/[;,:](?=\s)|\)(?=\s)/g), (mark) => start + mark.index + 1), end];
  let best = { start, end: borders[1] ?? end, value: -1 };
  for (let from = 0; from < borders.length - 1; from += 1) {
    for (let to = from + 1; to < borders.length; to += 1) {
      const part = { start: skipSpace(text, borders[from] ?? start), end: borders[to] ?? end };
      if (part.end - part.start > most && to > from + 1) break;
      const value = matters(text.slice(part.start, part.end)) - (part.end - part.start) / 5_000;
      if (value > best.value) best = { ...part, value };
    }
  }
  return { start: best.start, end: trimMark(text, best.end, end) };
}

function skipSpace(text: string, at: number): number {
  return at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);
}

/** A clause cut out of the middle does not keep the comma it ended with. */
function trimMark(text: string, at: number, end: number): number {
  return at < end && /[;,:]/.test(text.charAt(at - 1)) ? at - 1 : at;
}
