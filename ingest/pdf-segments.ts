import type { Span } from "../src/core/passage.ts";
import { canonical } from "./canonical.ts";
import { baseLines, type Piece } from "./pdf-lines.ts";
import { type ConvertFont, noteMark, runsOf, usualPlace } from "./pdf-runs.ts";
import type { Words } from "./pdf-words.ts";

/** Words on one line without a wide gap between them, in points from the page's top left corner. */
export interface Segment extends Words {
  readonly left: number;
  readonly right: number;
  /** Where its second word begins: below it, behind a list's marker, go on the lines of an item. */
  readonly hang: number;
  readonly baseline: number;
  readonly size: number;
}

export interface SegmentOptions {
  /** Whether a column of a table ends between two places of a line. */
  readonly isParted: (from: number, to: number, baseline: number) => boolean;
  readonly convert: ConvertFont;
}

// In sizes of the letters.
const SAME_ROW = 0.45;
const COLUMN_GAP = 1.7;

/** Segments of a page from top to bottom, those beside each other from left to right: one list a line. */
export function segmentRows(pieces: readonly Piece[], options: SegmentOptions): Segment[][] {
  const rows: Segment[][] = [];
  for (const line of baseLines(pieces)) {
    const segments = segmentsOf(line, options);
    const row = rows.at(-1);
    if (row && areBeside(row, segments)) row.push(...segments);
    else if (segments.length > 0) rows.push(segments);
  }
  return rows.map((row) => row.toSorted((one, other) => one.left - other.left));
}

/** Two blocks may stand a little higher and lower than each other. */
function areBeside(row: readonly Segment[], segments: readonly Segment[]): boolean {
  const [first] = row;
  return segments.every(
    ({ left, right, baseline, size }) =>
      first !== undefined &&
      baseline - first.baseline <= SAME_ROW * Math.max(size, first.size) &&
      row.every((other) => right < other.left || other.right < left),
  );
}

function segmentsOf(row: readonly Piece[], options: SegmentOptions): Segment[] {
  const groups: Piece[][] = [];
  let last: Piece | undefined;
  for (const piece of row.toSorted((one, other) => one.left - other.left)) {
    if (last && isRepeated(last, piece)) continue;
    const group = groups.at(-1);
    const isSpace = piece.text.trim() === "";
    const gap = last ? piece.left - last.right : 0;
    const size = Math.max(piece.size, last?.size ?? 0);
    const isApart = last && (gap > COLUMN_GAP * size || options.isParted(last.right, piece.left, piece.baseline));
    if (group && (isSpace || !isApart)) group.push(piece);
    else groups.push([piece]);
    if (!isSpace) last = piece;
  }
  return groups.flatMap((group) => segmentOf(group, options.convert) ?? []);
}

/** Letters painted twice, a hair apart, to look bold. */
function isRepeated(last: Piece, piece: Piece): boolean {
  const isNear = Math.abs(piece.left - last.left) < 0.1 * piece.size && Math.abs(piece.baseline - last.baseline) < 1;
  return isNear && piece.text === last.text;
}

function segmentOf(group: readonly Piece[], convert: ConvertFont): Segment | undefined {
  const letters = group.filter(({ text }) => text.trim() !== "");
  const [first] = letters;
  const final = letters.at(-1);
  if (!first || !final) return undefined;
  const { size, baseline } = usualPlace(letters);
  const uncertain: Span[] = [];
  let text = "";
  for (const run of runsOf(group, { size, baseline })) {
    const words = run.isRaised ? noteMark(run.text, text) : convert(run.text, run.font);
    // A place in the text stands for good only if nothing before it changes any more.
    const start = text.length;
    text = canonical(text + words).replace(/ {2,}/g, " ");
    if (run.isUncertain) uncertain.push({ start, end: text.trimEnd().length });
  }
  const lead = text.length - text.trimStart().length;
  const words = text.trim();
  if (!words) return undefined;
  return {
    text: words,
    uncertain: uncertain.map(({ start, end }) => ({
      start: Math.max(0, start - lead),
      end: Math.min(words.length, end - lead),
    })),
    left: first.left,
    right: final.right,
    hang: secondWord(group)?.left ?? first.left,
    baseline,
    size,
  };
}

function secondWord(group: readonly Piece[]): Piece | undefined {
  return group.find(({ text, left, size }, at) => {
    const last = group[at - 1];
    return last && text.trim() !== "" && (last.text.trim() === "" || left - last.right > size / 4);
  });
}
