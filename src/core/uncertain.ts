import type { Span } from "./passage.ts";

/** Words that character recognition is not sure of, as they are shown: never a part of a word, number or date. */
export interface UncertainWords {
  readonly text: string;
  readonly span: Span;
  /** A number, date or document number: what is to be checked against the original before all else. */
  readonly isFigure: boolean;
}

/** The uncertain words of a text that stands at `span`, in order; neighbours of one sort are told as one. */
export function uncertainWords({
  quote,
  span: { start: from },
  uncertain,
}: {
  readonly quote: string;
  readonly span: Span;
  readonly uncertain: readonly Span[];
}): UncertainWords[] {
  const doubts = spansWithin(uncertain, { start: from, end: from + quote.length });
  const words: UncertainWords[] = [];
  let next = 0;
  for (const { 0: text, index } of doubts.length === 0 ? [] : quote.matchAll(WORD)) {
    const span = { start: from + index, end: from + index + text.length };
    while (next < doubts.length && (doubts[next]?.end ?? 0) <= span.start) next += 1;
    const doubt = doubts[next];
    if (!doubt) break;
    if (doubt.start >= span.end) continue;
    const isFigure = FIGURE.test(text);
    const last = words.at(-1);
    const isNext = last?.isFigure === isFigure && /^ +$/.test(quote.slice(last.span.end - from, index));
    const start = isNext ? last.span.start : span.start;
    if (isNext) words.pop();
    words.push({ text: quote.slice(start - from, span.end - from), span: { start, end: span.end }, isFigure });
  }
  return words;
}

/** Those that have something in common with `place`, in reading order. */
export function spansWithin(spans: readonly Span[], place: Span): Span[] {
  return spans
    .filter(({ start, end }) => start < place.end && place.start < end)
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
}

// A digit alone tells little of the date or the share that it is a part of.
const WORD =
  /\p{N}{1,2} tháng \p{N}{1,2}(?: năm \p{N}{4})?|\p{N}[\p{N}.,]* ?[%‰]|[\p{L}\p{M}\p{N}](?:\S*[\p{L}\p{M}\p{N}%‰])?/gu;
// Terms and chapters are counted in Roman numerals.
const FIGURE = /\p{N}|^[IVX]+$/u;
