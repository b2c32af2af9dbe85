import { fold, tokenise } from "../core/text.ts";
import { GLOSSARY } from "./glossary.ts";
import { LAW_GLOSSARY } from "./glossary-law.ts";
import { ENGLISH_FUNCTION_WORDS } from "./language.ts";

/** An English question with the Party's terms put into Vietnamese. */
export interface Translation {
  /** The question with its known terms replaced: what is embedded. */
  readonly mixed: string;
  /** The Vietnamese terms alone, in reading order: what is looked up as words. */
  readonly terms: readonly string[];
  /** Share of the question's own words that were found in the glossary: 0–1. */
  readonly coverage: number;
}

/** Puts the terms of the glossary into Vietnamese, longest first; all else stays as it is. */
export function translateTerms(question: string): Translation {
  const terms: string[] = [];
  const tokens = tokenise(question);
  let mixed = "";
  let copied = 0;
  let replaced = 0;
  for (let at = 0; at < tokens.length; ) {
    const found = longestTerm(tokens.slice(at, at + LONGEST).map((token) => fold(token.text)));
    const first = tokens[at];
    const last = tokens[at + (found?.length ?? 1) - 1];
    if (found && first && last) {
      terms.push(found.vietnamese);
      mixed += question.slice(copied, first.start) + found.vietnamese;
      copied = last.end;
      replaced += found.length;
    }
    at += found?.length ?? 1;
  }
  const content = tokens.filter((token) => !ENGLISH_FUNCTION_WORDS.has(token.text) && !/\d/.test(token.text)).length;
  return {
    mixed: mixed + question.slice(copied),
    terms,
    coverage: content === 0 ? 0 : Math.min(1, replaced / content),
  };
}

const ENGLISH: ReadonlyMap<string, string> = new Map(
  // The first entry that has a term wins.
  [...GLOSSARY, ...LAW_GLOSSARY].reverse().flatMap(([vietnamese, ...english]) =>
    english.map((term): [string, string] => [
      tokenise(term)
        .map((token) => token.text)
        .join(" "),
      vietnamese,
    ]),
  ),
);
const LONGEST = Math.max(...Array.from(ENGLISH.keys(), (term) => term.split(" ").length));

function longestTerm(words: readonly string[]): { vietnamese: string; length: number } | undefined {
  for (let length = words.length; length > 0; length -= 1) {
    const vietnamese = ENGLISH.get(words.slice(0, length).join(" "));
    if (vietnamese) return { vietnamese, length };
  }
  return undefined;
}
