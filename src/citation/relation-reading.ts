import type { Span } from "../core/passage.ts";
import { sentences } from "../core/sentences.ts";
import { fold, hasDiacritics, matchForm } from "../core/text.ts";
import { matchAt } from "./patterns.ts";
import { type Patterns, patternsFor } from "./relation-patterns.ts";

/** A text as relations are read in it: documents are masked, so that no word of their names is taken for a verb. */
export interface Reading {
  readonly text: string;
  /** For verbs, which slips of typing leave recognisable. */
  readonly folded: string;
  /** For the small words, whose marks decide: "nếu" is not "nêu". */
  readonly form: string;
  readonly patterns: Patterns;
}

/** One character that stands for every character of a document's name. */
const MASK = "\ue000";

/** The text as relations are read in it; `spans` are of the documents, in order. */
export function readingOf(text: string, spans: readonly Span[]): Reading {
  const folded = masked(fold(text), spans);
  const isPlain = !hasDiacritics(text);
  return { text, folded, form: isPlain ? folded : masked(matchForm(text), spans), patterns: patternsFor(isPlain) };
}

/** Sentences and items of a list, cut where a semicolon ends one; without questions, which state nothing. */
export function clausesOf(text: string): Span[] {
  return sentences(text).flatMap(({ start, end }) => {
    if (/\?["”’»)\]]*$/.test(text.slice(end - 4, end))) return [];
    let at = start;
    return text
      .slice(start, end)
      .split(";")
      .map((words) => {
        const clause = { start: at, end: at + words.length };
        at = clause.end + 1;
        return clause;
      });
  });
}

const BETWEEN = /[\s,:"“”]{0,8}/y;

/** Where a run of words of the patterns ends, from `at` on, with the marks that part them; `seen` is told of each. */
export function pass(form: string, at: number, patterns: readonly RegExp[], seen?: (pattern: RegExp) => void): number {
  let here = at;
  for (;;) {
    here += matchAt(BETWEEN, form, here)?.[0].length ?? 0;
    const pattern = patterns.find((each) => matchAt(each, form, here));
    if (!pattern) return here;
    here = pattern.lastIndex;
    seen?.(pattern);
  }
}

function masked(text: string, spans: readonly Span[]): string {
  let result = "";
  let at = 0;
  for (const { start, end } of spans) {
    if (start < at) continue;
    result += text.slice(at, start) + MASK.repeat(end - start);
    at = end;
  }
  return result + text.slice(at);
}
