import type { Directive } from "../core/directive.ts";
import type { Passage, Span } from "../core/passage.ts";

export interface MarkQuery {
  readonly at: string | undefined;
  readonly start: string | undefined;
  readonly end: string | undefined;
}

/**
 * What to highlight: the span if the address has a good one, else the passage it names. `"gone"` when it names
 * something that the text does not have.
 */
export function findMark(
  { at, start, end }: MarkQuery,
  { text }: Directive,
  passages: readonly Passage[],
): Span | "gone" | undefined {
  const passage = passages.find(({ id }) => id === at);
  if (at !== undefined && passage === undefined) return "gone";
  const limits = passage?.span ?? { start: 0, end: text.length };
  const span = parseSpan(start, end);
  if (span && span.start >= limits.start && span.start < span.end && span.end <= limits.end) return span;
  // A span that has left its passage was made for an older text.
  if (passage) return passage.span;
  return start === undefined && end === undefined ? undefined : "gone";
}

function parseSpan(start: string | undefined, end: string | undefined): Span | undefined {
  const isOffset = (value: string | undefined) => /^\d{1,9}$/.test(value ?? "");
  return isOffset(start) && isOffset(end) ? { start: Number(start), end: Number(end) } : undefined;
}
