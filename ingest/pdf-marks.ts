import { createPen, type Glyph, type PageFrame, type PaintedGlyph } from "./pdf-pen.ts";
import { type Rule, rulesOf } from "./pdf-rules.ts";
import { isIndexed, matrixOf, property } from "./pdf-values.ts";

/** What a page paints. */
export interface PageMarks {
  /** In the order of painting; those of the page's main direction alone, so that no watermark cuts through. */
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  /** Share of the page that its largest image covers. */
  readonly imageShare: number;
  /** Dots per inch of that image; `null` without one. */
  readonly imageResolution: number | null;
  /** The text lies unseen over an image: a scanner's own recognition. */
  readonly isHidden: boolean;
  /** Images and paths: where there is no text, they may be words. */
  readonly paintings: number;
}

/** The part of pdf.js's operator list that is read. */
export interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

type Arguments = readonly unknown[];

/**
 * Every character with its place, from the operators that paint the page. pdf.js's own text extraction gives runs:
 * where an accented letter comes from another font than its neighbours, as LibreOffice prints it, runs lie inside runs.
 */
export function readMarks(operators: Operators, codes: Readonly<Record<string, number>>, frame: PageFrame): PageMarks {
  const glyphs: PaintedGlyph[] = [];
  const rules: Rule[] = [];
  let largestImage = 0;
  let imageResolution: number | null = null;
  let paintings = 0;
  const pen = createPen(frame, (glyph) => glyphs.push(glyph));
  const setFont = (key: unknown, size: unknown) => pen.set({ font: frame.fontOf(String(key)), size: Number(size) });
  const image = (dots: number) => {
    const [a, b, c, d] = pen.matrix();
    const area = Math.abs(a * d - b * c);
    paintings += 1;
    if (area <= largestImage) return;
    largestImage = area;
    imageResolution = dots > 0 ? (72 * dots) / Math.hypot(a, b) : null;
  };
  const actions: Readonly<Record<string, (args: Arguments) => void>> = {
    save: pen.save,
    restore: pen.restore,
    transform: (args) => pen.transform(matrixOf(args)),
    paintFormXObjectBegin: ([matrix]) => {
      pen.save();
      if (matrix) pen.transform(matrixOf(matrix));
    },
    paintFormXObjectEnd: pen.restore,
    beginText: () => pen.setTextMatrix(matrixOf([])),
    setTextMatrix: ([first, ...others]) => pen.setTextMatrix(matrixOf(isIndexed(first) ? first : [first, ...others])),
    moveText: ([x, y]) => pen.moveText(Number(x), Number(y)),
    setLeadingMoveText: ([x, y]) => {
      pen.set({ leading: -Number(y) });
      pen.moveText(Number(x), Number(y));
    },
    nextLine: pen.nextLine,
    setCharSpacing: ([spacing]) => pen.set({ charSpacing: Number(spacing) }),
    setWordSpacing: ([spacing]) => pen.set({ wordSpacing: Number(spacing) }),
    setHScale: ([percent]) => pen.set({ stretch: Number(percent) / 100 }),
    setLeading: ([leading]) => pen.set({ leading: Number(leading) }),
    setTextRise: ([rise]) => pen.set({ rise: Number(rise) }),
    setTextRenderingMode: ([mode]) => pen.set({ isHidden: mode === 3 || mode === 7 }),
    setFont: ([key, size]) => setFont(key, size),
    setGState: ([entries]) => {
      for (const [name, value] of listOf(entries).map(listOf))
        if (name === "Font") setFont(listOf(value)[0], listOf(value)[1]);
    },
    showText: ([items]) => {
      for (const item of listOf(items))
        if (typeof item === "number") pen.kern(item);
        else if (isPdfGlyph(item)) pen.show(item.unicode, item.width, item.isSpace);
    },
    paintImageXObject: ([, width]) => image(Number(width)),
    paintInlineImageXObject: ([picture]) => image(Number(property(picture, "width"))),
    paintImageMaskXObject: ([picture]) => image(Number(property(picture, "width"))),
    constructPath: ([operator, paths]) => {
      if (operator === codes["endPath"]) return;
      paintings += 1;
      for (const path of listOf(paths)) rules.push(...rulesOf(path, pen.matrix()));
    },
  };
  const byCode = new Map(Object.entries(actions).map(([name, action]) => [codes[name], action]));
  for (const [at, code] of operators.fnArray.entries()) byCode.get(code)?.(listOf(operators.argsArray[at]));
  const turn = mainTurn(glyphs);
  const kept = glyphs.filter((glyph) => glyph.turn === turn);
  return {
    glyphs: kept,
    rules: turn === 0 ? rules : [],
    imageShare: Math.min(1, largestImage / (frame.width * frame.height)),
    imageResolution,
    isHidden: kept.filter(({ isHidden }) => isHidden).length > kept.length / 2,
    paintings,
  };
}

function listOf(value: unknown): Arguments {
  return isIndexed(value) ? Array.from(value) : [];
}

interface PdfGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}

function isPdfGlyph(value: unknown): value is PdfGlyph {
  return typeof value === "object" && value !== null && "unicode" in value && "width" in value;
}

function mainTurn(glyphs: readonly PaintedGlyph[]): number {
  const counts = new Map<number, number>();
  for (const { turn } of glyphs) counts.set(turn, (counts.get(turn) ?? 0) + 1);
  return [...counts].toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? 0;
}
