import type { DirectiveHead } from "../src/core/directive.ts";
import type { Span } from "../src/core/passage.ts";
import type { DocumentReference } from "../src/core/reference.ts";
import { pageDate } from "./date-lines.ts";
import { readSureIdentity } from "./identity-doubts.ts";
import { nameFits, numberInName } from "./identity-name.ts";
import { type PageIdentity, readPageDate } from "./identity-page.ts";
import { isHeadMatter } from "./identity-title.ts";
import { markerOf } from "./markers.ts";
import type { ReadDocument } from "./read.ts";

/** Every document that a text names, in reading order. */
export type FindReferences = (
  text: string,
) => readonly { readonly reference: DocumentReference; readonly span: Span }[];

const MAX_TITLE = 200;

/**
 * What is known about the document itself: from its front matter, else from lines of its head and signature alone. The
 * file's name tells the number only where the page is a document of its own that says nothing else. What rests on
 * characters that recognition is not sure of is not known: a number may be confirmed by the file's name.
 */
export function identify(
  document: ReadDocument,
  fileName: string,
  findReferences: FindReferences,
): Omit<DirectiveHead, "id" | "access"> {
  const { frontMatter } = document;
  const { page, doubtful } = readSureIdentity(document, findReferences);
  const named = page.own === null ? numberInName(fileName, findReferences) : null;
  const isFitting =
    named !== null && (doubtful.number === null ? nameFits(named, page) : named.number === doubtful.number);
  return {
    file: fileName,
    kind: frontMatter?.kind ?? page.kind,
    number: frontMatter?.number ?? page.own?.number ?? (isFitting ? named.number : null),
    title: frontMatter?.title ?? page.title ?? titleOf(document, page) ?? fileName,
    issuer: frontMatter?.issuer ?? page.issuer,
    issuedOn: frontMatter?.issuedOn ?? page.issuedOn ?? webDate(document, page),
    status: frontMatter?.status ?? "unknown",
    successor: frontMatter?.successor ?? null,
    isDigest: frontMatter?.digest ?? false,
    source: frontMatter?.source ?? null,
  };
}

/** The date of a web page, which a scan is not, unless the page shows a document that has a date of its own, or room for one. */
function webDate({ dateHint, uncertain }: ReadDocument, page: PageIdentity): string | null {
  return page.own === null && !page.isUndated && uncertain.length === 0 ? (dateHint ?? readPageDate(page)) : null;
}

function titleOf({ text, headings, titleHint }: ReadDocument, { head }: PageIdentity): string | null {
  const [first] = headings.map(({ span }) => text.slice(span.start, span.end));
  if (first && !markerOf(first)?.isSection) return first.slice(0, MAX_TITLE);
  const isTitle = (line: string) => line.length <= MAX_TITLE && !isHeadMatter(line) && pageDate(line) === null;
  return titleHint?.slice(0, MAX_TITLE) ?? head.find(isTitle) ?? null;
}
