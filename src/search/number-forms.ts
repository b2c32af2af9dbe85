import { ordinalOf, roman } from "../citation/numerals.ts";
import { findWordedNumbers } from "../core/number-words.ts";
import { NUMERALS } from "../core/numeral-words.ts";
import type { Span } from "../core/passage.ts";
import { matchForm, tokenise } from "../core/text.ts";

/** A small number of a text, however it is written. */
interface FoundNumber extends Span {
  readonly value: number;
}

// "21 tiêu chí" is written in words as well, "180 đảng viên" never.
const MOST = 99;
// Neither a part of a date nor of a document's number.
const DIGITS = /(?<![\p{L}\p{N}%])(?<![\p{L}\p{N}][.,/:–-])\d{1,2}(?![\p{L}\p{N}%]|[.,/:–-][\p{L}\p{N}])/gu;
// Beside these words; "vi" and "x" are no numbers elsewhere.
const COUNTED_IN_ROMAN = /^(?:khóa|hội|thứ|kỳ|lần|quý|phần|chương|mục)$/;

/** Numbers up to 99 that stand for themselves, in digits, words or Roman numerals. */
export function findNumbers(text: string): FoundNumber[] {
  const printed = Array.from(text.matchAll(DIGITS), ({ 0: digits, index }) => found(digits, index, Number(digits)));
  const numerals = tokenise(text).flatMap(({ text: numeral, start }, at, tokens) => {
    const isCounted = COUNTED_IN_ROMAN.test(tokens[at - 1]?.text ?? "") && /^[ivx]+$/.test(numeral);
    return isCounted ? [found(numeral, start, ordinalOf(numeral) ?? 0)] : [];
  });
  const worded = findWordedNumbers(text, "vi").filter(({ start, end }) => !/\d/.test(text.slice(start, end)));
  return [...printed, ...numerals, ...worded].filter(
    ({ value }) => Number.isInteger(value) && value > 0 && value <= MOST,
  );
}

/** Every way to write a number between these neighbours; those in words only where they are read as that number. */
export function formsOf(value: number, before: string, after: string): string[] {
  const worded = wordedForms(value).filter((form) => {
    const start = before.length + 1;
    return findWordedNumbers(`${before} ${form} ${after}`, "vi").some(
      (number) => number.start === start && number.end === start + form.length && number.value === value,
    );
  });
  const numeral = COUNTED_IN_ROMAN.test(before) && value < 40 ? [matchForm(roman(value))] : [];
  return [String(value), String(value).padStart(2, "0"), ...worded, ...numeral];
}

function found(printed: string, start: number, value: number): FoundNumber {
  return { start, end: start + printed.length, value };
}

function wordedForms(value: number): string[] {
  const [tens, unit] = [Math.floor(value / 10), value % 10];
  if (value <= 10) return unitsOf(value);
  const head = tens === 1 ? ["mười"] : unitsOf(tens).map((word) => `${word} mươi`);
  return unit === 0 ? head : head.flatMap((word) => unitsOf(unit).map((last) => `${word} ${last}`));
}

function unitsOf(value: number): string[] {
  return Array.from(NUMERALS.vi.units)
    .filter(([, of]) => of === value)
    .map(([word]) => word);
}
