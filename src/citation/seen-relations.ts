import type { Relation, SeenRelationType } from "../core/cite.ts";
import type { DirectiveHead } from "../core/directive.ts";
import type { Span } from "../core/passage.ts";
import type { LibraryRelation, PassageStore } from "../core/ports.ts";
import { agreesButForDate, type DocumentReference, ownReference } from "../core/reference.ts";
import type { RelationEnd, RelationType } from "../core/relation.ts";
import { formatShort } from "./format.ts";
import type { Quote } from "./register.ts";
import type { KnownDocument } from "./resolve.ts";

const SEEN: Readonly<Record<RelationType, { readonly from: SeenRelationType; readonly to: SeenRelationType }>> = {
  replaces: { from: "supersedes", to: "superseded-by" },
  "orders-replacement": { from: "orders-replacement-of", to: "replacement-ordered-by" },
  amends: { from: "amends", to: "amended-by" },
  supplements: { from: "supplements", to: "supplemented-by" },
  repeals: { from: "repeals", to: "repealed-by" },
  guides: { from: "guides", to: "guided-by" },
  implements: { from: "implements", to: "implemented-by" },
  issues: { from: "issues", to: "issued-with" },
};

interface Reading {
  readonly quote: Quote;
  readonly headOf: (directiveId: string) => DirectiveHead | undefined;
}

/** Relations of these types that texts state of a document, which is at that side of them. */
export async function statedOf(
  document: KnownDocument,
  { types, side }: { readonly types: readonly RelationType[]; readonly side: "from" | "to" },
  store: Pick<PassageStore, "relationsOf">,
): Promise<LibraryRelation[]> {
  const ids = document.held.map(({ id }) => id);
  const isEnd = endOf(document);
  const stated = await store.relationsOf(document.reference, ids);
  return stated.filter((relation) => types.includes(relation.type) && isEnd(relation, side));
}

/** Relations as the document at one of their ends sees them; each pair once, in the order in which they are stated. */
export function seenRelations(
  document: KnownDocument,
  stated: readonly LibraryRelation[],
  { quote, headOf }: Reading,
): Relation[] {
  const isEnd = endOf(document);
  const relations = stated.flatMap((relation): Seen[] => {
    const [evidence] = quote(relation.passageId, relation.evidence);
    const [isFrom, isTo] = [isEnd(relation, "from"), isEnd(relation, "to")];
    if (!evidence || isFrom === isTo) return [];
    const other = isFrom ? relation.to : relation.from;
    const reference = other.span === null ? selfOf(headOf(relation.directiveId), other) : other.reference;
    const type = SEEN[relation.type][isFrom ? "from" : "to"];
    const { number, issuedOn } = reference;
    return [{ relation: { type, number: number ?? formatShort(reference), issuedOn, evidence }, reference }];
  });
  return relations.flatMap((seen, at) =>
    relations.some((other, place) => saysMore(other, seen) || (place < at && saysSame(other, seen)))
      ? []
      : [seen.relation],
  );
}

interface Seen {
  readonly relation: Relation;
  readonly reference: DocumentReference;
}

function saysMore(other: Seen, seen: Seen): boolean {
  return other.reference.number !== null && seen.reference.number === null && isSame(other, seen);
}

function saysSame(other: Seen, seen: Seen): boolean {
  return isSame(other, seen) && !saysMore(seen, other);
}

function isSame(a: Seen, b: Seen): boolean {
  return a.relation.type === b.relation.type && agreesButForDate(a.reference, b.reference);
}

/** Tells whether an end of a relation is the document: the text that states it, or a place that was resolved to it. */
function endOf({ held, mentions }: KnownDocument): (relation: LibraryRelation, side: "from" | "to") => boolean {
  const texts = new Set(held.map(({ id }) => id));
  const places = new Set(mentions.map(({ directiveId, span }) => placeOf(directiveId, span)));
  return (relation, side) => {
    const { span } = relation[side];
    return span === null ? texts.has(relation.directiveId) : places.has(placeOf(relation.directiveId, span));
  };
}

function placeOf(directiveId: string, { start }: Span): string {
  return `${start} ${directiveId}`;
}

function selfOf(head: DirectiveHead | undefined, { reference }: RelationEnd): DocumentReference {
  return head ? ownReference(head) : reference;
}
