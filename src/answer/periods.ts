import { ordinalOf, roman } from "../citation/numerals.ts";
import { fold } from "../core/text.ts";

const MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december".split("|");
const NUMBERS = "mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|muoi mot|muoi hai".split("|");
const ORDINALS = ["first", "second", "third", "fourth"];
// "9 tháng đầu năm" are nine of them; "Q1" without a year is a district.
const PERIOD = new RegExp(
  "\\bthang (?<month>0?[1-9]|1[0-2])\\b|\\bquy (?<quarter>iii?|iv|i|[1-4])\\b|" +
    `\\b(?:in|of|by|during|since|until) (?<called>${MONTHS.join("|")})\\b|\\b(?<named>${MONTHS.join("|")}) (?:19|20)\\d\\d\\b|` +
    `\\b(?<ordinal>${ORDINALS.join("|")})[ -]quarter\\b|\\bq(?<short>[1-4])[ /-]{1,3}(?:19|20)\\d\\d`,
  "g",
);

/** Months and quarters that a question asks about, as written. */
export function periodsIn(question: string): string[] {
  return Array.from(fold(question).matchAll(PERIOD), ({ 0: { length }, index }) =>
    question.slice(index, index + length),
  );
}

/** What says the same month or quarter in a folded text, dates included; `undefined` for anything else. */
export function formsOfPeriod(period: string): RegExp | undefined {
  const [found] = fold(period).matchAll(PERIOD);
  const { month, quarter, called, named, ordinal, short } = found?.groups ?? {};
  const ofMonth = month === undefined ? MONTHS.indexOf(called ?? named ?? "") + 1 : Number(month);
  if (ofMonth > 0)
    return new RegExp(
      `\\bthang 0?${ofMonth}\\b|\\b(?:0?${ofMonth}|${NUMBERS[ofMonth - 1]}) thang dau\\b|(?<!\\d)0?${ofMonth}\\s?[/-]\\s?(?:19|20)\\d\\d|\\d[/.-]0?${ofMonth}(?!\\d)`,
    );
  const ofQuarter = ordinal === undefined ? ordinalOf(quarter ?? short ?? "") : ORDINALS.indexOf(ordinal) + 1;
  return ofQuarter ? new RegExp(`\\bquy (?:${ofQuarter}|${roman(ofQuarter).toLowerCase()})\\b`) : undefined;
}
