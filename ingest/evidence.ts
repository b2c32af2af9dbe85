import type { FoundReference } from "../src/citation/find.ts";
import { findReferences } from "../src/citation/find.ts";
import { placeIn } from "../src/citation/places.ts";
import { findRelations } from "../src/citation/relations.ts";
import type { Directive } from "../src/core/directive.ts";
import type { Passage, Span } from "../src/core/passage.ts";
import type { DocumentEvidence, LibraryRelation, Mention, PassageStore } from "../src/core/ports.ts";
import { type DocumentReference, ownReference } from "../src/core/reference.ts";
import type { RelationEnd } from "../src/core/relation.ts";

// Raise it when what is found in texts changes: libraries then read their texts again, without embedding them.
const VERSION = "2";

/** What a text says about other documents: where it names them, and what it states between them. */
export function readEvidence(directive: Directive, passages: readonly Passage[]): DocumentEvidence {
  const { text, id } = directive;
  const own = directive.number === null ? null : ownReference(directive);
  const place = placeIn(directive.issuer ?? "") ?? placeIn(directive.title);
  const homeOf = ({ start, end }: Span) => passages.find(({ span }) => span.start <= start && end <= span.end)?.id;

  const found = findReferences(text);
  const placeOf = createPlaces(text, found);
  const mentions = new Map<string, Mention>();
  for (const each of found) {
    const span = placeOf(each);
    const passageId = homeOf(span);
    if (passageId === undefined || isOwn(each.reference, own)) continue;
    const citedOn = directive.isDigest ? null : directive.issuedOn;
    const reference = placed(each.reference, place);
    const extent = homeOf(each.extent) === passageId ? each.extent : span;
    mentions.set(`${span.start}-${span.end}`, { reference, passageId, directiveId: id, span, extent, citedOn });
  }

  const endOf = ({ reference, span }: RelationEnd): RelationEnd => {
    const isSelf = span === null || isOwn(reference, own);
    return { reference: placed(reference, place), span: isSelf ? null : placeOf({ reference, span }) };
  };
  const relations = findRelations(text, found, own).flatMap(({ type, from, to, evidence }): LibraryRelation[] => {
    const passageId = homeOf(evidence);
    return passageId === undefined
      ? []
      : [{ type, from: endOf(from), to: endOf(to), evidence, passageId, directiveId: id }];
  });
  return { version: VERSION, mentions: [...mentions.values()], relations };
}

/** Reads the texts again whose evidence another version of this code has read. Returns how many. */
export async function refreshEvidence(store: PassageStore): Promise<number> {
  const stale = await store.withOtherEvidence(VERSION);
  for (const id of stale) {
    const [directive, passages] = await Promise.all([store.directive(id), store.passagesOf(id)]);
    if (directive) await store.putEvidence(id, readEvidence(directive, passages));
  }
  return stale.length;
}

function isOwn(reference: DocumentReference, own: DocumentReference | null): boolean {
  return own !== null && reference.number === own.number;
}

/** Documents named in one breath ("số 920 và 1011-CTr/TU") get a place each: their digits. */
function createPlaces(text: string, found: readonly FoundReference[]) {
  const byStart = new Map<number, DocumentReference[]>();
  for (const { reference, span } of found) byStart.set(span.start, [...(byStart.get(span.start) ?? []), reference]);
  return ({ reference, span }: Pick<FoundReference, "reference" | "span">): Span => {
    const isListed = byStart.get(span.start)?.some((other) => other !== reference);
    const digits = isListed
      ? new RegExp(`(?<!\\d)0*${reference.serial}(?!\\d)`).exec(text.slice(span.start, span.end))
      : null;
    if (!digits) return span;
    return { start: span.start + digits.index, end: span.start + digits.index + digits[0].length };
  };
}

/** Local bodies mean their own number where they name no other's place: each province has its own 55-KL/TU. */
function placed(reference: DocumentReference, place: string | null): DocumentReference {
  const { suffix, name } = reference;
  const isLocal =
    /^(?:\p{L}*TU|HU|QU|ĐU|ĐUK|CB|TGV)$/u.test(suffix ?? "") || (name?.startsWith("Đại hội Đảng bộ") ?? false);
  return isLocal && reference.place === null ? { ...reference, place } : reference;
}
