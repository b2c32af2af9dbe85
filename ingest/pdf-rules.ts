import { apply, isIndexed, type Matrix } from "./pdf-values.ts";

/** A straight line drawn along or down the page: the border of a table, or one below a word. */
export interface Rule {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const MIN_LENGTH = 6;
const MAX_SLANT = 0.5;
// pdf.js's `DrawOPS`, which it does not export, with the points that each takes.
const MOVE_TO = 0;
const POINTS: Readonly<Record<number, number>> = { [MOVE_TO]: 1, 1: 1, 2: 3, 3: 2, 4: 0 };

/** Sides of a path that run along or down the page; a thin filled box gives both its long sides. */
export function rulesOf(path: unknown, matrix: Matrix): Rule[] {
  if (!isIndexed(path)) return [];
  const numbers = Array.from(path, Number);
  const rules: Rule[] = [];
  let start: Point = { x: 0, y: 0 };
  let last = start;
  for (let at = 0; at < numbers.length; ) {
    const operator = numbers[at] ?? 0;
    const end = at + 2 * (POINTS[operator] ?? 0);
    const next = end === at ? start : apply(matrix, numbers[end - 1] ?? 0, numbers[end] ?? 0);
    if (operator === MOVE_TO) start = next;
    else rules.push(...ruleBetween(last, next));
    last = next;
    at = end + 1;
  }
  return rules;
}

function ruleBetween(from: Point, to: Point): Rule[] {
  const rule = {
    left: Math.min(from.x, to.x),
    right: Math.max(from.x, to.x),
    top: Math.min(from.y, to.y),
    bottom: Math.max(from.y, to.y),
  };
  const sides = [rule.right - rule.left, rule.bottom - rule.top];
  return Math.min(...sides) <= MAX_SLANT && Math.max(...sides) >= MIN_LENGTH ? [rule] : [];
}
