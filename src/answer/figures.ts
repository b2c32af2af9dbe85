/** A number, percentage, date or document number with its place in the text it was read from. */
export interface Figure {
  /** As printed, but for white space before a percent sign: `12,5%`, `02/01/2020`, `213-QĐ/TW`, `XIV`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Every figure in reading order. What is printed as one is one: `2020` is not a figure of `02/01/2020`. */
export function findFigures(text: string): Figure[] {
  return Array.from(text.matchAll(RUN), (match) => ({
    text: match[0].replace(/\s/gu, ""),
    start: match.index,
    end: match.index + match[0].length,
  })).filter((run) => HAS_DIGIT.test(run.text) || ROMAN.test(run.text));
}

// Full stop, comma and colon join digits only: after a word they are punctuation.
const RUN = /[\p{L}\p{M}\p{N}]+(?:(?:[-–/]|(?<=\p{N})[.,:](?=\p{N}))[\p{L}\p{M}\p{N}]+)*(?:\s?[%‰])?/gu;
const HAS_DIGIT = /\p{N}/u;
// Terms and chapters are counted in Roman numerals. A lone I is left out: in English it is a word.
const ROMAN = /^(?:[IVX]{2,}|[VX])$/;
