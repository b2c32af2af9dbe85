import type { Glyph } from "./pdf-pen.ts";

/** What segments are made of: a character, or a word that was recognised. */
export type Piece = Omit<Glyph, "font"> & {
  readonly font?: string;
  /** A word of its own, whatever its distance from the next. */
  readonly isWord?: boolean;
  readonly isUncertain?: boolean;
};

interface Line {
  readonly baseline: number;
  readonly size: number;
  pieces: Piece[];
}

// In sizes of the letters.
const SAME_LINE = 0.15;
const SCRIPT_REACH = 0.6;
const SCRIPT_SIZE = 0.8;

/** Pieces on one baseline, with the raised and lowered ones that belong to them: from top to bottom, in no order. */
export function baseLines(pieces: readonly Piece[]): Piece[][] {
  const lines: Line[] = [];
  for (const piece of withMarks(pieces).toSorted((one, other) => one.baseline - other.baseline)) {
    const line = lines.at(-1);
    const { baseline, size } = piece;
    if (line && baseline - line.baseline <= SAME_LINE * Math.max(size, line.size)) line.pieces.push(piece);
    else lines.push({ baseline, size, pieces: [piece] });
  }
  for (const [at, line] of lines.entries())
    for (const other of [lines[at + 1], lines[at - 1]]) if (other) moveScript(line, other);
  return lines.map((line) => line.pieces);
}

/** Combining marks join the letter that they were painted after. */
function withMarks(pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (last && /^\p{M}+$/u.test(piece.text))
      whole[whole.length - 1] = { ...last, text: last.text + piece.text, right: Math.max(last.right, piece.right) };
    else if (piece.text !== "") whole.push(piece);
  }
  return whole;
}

/** Moves what is smaller and reaches into the other line, as a note's mark does, to that line. */
function moveScript(line: Line, other: Line): void {
  const size = sizeOf(other.pieces);
  if (Math.abs(line.baseline - other.baseline) > SCRIPT_REACH * size || sizeOf(line.pieces) > SCRIPT_SIZE * size)
    return;
  const left = Math.min(...other.pieces.map((piece) => piece.left)) - size;
  const right = Math.max(...other.pieces.map((piece) => piece.right)) + size;
  const isIn = (piece: Piece) => piece.left > left && piece.right < right;
  other.pieces.push(...line.pieces.filter(isIn));
  line.pieces = line.pieces.filter((piece) => !isIn(piece));
}

function sizeOf(pieces: readonly Piece[]): number {
  return Math.max(0, ...pieces.map(({ size }) => size));
}
