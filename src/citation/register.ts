import type { CiteCandidate, Contradiction, Evidence, Fact, FactField, Relation } from "../core/cite.ts";
import type { DirectiveHead } from "../core/directive.ts";
import type { Mention, PassageStore } from "../core/ports.ts";
import { spansWithin } from "../core/uncertain.ts";
import { formatCitation, formatShort } from "./format.ts";
import { compareIssuers } from "./issuers.ts";
import type { KnownDocument } from "./resolve.ts";
import { seenRelations } from "./seen-relations.ts";
import { standingOf } from "./standing.ts";
import { titleOverlap } from "./titles.ts";

/** The entries of the register for documents that were resolved; each fact with the places that prove it. */
export async function readRegister(
  documents: readonly KnownDocument[],
  store: PassageStore,
  asOf?: string,
): Promise<CiteCandidate[]> {
  const relations = await Promise.all(
    documents.map(({ reference, held }) =>
      store.relationsOf(
        reference,
        held.map(({ id }) => id),
      ),
    ),
  );
  const places = [...documents.flatMap(({ mentions }) => mentions), ...relations.flat()];
  const [found, uncertain] = await Promise.all([
    store.get([...new Set(places.map(({ passageId }) => passageId))]),
    store.uncertainIn([...new Set(places.map(({ directiveId }) => directiveId))]),
  ]);
  const passages = new Map(
    found.map(({ passage, directive }) => {
      const doubts = spansWithin(uncertain.get(directive.id) ?? [], passage.span);
      return [passage.id, { passage, directive, doubts }];
    }),
  );
  const quote: Quote = (passageId, { start, end }) => {
    const source = passages.get(passageId);
    if (!source) return [];
    const { span, text, directiveId } = source.passage;
    const words = text.slice(start - span.start, end - span.start);
    return [{ documentId: directiveId, passageId, quote: words, span: { start, end }, uncertain: source.doubts }];
  };
  const heads = new Map(found.map(({ directive }) => [directive.id, directive]));
  const headOf = (directiveId: string) => heads.get(directiveId);
  return documents.map((document, at) =>
    entryOf(document, seenRelations(document, relations[at] ?? [], { quote, headOf }), { quote, asOf }),
  );
}

/** The words of a passage at a span of its document, as evidence; none where the passage is gone. */
export type Quote = (passageId: string, span: Evidence["span"]) => Evidence[];

function entryOf(
  { reference, held, mentions }: KnownDocument,
  relations: readonly Relation[],
  { quote, asOf }: { readonly quote: Quote; readonly asOf: string | undefined },
): CiteCandidate {
  const [directive] = held;
  const facts = {
    kind: factsOf("kind", held, mentions, quote),
    issuer: factsOf("issuer", held, mentions, quote),
    issuedOn: factsOf("issuedOn", held, mentions, quote),
    title: factsOf("title", held, mentions, quote),
  };
  const known = {
    number: reference.number,
    kind: agreedOn(facts.kind, directive?.kind),
    title: agreedOn(facts.title, directive?.title) ?? longest(facts.title),
    issuer: agreedOn(facts.issuer, directive?.issuer),
    issuedOn: agreedOn(facts.issuedOn, directive?.issuedOn),
  };
  const standing = standingOf(relations, { directive, issuedOn: known.issuedOn, asOf });
  const named = { ...known, name: reference.name, serial: reference.serial };
  return {
    ...known,
    status: standing.status,
    held: held.length > 0,
    relations,
    mentions: mentions.flatMap(({ passageId, span }) => quote(passageId, span)),
    documentId: directive?.id ?? null,
    access: directive?.access ?? null,
    isDigest: directive?.isDigest ?? false,
    citation: formatCitation(named),
    shortCitation: formatShort(named),
    standing,
    facts,
    contradictions: Object.entries(facts).flatMap(([field, values]) => contradiction(field, values)),
  };
}

/** The distinct values that the document's head and the texts give, the head's first, then those said most often. */
function factsOf(field: FactField, held: readonly DirectiveHead[], mentions: readonly Mention[], quote: Quote): Fact[] {
  const facts: { value: string; evidence: Evidence[]; isOwn: boolean }[] = [];
  for (const directive of held) {
    const value = directive[field];
    if (value !== null && !facts.some((fact) => saysSame(field, fact.value, value)))
      facts.push({ value, evidence: [], isOwn: true });
  }
  for (const { reference, passageId, extent } of mentions) {
    const value = reference[field];
    if (value === null) continue;
    const evidence = quote(passageId, extent);
    const fact = facts.find((known) => saysSame(field, known.value, value));
    if (!fact) facts.push({ value, evidence, isOwn: false });
    else {
      fact.evidence.push(...evidence);
      if (!fact.isOwn && value.length > fact.value.length) fact.value = value;
    }
  }
  return facts
    .toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn) || b.evidence.length - a.evidence.length)
    .map(({ value, evidence }) => ({ value, evidence }));
}

/** Titles are given in part and in other words; only those that share little are different. */
function saysSame(field: FactField, a: string, b: string): boolean {
  if (field === "issuer") return compareIssuers(a, b) !== "different";
  return field === "title" ? titleOverlap(a, b) >= 0.5 : a === b;
}

/** The document's own word, else what all texts agree on. */
function agreedOn([first, second]: readonly Fact[], own: string | null | undefined): string | null {
  return own ?? (second === undefined ? (first?.value ?? null) : null);
}

/** Titles that differ are all descriptions of one text; the fullest serves. */
function longest(titles: readonly Fact[]): string | null {
  return titles.map(({ value }) => value).toSorted((a, b) => b.length - a.length)[0] ?? null;
}

function contradiction(field: string, [first, second, ...others]: readonly Fact[]): Contradiction[] {
  // `Object.entries` widens the names of the fields.
  return first && second ? [{ field: field as FactField, values: [first, second, ...others] }] : [];
}
