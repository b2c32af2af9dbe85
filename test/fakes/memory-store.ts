import type { NewDocument, PassageStore } from "../../src/core/ports.ts";

export interface MemoryStore extends Pick<PassageStore, "files" | "put" | "move" | "remove" | "size"> {
  /** By id, as they were put. */
  readonly documents: Map<string, NewDocument>;
}

/** The writing side of a library. */
export function createMemoryStore(): MemoryStore {
  const documents = new Map<string, NewDocument>();
  return {
    documents,
    async put(document, replaced = []) {
      const { id } = document.directive;
      for (const gone of replaced) documents.delete(gone);
      const outcome = documents.has(id) ? "updated" : "added";
      documents.set(id, document);
      return outcome;
    },
    async move({ id, ...place }) {
      const document = documents.get(id);
      if (document) documents.set(id, { ...document, ...place });
    },
    async remove(id) {
      documents.delete(id);
    },
    async files() {
      return Array.from(documents.values(), ({ directive, key, location, contentHash }) => ({
        id: directive.id,
        key,
        location,
        contentHash,
      }));
    },
    async size() {
      const all = [...documents.values()];
      const passages = all.flatMap((document) => document.passages);
      return { documents: all.length, passages: passages.length, years: null };
    },
  };
}
