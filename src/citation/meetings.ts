import type { Span } from "../core/passage.ts";
import { readCongress } from "./congresses.ts";
import { ORDINAL, ordinalOf, roman } from "./numerals.ts";
import { matchAt } from "./patterns.ts";

/** A meeting whose documents are named after it. */
export interface Meeting {
  /** Canonical: `Hội nghị Trung ương 4 khóa XII`, `Đại hội XIII`, `Đại hội Đảng bộ tỉnh Hà Tĩnh lần thứ XVIII`. */
  readonly name: string;
  /** The body that met, which the name of the meeting may only imply. */
  readonly issuer: string | null;
  readonly isIssuerPrinted?: boolean;
  readonly place: string | null;
  /** Its own words, without what it shares with others of a list. */
  readonly start: number;
  readonly end: number;
}

/** Meetings named in one breath; `end` is behind all of them and the term they share. */
export interface Meetings {
  readonly meetings: readonly Meeting[];
  readonly end: number;
}

/** The meetings whose names begin right at `at`; those that say no term are none. */
export function readMeetings(text: string, folded: string, at: number): Meetings | undefined {
  const congress = readCongress(text, folded, at);
  return congress ? { meetings: [congress], end: congress.end } : readPlenums(text, folded, at);
}

const CENTRE = "(?:trung\\s{1,3}uong|tw|t\\.\\s?[uw]\\.?|tu)";
const COMMITTEE = `(?:ban\\s{1,3}chap\\s{1,3}hanh|bch)\\s{0,3}${CENTRE}(?:\\s{1,3}dang)?(?:\\s{1,3}cong\\s{1,3}san\\s{1,3}viet\\s{1,3}nam)?`;
const MEETING = "(?:(?:hoi\\s{1,3}nghi|hn)\\s{0,3})?";
const NTH = `(?:lan\\s{1,3}thu\\s{1,3})?`;
const PLENUM = new RegExp(
  `${MEETING}(?:lan\\s{1,3}thu\\s{1,3}(?<before>${ORDINAL}),?\\s{1,3}(?:cua\\s{1,3})?(?:(?<met>${COMMITTEE})|${CENTRE})(?![a-z])` +
    `|(?:(?<meeting>${COMMITTEE})\\s{1,3}|${CENTRE}\\s{0,3}(?:dang\\s{1,3})?)${NTH}(?<behind>${ORDINAL})(?:\\s{1,3}cua\\s{1,3}(?<body>${COMMITTEE}))?)(?![./-]\\d)`,
  "y",
);
const AND = "(?:\\s{0,3}[,;]\\s{0,3}(?:va\\s{1,3})?|\\s{1,3}va\\s{1,3})";
const NEXT = new RegExp(AND, "y");
const FURTHER = /\d{1,2}(?![a-z0-9]|[./-]\d)/y;
const NUMERAL = "(?:[ivx]{1,6}|\\d{1,2})(?![a-z0-9]|[./-]\\d)";
// "khóa XII", "(khóa XI, XII)", "khóa XI và khóa XII", "K12".
const TERM = new RegExp(
  `\\s{0,3},?\\s{0,3}\\(?\\s{0,3}(?:nhiem\\s{1,3}ky\\s{1,3})?(?:cac\\s{1,3})?(?:khoa|k)\\.?\\s{0,3}` +
    `(?<terms>${NUMERAL}(?:\\)?${AND}\\(?(?:khoa\\s{1,3})?[ivx]{1,6}(?![a-z0-9])){0,5})(?:\\s{0,3}\\))?`,
  "dy",
);
// "NQ TU 4" may be a tỉnh ủy's.
const PROVINCIAL = /(?<!\p{L})TU(?!\p{L})/iu;
const MOST = 12;

interface Plenum extends Ordinal {
  readonly isIssuerPrinted: boolean;
}

interface Ordinal {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

function readPlenums(text: string, folded: string, from: number): Meetings | undefined {
  const meetings: Meeting[] = [];
  const waiting: Plenum[] = [];
  let at = from;
  let end = from;
  while (meetings.length + waiting.length < MOST) {
    const plenum = nextPlenum(text, folded, at, at === from);
    if (!plenum) break;
    waiting.push(plenum);
    at = plenum.end;
    const term = matchAt(TERM, folded, at);
    if (!term) continue;
    at += term[0].length;
    end = at;
    meetings.push(...ofTerms(waiting.splice(0), termsOf(term), end));
  }
  // Those that still wait for their term have none.
  return meetings.length > 0 ? { meetings, end } : undefined;
}

/** The plenum at `at`; a further one may be its number alone: "Trung ương 4, 5". */
function nextPlenum(text: string, folded: string, at: number, isFirst: boolean): Plenum | undefined {
  const joint = isFirst ? "" : matchAt(NEXT, folded, at)?.[0];
  if (joint === undefined) return undefined;
  const start = at + joint.length;
  const match = matchAt(PLENUM, folded, start) ?? (isFirst ? null : matchAt(FURTHER, folded, start));
  if (!match || PROVINCIAL.test(text.slice(start, start + match[0].length))) return undefined;
  const number = ordinalOf(match.groups?.["before"] ?? match.groups?.["behind"] ?? match[0]);
  const { met, meeting, body } = match.groups ?? {};
  const isIssuerPrinted = (met ?? meeting ?? body) !== undefined;
  return number === undefined ? undefined : { number, isIssuerPrinted, start, end: start + match[0].length };
}

function termsOf({ groups, indices }: RegExpExecArray): Ordinal[] {
  const [from = 0] = indices?.groups?.["terms"] ?? [];
  return Array.from((groups?.["terms"] ?? "").matchAll(/(?<![a-z])[ivx]+(?![a-z])|\d+/g)).flatMap(
    ({ 0: numeral, index }) => {
      const number = ordinalOf(numeral);
      return number === undefined ? [] : [{ number, start: from + index, end: from + index + numeral.length }];
    },
  );
}

/** Several plenums of one term, or one of several; which of several belongs to which of several is not said. */
function ofTerms(plenums: readonly Plenum[], terms: readonly Ordinal[], end: number): Meeting[] {
  const [term, another] = terms;
  const [plenum, other] = plenums;
  if (!term || !plenum || (another && other)) return [];
  if (!another) {
    return plenums.map((each, at) =>
      meetingOf(each, term, { start: each.start, end: at === plenums.length - 1 ? end : each.end }),
    );
  }
  return terms.map((each, at) =>
    meetingOf(plenum, each, { start: at === 0 ? plenum.start : each.start, end: each.end }),
  );
}

function meetingOf({ number, isIssuerPrinted }: Plenum, term: Ordinal, { start, end }: Span): Meeting {
  const name = `Hội nghị Trung ương ${number} khóa ${roman(term.number)}`;
  return { name, issuer: "Ban Chấp hành Trung ương", isIssuerPrinted, place: null, start, end };
}
