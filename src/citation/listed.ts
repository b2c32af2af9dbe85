import type { Span } from "../core/passage.ts";
import { COUNTED, COUNTED_FEW, COUNTED_KINDS, MEASURED, NAMED_ON } from "./patterns.ts";

/** One number of a list, with its place; `serial` is read as digits, without leading zeros. */
export interface Listed extends Span {
  readonly serial: string;
}

/** How a list of numbers stands in the text, folded. */
export interface ListContext {
  /** Where the text of the numbers begins. */
  readonly start: number;
  /** What stands between the word for the kind and the numbers. */
  readonly head: string;
  /** What follows. */
  readonly rest: string;
  /** Whether "số" or "No." calls them numbers, or a symbol or a year makes them such. */
  readonly isCalled: boolean;
  readonly hasTail: boolean;
  /** Whether the kind is written as a name: "Kết luận 18", not "kết luận 18". */
  readonly isName: boolean;
}

/** The numbers of a list, without those that count something, are a year, or head a paragraph. */
export function serialsOf(printed: string, context: ListContext): Listed[] {
  const { start, head, rest, isCalled, hasTail } = context;
  const listed = Array.from(printed.matchAll(/[\dloi]*\d[\dloi]*/g), ({ 0: digits, index }) => {
    return { digits, serial: serialOf(digits), start: start + index, end: start + index + digits.length };
  });
  const isHeading = /\n\s*\n/.test(head) || (/[:\n]/.test(head) && !isCalled && !hasTail && /^[.)]/.test(rest));
  const isNumber = isCalled || hasTail;
  if (isHeading || (!isNumber && isMeasure(printed, context))) return [];
  const last = listed.length - 1;
  return listed.filter(({ digits }, at) => {
    if (hasTail) return at === last || !isYear(digits);
    return isCalled || !(isYear(digits) || (at === last && isCount(digits, rest, at > 0)));
  });
}

/** Without a word that calls them numbers, "12,5" is a decimal and "5 đến 10" an amount. */
function isMeasure(printed: string, { rest, isName }: ListContext): boolean {
  if (/den|toi/.test(printed)) return true;
  return /\d,\d/.test(printed) && (!isName || MEASURED.test(rest) || !/^\d\d+(?:,\s*\d\d+)+$/.test(printed));
}

function serialOf(digits: string): string {
  return digits
    .replace(/[li]/g, "1")
    .replace(/o/g, "0")
    .replace(/^0+(?=\d)/, "");
}

function isYear(digits: string): boolean {
  return /^(?:199\d|20[0-4]\d)$/.test(digits);
}

/** Whether a number counts what follows it; those of the Party's documents have two digits at least: 05. */
function isCount(digits: string, rest: string, isFurther: boolean): boolean {
  if (MEASURED.test(rest) || isTelephone(digits, rest)) return true;
  if (isFurther && (COUNTED_FEW.test(rest) || COUNTED_KINDS.test(rest) || COUNTED.test(rest)))
    return digits.length <= 2;
  if (digits.startsWith("0") || digits.length > 2) return false;
  if (COUNTED.test(rest)) return true;
  return digits.length === 1 && (COUNTED_FEW.test(rest) || (/^\s{1,3}[a-z]/.test(rest) && !NAMED_ON.test(rest)));
}

function isTelephone(digits: string, rest: string): boolean {
  return digits.length >= 3 && /^\s\d{3,}/.test(rest) && !/^\s(?:19|20)\d\d(?!\d)/.test(rest);
}
