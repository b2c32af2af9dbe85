import { formatShort } from "../citation/format.ts";
import type { KnownDocument } from "../citation/resolve.ts";
import { statedOf } from "../citation/seen-relations.ts";
import type { ScoredPassage } from "../core/passage.ts";
import type { LibraryRelation, PassageStore } from "../core/ports.ts";
import { ownReference } from "../core/reference.ts";
import type { RelationType } from "../core/relation.ts";
import { sentences } from "../core/sentences.ts";
import { bulletOf } from "./quote.ts";
import { type VerifiedQuote, verifyQuote } from "./verify.ts";

/** What the library shows against a document's being in force, with the sentence that shows it. */
export interface Doubt {
  readonly kind: "superseded" | "replacement-ordered";
  /** The document that replaces, or orders it, as printed in the evidence. */
  readonly by: string;
  readonly evidence: VerifiedQuote;
}

const KINDS: ReadonlyMap<RelationType, Doubt["kind"]> = new Map([
  ["replaces", "superseded"],
  ["repeals", "superseded"],
  ["orders-replacement", "replacement-ordered"],
]);

/** The strongest doubt about a document that a passage states; `undefined` when none says anything. */
export async function findDoubt(document: KnownDocument, store: PassageStore): Promise<Doubt | undefined> {
  const stated = await statedOf(document, { types: [...KINDS.keys()], side: "to" }, store);
  const against = stated.filter((relation) => !isOlder(relation, document.reference.issuedOn));
  const found = await store.get([...new Set(against.map(({ passageId }) => passageId))]);
  const hits = new Map(found.map((hit): [string, ScoredPassage] => [hit.passage.id, { ...hit, score: 0, near: [] }]));
  const strongestFirst = against.toSorted((a, b) => Number(isOrder(a)) - Number(isOrder(b)));
  for (const relation of strongestFirst) {
    const doubt = doubtOf(relation, hits.get(relation.passageId));
    if (doubt) return doubt;
  }
  return undefined;
}

function isOrder({ type }: LibraryRelation): boolean {
  return KINDS.get(type) === "replacement-ordered";
}

/** A document is not replaced by an older one: one of the dates is wrong, and nothing follows from it. */
function isOlder({ from }: LibraryRelation, issuedOn: string | null): boolean {
  return from.reference.issuedOn !== null && issuedOn !== null && from.reference.issuedOn < issuedOn;
}

function doubtOf(relation: LibraryRelation, hit: ScoredPassage | undefined): Doubt | undefined {
  const kind = KINDS.get(relation.type);
  const quote = kind && evidenceQuote(relation, hit);
  if (!quote || !hit) return undefined;
  const { text, span } = hit.passage;
  const named = relation.from.span;
  const by = named
    ? text.slice(named.start - span.start, named.end - span.start)
    : formatShort(ownReference(hit.directive));
  return { kind, by, evidence: quote };
}

/** The sentence of a passage that states a relation; of a long one the words that do. */
export function evidenceQuote(
  { evidence: place }: Pick<LibraryRelation, "evidence">,
  hit: ScoredPassage | undefined,
): VerifiedQuote | undefined {
  if (!hit) return undefined;
  const { text, span } = hit.passage;
  const evidence = { start: place.start - span.start, end: place.end - span.start };
  const around = sentences(text).find(({ start, end }) => start <= evidence.start && evidence.end <= end) ?? evidence;
  const wanted = around.end - around.start > 400 ? evidence : around;
  const closed = text.charAt(wanted.end) === ")" ? wanted.end + 1 : wanted.end;
  return verifyQuote(text.slice(wanted.start + bulletOf(text.slice(wanted.start, closed)), closed), [hit]);
}
