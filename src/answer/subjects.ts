import { printedDate } from "../citation/dates.ts";
import type { FoundReference } from "../citation/find.ts";
import { type KnownDocument, resolveDocuments } from "../citation/resolve.ts";
import type { Choice } from "../core/answer.ts";
import type { PassageStore } from "../core/ports.ts";
import type { DocumentReference } from "../core/reference.ts";

/** A document that the question names, with the documents of the library that it can mean. */
export interface Subject {
  readonly asked: FoundReference;
  readonly known: readonly KnownDocument[];
}

/** What the library knows of each document that the question names, in the order named. */
export async function findSubjects(references: readonly FoundReference[], store: PassageStore): Promise<Subject[]> {
  return Promise.all(
    references.map(async (asked) => {
      const { held, mentions } = await store.findByNumber(asked.reference);
      return { asked, known: resolveDocuments(held, mentions) };
    }),
  );
}

/** One choice for each document that the number fits; each carries the question with that document named in full. */
export function choicesOf(question: string, { asked, known }: Subject): Choice[] {
  return known.map(({ reference, held }) => {
    const title = held[0]?.title ?? reference.title;
    const { number, kind, serial, issuer, issuedOn } = reference;
    const dated = issuedOn ? ` ngày ${printedDate(issuedOn)}` : "";
    const full = question.slice(0, asked.span.start) + nameOf(reference) + dated + question.slice(asked.span.end);
    return { number, kind, serial, issuer, issuedOn, title, question: full };
  });
}

/** `Quy định 213-QĐ/TW`, or as much of it as is known. */
export function nameOf({ kind, number, serial }: DocumentReference): string {
  return [kind ?? "", number ?? serial].filter(Boolean).join(" ");
}
