import { apply, IDENTITY, type Matrix, multiply } from "./pdf-values.ts";

/** A printed character, in points from the top left corner of the page as it is shown. */
export interface Glyph {
  /** As the file maps it to Unicode; more than one character for a ligature. */
  readonly text: string;
  readonly left: number;
  /** Where the next character is expected. */
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  /** Name in the file without the tag of its subset. */
  readonly font: string;
}

/** A glyph with the direction of its line, in degrees, and whether it can be seen. */
export interface PaintedGlyph extends Glyph {
  readonly turn: number;
  readonly isHidden: boolean;
}

/** A page and its fonts. */
export interface PageFrame {
  /** From the page's own coordinates into points from its top left corner. */
  readonly transform: Matrix;
  readonly width: number;
  readonly height: number;
  /** By pdf.js's key. */
  readonly fontOf: (key: string) => Font;
}

export interface Font {
  readonly name: string;
  /** Width of a glyph's unit. */
  readonly unit: number;
}

interface State {
  readonly matrix: Matrix;
  readonly font: Font;
  readonly size: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly stretch: number;
  readonly leading: number;
  readonly rise: number;
  readonly isHidden: boolean;
}

const MAX_SLANT = 0.05;

/** PDF's graphics state, as far as it places text. */
export function createPen(frame: PageFrame, onGlyph: (glyph: PaintedGlyph) => void) {
  const stack: State[] = [];
  let textMatrix = IDENTITY;
  let lineMatrix = IDENTITY;
  let state: State = {
    matrix: frame.transform,
    font: { name: "", unit: 0.001 },
    size: 1,
    charSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    isHidden: false,
  };
  const set = (change: Partial<State>) => {
    state = { ...state, ...change };
  };
  const setTextMatrix = (matrix: Matrix) => {
    textMatrix = lineMatrix = matrix;
  };
  const advance = (width: number) => {
    textMatrix = multiply(textMatrix, [1, 0, 0, 1, width * state.stretch, 0]);
  };
  return {
    set,
    setTextMatrix,
    matrix: () => state.matrix,
    save: () => {
      stack.push(state);
    },
    restore: () => {
      state = stack.pop() ?? state;
    },
    transform: (matrix: Matrix) => set({ matrix: multiply(state.matrix, matrix) }),
    moveText: (x: number, y: number) => setTextMatrix(multiply(lineMatrix, [1, 0, 0, 1, x, y])),
    nextLine: () => setTextMatrix(multiply(lineMatrix, [1, 0, 0, 1, 0, -state.leading])),
    /** In thousandths of the font's size, to the left. */
    kern: (amount: number) => advance((-amount / 1000) * state.size),
    show: (text: string, width: number, isSpace: boolean) => {
      const place = multiply(state.matrix, textMatrix);
      const from = apply(place, 0, state.rise);
      advance(width * state.font.unit * state.size + state.charSpacing + (isSpace ? state.wordSpacing : 0));
      const to = apply(multiply(state.matrix, textMatrix), 0, state.rise);
      const size = Math.abs(state.size) * Math.hypot(place[2], place[3]);
      const isSlanted = Math.min(Math.abs(place[0]), Math.abs(place[1])) > MAX_SLANT * Math.hypot(place[0], place[1]);
      if (isSlanted || size === 0) return;
      const turn = (Math.round(Math.atan2(place[1], place[0]) / (Math.PI / 2)) * 90 + 360) % 360;
      const [start, end] = [turnBack(from, turn, frame), turnBack(to, turn, frame)];
      onGlyph({
        text,
        left: Math.min(start.x, end.x),
        right: Math.max(start.x, end.x),
        baseline: start.y,
        size,
        font: state.font.name,
        turn,
        isHidden: state.isHidden,
      });
    },
  };
}

/** The place that a point would have if its line ran from left to right. */
function turnBack({ x, y }: { readonly x: number; readonly y: number }, turn: number, { width, height }: PageFrame) {
  if (turn === 90) return { x: y, y: width - x };
  if (turn === 180) return { x: width - x, y: height - y };
  return turn === 270 ? { x: height - y, y: x } : { x, y };
}
