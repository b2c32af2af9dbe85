import { type KnownDocument, resolveDocuments } from "../citation/resolve.ts";
import type { Language } from "../core/answer.ts";
import type { DirectiveHead } from "../core/directive.ts";
import type { Span } from "../core/passage.ts";
import type { PassageStore } from "../core/ports.ts";
import { ownReference } from "../core/reference.ts";
import { PHRASES } from "./phrases.ts";
import { nameOf } from "./subjects.ts";
import { type Doubt, findDoubt } from "./validity.ts";
import { type Draft, toCitations, unsupported } from "./verify.ts";

/** The draft with a warning when the document it rests on was replaced, or its replacement was ordered. */
export async function withWarning(
  draft: Draft,
  subject: KnownDocument | undefined,
  { store, language }: { readonly store: PassageStore; readonly language: Language },
): Promise<Draft> {
  const [{ directive }] = draft.citations;
  const document = subject ?? (await documentOf(directive, store));
  const doubt = document.reference.serial === "" ? undefined : await findDoubt(document, store);
  if (!doubt) return draft;
  const warning = PHRASES[language][doubt.kind](shownName(document, doubt, language), doubt.by);
  const { evidence } = doubt;
  const shown = draft.citations.findIndex(
    (citation) => citation.directive.id === evidence.directive.id && contains(citation.span, evidence.span),
  );
  const warned = `${draft.text}\n${warning} [${shown < 0 ? draft.citations.length + 1 : shown + 1}].`;
  return toCitations(warned, [...draft.citations, evidence]) ?? draft;
}

/** The same of every document that the draft quotes, where each of them says something else. */
export async function withWarnings(
  draft: Draft,
  { store, language }: { readonly store: PassageStore; readonly language: Language },
): Promise<Draft> {
  const cited = new Map(draft.citations.map(({ directive }) => [directive.id, directive]));
  let warned = draft;
  for (const directive of cited.values())
    warned = await withWarning(warned, await documentOf(directive, store), { store, language });
  return warned;
}

/**
 * What the library shows against a document's being in force, as the answer itself. Where it shows nothing, front matter
 * may know more than the sentences that can be read here (`undefined`), or no more either.
 */
export async function statusAnswer(
  subject: KnownDocument,
  { store, language }: { readonly store: PassageStore; readonly language: Language },
): Promise<Draft | "no-doubt" | undefined> {
  const doubt = await findDoubt(subject, store);
  if (!doubt) return subject.held.every((directive) => directive.status === "unknown") ? "no-doubt" : undefined;
  const text = PHRASES[language].status[doubt.kind](shownName(subject, doubt, language), doubt.by);
  return toCitations(text, [doubt.evidence]);
}

/** With the places that name it, which are what a replacement is told by. */
async function documentOf(directive: DirectiveHead, store: PassageStore): Promise<KnownDocument> {
  const reference = ownReference(directive);
  const { held, mentions } = reference.serial === "" ? { held: [], mentions: [] } : await store.findByNumber(reference);
  const known = resolveDocuments(held, mentions).find((document) =>
    document.held.some(({ id }) => id === directive.id),
  );
  return known ?? { reference, held: [directive], mentions: [] };
}

/** A name is shown only as far as its number stands in the evidence. */
function shownName({ reference }: KnownDocument, { evidence }: Doubt, language: Language): string {
  const name = nameOf(reference);
  return unsupported(name, [evidence]).length === 0 ? name : PHRASES[language].thisDocument;
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
