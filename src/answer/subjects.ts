import { printedDate } from "../citation/dates.ts";
import { type KnownDocument, resolveDocuments } from "../citation/resolve.ts";
import type { Choice } from "../core/answer.ts";
import type { PassageStore } from "../core/ports.ts";
import type { NamedDocument, Query } from "../core/query.ts";
import { type DocumentReference, OPEN } from "../core/reference.ts";
import { withoutReferences } from "../search/query.ts";

/** A document that the question names, with the documents of the library that it can mean. */
export interface Subject {
  readonly asked: NamedDocument;
  readonly known: readonly KnownDocument[];
}

/** What the library knows of each document that the question names, in the order named; a year in it may decide. */
export function findSubjects({ text, named }: Pick<Query, "text" | "named">): Subject[] {
  const years: readonly string[] = withoutReferences(text, named).match(/\b(?:19|20)\d{2}\b/g) ?? [];
  return named.map((asked) => {
    const { reference, held, mentions } = asked;
    // All that a meeting passed: which of its numbers is meant is not to be asked, because the question says it.
    if (reference.serial === "") return { asked, known: [{ reference, held, mentions }] };
    const known = resolveDocuments(held, mentions);
    const ofYear = known.filter((document) => years.includes(document.reference.issuedOn?.slice(0, 4) ?? ""));
    return { asked, known: known.length > 1 && ofYear.length > 0 ? ofYear : known };
  });
}

/** Documents of the same number that differ in what else was said: another date, kind or issuer. */
export async function findNear({ asked }: Subject, store: PassageStore): Promise<KnownDocument[]> {
  const { serial } = asked.reference;
  const { held, mentions } = await store.findByNumber({ ...OPEN, serial });
  return resolveDocuments(held, mentions);
}

/** One choice for each document that the number fits; each carries the question with that document named in full. */
export function choicesOf(question: string, { asked, known }: Subject, subjects: readonly Subject[]): Choice[] {
  const listed = subjects.filter((other) => other.asked !== asked && other.asked.span.start === asked.span.start);
  const others = listed.map((other) => ` và ${nameOf(other.asked.reference)}`).join("");
  return known.map(({ reference, held }) => {
    const title = held[0]?.title ?? reference.title;
    const { number, kind, serial, issuer, issuedOn } = reference;
    const full = question.slice(0, asked.span.start) + datedNameOf(reference) + others + question.slice(asked.span.end);
    return { number, kind, serial, issuer, issuedOn, title, question: full };
  });
}

/** `Quy định 213-QĐ/TW`, or as much of it as is known. */
export function nameOf({ kind, number, serial, name }: DocumentReference): string {
  return [kind ?? "", number ?? (serial || name || "")].filter(Boolean).join(" ");
}

/** The name with its date, which tells documents of one number apart. */
export function datedNameOf(reference: DocumentReference): string {
  return nameOf(reference) + dateOf(reference);
}

/** ` ngày 02/01/2020`, or nothing. */
export function dateOf({ issuedOn }: DocumentReference): string {
  return issuedOn ? ` ngày ${printedDate(issuedOn)}` : "";
}
