import type { KnownDocument } from "../citation/resolve.ts";
import type { Language, NoEvidenceReason } from "../core/answer.ts";
import type { ScoredPassage } from "../core/passage.ts";
import type { LibrarySize, PassageStore } from "../core/ports.ts";
import type { Shortfall } from "./extract.ts";
import { PHRASES } from "./phrases.ts";
import { datedNameOf, dateOf, findNear, nameOf, type Subject } from "./subjects.ts";

/** The part of an answer that says why there is none. */
export interface Refusal {
  readonly kind: "no-evidence";
  readonly reason: NoEvidenceReason;
  readonly text: string;
  readonly nearest: readonly ScoredPassage[];
}

/** A refusal with nothing to look at. */
export function refuse(reason: NoEvidenceReason, text: string): Refusal {
  return { kind: "no-evidence", reason, text, nearest: [] };
}

/** None of the documents asked about is held or mentioned; those of the same number are named. */
export async function refuseUnknown(
  subjects: readonly Subject[],
  { text, size, store, language }: { text: string; size: LibrarySize; store: PassageStore; language: Language },
): Promise<Refusal> {
  const phrases = PHRASES[language];
  const asked = subjects
    .map(({ asked: { span, reference } }) => text.slice(span.start, span.end) + dateOf(reference))
    .join(", ");
  const near = (await Promise.all(subjects.map((subject) => findNear(subject, store)))).flat();
  const names = near.map((document) => datedNameOf(document.reference)).join("; ");
  const others = names ? ` ${phrases.nearDocuments(names)}` : "";
  return refuse("unknown-document", phrases.unknownDocument(asked, size.documents, years(size)) + others);
}

/** Nothing found answers; the nearest passages are named, one of each document. */
export function refuseUncovered(
  { shortfall, missing }: Shortfall,
  { hits, size, language }: { hits: readonly ScoredPassage[]; size: LibrarySize; language: Language },
): Refusal {
  const phrases = PHRASES[language];
  const absent = missing.length > 0 ? ` ${phrases.missing(missing.join(", "))}` : "";
  const text = phrases.noPassage(size.documents, years(size)) + absent;
  return { ...refuse(shortfall, text), nearest: nearest(hits) };
}

/** Nothing speaks against these documents' being in force, nor for it. */
export function refuseStatus(
  documents: readonly KnownDocument[],
  { hits, language }: { hits: readonly ScoredPassage[]; language: Language },
): Refusal {
  const said = documents.map(({ reference }) => PHRASES[language].noDoubt(nameOf(reference)));
  return { ...refuse("not-covered", said.join("\n")), nearest: nearest(hits) };
}

/** Passages to look at, no two of one document. */
function nearest(hits: readonly ScoredPassage[]): ScoredPassage[] {
  const first = hits.filter((hit, at) => hits.findIndex((other) => other.directive.id === hit.directive.id) === at);
  return first.slice(0, 3);
}

function years({ years: known }: LibrarySize): string {
  return known ? ` (${known[0]}–${known[1]})` : "";
}
