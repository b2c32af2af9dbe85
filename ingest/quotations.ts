import type { Line } from "./lines.ts";

const REACH = 60;
const MARKS = [
  { open: "“", close: "”" },
  { open: "«", close: "»" },
  { open: '"', close: '"' },
];

/**
 * Lines inside a quotation that is opened at the start of a line, or behind a colon, and closed at the end of a later
 * one: a "Điều 5." among them is another text's. A line that only ends with the beginning of the quotation is its own.
 */
export function quotedLines(lines: readonly Line[]): ReadonlySet<number> {
  const quoted = new Set<number>();
  for (let at = 0; at < lines.length; at += 1) {
    const opened = openedBy(lines[at]?.words ?? "");
    if (!opened) continue;
    const end = endOf(lines, at, opened.marks);
    if (end === undefined) continue;
    for (let inside = opened.isWhole ? at : at + 1; inside <= end; inside += 1) quoted.add(inside);
    at = end;
  }
  return quoted;
}

type Marks = (typeof MARKS)[number];

function openedBy(words: string): { marks: Marks; isWhole: boolean } | undefined {
  for (const marks of MARKS) {
    const place = words.lastIndexOf(marks.open);
    if (place === -1 || surplus(words, marks) !== 1) continue;
    if (words.startsWith(marks.open)) return { marks, isWhole: true };
    const first = marks.open === marks.close ? words.indexOf(marks.open) : place;
    if (/:\s*$/.test(words.slice(0, first))) return { marks, isWhole: false };
  }
  return undefined;
}

function endOf(lines: readonly Line[], from: number, marks: Marks): number | undefined {
  for (let at = from + 1; at < lines.length && at - from <= REACH; at += 1) {
    const words = lines[at]?.words ?? "";
    const closes = words.replace(/[.;,)/\s]+$/, "").endsWith(marks.close);
    // A paragraph inside the quotation may open it again, and a phrase may be quoted at the end of a line.
    if (closes && (surplus(words, marks) === (marks.open === marks.close ? 1 : -1) || words.startsWith(marks.open)))
      return at;
  }
  return undefined;
}

/** How many more are opened than closed; where both look the same, 1 for one that has no partner. */
function surplus(words: string, { open, close }: Marks): number {
  const count = (mark: string) => words.split(mark).length - 1;
  return open === close ? count(open) % 2 : count(open) - count(close);
}
