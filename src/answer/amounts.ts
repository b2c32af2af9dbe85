import { isoDate } from "../citation/dates.ts";
import type { Language } from "../core/answer.ts";
import type { Span } from "../core/passage.ts";
import { findFigures } from "./figures.ts";
import { findWordedNumbers, numberOf } from "./number-words.ts";

/** A figure, date or number in words, with what it says however it is printed. */
export interface Amount extends Span {
  /** As printed; of a figure without its spaces. */
  readonly text: string;
  /** What it says; a quote that says one of these shows it. */
  readonly says: readonly string[];
  /** What it shows besides: a date its year, a range its kind. */
  readonly shows: readonly string[];
}

/** Every amount in reading order; no two overlap. `language` decides what the comma of a number means. */
export function findAmounts(text: string, language: Language): Amount[] {
  const found: Amount[] = [];
  let rest = text;
  const take = (amount: Amount) => {
    found.push(amount);
    rest = blank(rest, amount);
  };
  for (const [pattern, read] of CALENDAR) {
    for (const match of rest.matchAll(pattern)) {
      const said = read(match.groups ?? {});
      const span = { start: match.index, end: match.index + match[0].length };
      if (said) take({ ...span, text: text.slice(span.start, span.end), ...said });
    }
  }
  for (const match of rest.matchAll(PERCENT[language])) {
    const value = numberOf(match[1] ?? "", language);
    const span = { start: match.index, end: match.index + match[0].length };
    if (value !== undefined)
      take({
        ...span,
        text: match[0].replace(/\s/gu, ""),
        says: [`value ${value}%`, match[0].replace(/\s/gu, "")],
        shows: [],
      });
  }
  for (const { start, end, value } of findWordedNumbers(rest, language)) {
    take({ start, end, text: text.slice(start, end), says: [`value ${value}`], shows: [] });
  }
  for (const figure of findFigures(rest)) found.push({ ...figure, ...readFigure(figure.text, rest, figure, language) });
  return withRanges(
    text,
    found.sort((a, b) => a.start - b.start),
  );
}

/** The text with spaces in place of what was read, so that all else keeps its place. */
export function blank(text: string, { start, end }: Span): string {
  return text.slice(0, start) + " ".repeat(end - start) + text.slice(end);
}

type Said = Pick<Amount, "says" | "shows">;

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

// The first that reads a place wins.
const CALENDAR = (
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

const NUMBER = "(\\d+(?:[.,]\\d+)*)";
const PERCENT: Record<Language, RegExp> = {
  vi: new RegExp(`(?<![\\p{L}\\p{N}.,])${NUMBER}(?:\\s?%| phần trăm(?!\\p{L}))`, "gu"),
  en: new RegExp(`(?<![\\p{L}\\p{N}.,])${NUMBER}(?:\\s?%| per ?cent(?!\\p{L}))`, "gu"),
};

const YEAR_BEFORE = /(?:năm|year|in|since|by|of|from|until|till|during|to|late|early|before|after)\s$/iu;

function readFigure(printed: string, text: string, { start }: Span, language: Language): Said {
  const number = /^[\d.,]+$/.test(printed) ? numberOf(printed, language) : undefined;
  const ends = /^([\d.,]+%?)[-–]([\d.,]+%?)$/.exec(printed);
  const isYear = /^(?:19|20)\d\d$/.test(printed);
  const ordinal = /^(\d+)(?:st|nd|rd|th)$/.exec(printed)?.[1];
  const roman = romanOf(printed);
  const says = [
    printed,
    ...(number === undefined ? [] : [`value ${number}`]),
    ...(isYear && YEAR_BEFORE.test(text.slice(Math.max(0, start - 8), start)) ? [`year ${printed}`] : []),
    ...(ends ? [rangeOf(ends[1] ?? "", ends[2] ?? "", language)] : []),
    ...(ordinal ? [`value ${ordinal}`, `roman ${ordinal}`] : []),
    ...(roman ? [`roman ${roman}`] : []),
  ];
  return { says, shows: [...says, ...(isYear ? [`year ${printed}`] : [])] };
}

function romanOf(printed: string): number | undefined {
  if (!/^[IVX]+$/.test(printed)) return undefined;
  const values = Array.from(printed, (letter) => ({ I: 1, V: 5, X: 10 })[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

function rangeOf(from: string, to: string, language: Language): string {
  const value = (printed: string) => numberOf(printed.replace("%", ""), language) ?? printed;
  return `range ${value(from)} ${value(to)}`;
}

const TO = /^\s?(?:[-–—]|đến|tới|to|and)\s(?:(?:hết )?(?:năm|ngày|khoảng|year)\s)?$/iu;

/** Two numbers with "đến" between them are a range however it is printed, besides being numbers. */
function withRanges(text: string, amounts: readonly Amount[]): Amount[] {
  return amounts.map((amount, at) => {
    const ranges = [
      [amounts[at - 1], amount],
      [amount, amounts[at + 1]],
    ].flatMap(([from, to]) => {
      if (!from || !to || !TO.test(text.slice(from.end, to.start))) return [];
      const [low, high] = [from, to].map(
        ({ says }) => /^value ([\d.]+)/.exec(says.find((said) => said.startsWith("value ")) ?? "")?.[1],
      );
      return low && high ? [`range ${Number(low)} ${Number(high)}`] : [];
    });
    return { ...amount, says: [...amount.says, ...ranges], shows: [...amount.shows, ...ranges] };
  });
}
