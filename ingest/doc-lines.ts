import { canonical } from "./canonical.ts";

/** A paragraph, or a row of a table with `|` between its cells; canonical. */
export interface DocLine {
  readonly text: string;
  readonly isRow: boolean;
}

// The cells of a document's head and of its signatures have no more lines.
const MAX_CELL_LINES = 20;

/**
 * Lines of a text in which a tab ends a cell of a table, and a tab and a line end a row. A cell of several lines, as in
 * the head of a document, ends inside a line; there its neighbour begins a line of its own. Other tabs are white space.
 */
export function docLines(text: string): DocLine[] {
  const lines = text.split("\n");
  const found: DocLine[] = [];
  for (const [at, line] of lines.entries()) {
    if (/\t.*\t$/.test(line)) found.push({ text: rowOf(line), isRow: true });
    else for (const part of isInCells(lines, at) ? line.split("\t") : [line]) found.push({ text: part, isRow: false });
  }
  return found
    .map(({ text: words, isRow }) => ({ text: canonical(words).replace(/\s+/g, " ").trim(), isRow }))
    .filter(({ text: words }) => /[^\s|]/.test(words));
}

function rowOf(line: string): string {
  return line
    .slice(0, -1)
    .split("\t")
    .map((cell) => cell.trim())
    .join(" | ");
}

/** Whether the next row ends in a line with nothing but the end of its last cell. */
function isInCells(lines: readonly string[], at: number): boolean {
  const end = lines.slice(at + 1, at + MAX_CELL_LINES).find((line) => line.endsWith("\t"));
  return end !== undefined && end.indexOf("\t") === end.length - 1;
}
