import type { Rule } from "./pdf-rules.ts";
import type { Segment } from "./pdf-segments.ts";
import { joinWords, type Words } from "./pdf-words.ts";

/** A table with its borders drawn. */
export interface Table {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Rules along and down the page, the pieces of one line joined. */
  readonly across: readonly Rule[];
  readonly down: readonly Rule[];
}

const NEAR = 3;

/** Rules that meet and leave at least two cells beside each other; a frame around text is none. */
export function findTables(rules: readonly Rule[]): Table[] {
  const across = joined(rules.filter(({ top, bottom, left, right }) => right - left > bottom - top));
  const down = joined(rules.filter(({ top, bottom, left, right }) => right - left <= bottom - top).map(turned)).map(
    turned,
  );
  const groups: Rule[][] = [];
  for (const rule of [...across, ...down]) {
    const met = groups.filter((group) => group.some((other) => meet(rule, other)));
    for (const group of met) groups.splice(groups.indexOf(group), 1);
    groups.push([rule, ...met.flat()]);
  }
  return groups.flatMap((group) => {
    const table = {
      left: Math.min(...group.map(({ left }) => left)),
      right: Math.max(...group.map(({ right }) => right)),
      top: Math.min(...group.map(({ top }) => top)),
      bottom: Math.max(...group.map(({ bottom }) => bottom)),
      across: group.filter((rule) => across.includes(rule)),
      down: group.filter((rule) => down.includes(rule)),
    };
    return distinct(table.down.map(({ left }) => left)).length > 2 && table.across.length > 1 ? [table] : [];
  });
}

/** Whether a border stands between two places of a line. */
export function isParted({ down }: Table, from: number, to: number, baseline: number): boolean {
  return down.some(
    ({ left, top, bottom }) => left > from - 1 && left < to + 1 && top < baseline && bottom > baseline - NEAR,
  );
}

export function isInside(table: Table, { left, right, baseline }: Segment): boolean {
  const middle = (left + right) / 2;
  return middle > table.left && middle < table.right && baseline > table.top && baseline < table.bottom + NEAR;
}

/** Row by row with ` | ` between the cells; a cell over several rows stands in the first of them. */
export function tableRows(table: Table, segments: readonly Segment[]): Words[] {
  const columns = distinct(table.down.map(({ left }) => left));
  const tops = distinct(table.across.map(({ top }) => top));
  const rows = new Map<number, Map<number, Words>>();
  for (const segment of segments) {
    const middle = (segment.left + segment.right) / 2;
    const column = columns.findLastIndex((left) => left <= middle);
    const above = table.across.filter(
      ({ left, right, top }) => left <= middle && middle <= right && top < segment.baseline - segment.size / 4,
    );
    const top = Math.max(...above.map((rule) => rule.top), tops[0] ?? 0);
    const row = tops.findLastIndex((edge) => edge <= top + NEAR);
    const cells = rows.get(row) ?? new Map<number, Words>();
    const cell = cells.get(column);
    rows.set(row, cells.set(column, cell ? joinWords(cell, " ", segment) : segment));
  }
  const empty: Words = { text: "", uncertain: [] };
  return [...rows]
    .toSorted(([one], [other]) => one - other)
    .map(([, cells]) =>
      columns
        .slice(0, -1)
        .map((_, column) => cells.get(column) ?? empty)
        .reduce((row, cell) => joinWords(row, " | ", cell)),
    );
}

function turned({ left, right, top, bottom }: Rule): Rule {
  return { left: top, right: bottom, top: left, bottom: right };
}

/** Rules along the page: pieces of one line as one. */
function joined(rules: readonly Rule[]): Rule[] {
  const whole: Rule[] = [];
  for (const rule of rules.toSorted((one, other) => one.left - other.left)) {
    const at = whole.findIndex(({ top, right }) => Math.abs(top - rule.top) < NEAR / 2 && rule.left - right < NEAR);
    const start = whole[at];
    if (start) whole[at] = { ...start, right: Math.max(start.right, rule.right) };
    else whole.push(rule);
  }
  return whole;
}

function meet(one: Rule, other: Rule): boolean {
  return (
    one.left - NEAR < other.right &&
    other.left - NEAR < one.right &&
    one.top - NEAR < other.bottom &&
    other.top - NEAR < one.bottom
  );
}

function distinct(places: readonly number[]): number[] {
  const sorted = places.toSorted((one, other) => one - other);
  return sorted.filter((place, at) => at === 0 || place - (sorted[at - 1] ?? place) > NEAR);
}
