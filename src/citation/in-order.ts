import type { Span } from "../core/passage.ts";

/** Index of the first of the sorted spans that begins at `at` or behind it; their number where none does. */
export function firstFrom(spans: readonly Span[], at: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the last of the sorted spans that ends at `at` or before it; -1 where none does. */
export function lastBefore(spans: readonly Span[], at: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Of the sorted spans, those that lie within a part of the text. */
export function within<T extends Span>(spans: readonly T[], { start, end }: Span): T[] {
  const taken: T[] = [];
  for (let at = lastBefore(spans, start) + 1; ; at += 1) {
    const span = spans[at];
    if (!span || span.end > end) return taken;
    taken.push(span);
  }
}
