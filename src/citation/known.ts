import type { CiteCandidate } from "../core/cite.ts";
import type { PassageStore } from "../core/ports.ts";
import type { DocumentReference } from "../core/reference.ts";
import { readRegister } from "./register.ts";
import { type KnownDocument, resolveDocuments } from "./resolve.ts";

/** A document of the library with its entry in the register. */
export interface Known {
  readonly document: KnownDocument;
  readonly entry: CiteCandidate;
}

/** All documents of the library that the reference may mean. */
export async function knownUnder(reference: DocumentReference, store: PassageStore, asOf?: string): Promise<Known[]> {
  const { held, mentions } = await store.findByNumber(reference);
  const documents = resolveDocuments(held, mentions);
  const entries = await readRegister(documents, store, asOf);
  return documents.flatMap((document, at) => {
    const entry = entries[at];
    return entry ? [{ document, entry }] : [];
  });
}
