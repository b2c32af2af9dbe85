import type { ScoredPassage } from "../core/passage.ts";
import type { PassageStore } from "../core/ports.ts";
import { type Extracted, type ExtractOptions, extract, type Shortfall } from "./extract.ts";
import type { WholeDocument } from "./list.ts";
import type { ReadQuestion } from "./read-question.ts";

/** The sentences that answer, of the first source that has any; else why those of the last one do not. */
export async function extractFirst(
  question: ReadQuestion,
  sources: readonly (readonly ScoredPassage[])[],
  { store, ...options }: Omit<ExtractOptions, "documentOf"> & { readonly store: PassageStore },
): Promise<Extracted | Shortfall> {
  let draft: Extracted | Shortfall = { shortfall: "no-passage", missing: [] };
  for (const source of sources) {
    draft = await extract(question, source, { ...options, documentOf: (id) => wholeDocument(id, store) });
    if ("citations" in draft) break;
  }
  return draft;
}

async function wholeDocument(id: string, store: PassageStore): Promise<WholeDocument | undefined> {
  const [directive, passages] = await Promise.all([store.directive(id), store.passagesOf(id)]);
  return (
    directive && {
      text: directive.text,
      passages: passages.map((passage) => ({ passage, directive, score: 0, near: [] })),
    }
  );
}
