import { isBlankDate, pageDate, placeAndDate } from "./date-lines.ts";
import type { FindReferences } from "./identify.ts";
import { readIssuer } from "./identity-issuer.ts";
import { partsOf } from "./identity-lines.ts";
import { isBlankNumber, numberOnLine, type OwnNumber } from "./identity-number.ts";
import { readTitleBlock } from "./identity-title.ts";
import { issuerOf } from "./issuers.ts";
import { markerOf } from "./markers.ts";

/** What a page says of itself, without front matter and file name. */
export interface PageIdentity {
  readonly kind: string | null;
  readonly own: OwnNumber | null;
  /** It leaves room for a number, so that it has none. */
  readonly isUnnumbered: boolean;
  /** Of the title block, or of the subject line of a letter. */
  readonly title: string | null;
  readonly issuer: string | null;
  /** ISO date of the place-and-date line, in the head or, as older texts have it, below the signature. */
  readonly issuedOn: string | null;
  /** It leaves room for the day or the month, so that it has no date. */
  readonly isUndated: boolean;
  /** Something shows that this is a document itself, and not a text about one. */
  readonly isOfficial: boolean;
  /** Lines of the head, taken apart. */
  readonly head: readonly string[];
}

// A document's head and its signatures stand within so many lines of its ends.
const HEAD_LINES = 15;
const HEAD_PARTS = 25;

/** Reads head, title block and signature. A fact that the page leaves open is `null`. */
export function readPageIdentity(text: string, findReferences: FindReferences): PageIdentity {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const top = lines.slice(0, HEAD_LINES);
  const body = top.findIndex((line) => markerOf(line)?.isSection || /^-? ?Căn cứ\s/u.test(line));
  const head = (body === -1 ? top : top.slice(0, body)).flatMap(partsOf).slice(0, HEAD_PARTS);
  const foot = lines.slice(HEAD_LINES).slice(-HEAD_LINES);

  const own = firstOf(head, (line) => numberOnLine(line, findReferences));
  const isUnnumbered = own === null && head.some(isBlankNumber);
  const isUndated = head.some(isBlankDate);
  const placed = isUndated ? null : firstOf(head, placeAndDate);
  const isOfficial =
    own !== null || isUnnumbered || isUndated || placed !== null || head.some((line) => issuerOf(line) !== null);
  const block = readTitleBlock(head, { isOfficial, symbol: own?.symbol ?? null, text });
  const letter = head.findIndex((line) => /^Kính gửi/u.test(line));
  const above = head.slice(0, block?.at ?? (letter === -1 ? undefined : letter));
  const issuer = readIssuer({ above, inTitle: block?.issuer ?? null, lines });
  return {
    kind: block?.kind ?? own?.kind ?? null,
    own,
    isUnnumbered,
    title: block?.title ?? subjectOf(head),
    issuer,
    issuedOn: placed ?? (isUndated ? null : firstOf(foot.flatMap(partsOf), placeAndDate)),
    isUndated,
    isOfficial: isOfficial || block !== undefined,
    head,
  };
}

/** Date of a web page, among the lines of a head. */
export function readPageDate({ head }: PageIdentity): string | null {
  return firstOf(head, pageDate);
}

/** `V/v …`, which an official letter has instead of a title. */
function subjectOf(head: readonly string[]): string | null {
  const line = head.find((part) => /^V\/v\s/iu.test(part));
  return line === undefined ? null : `Về việc ${line.slice(3).trim()}`;
}

function firstOf<T>(lines: readonly string[], read: (line: string) => T | null): T | null {
  for (const line of lines) {
    const found = read(line);
    if (found !== null) return found;
  }
  return null;
}
