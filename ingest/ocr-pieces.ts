import type { CheckedWord } from "./ocr-doubts.ts";
import type { OcrWord } from "./ocr-engine.ts";
import type { Piece } from "./pdf-lines.ts";

const POINTS = 72;
// From the lowest letter to the highest, in sizes of the print.
const LINE_HEIGHT = 1.15;
const SAME_SIZE = 0.25;

/** Words in points on a page turned upright, with one size for lines that are about as high. */
export function piecesOf(words: readonly CheckedWord[]): Piece[] {
  const slope = middle(words.filter(isLong).map((word) => word.slope));
  const usual = middle(words.map(({ height }) => height));
  return words.map(({ text, left, right, baseline, height, isUncertain }) => {
    const isUsual = Math.abs(height - usual) < SAME_SIZE * usual;
    return {
      text,
      left: POINTS * (left + slope * baseline),
      right: POINTS * (right + slope * baseline),
      baseline: POINTS * (baseline - (slope * (left + right)) / 2),
      size: (POINTS * (isUsual ? usual : height)) / LINE_HEIGHT,
      isWord: true,
      isUncertain,
    };
  });
}

function isLong({ left, right }: OcrWord): boolean {
  return right - left > 0.2;
}

function middle(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
