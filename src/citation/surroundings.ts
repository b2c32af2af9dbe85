import { readDate } from "./dates.ts";
import { issuerInTitle } from "./issuer-in-title.ts";
import { matchAt } from "./patterns.ts";
import type { TitleContext } from "./plain-title.ts";
import { readAttribution } from "./read-attribution.ts";
import { readIssuer } from "./read-issuer.ts";
import { readTitle } from "./read-title.ts";
import { signsWith } from "./signing.ts";

/** What stands around a number; `null` for what is not said, and for what may be said of something else. */
export interface Surroundings {
  readonly issuedOn: string | null;
  readonly issuer: string | null;
  readonly name: string | null;
  readonly title: string | null;
  readonly place: string | null;
  /** Behind the last of it. */
  readonly end: number;
  /** Behind the words that say outright, not in brackets, who issued it. */
  readonly issuerEnd: number | null;
  readonly titleEnd: number | null;
}

/** Where nothing is said. */
export const NOTHING: Surroundings = {
  issuedOn: null,
  issuer: null,
  name: null,
  title: null,
  place: null,
  end: 0,
  issuerEnd: null,
  titleEnd: null,
};

/** Where the number stands, and what it says itself. */
interface Numbered {
  readonly from: number;
  readonly suffix: string | null;
  readonly kind?: string | null;
  readonly symbol?: string | null;
  /** Whether it stands in a bracket that its own words opened. */
  readonly isOpen?: boolean;
  /** How many titles it is named within. */
  readonly titles?: number;
}

interface Reading extends Omit<Required<Numbered>, "from" | "isOpen"> {
  readonly text: string;
  readonly folded: string;
  at: number;
  /** Behind the last fact. */
  end: number;
  depth: number;
  isDated: boolean;
  isDone: boolean;
  issuerEnd: number | null;
  titleEnd: number | null;
  facts: { issuedOn?: string | null; issuer?: string; name?: string; title?: string; place?: string };
}

/** Date, issuer, meeting and title as they stand behind `from`, in any order, also in brackets. */
export function readSurroundings(text: string, folded: string, numbered: Numbered): Surroundings {
  const { from, suffix, kind = null, symbol = null, isOpen = false, titles = 0 } = numbered;
  const at = from + (matchAt(FOOTNOTE, folded, from)?.[0].length ?? 0);
  const reading: Reading = {
    ...{ text, folded, suffix, kind, symbol, titles, at, end: from, issuerEnd: null, titleEnd: null },
    ...{ depth: isOpen ? 1 : 0, isDated: false, isDone: false, facts: {} },
  };
  for (let steps = 0; steps < MOST && !reading.isDone; steps += 1) if (!closeBracket(reading) && !step(reading)) break;
  const { issuedOn = null, issuer = null, name = null, title = null, place = null } = reading.facts;
  const { end, issuerEnd, titleEnd } = reading;
  return { issuedOn, issuer, name, title, place, end, issuerEnd, titleEnd };
}

// The mark of a footnote, raised before the text was taken from its page.
const FOOTNOTE = /\[\d{1,3}\]|\(\d{1,3}\)|(?<=[a-z])\d{1,2}(?![\d/.,-])/y;
// Date, issuer, term, title, and brackets around some of them.
const MOST = 10;
const CLOSE = /\s{0,2}\)/y;
const GAP = /\s{0,3}(?:,\s{0,3})?(?<open>\(\s{0,2})?/y;

function closeBracket(reading: Reading): boolean {
  const close = reading.depth > 0 && matchAt(CLOSE, reading.folded, reading.at);
  if (!close) return false;
  reading.at += close[0].length;
  reading.end = reading.at;
  reading.depth -= 1;
  return true;
}

/** Reads one more fact, or puts the reading back where it was. */
function step(reading: Reading): boolean {
  const gap = matchAt(GAP, reading.folded, reading.at);
  const at = reading.at + (gap?.[0].length ?? 0);
  const isOpened = gap?.groups?.["open"] !== undefined;
  const isInside = isOpened || reading.depth > 0;
  const end =
    dateAt(reading, at) ??
    yearAt(reading, at) ??
    attributionAt(reading, at, isInside) ??
    (isOpened ? undefined : titleAt(reading));
  if (end === undefined) return false;
  reading.at = end;
  reading.end = end;
  if (isOpened) reading.depth += 1;
  return true;
}

function dateAt(reading: Reading, at: number): number | undefined {
  const date = reading.isDated ? undefined : readDate(reading.folded, at);
  if (!date) return undefined;
  reading.isDated = true;
  reading.facts.issuedOn = date.iso;
  return date.end;
}

const YEAR =
  /(?:nam|of|in)\s{1,3}(?:19|20)\d\d(?![\d/-])|thang\s{1,3}\d{1,2}(?:\s?[/-]\s?|\s{1,3}nam\s{1,3})\d{4}(?!\d)|ngay\s{1,3}\d{1,2}\s?[/-]\s?\d{1,2}(?![\d/.-])|(?<=\(\s{0,2})(?:19|20)\d\d(?=\s{0,2}\))/y;
const TERM = /khoa\s{1,3}(?:[ivx]{1,6}|\d{1,2})(?![a-z0-9])/y;

/** A year, a month or a term alone tells nothing that a reference holds, but what stands behind belongs to it still. */
function yearAt({ folded }: Reading, at: number): number | undefined {
  const match = matchAt(YEAR, folded, at) ?? matchAt(TERM, folded, at);
  return match ? at + match[0].length : undefined;
}

function attributionAt(reading: Reading, at: number, isInside: boolean): number | undefined {
  const { text, folded, suffix, isDated, facts, titles } = reading;
  if (facts.issuer !== undefined || facts.name !== undefined) return undefined;
  const read = readAttribution(text, folded, { at, suffix, isInside, isDated, isWithin: titles > 0 });
  if (!read) return undefined;
  if ((read.issuer !== null || read.name !== null) && !isInside) reading.issuerEnd = read.end;
  if (read.issuer !== null) facts.issuer = read.issuer;
  if (read.name !== null) facts.name = read.name;
  if (read.place !== null) facts.place = read.place;
  return read.end;
}

function titleAt(reading: Reading): number | undefined {
  const { text, folded, suffix, facts, at, titles } = reading;
  if (facts.title !== undefined || titles > MOST_TITLES) return undefined;
  const read = readTitle(text, folded, at, contextOf(reading));
  if (!read) return undefined;
  reading.isDone = !read.goesOn;
  reading.titleEnd = read.end;
  const isNamed = read.isQuoted || facts.issuer !== undefined;
  const issuer = isNamed ? undefined : issuerInTitle(read.title, suffix);
  facts.title = issuer ? read.title.slice(0, issuer.at).trimEnd() : read.title;
  if (issuer) {
    facts.issuer = issuer.name;
    reading.issuerEnd = read.end;
  }
  return read.end;
}

// A title that names a document whose title names another one was seen; deeper ones were not.
const MOST_TITLES = 1;

function contextOf(reading: Reading): TitleContext {
  const { kind, symbol } = reading;
  return { kind, symbol, behindCited: (from, suffix) => behindCited(reading, from, suffix) };
}

const LINK = /\s{0,3},?\s{0,3}(?:cua|do)\s{1,3}/y;

/** What is said of a document within a title; a body that signs as the title's own document does is that one's issuer. */
function behindCited(
  { text, folded, suffix: own, titles }: Reading,
  from: number,
  suffix: string | null,
): ReturnType<TitleContext["behindCited"]> {
  const inner = readSurroundings(text, folded, { from, suffix, titles: titles + 1 });
  if (inner.issuer === null && inner.name === null && inner.title === null) {
    const link = matchAt(LINK, folded, inner.end);
    const issuer = link && readIssuer(text, folded, inner.end + link[0].length);
    if (issuer && signsWith(issuer.name, suffix) === false && signsWith(issuer.name, own) === true)
      return { end: from, isOutside: true };
  }
  return { end: inner.end, isOutside: false };
}
