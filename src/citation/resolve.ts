import type { DirectiveHead } from "../core/directive.ts";
import type { Mention } from "../core/ports.ts";
import { agrees, type DocumentReference, ownReference } from "../core/reference.ts";

/** A document that the library holds, or only knows by mention, with everything that was said about it. */
export interface KnownDocument {
  readonly reference: DocumentReference;
  /** Documents of the library with this number: usually one or none. */
  readonly held: readonly DirectiveHead[];
  readonly mentions: readonly Mention[];
}

interface Group {
  reference: DocumentReference;
  held: DirectiveHead[];
  mentions: Mention[];
}

/**
 * Sorts what was found for a number into documents. The fullest references go first; a partial one joins the one
 * document it fits, preferring documents that the same text names in full. One that fits several joins none of them.
 */
export function resolveDocuments(held: readonly DirectiveHead[], mentions: readonly Mention[]): KnownDocument[] {
  const groups: Group[] = [];
  for (const directive of held) {
    const reference = ownReference(directive);
    const group = groups.find((known) => agrees(known.reference, reference));
    if (group) group.held.push(directive);
    else groups.push({ reference, held: [directive], mentions: [] });
  }
  const fullestFirst = [...mentions].sort((a, b) => fullness(b.reference) - fullness(a.reference));
  for (const mention of fullestFirst) {
    const fitting = groups.filter((group) => agrees(group.reference, mention.reference));
    const nearby = fitting.filter((group) => group.mentions.some((known) => known.directiveId === mention.directiveId));
    const [group, ...others] = nearby.length > 0 ? nearby : fitting;
    if (!group) groups.push({ reference: mention.reference, held: [], mentions: [mention] });
    else if (others.length === 0) {
      group.mentions.push(mention);
      group.reference = merge(group.reference, mention.reference);
    }
  }
  return groups;
}

function fullness(reference: DocumentReference): number {
  const { kind, suffix, issuedOn, issuer, title } = reference;
  return [suffix, suffix, issuedOn, kind, issuer, title].filter((fact) => fact !== null).length;
}

function merge(known: DocumentReference, more: DocumentReference): DocumentReference {
  return {
    serial: known.serial,
    kind: known.kind ?? more.kind,
    symbol: known.symbol ?? more.symbol,
    suffix: known.suffix ?? more.suffix,
    number: known.number ?? more.number,
    issuedOn: known.issuedOn ?? more.issuedOn,
    issuer: known.issuer ?? more.issuer,
    title: known.title ?? more.title,
  };
}
