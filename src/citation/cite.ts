import type { Cite } from "../core/cite.ts";
import type { PassageStore } from "../core/ports.ts";
import { type DocumentReference, OPEN } from "../core/reference.ts";
import { normalise } from "../core/text.ts";
import { findReferences } from "./find.ts";
import { readRegister } from "./register.ts";
import { type KnownDocument, resolveDocuments } from "./resolve.ts";

/** What the library knows of the documents that a text names, however the number is written. */
export function createCite(store: PassageStore): Cite {
  return async (text, { asOf } = {}) => {
    const query = normalise(text).trim();
    const known = await Promise.all(
      readReferences(query).map(async (reference) => {
        const { held, mentions } = await store.findByNumber(reference);
        return resolveDocuments(held, mentions);
      }),
    );
    const documents = known
      .flat()
      .filter((document, at, all) => at === all.findIndex((other) => placesOf(other) === placesOf(document)));
    return { query, candidates: await readRegister(documents, store, asOf) };
  };
}

/** A number alone ("213") is a document's when it is all that was asked. */
function readReferences(query: string): DocumentReference[] {
  const found = [
    ...new Map(findReferences(query).map(({ reference }) => [JSON.stringify(reference), reference])).values(),
  ];
  const [, serial] = /^(?:số\s*)?0*(\d{1,5})$/.exec(query) ?? [];
  return found.length > 0 || !serial ? found : [{ ...OPEN, serial }];
}

/** The texts that a document rests on: the same document named twice rests on the same. */
function placesOf({ held, mentions }: KnownDocument): string {
  const places = mentions.map(({ directiveId, span }) => `${directiveId} ${span.start}`);
  return [...held.map(({ id }) => id), ...places].sort().join();
}
