import { fold } from "../core/text.ts";
import { readDate } from "./dates.ts";
import { issuersOfSuffix } from "./issuers.ts";
import { KIND_WORD, matchAt } from "./patterns.ts";
import { readAttribution } from "./read-attribution.ts";
import { readIssuer } from "./read-issuer.ts";
import { readTitle } from "./read-title.ts";

/** What stands around a number; `null` for what is not said, and for what may be said of something else. */
export interface Surroundings {
  readonly issuedOn: string | null;
  readonly issuer: string | null;
  readonly name: string | null;
  readonly title: string | null;
  readonly place: string | null;
  /** Behind the last of it. */
  readonly end: number;
}

interface Reading {
  readonly text: string;
  readonly folded: string;
  readonly suffix: string | null;
  at: number;
  /** Behind the last fact. */
  end: number;
  depth: number;
  isDated: boolean;
  isDone: boolean;
  facts: { issuedOn?: string | null; issuer?: string; name?: string; title?: string; place?: string };
}

/** Date, issuer, meeting and title as they stand behind `from`, in any order, also in brackets. */
export function readSurroundings(
  text: string,
  folded: string,
  {
    from,
    suffix,
    isOpen = false,
  }: { readonly from: number; readonly suffix: string | null; readonly isOpen?: boolean },
): Surroundings {
  const at = from + (matchAt(FOOTNOTE, folded, from)?.[0].length ?? 0);
  const reading: Reading = {
    ...{ text, folded, suffix, at, end: from },
    ...{ depth: isOpen ? 1 : 0, isDated: false, isDone: false, facts: {} },
  };
  for (let steps = 0; steps < MOST && !reading.isDone; steps += 1) if (!closeBracket(reading) && !step(reading)) break;
  const { issuedOn = null, issuer = null, name = null, title = null, place = null } = reading.facts;
  return { issuedOn, issuer, name, title, place, end: reading.end };
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
  const { text, folded, suffix, isDated, facts } = reading;
  if (facts.issuer !== undefined || facts.name !== undefined) return undefined;
  const read = readAttribution(text, folded, { at, suffix, isInside, isDated });
  if (!read) return undefined;
  if (read.issuer !== null) facts.issuer = read.issuer;
  if (read.name !== null) facts.name = read.name;
  if (read.place !== null) facts.place = read.place;
  return read.end;
}

function titleAt(reading: Reading): number | undefined {
  const { text, folded, facts, at } = reading;
  if (facts.title !== undefined) return undefined;
  const read = readTitle(text, folded, at);
  if (!read) return undefined;
  reading.isDone = !read.goesOn;
  const issuer = read.isQuoted ? undefined : issuerBehind(reading, read.title);
  facts.title = issuer ? read.title.slice(0, issuer.at).trimEnd() : read.title;
  if (issuer) facts.issuer = issuer.name;
  return read.end;
}

/**
 * The issuer at the end of a title: "về những điều đảng viên không được làm của Bộ Chính trị". A title that speaks of a
 * document ("về Quy chế làm việc của Bộ Chính trị") may mean its issuer.
 */
function issuerBehind({ facts, suffix }: Reading, title: string): { at: number; name: string } | undefined {
  const at = title.lastIndexOf(" của ");
  if (at === -1 || facts.issuer !== undefined || suffix === null) return undefined;
  const name = title.slice(at + 5);
  const issuer = readIssuer(name, fold(name), 0);
  const isSigner =
    issuer?.body?.rank === "top" && issuer.end === name.length && issuersOfSuffix(suffix).includes(issuer.name);
  return isSigner && !KIND_WORD.test(fold(title.slice(0, at))) ? { at, name: issuer.name } : undefined;
}
