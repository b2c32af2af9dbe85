import { isoDate } from "../citation/dates.ts";

/** What an amount says, however it is printed. */
export interface Said {
  /** A quote that says one of these shows it. */
  readonly says: readonly string[];
  /** What it shows besides: a date its year, a number of a range the range. */
  readonly shows: readonly string[];
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
// With its capital: "may" is a verb.
const MONTH =
  "(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
const D = "(?<d>\\d{1,2})";
const M = "(?<m>\\d{1,2})";
const Y = "(?<y>\\d{4})";
const NTH = "(?:st|nd|rd|th)?";
// Neither inside a word nor a part of a longer number or a document's ("16/2020/NĐ-CP").
const WORD = "(?<![\\p{L}\\p{N}])";
const BEGIN = `${WORD}(?<!\\d[.,/])(?<!(?<!\\d{3})\\d-)`;
const END = "(?![\\p{L}\\p{N}]|[/–-][\\p{L}\\p{N}]|[.,]\\d)";
const END_OF_DATE = "(?![\\p{L}\\p{N}]|/[\\p{L}\\p{N}]|[.,]\\d)";
// "6 tháng 1 lần" is no January.
const IN_MONTH = `${WORD}(?<!\\d )[Tt]háng`;

type Read = (groups: Readonly<Record<string, string | undefined>>) => Said | undefined;

/** Ways to write dates, months and quarters, with what each says; the first that reads a place wins. */
export const CALENDAR = (
  [
    [`${BEGIN}${Y}-${M}-${D}${END}`, day],
    [`${BEGIN}${D} ?[/.–-] ?${M} ?[/.–-] ?${Y}${END_OF_DATE}`, day],
    [`${BEGIN}${D} tháng ${M}(?: năm|,)? ${Y}${END}`, day],
    [`${BEGIN}${D}${NTH} (?:of )?${MONTH},? ${Y}${END}`, day],
    [`${WORD}${MONTH} ${D}${NTH},? ${Y}${END}`, day],
    [`${WORD}[Nn]gày ${D}(?:/| tháng )${M}${END}`, day],
    [`${BEGIN}${D}${NTH} (?:of )?${MONTH}${END}`, day],
    [`${WORD}${MONTH} ${D}${NTH}${END}`, day],
    [`${IN_MONTH} ${M}(?:/|-| năm ) ?${Y}${END}`, day],
    [`${BEGIN}${M}[/-]${Y}${END}`, day],
    [`${WORD}${MONTH},? (?:of )?${Y}${END}`, day],
    [`${IN_MONTH} ${M}(?! lần)${END}`, day],
    [`${WORD}[Qq]uý (?<quarter>I{1,3}|IV|[1-4]|một|nhất|hai|ba|tư|bốn)(?![\\p{L}\\p{N}])`, quarter],
    [`${WORD}(?<quarter>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[1-4](?:st|nd|rd|th)) quarter(?!\\p{L})`, quarter],
  ] as const
).map(([pattern, read]): [RegExp, Read] => [new RegExp(pattern, "gu"), read]);

function day({ d, m, y, month = "" }: Parameters<Read>[0]): Said | undefined {
  const number = m ? Number(m) : MONTHS.indexOf(month.toLowerCase().slice(0, 3)) + 1;
  if (number < 1 || number > 12 || (d && (Number(d) < 1 || Number(d) > 31))) return undefined;
  if (d && y && isoDate(d, String(number), y) === null) return undefined;
  const inMonth = [`month ${number}`, ...(y ? [`year ${y}`, `month ${number} ${y}`] : [])];
  if (!d) return { says: [y ? `month ${number} ${y}` : `month ${number}`], shows: inMonth };
  const short = `day ${Number(d)} ${number}`;
  return { says: [y ? `${short} ${y}` : short], shows: [short, ...inMonth] };
}

const QUARTERS = ["i 1 một nhất first", "ii 2 hai second", "iii 3 ba third", "iv 4 tư bốn fourth"];

function quarter({ quarter: printed = "" }: Parameters<Read>[0]): Said {
  const name = printed.toLowerCase().replace(/(?<=\d)(?:st|nd|rd|th)$/, "");
  return { says: [`quarter ${QUARTERS.findIndex((names) => names.split(" ").includes(name)) + 1}`], shows: [] };
}
