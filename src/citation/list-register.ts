import type { RegisterLine } from "../core/cite.ts";
import type { DirectiveHead } from "../core/directive.ts";
import type { LibraryRelation, Mention, PassageStore } from "../core/ports.ts";
import { type DocumentReference, ownReference } from "../core/reference.ts";
import { formatCitation, formatShort } from "./format.ts";
import { type KnownDocument, resolveDocuments } from "./resolve.ts";
import { seenRelations } from "./seen-relations.ts";
import { standingOf } from "./standing.ts";

/** Every document that the library holds or names, a line each, by running number; what proves it is in `readRegister`. */
export async function listRegister(store: PassageStore): Promise<RegisterLine[]> {
  const [heads, { mentions, relations }] = await Promise.all([store.directives(), store.evidence()]);
  const byNumber = new Map<string, { held: DirectiveHead[]; mentions: Mention[]; relations: LibraryRelation[] }>();
  const under = (reference: DocumentReference) => {
    const key = reference.serial || reference.name || "";
    const known = byNumber.get(key) ?? { held: [], mentions: [], relations: [] };
    byNumber.set(key, known);
    return known;
  };
  for (const head of heads) if (head.number !== null) under(ownReference(head)).held.push(head);
  for (const mention of mentions) under(mention.reference).mentions.push(mention);
  for (const relation of relations) {
    const ends = new Set([under(relation.from.reference), under(relation.to.reference)]);
    for (const end of ends) end.relations.push(relation);
  }
  const headOf = new Map(heads.map((head) => [head.id, head]));
  return Array.from(byNumber, ([key, named]) =>
    resolveDocuments(named.held, named.mentions).map((document) => ({
      key,
      line: lineOf(document, named.relations, (id) => headOf.get(id)),
    })),
  )
    .flat()
    .toSorted(
      (a, b) => (Number(a.key) || 0) - (Number(b.key) || 0) || a.line.citation.localeCompare(b.line.citation, "vi"),
    )
    .map(({ line }) => line);
}

function lineOf(
  document: KnownDocument,
  relations: readonly LibraryRelation[],
  headOf: (directiveId: string) => DirectiveHead | undefined,
): RegisterLine {
  const { reference, held, mentions } = document;
  const [directive] = held;
  // The words of the evidence are not shown here.
  const quote = (passageId: string, span: Mention["span"]) => [
    { documentId: "", passageId, quote: "", span, uncertain: [] },
  ];
  const { kind, number, issuer, issuedOn } = reference;
  const { status } = standingOf(seenRelations(document, relations, { quote, headOf }), {
    directive,
    issuedOn,
    asOf: undefined,
  });
  const title = directive?.title ?? reference.title;
  const facts = { kind, number, title, issuer, issuedOn, name: reference.name, serial: reference.serial };
  return {
    ...{ number, kind, title, issuer, issuedOn, status },
    held: held.length > 0,
    documentId: directive?.id ?? null,
    isDigest: directive?.isDigest ?? false,
    citation: formatCitation(facts),
    shortCitation: formatShort(facts),
    mentions: mentions.length,
  };
}
