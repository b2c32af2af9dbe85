import type { FindReferences } from "./identify.ts";

/** The number of a document, as far as a line or a name says it. */
export interface OwnNumber {
  /** Canonical spelling. */
  readonly number: string;
  readonly symbol: string | null;
  readonly suffix: string | null;
  /** Where the symbol says it. */
  readonly kind: string | null;
}

const MAX_LINE = 60;

/** `Số 213-QĐ/TW` alone on its line: a number in running text is another document's. */
export function numberOnLine(line: string, findReferences: FindReferences): OwnNumber | null {
  const words = line.replace(/[\s.,;*]+$/u, "");
  return /^số/iu.test(words) && words.length <= MAX_LINE ? wholeNumber(words, findReferences) : null;
}

/** Whether a number is left open, as in a draft: `Số:     -QĐ/TW`. */
export function isBlankNumber(line: string): boolean {
  return /^Số ?:?[ .…_]{0,40}[-–/] ?\p{Lu}\p{L}{0,4} ?[-–/]/u.test(line);
}

/** Words that are nothing but one number with symbol and issuer. */
export function wholeNumber(words: string, findReferences: FindReferences): OwnNumber | null {
  const [found, another] = findReferences(words);
  if (!found || another || found.span.end !== words.length || found.reference.number === null) return null;
  const { number, symbol, suffix, kind } = found.reference;
  return { number, symbol, suffix, kind };
}
