import type { Language } from "../core/answer.ts";
import { findWordedNumbers } from "../core/number-words.ts";
import { numberOf } from "../core/numeral-words.ts";
import type { Span } from "../core/passage.ts";
import { blanked } from "../core/text.ts";
import { CALENDAR, type Said } from "./calendar.ts";
import { findFigures } from "./figures.ts";

/** A figure, date or number in words, with what it says however it is printed. */
export interface Amount extends Span, Said {
  /** As printed; of a figure without its spaces. */
  readonly text: string;
}

/** Every amount in reading order; no two overlap. `language` decides what the comma of a number means. */
export function findAmounts(text: string, language: Language): Amount[] {
  const found: Amount[] = [];
  let rest = text;
  const take = (amount: Amount) => {
    found.push(amount);
    rest = blanked(rest, [amount]);
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
    ...(number !== undefined && TERM_BEFORE.test(text.slice(Math.max(0, start - 12), start))
      ? [`roman ${number}`]
      : []),
  ];
  return { says, shows: [...says, ...(isYear ? [`year ${printed}`] : [])] };
}

// Congresses and terms are counted in Roman numerals.
const TERM_BEFORE = /(?:khóa|khoá|hội|thứ|kỳ|congress|tenure)\s$/iu;

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
