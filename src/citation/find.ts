import type { Span } from "../core/passage.ts";
import type { DocumentReference } from "../core/reference.ts";
import { findNamed } from "./named.ts";
import { findNumbered } from "./numbered.ts";

/** A document named in a text. */
export interface FoundReference {
  readonly reference: DocumentReference;
  /** Kind and number, or kind and meeting. */
  readonly span: Span;
  /** Around `span`: date, issuer and title as far as they were read, also an issuer before it or behind others of a list. */
  readonly extent: Span;
}

/**
 * Every document named in the text, by its number or by the meeting that issued it, in reading order. Numbers of a list
 * share a span ("số 920 và 1011-CTr/TƯ").
 */
export function findReferences(text: string): FoundReference[] {
  const numbered = findNumbered(text);
  const named = findNamed(text);
  // Both lists are in reading order, and numbered spans do not overlap but where they are one list.
  let at = 0;
  const free = named.filter(({ span }) => {
    while (at < numbered.length && (numbered[at]?.span.end ?? 0) <= span.start) at += 1;
    return (numbered[at]?.span.start ?? Number.POSITIVE_INFINITY) >= span.end;
  });
  return [...numbered, ...free].sort((a, b) => a.span.start - b.span.start);
}
