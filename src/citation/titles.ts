import { fold } from "../core/text.ts";

/** Share of the shorter title's words that the longer one has: 0–1; 1 where one says nothing. */
export function titleOverlap(a: string, b: string): number {
  const [short, long] = [wordsOf(a), wordsOf(b)].sort((some, others) => some.size - others.size);
  if (!short?.size || !long) return 1;
  return [...short].filter((word) => long.has(word)).length / short.size;
}

function wordsOf(title: string): Set<string> {
  return new Set(
    fold(title)
      .match(/[a-z0-9]+/g)
      ?.filter((word) => word !== "ve" && word !== "viec"),
  );
}
