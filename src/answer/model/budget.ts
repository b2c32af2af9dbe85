import type { ScoredPassage } from "../../core/passage.ts";
import { sentences } from "../../core/sentences.ts";

// Vietnamese takes two to three characters a token in the models of today; the lower figure is the safe one.
const CHARACTERS_PER_TOKEN = 2;

/** Tokens of a text, rather more than fewer. */
export function tokensOf(text: string): number {
  return Math.ceil(text.length / CHARACTERS_PER_TOKEN);
}

/**
 * The passages that a model can be given within `maxTokens`, first ones first. What does not fit is cut from the end of
 * the list, the last passage at the end of a sentence.
 */
export function withinBudget(passages: readonly ScoredPassage[], maxTokens: number): ScoredPassage[] {
  let left = maxTokens * CHARACTERS_PER_TOKEN;
  const kept: ScoredPassage[] = [];
  for (const found of passages) {
    const { passage } = found;
    if (passage.text.length > left) {
      const end = sentences(passage.text).findLast((sentence) => sentence.end <= left)?.end;
      const text = passage.text.slice(0, end);
      const span = { start: passage.span.start, end: passage.span.start + text.length };
      return end === undefined ? kept : [...kept, { ...found, passage: { ...passage, text, span } }];
    }
    left -= passage.text.length;
    kept.push(found);
  }
  return kept;
}
