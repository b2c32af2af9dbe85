import type { CiteCandidate, CiteResult, Evidence, Relation } from "../core/cite.ts";
import type { Mention, PassageStore } from "../core/ports.ts";
import { agrees, type DocumentReference } from "../core/reference.ts";
import { normalise } from "../core/text.ts";
import { findReferences } from "./find.ts";
import { findReplacements } from "./relations.ts";
import { type KnownDocument, resolveDocuments } from "./resolve.ts";

/** What the library knows of the documents that a text names, however the number is written. */
export function createCite(store: PassageStore): (text: string) => Promise<CiteResult> {
  return async (text) => {
    const query = normalise(text).trim();
    const references = readReferences(query);
    const known = await Promise.all(
      references.map(async (reference) => {
        const { held, mentions } = await store.findByNumber(reference);
        return resolveDocuments(held, mentions);
      }),
    );
    const documents = known
      .flat()
      .filter((document, at, all) => at === all.findIndex((other) => isSame(other, document)));
    return { query, candidates: await Promise.all(documents.map((document) => candidateOf(document, store))) };
  };
}

/** A number alone ("213") is a document's when it is all that was asked. */
function readReferences(query: string): DocumentReference[] {
  const found = [
    ...new Map(findReferences(query).map(({ reference }) => [JSON.stringify(reference), reference])).values(),
  ];
  const [, serial] = /^(?:số\s*)?0*(\d{1,5})$/.exec(query) ?? [];
  if (found.length > 0 || !serial) return found;
  return [{ serial, kind: null, symbol: null, suffix: null, number: null, issuedOn: null, issuer: null, title: null }];
}

/** The same document named twice rests on the same texts. */
function isSame(a: KnownDocument, b: KnownDocument): boolean {
  const [places, others] = [a, b].map(({ held, mentions }) =>
    [...held.map(({ id }) => id), ...mentions.map(({ directiveId, span }) => `${directiveId} ${span.start}`)]
      .sort()
      .join(),
  );
  return places === others && agrees(a.reference, b.reference);
}

async function candidateOf(document: KnownDocument, store: PassageStore): Promise<CiteCandidate> {
  const [directive] = document.held;
  const { reference } = document;
  const relations = await relationsOf(document, store);
  return {
    number: reference.number,
    kind: reference.kind,
    title: directive?.title ?? reference.title,
    issuer: directive?.issuer ?? reference.issuer,
    issuedOn: reference.issuedOn,
    status: statusOf(directive?.status, relations),
    held: document.held.length > 0,
    relations,
    mentions: await Promise.all(document.mentions.map((mention) => evidenceOf(mention, store))),
  };
}

function statusOf(held: CiteCandidate["status"] | undefined, relations: readonly Relation[]): CiteCandidate["status"] {
  if (held && held !== "unknown") return held;
  if (relations.some((relation) => relation.type === "superseded-by")) return "superseded";
  return relations.some((relation) => relation.type === "replacement-ordered-by") ? "replacement-ordered" : "unknown";
}

async function evidenceOf(mention: Mention, store: PassageStore): Promise<Evidence> {
  const directive = await store.directive(mention.directiveId);
  const { start, end } = mention.span;
  return { documentId: mention.directiveId, quote: directive?.text.slice(start, end) ?? "", span: { start, end } };
}

/** What the texts that name the document state about its replacing and being replaced; each pair once. */
async function relationsOf({ reference, held, mentions }: KnownDocument, store: PassageStore): Promise<Relation[]> {
  const own = await Promise.all(held.map(({ id }) => store.passagesOf(id)));
  const ids = [
    ...new Set([...own.flat().map((passage) => passage.id), ...mentions.map((mention) => mention.passageId)]),
  ];
  const relations = (await store.get(ids)).flatMap(({ passage }) =>
    findReplacements(passage.text, findReferences(passage.text)).flatMap(
      ({ type, successor, replaced, evidence }): Relation[] => {
        const span = { start: passage.span.start + evidence.start, end: passage.span.start + evidence.end };
        const quote = passage.text.slice(evidence.start, evidence.end);
        const shown = { documentId: passage.directiveId, quote, span };
        if (agrees(replaced.reference, reference)) {
          const relation = type === "replaces" ? "superseded-by" : "replacement-ordered-by";
          return [{ type: relation, number: nameOf(successor.reference), evidence: shown }];
        }
        if (type === "replaces" && agrees(successor.reference, reference)) {
          return [{ type: "supersedes", number: nameOf(replaced.reference), evidence: shown }];
        }
        return [];
      },
    ),
  );
  return relations.filter(
    (relation, at) =>
      relations.findIndex((other) => other.type === relation.type && other.number === relation.number) === at,
  );
}

function nameOf({ number, kind, serial }: DocumentReference): string {
  return number ?? `${kind ?? ""} ${serial}`.trim();
}
