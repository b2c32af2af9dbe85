import { findReferences } from "../../src/citation/find.ts";
import { findRelations } from "../../src/citation/relations.ts";
import type { DocumentReference } from "../../src/core/reference.ts";
import type { RelationEnd } from "../../src/core/relation.ts";

/** What a text states, for reading: `399 replaces 66`; the document that the text is, is `own`. */
export function stated(text: string, own: DocumentReference | null = null): string[] {
  const nameOf = ({ reference, span }: RelationEnd) => (span === null ? "own" : reference.serial || reference.name);
  return findRelations(text, findReferences(text), own).map(
    ({ type, from, to }) => `${nameOf(from)} ${type} ${nameOf(to)}`,
  );
}
