import type { Segment } from "./pdf-segments.ts";

/** Neighbouring lines with a white strip down through all of them. */
export interface Columns {
  /** Number of rows, from the one asked for. */
  readonly rows: number;
  readonly strips: readonly Strip[];
}

/** What a column takes of the page's width. */
export interface Strip {
  readonly left: number;
  readonly right: number;
}

// In sizes of the letters.
const GUTTER = 1.2;
const LONE_GUTTER = 3;
const MAX_STEP = 3.5;
const SAME_BLOCK = 1.8;

/** Columns that begin at row `start`, or `undefined` where one line goes on over the page. */
export function columnsAt(rows: readonly (readonly Segment[])[], start: number): Columns | undefined {
  let strips: Strip[] = [];
  let end = start;
  let parted = start;
  const lastIn = new Map<number, number>();
  for (; end < rows.length; end += 1) {
    const row = rows[end] ?? [];
    const size = Math.max(...row.map((segment) => segment.size));
    const wider = withRow(strips, row, GUTTER * size);
    if (end > start && (wider.length < 2 || stepOf(rows, end) > MAX_STEP * size)) break;
    if (row.length === 1 && !isBeside(rows, end) && !goesOn(lastIn, wider, row, SAME_BLOCK * size)) break;
    strips = wider;
    for (const segment of row) lastIn.set(columnOf(strips, segment), segment.baseline);
    if (row.length > 1) parted = end;
  }
  if (strips.length < 2) return undefined;
  const count = end - start;
  if (parted === start && !isBeside(rows, start)) {
    const [first, second, third] = rows[start] ?? [];
    if (!first || !second || third || second.left - first.right < LONE_GUTTER * first.size) return undefined;
  }
  return { rows: count, strips };
}

export function columnOf(strips: readonly Strip[], { left, right }: Strip): number {
  const middle = (left + right) / 2;
  return strips.findIndex((strip) => strip.left <= middle && middle <= strip.right);
}

/** Places that the rows take, joined where the white between them is too narrow to part columns. */
function withRow(strips: readonly Strip[], row: readonly Segment[], gutter: number): Strip[] {
  const all = [...strips, ...row.map(({ left, right }) => ({ left, right }))];
  const merged: Strip[] = [];
  for (const strip of all.toSorted((one, other) => one.left - other.left)) {
    const last = merged.at(-1);
    if (last && strip.left - last.right < gutter)
      merged[merged.length - 1] = { left: last.left, right: Math.max(last.right, strip.right) };
    else merged.push(strip);
  }
  return merged;
}

function stepOf(rows: readonly (readonly Segment[])[], at: number): number {
  return (rows[at]?.[0]?.baseline ?? 0) - (rows[at - 1]?.[0]?.baseline ?? 0);
}

/** Lines of two blocks that do not stand at one height: the next one is beside this one rather than below it. */
function isBeside(rows: readonly (readonly Segment[])[], at: number): boolean {
  const [one, other] = [rows[at]?.[0], rows[at + 1]?.[0]];
  if (!one || !other || rows[at]?.length !== 1 || rows[at + 1]?.length !== 1) return false;
  const isApart = other.left - one.right > GUTTER * one.size || one.left - other.right > GUTTER * one.size;
  return isApart && other.baseline - one.baseline < 0.9 * one.size;
}

function goesOn(
  lastIn: ReadonlyMap<number, number>,
  strips: readonly Strip[],
  row: readonly Segment[],
  step: number,
): boolean {
  const [segment] = row;
  if (!segment || strips.length < 2) return false;
  const last = lastIn.get(columnOf(strips, segment));
  return last !== undefined && segment.baseline - last <= step;
}
