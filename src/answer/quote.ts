import type { Span } from "../core/passage.ts";
import type { Evidence } from "./select.ts";

// Longer sentences are cut at clauses.
const MAX_QUOTE = 600;
const MAX_EXCERPT = 240;

/** The words to quote for a sentence: all of it, or of a very long one the clauses that matter. */
export function quoteSpan(evidence: Evidence, matters: (text: string) => number): Span {
  const { passage } = evidence.hit;
  const start = evidence.span.start - passage.span.start + bulletOf(evidence.text);
  const end = evidence.span.end - passage.span.start;
  const local = end - start > MAX_QUOTE ? clauses(passage.text, { start, end }, MAX_QUOTE, matters) : { start, end };
  return { start: passage.span.start + local.start, end: passage.span.start + local.end };
}

/** Length of the bullet that a line begins with; a quote goes without it. */
export function bulletOf(line: string): number {
  return /^[-–+•*]\s+/u.exec(line)?.[0].length ?? 0;
}

/** The part of a quote that is shown as the answer itself: all of it, or of a long one the clauses that matter. */
export function excerptOf(quote: string, matters: (text: string) => number): string {
  if (quote.length <= MAX_EXCERPT) return quote;
  const { start, end } = clauses(quote, { start: 0, end: quote.length }, MAX_EXCERPT, matters);
  return `${start > 0 ? "… " : ""}${quote.slice(start, end)}${end < quote.length ? " …" : ""}`;
}

/** The beginning of a list item, up to a clause border. */
export function openingOf(quote: string): string {
  if (quote.length <= MAX_EXCERPT) return quote;
  const borders = Array.from(quote.slice(0, MAX_EXCERPT).matchAll(/[;,:.](?=\s)/g), (mark) => mark.index);
  return `${quote.slice(0, borders.at(-1) ?? MAX_EXCERPT)} …`;
}

// A date belongs to what stands before it: "Công văn số 398-CV/ĐUK, ngày 09/12/2022".
const BORDER = /[;,:)](?=\s)(?!\s{1,3}(?:ngày\s{1,3})?\d{1,2}(?:\s?[/.-]\s?\d|\s{1,3}tháng\s))/g;

/** The shortest run of clauses that keeps what matters most, grown while it stays short. */
function clauses(text: string, { start, end }: Span, most: number, matters: (text: string) => number): Span {
  const borders = [
    start,
    ...Array.from(text.slice(start, end).matchAll(BORDER), (mark) => start + mark.index + 1),
    end,
  ];
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
