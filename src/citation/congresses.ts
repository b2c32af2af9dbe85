import { fold } from "../core/text.ts";
import type { Meeting } from "./meetings.ts";
import { NUMERAL, ORDINAL, ordinalOf, roman } from "./numerals.ts";
import { matchAt } from "./patterns.ts";
import { placeIn } from "./places.ts";
import { readIssuer } from "./read-issuer.ts";

const CONGRESS = "(?:dai\\s{1,3}hoi|dhdb|dh)";
const NATIONAL = new RegExp(
  `${CONGRESS}\\s{1,3}(?<of>(?:(?:dai\\s{1,3}bieu|dang|toan\\s{1,3}quoc|cua\\s{1,3}dang)\\s{1,3}){0,4})(?:lan\\s{1,3}thu\\s{1,3}(?<nth>${ORDINAL})|(?<numeral>${NUMERAL}))` +
    "(?<behind>\\s{1,3}(?:cua\\s{1,3})?dang(?:\\s{1,3}ta|\\s{1,3}cong\\s{1,3}san\\s{1,3}viet\\s{1,3}nam)?(?![a-z]|\\s{1,3}(?:bo|uy|doan)(?![a-z])))?",
  "y",
);
// "Đại hội XIII Công đoàn Việt Nam".
const OF_OTHERS = /^\s{1,3}(?:của\s{1,3})?\p{Lu}|^\s{1,3}(?:cua\s{1,3})?(?:cong doan|doan|hoi|mat tran|lien)(?![a-z])/u;
// The Party's congress of 2026 was the XIV; local ones count further.
const LAST_NATIONAL = 15;

const LOCAL = new RegExp(
  `${CONGRESS}\\s{1,3}(?:dai\\s{1,3}bieu\\s{1,3})?(?<body>(?:dang|chi)\\s{1,3}bo\\s{1,3}[^,.;:()\\n]{2,60}?)\\s{1,3},?\\s{0,3}(?:lan\\s{1,3}thu|khoa)\\s{1,3}(?<nth>${ORDINAL})`,
  "dy",
);
const LOCAL_BEHIND = new RegExp(
  `${CONGRESS}\\s{1,3}(?:dai\\s{1,3}bieu\\s{1,3})?lan\\s{1,3}thu\\s{1,3}(?<nth>${ORDINAL})\\s{1,3}(?:cua\\s{1,3})?(?=(?:dang|chi)\\s{1,3}bo(?![a-z]))`,
  "y",
);
const YEARS = /\s{0,3},?\s{0,3}\(?\s{0,3}nhiem\s{1,3}ky\s{1,3}\d{4}\s{0,3}[-–]\s{0,3}\d{4}\)?/y;

/** The congress whose name begins right at `at`: the Party's, or that of a Đảng bộ with what tells which. */
export function readCongress(text: string, folded: string, at: number): Meeting | undefined {
  const read = readLocal(text, folded, at) ?? readLocalBehind(text, folded, at) ?? readNational(text, folded, at);
  if (!read) return undefined;
  return { ...read, issuer: null, start: at, end: read.end + (matchAt(YEARS, folded, read.end)?.[0].length ?? 0) };
}

type Read = Pick<Meeting, "name" | "place" | "end">;

function readLocal(text: string, folded: string, at: number): Read | undefined {
  const match = matchAt(LOCAL, folded, at);
  const nth = ordinalOf(match?.groups?.["nth"] ?? "");
  const [start = 0, end = 0] = match?.indices?.groups?.["body"] ?? [];
  if (!match || nth === undefined) return undefined;
  const printed = text.slice(start, end).replace(/\s+/g, " ");
  const known = readIssuer(printed, fold(printed), 0);
  const body = known?.end === printed.length ? known.name : printed;
  return { name: `Đại hội ${body} lần thứ ${roman(nth)}`, place: placeIn(body), end: at + match[0].length };
}

/** "Đại hội lần thứ XVIII Đảng bộ tỉnh Hà Tĩnh". */
function readLocalBehind(text: string, folded: string, at: number): Read | undefined {
  const match = matchAt(LOCAL_BEHIND, folded, at);
  const nth = ordinalOf(match?.groups?.["nth"] ?? "");
  if (!match || nth === undefined) return undefined;
  const body = readIssuer(text, folded, at + match[0].length);
  if (!body?.seat || (body.where === null && body.name === "Đảng bộ")) return undefined;
  return { name: `Đại hội ${body.name} lần thứ ${roman(nth)}`, place: body.place, end: body.end };
}

function readNational(text: string, folded: string, at: number): Read | undefined {
  const match = matchAt(NATIONAL, folded, at);
  const nth = ordinalOf(match?.groups?.["nth"] ?? match?.groups?.["numeral"] ?? "");
  if (!match || nth === undefined) return undefined;
  const end = at + match[0].length;
  const { of = "", behind } = match.groups ?? {};
  const isParty = behind !== undefined || /dang/.test(of);
  if (!isParty && (OF_OTHERS.test(text.slice(end, end + 20)) || OF_OTHERS.test(folded.slice(end, end + 20))))
    return undefined;
  if (!isParty && !/toan/.test(of) && nth > LAST_NATIONAL) return undefined;
  return { name: `Đại hội ${roman(nth)}`, place: null, end };
}
