const VALUES: Readonly<Record<string, number>> = {
  một: 1,
  nhất: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
};

// Vietnamese lists leave out f, j, w and z; those that Word makes have them, and leave out đ.
const LETTERS = "abcdđefghijklmnopqrstuvwxyz";
const OPTIONAL_LETTERS = "đfjwz";
// A number with a letter behind it ("5a") stands between that number and the next one.
const LETTER_STEP = 1 / 100;

/** Pattern of `một`, `thứ hai` without `thứ`, `mười một`; its value is `numeralValue`. */
export const NUMERAL = `(?:mười )?(?:${Object.keys(VALUES).join("|")})`;

/** 0 for a word that is no numeral. */
export function numeralValue(name: string): number {
  const [first = "", second] = name.toLowerCase().split(" ");
  const value = VALUES[first] ?? 0;
  return second ? value + (VALUES[second] ?? 0) : value;
}

/** Of `IV` or `iv`. */
export function romanValue(name: string): number {
  const digits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
  const values = Array.from(name.toUpperCase(), (digit) => digits[digit] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

/** Place of a small letter in a list, from 1. */
export function letterValue(name: string): number {
  return LETTERS.indexOf(name) + 1;
}

/** Whether a list of letters may go from the one value to the other. */
export function isNextLetter(before: number, value: number): boolean {
  const between = LETTERS.slice(before, value - 1);
  return value > before && Array.from(between).every((letter) => OPTIONAL_LETTERS.includes(letter));
}

/** Of `5` or `5a`. */
export function numberValue(name: string): number {
  const [, digits = "", letter = ""] = /^(\d+)(\p{Ll}?)$/u.exec(name) ?? [];
  return Number(digits) + letterValue(letter) * (letter ? LETTER_STEP : 0);
}

/** Whether the one follows the other in a series of numbers, those with letters included: 4a and 5 both follow 4. */
export function isNextNumber(before: number, value: number): boolean {
  return value > before && Math.floor(value) - Math.floor(before) <= 1;
}
