const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

const DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

// Beyond it Word refuses a start value; nobody needs a letter repeated a million times.
const MAX_NUMBER = 32_767;

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  none: () => "",
  decimalZero: (value) => String(value).padStart(2, "0"),
  upperRoman: (value) => roman(value).toUpperCase(),
  lowerRoman: roman,
  upperLetter: (value) => letter(value).toUpperCase(),
  lowerLetter: letter,
  ordinal,
  vietnameseCounting: vietnamese,
  decimalEnclosedParen: (value) => `(${value})`,
  numberInDash: (value) => `- ${value} -`,
};

/** A number as a list of this `w:numFmt` prints it; in digits where the format is none that Vietnamese texts use. */
export function formatNumber(value: number, format: string): string {
  const write = FORMATS[format];
  return write && value >= 0 && value <= MAX_NUMBER ? write(value) : String(value);
}

function roman(value: number): string {
  let rest = value;
  let digits = "";
  for (const [worth, digit] of ROMAN) for (; rest >= worth; rest -= worth) digits += digit;
  return digits;
}

/** a to z of English, then aa, bb and so on. */
function letter(value: number): string {
  if (value === 0) return "";
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function ordinal(value: number): string {
  const isTeen = Math.floor(value / 10) % 10 === 1;
  return `${value}${(isTeen ? undefined : ["th", "st", "nd", "rd"][value % 10]) ?? "th"}`;
}

function vietnamese(value: number): string {
  if (value > 99) return String(value);
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  if (tens === 0) return DIGITS[ones] ?? "";
  const last = ones === 0 ? "" : ones === 5 ? "lăm" : ones === 1 && tens > 1 ? "mốt" : DIGITS[ones];
  return `${tens === 1 ? "mười" : `${DIGITS[tens]} mươi`} ${last}`.trim();
}
