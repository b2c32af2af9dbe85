import { KIND_NAMES } from "./cross-reference.ts";
import { type Marker, markerOf } from "./markers.ts";

/** A line that looks like the heading of a Điều. */
export interface ArticleLine {
  readonly at: number;
  readonly marker: Marker;
  /** How much speaks for a heading, from 0 to 1. */
  readonly weight: number;
}

// More articles than a text has, so that a file full of them is read in time.
const REACH = 500;
const MISSING = 0.15;
const MAX_MISSING = 0.6;
const MAX_GAPS = 0.1;
const LATE_START = 0.05;
const MAX_LATE_START = 0.5;

/**
 * Which of the lines are articles of the text itself: the series upwards for which most speaks. A step back is a
 * reference or a quotation, unless the text begins again at Điều 1 and goes on from there.
 */
export function ownArticles(lines: readonly ArticleLine[]): ArticleLine[] {
  return runsOf(lines).flatMap(bestSeries);
}

/** Whether they are numbered as a text numbers its own: from 1, with hardly a gap. */
export function isOwnNumbering(articles: readonly ArticleLine[]): boolean {
  const numbers = new Set(articles.map((line) => Math.floor(ordinalOf(line))));
  const missing = Math.max(0, ...numbers) - numbers.size;
  return numbers.has(1) && missing <= numbers.size * MAX_GAPS;
}

function runsOf(lines: readonly ArticleLine[]): ArticleLine[][] {
  let start = 0;
  let before = 0;
  const runs: ArticleLine[][] = [];
  for (const [at, { marker, weight }] of lines.entries()) {
    if (at > start && marker.ordinal === 1 && weight >= 1) {
      const rest = lines.slice(at, at + REACH);
      const length = reached(rest);
      const goesOnAbove = rest.some((line) => Math.floor(ordinalOf(line)) === before + 1);
      if (length >= 2 && (length > before || !goesOnAbove)) {
        runs.push(lines.slice(start, at));
        start = at;
        before = 0;
      }
    }
    if (Math.floor(ordinalOf(lines[at])) === before + 1) before += 1;
  }
  return [...runs, lines.slice(start)];
}

/** The number up to which all are there, from 1. */
function reached(lines: readonly ArticleLine[]): number {
  let last = 0;
  for (const line of lines) if (Math.floor(ordinalOf(line)) === last + 1) last += 1;
  return last;
}

function bestSeries(lines: readonly ArticleLine[]): ArticleLine[] {
  const best: { score: number; before: number }[] = [];
  for (const [at, line] of lines.entries()) {
    const ordinal = ordinalOf(line);
    let choice = { score: -Math.min(MAX_LATE_START, LATE_START * (ordinal - 1)), before: -1 };
    for (let earlier = Math.max(0, at - REACH); earlier < at; earlier += 1) {
      const step = ordinal - ordinalOf(lines[earlier]);
      const missing = Math.max(0, Math.floor(step) - 1);
      const score = (best[earlier]?.score ?? 0) - Math.min(MAX_MISSING, MISSING * missing);
      if (step > 0 && score > choice.score) choice = { score, before: earlier };
    }
    best.push({ ...choice, score: choice.score + line.weight });
  }
  const series: ArticleLine[] = [];
  let last = best.reduce((top, { score }, at) => (score > (best[top]?.score ?? 0) ? at : top), -1);
  for (; last >= 0; last = best[last]?.before ?? -1) series.push(...lines.slice(last, last + 1));
  return series.reverse();
}

function ordinalOf(line: ArticleLine | undefined): number {
  return line?.marker.ordinal ?? 0;
}

// What may be meant by "Điều 12 Quy định số 30-QĐ/TW".
const WORKS = new RegExp(`^(?:${KIND_NAMES}|Điều|Điểm|Khoản|Mục|Chương|Phần|Hiến pháp)(?!\\p{L})`, "u");

/** A line such as `Điều 5 Trách nhiệm của chi ủy`, which has lost its full stop: only its series can tell what it is. */
export function unstoppedArticle(line: string): Marker | undefined {
  const [, start = "", title = ""] = /^((?:Điều|ĐIỀU) \d{1,3}) (\p{Lu}\p{Ll}*(?: .{0,120})?)$/u.exec(line) ?? [];
  return title && !/[.;:,]$/.test(title) && !WORKS.test(title) ? markerOf(start) : undefined;
}
