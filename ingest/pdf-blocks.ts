import { columnOf, columnsAt, type Strip } from "./pdf-columns.ts";
import type { Segment } from "./pdf-segments.ts";
import { isInside, type Table, tableRows } from "./pdf-tables.ts";
import { joinWords, type Words } from "./pdf-words.ts";

/** Part of a page that is read from top to bottom before the next one. */
export type Block =
  /** Running text; lines may make paragraphs. */
  | { readonly kind: "text"; readonly lines: readonly Segment[] }
  /** What stands beside something else at the head or foot of a document: every line is one of its own. */
  | { readonly kind: "aside"; readonly lines: readonly Segment[] }
  | { readonly kind: "table"; readonly rows: readonly Words[] };

const MIN_TEXT_LINES = 6;
const MIN_TABLE_ROWS = 4;

/** Blocks of a page in reading order. */
export function blocksOf(rows: readonly (readonly Segment[])[], tables: readonly Table[]): Block[] {
  const blocks: Block[] = [];
  let rest = rows;
  for (const table of tables.toSorted((one, other) => one.top - other.top)) {
    const inside = rest.flat().filter((segment) => isInside(table, segment));
    if (inside.length === 0) continue;
    const outside = rest.map((row) => row.filter((segment) => !inside.includes(segment)));
    const isAbove = (row: readonly Segment[]) => (row[0]?.baseline ?? 0) < table.top;
    blocks.push(...textBlocks(outside.filter((row) => row.length > 0 && isAbove(row))));
    blocks.push({ kind: "table", rows: tableRows(table, inside) });
    rest = outside.filter((row) => row.length > 0 && !isAbove(row));
  }
  return [...blocks, ...textBlocks(rest)];
}

function textBlocks(rows: readonly (readonly Segment[])[]): Block[] {
  const parted = rows.map(withMarker);
  const blocks: Block[] = [];
  let lines: Segment[] = [];
  const flush = () => {
    if (lines.length > 0) blocks.push({ kind: "text", lines });
    lines = [];
  };
  for (let at = 0; at < parted.length; ) {
    const columns = columnsAt(parted, at);
    if (columns) {
      flush();
      blocks.push(...columnBlocks(parted.slice(at, at + columns.rows), columns.strips));
    } else
      lines.push(
        ...(parted[at] ?? []).slice(0, 1).map((first) => (parted[at] ?? []).slice(1).reduce(onOneLine, first)),
      );
    at += columns?.rows ?? 1;
  }
  flush();
  return blocks;
}

const MARKER = /^(?:[-–—+•·*]|\(?(?:\d{1,3}(?:\.\d{1,3})*|\p{L}|[IVXL]{1,5})[.)/-])$/u;

// In sizes of the letters; what stands farther off is a column of its own.
const TAB = 4;

/** A list's marker and the words behind its tab are one. */
function withMarker(row: readonly Segment[]): readonly Segment[] {
  const [first, second, ...others] = row;
  const isMarked = first && second && MARKER.test(first.text) && second.left - first.right < TAB * second.size;
  return isMarked ? [onOneLine(first, second), ...others] : row;
}

function onOneLine(first: Segment, second: Segment): Segment {
  const { baseline, size } = first.text.length > second.text.length ? first : second;
  return { ...joinWords(first, " ", second), left: first.left, right: second.right, hang: second.left, baseline, size };
}

function columnBlocks(rows: readonly (readonly Segment[])[], strips: readonly Strip[]): Block[] {
  const columns = strips.map((_, column) =>
    rows.flatMap((row) => {
      const [first, ...others] = row.filter((segment) => columnOf(strips, segment) === column);
      return first ? [others.reduce(onOneLine, first)] : [];
    }),
  );
  if (columns.every((lines, at) => isText(lines, strips[at]))) return columns.map((lines) => ({ kind: "text", lines }));
  const level = rows.filter((row) => row.length > 1).length;
  const isTable = strips.length > 2 || (level >= MIN_TABLE_ROWS && level >= rows.length * 0.8);
  if (!isTable) return columns.map((lines) => ({ kind: "aside", lines }));
  return [{ kind: "table", rows: unruledRows(rows, strips) }];
}

/** Most lines of running text are as long as the column is wide. */
function isText(lines: readonly Segment[], strip: Strip | undefined): boolean {
  if (!strip || lines.length < MIN_TEXT_LINES) return false;
  const isLong = ({ right }: Segment) => right > strip.right - 0.1 * (strip.right - strip.left);
  return lines.filter(isLong).length >= lines.length * 0.6;
}

/** A row begins where something stands in the first column. */
function unruledRows(rows: readonly (readonly Segment[])[], strips: readonly Strip[]): Words[] {
  const found: (Words | undefined)[][] = [];
  for (const row of rows) {
    const isNew = row.some((segment) => columnOf(strips, segment) === 0);
    if (isNew || found.length === 0) found.push(strips.map(() => undefined));
    const cells = found.at(-1) ?? [];
    for (const segment of row) {
      const column = columnOf(strips, segment);
      const cell = cells[column];
      cells[column] = cell ? joinWords(cell, " ", segment) : segment;
    }
  }
  const empty: Words = { text: "", uncertain: [] };
  return found.map((cells) => cells.map((cell) => cell ?? empty).reduce((row, cell) => joinWords(row, " | ", cell)));
}
