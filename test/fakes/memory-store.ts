import type { NewDocument, PassageStore } from "../../src/core/ports.ts";

export interface MemoryStore extends Pick<PassageStore, "files" | "put" | "remove" | "size"> {
  /** By id, as they were put. */
  readonly documents: Map<string, NewDocument>;
}

/** The writing side of a library. */
export function createMemoryStore(): MemoryStore {
  const documents = new Map<string, NewDocument>();
  return {
    documents,
    async put(document) {
      const { id } = document.directive;
      const outcome = documents.has(id) ? "updated" : "added";
      documents.set(id, document);
      return outcome;
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
