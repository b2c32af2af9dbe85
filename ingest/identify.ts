import { KINDS } from "../src/citation/kinds.ts";
import type { DirectiveHead } from "../src/core/directive.ts";
import type { Span } from "../src/core/passage.ts";
import type { DocumentReference } from "../src/core/reference.ts";
import { pageDate, placeAndDate } from "./date-lines.ts";
import { issuerOf } from "./issuers.ts";
import { markerOf } from "./markers.ts";
import type { ReadDocument } from "./read.ts";

/** Every document that a text names, in reading order. */
export type FindReferences = (
  text: string,
) => readonly { readonly reference: DocumentReference; readonly span: Span }[];

// A document's head and its signatures stand within so many lines of its ends.
const HEAD_LINES = 15;
const MAX_TITLE = 200;

const kindByLine = new Map(KINDS.map(({ name }) => [name.toUpperCase(), name]));

/** What is known about the document itself: from its front matter, else from lines of its head and signature alone. */
export function identify(
  document: ReadDocument,
  fileName: string,
  findReferences: FindReferences,
): Omit<DirectiveHead, "id"> {
  const { frontMatter } = document;
  const lines = document.text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const head = lines.slice(0, HEAD_LINES);
  const foot = lines.slice(HEAD_LINES).slice(-HEAD_LINES);
  const numbered = head.flatMap((line) => ownNumber(line, findReferences) ?? [])[0] ?? null;
  const kindAt = head.findIndex((line) => kindByLine.has(line));
  return {
    file: fileName,
    kind: frontMatter?.kind ?? kindByLine.get(head[kindAt] ?? "") ?? null,
    number: frontMatter?.number ?? numbered,
    title: frontMatter?.title ?? titleOf(document, head, kindAt) ?? fileName,
    issuer: frontMatter?.issuer ?? firstOf(head, issuerOf) ?? firstOf(foot, issuerOf),
    issuedOn:
      frontMatter?.issuedOn ??
      firstOf(head, placeAndDate) ??
      document.dateHint ??
      firstOf(head, pageDate) ??
      firstOf(foot, placeAndDate),
    status: frontMatter?.status ?? "unknown",
    successor: frontMatter?.successor ?? null,
    isDigest: frontMatter?.digest ?? false,
    source: frontMatter?.source ?? null,
  };
}

/** `Số 213-QĐ/TW` alone on its line: a number in running text is another document's. */
function ownNumber(line: string, findReferences: FindReferences): string | null {
  if (!/^số/iu.test(line) || line.length > 40) return null;
  const [found, another] = findReferences(line);
  return found && !another && found.span.end === line.length ? found.reference.number : null;
}

function titleOf({ text, headings, titleHint }: ReadDocument, head: readonly string[], kindAt: number): string | null {
  const under = kindAt === -1 ? [] : head.slice(kindAt + 1);
  const below = /^của\s/iu.test(under[0] ?? "") ? under.slice(1) : under;
  if (/^(?:về|ban hành|thi hành)\s/iu.test(below[0] ?? "")) return titleBelow(below);
  const [first] = headings.map(({ span }) => text.slice(span.start, span.end));
  if (first && !markerOf(first)?.isSection) return first.slice(0, MAX_TITLE);
  return titleHint?.slice(0, MAX_TITLE) ?? head.find((line) => line.length <= MAX_TITLE && !isHeadMatter(line)) ?? null;
}

/** `về …` below `QUY ĐỊNH`, over as many lines as it takes. */
function titleBelow(lines: readonly string[]): string {
  const end = lines.findIndex((line, at) => at > 0 && (markerOf(line) !== undefined || !/^\p{Ll}/u.test(line)));
  const title = lines
    .slice(0, end === -1 ? 1 : end)
    .join(" ")
    .slice(0, MAX_TITLE);
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** What stands above the title of an official text. */
function isHeadMatter(line: string): boolean {
  return (
    /^số\s*:?\s*\d/iu.test(line) ||
    /^ĐẢNG (?:CỘNG SẢN VIỆT NAM|BỘ .*)$/.test(line) ||
    [pageDate, placeAndDate, issuerOf].some((read) => read(line) !== null)
  );
}

function firstOf(lines: readonly string[], read: (line: string) => string | null): string | null {
  for (const line of lines) {
    const found = read(line);
    if (found !== null) return found;
  }
  return null;
}
