import type { Passage, Span } from "../core/passage.ts";

const REACH = 110;

/** The words around a quote, within its line of the passage and cut between words; `…` stands for what is left out. */
export function wordsAround({ text, span: whole }: Passage, quote: Span): { before: string; after: string } {
  const lineBefore =
    text
      .slice(0, quote.start - whole.start)
      .split("\n")
      .at(-1) ?? "";
  const lineAfter = text.slice(quote.end - whole.start).split("\n")[0] ?? "";
  const before = lineBefore.length > REACH ? lineBefore.slice(-REACH).replace(/^\S*/, "…") : lineBefore;
  const after = lineAfter.length > REACH ? lineAfter.slice(0, REACH).replace(/\S*$/, "…") : lineAfter;
  return { before, after };
}
