import type { Passage, Span } from "../core/passage.ts";
import type { PageContext } from "./page-context.ts";

/** The reader, opened at a passage, with `span` (or all of the passage) marked; `#here` scrolls without a script. */
export function readerLink({ link }: PageContext, { id, directiveId }: Passage, span?: Span): string {
  const marked = span && { start: String(span.start), end: String(span.end) };
  return `${link(documentPath(directiveId), { at: id, ...marked })}#here`;
}

/** Where a document is read. */
export function documentPath(id: string): string {
  return `/documents/${encodeURIComponent(id)}`;
}
