import type { Evidence } from "../core/cite.ts";
import type { Passage, Span } from "../core/passage.ts";
import type { PageContext } from "./page-context.ts";

/** The reader, opened at a passage, with `span` (or all of the passage) marked; `#here` scrolls without a script. */
export function readerLink(
  { link }: PageContext,
  { id, directiveId }: Pick<Passage, "id" | "directiveId">,
  span?: Span,
): string {
  const marked = span && { start: String(span.start), end: String(span.end) };
  return `${link(documentPath(directiveId), { at: id, ...marked })}#here`;
}

/** The reader with the words of the evidence marked. */
export function evidenceLink(page: PageContext, { documentId, passageId, span }: Evidence): string {
  return readerLink(page, { id: passageId, directiveId: documentId }, span);
}

/** Where a document is read. */
export function documentPath(id: string): string {
  return `/documents/${encodeURIComponent(id)}`;
}

/** Where everything known under a document number stands, as of the day `on` where that is given. */
export function lookupLink({ link }: PageContext, number: string, on?: string): string {
  return link(`/citations/${encodeURIComponent(number)}`, { on });
}
