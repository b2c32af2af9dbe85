import type { Span } from "../core/passage.ts";
import type { DocumentReference } from "../core/reference.ts";

/** Documents named by number at one place of a text: one, or a list that shares its words. */
export interface CitedList {
  readonly references: readonly DocumentReference[];
  readonly span: Span;
  /** Everything that says what the references hold. */
  readonly extent: Span;
  /** Behind the words that say outright who issued them. */
  readonly issuerEnd: number | null;
  readonly titleEnd: number | null;
}

/** Who issued documents, as words elsewhere in the sentence say. */
export interface Attributed {
  readonly issuer: string | null;
  /** The meeting. */
  readonly name: string | null;
  readonly place: string | null;
}

/** Whether nothing is said yet of who issued the documents. */
export function isOpen({ references }: CitedList): boolean {
  return references.every(({ issuer, name }) => issuer === null && name === null);
}

/** The list with its issuer; `said` is where the words for that stand. */
export function attributed(list: CitedList, { issuer, name, place }: Attributed, said: Span): CitedList {
  return {
    ...list,
    references: list.references.map((reference) => ({ ...reference, issuer, name, place: reference.place ?? place })),
    extent: { start: Math.min(list.extent.start, said.start), end: Math.max(list.extent.end, said.end) },
  };
}
