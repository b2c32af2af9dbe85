import { fold } from "../src/core/text.ts";
import { markerOf } from "./markers.ts";
import type { Segment } from "./pdf-segments.ts";
import { isInside, type Table } from "./pdf-tables.ts";

/** Lines of a page from top to bottom. */
export interface PageRows {
  readonly page: number;
  readonly height: number;
  readonly rows: readonly (readonly Segment[])[];
  readonly tables: readonly Table[];
}

// Running heads stand in so much of the page's height, and are so many lines at most.
const MARGIN = 0.14;
const MAX_LINES = 3;
const SAME_HEIGHT = 8;
// A line that is not parted from the text below it must be on so many pages in a row.
const SURE_REPEATS = 5;
// In sizes of its letters.
const GAP = 1.6;
const PAGE_NUMBER = /^(?:trang|page|tr\.?)? ?[-–—~•. ]*(\d{1,4})(?: ?(?:\/|of|trên) ?\d{1,4})?[-–—~•. ]*$/iu;

interface Edge {
  readonly page: number;
  readonly row: readonly Segment[];
  readonly text: string;
  readonly baseline: number;
  readonly isApart: boolean;
}

/** The pages without running heads, running feet and page numbers; `dropped` has one of each. */
export function withoutMargins<Page extends PageRows>(
  pages: readonly Page[],
): { readonly pages: Page[]; readonly dropped: readonly string[] } {
  const dropped = new Map<string, string>();
  let kept = [...pages];
  for (const side of ["top", "bottom"] as const) {
    for (let line = 0; line < MAX_LINES; line += 1) {
      const gone = runningEdges(kept.flatMap((page) => edgeOf(page, side) ?? []));
      for (const { text } of gone) dropped.set(formOf(text), text);
      const rows = new Set(gone.map(({ row }) => row));
      kept = kept.map((page) => ({ ...page, rows: page.rows.filter((row) => !rows.has(row)) }));
    }
  }
  return { pages: kept, dropped: [...dropped.values()] };
}

function edgeOf({ page, height, rows, tables }: PageRows, side: "top" | "bottom"): Edge | undefined {
  const [row, next] = side === "top" ? rows : [rows.at(-1), rows.at(-2)];
  const [first] = row ?? [];
  if (!row || !first || tables.some((table) => isInside(table, first))) return undefined;
  const { baseline, size } = first;
  const isInMargin = side === "top" ? baseline < MARGIN * height : baseline > (1 - MARGIN) * height;
  const isApart = Math.abs((next?.[0]?.baseline ?? baseline) - baseline) > GAP * size;
  return isInMargin ? { page, row, text: row.map(({ text }) => text).join(" "), baseline, isApart } : undefined;
}

function runningEdges(edges: readonly Edge[]): Edge[] {
  const byPage = new Map(edges.map((edge) => [edge.page, edge]));
  // How far the printed number is ahead of the page: the same on every page of a count.
  const counts = new Map<number, number>();
  for (const { text, page } of edges) {
    const number = numberOf(text);
    if (number !== null) counts.set(number - page, (counts.get(number - page) ?? 0) + 1);
  }
  return edges.filter((edge) => {
    const number = numberOf(edge.text);
    if (number !== null) return number === edge.page || (counts.get(number - edge.page) ?? 0) > 1;
    const repeats = repeatsOf(edge, byPage);
    return repeats >= (edge.isApart ? 1 : SURE_REPEATS);
  });
}

/** On how many other pages the line stands in the same place, as far as it goes on: on every page, or on every second. */
function repeatsOf(edge: Edge, byPage: ReadonlyMap<number, Edge>): number {
  const form = formOf(edge.text);
  const isSame = (page: number) => {
    const other = byPage.get(page);
    return other && Math.abs(other.baseline - edge.baseline) < SAME_HEIGHT && formOf(other.text) === form;
  };
  let repeats = 0;
  for (const step of [1, -1]) {
    for (let page = edge.page + step, last = edge.page; Math.abs(page - last) <= 2; page += step) {
      if (!isSame(page)) continue;
      repeats += 1;
      last = page;
      if (repeats >= SURE_REPEATS) return repeats;
    }
  }
  return repeats;
}

function numberOf(text: string): number | null {
  const digits = PAGE_NUMBER.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Equal for heads that differ in the page number alone; an article's number is never one. */
function formOf(text: string): string {
  return markerOf(text) ? text : fold(text).replace(/\d+/g, "#");
}
