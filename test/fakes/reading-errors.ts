import type { ReadDocument } from "../../ingest/read.ts";

/** What was read of a page. */
export interface PageText {
  readonly text: string;
  /** For each letter of `text`. */
  readonly isMarked: readonly boolean[];
}

/** Text of each page in single spaces. */
export function pagesOf({ text, pages, uncertain }: ReadDocument): PageText[] {
  return pages.map(({ start }, at) => {
    const end = pages[at + 1]?.start ?? text.length;
    const letters: string[] = [];
    const isMarked: boolean[] = [];
    for (let index = start; index < end; index += 1) {
      const letter = /\s/.test(text.charAt(index)) ? " " : text.charAt(index);
      if (letter === " " && (letters.at(-1) ?? " ") === " ") continue;
      letters.push(letter);
      isMarked.push(uncertain.some((span) => span.start <= index && index < span.end));
    }
    return { text: letters.join(""), isMarked };
  });
}

/** How a reading differs from the truth. */
export interface ReadingErrors {
  readonly letters: number;
  readonly errors: number;
  readonly wrongDigits: number;
  /** Wrong digits that no mark warns of. */
  readonly passedDigits: number;
}

/** By the cheapest way from one text to the other; a digit that is missing counts as marked where a neighbour is. */
export function readingErrors(truth: string, { text, isMarked }: PageText): ReadingErrors {
  const width = text.length + 1;
  const cost = new Uint16Array((truth.length + 1) * width);
  const at = (row: number, column: number) => cost[row * width + column] ?? 0;
  const differs = (row: number, column: number) => (truth[row - 1] === text[column - 1] ? 0 : 1);
  for (let row = 0; row <= truth.length; row += 1)
    for (let column = 0; column < width; column += 1)
      cost[row * width + column] =
        row === 0 || column === 0
          ? row + column
          : Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + differs(row, column));
  let [row, column, wrongDigits, passedDigits] = [truth.length, text.length, 0, 0];
  while (row > 0 || column > 0) {
    const isPair = row > 0 && column > 0 && at(row, column) === at(row - 1, column - 1) + differs(row, column);
    const isLost = !isPair && row > 0 && at(row, column) === at(row - 1, column) + 1;
    const pair = `${isPair || isLost ? truth.charAt(row - 1) : ""}${isLost ? "" : text.charAt(column - 1)}`;
    if (/\d/.test(pair) && !(isPair && differs(row, column) === 0)) {
      wrongDigits += 1;
      if (![column - 2, column - 1, column, column + 1].some((near) => isMarked[near])) passedDigits += 1;
    }
    if (isPair || isLost) row -= 1;
    if (!isLost) column -= 1;
  }
  return { letters: truth.length, errors: at(truth.length, text.length), wrongDigits, passedDigits };
}
