import { type FoundReference, findReferences } from "../citation/find.ts";
import type { Language } from "../core/answer.ts";
import type { TextField } from "../core/ports.ts";
import { fold, hasDiacritics, tokenise } from "../core/text.ts";
import { languageOf } from "./language.ts";

/** A question as the searches need it. */
export interface Query {
  readonly text: string;
  readonly language: Language;
  readonly references: readonly FoundReference[];
  /** Syllables and pairs of neighbouring syllables, in reading order, without repeats. */
  readonly terms: readonly string[];
  /** `folded` when the question was typed without diacritics. */
  readonly field: TextField;
}

/** Reads a question: which documents it names, in which language it is, and the terms to look up. */
export function readQuery(text: string): Query {
  const field = hasDiacritics(text) ? "words" : "folded";
  const language = languageOf(text);
  const references = findReferences(text);
  return { text, language, references, terms: searchTerms(text, field), field };
}

/** Vietnamese words are mostly of two syllables, so pairs of neighbours are terms of their own. */
export function searchTerms(text: string, field: TextField): string[] {
  const syllables = tokenise(text).map((token) => (field === "folded" ? fold(token.text) : token.text));
  const pairs = syllables.slice(1).map((syllable, at) => `${syllables[at]} ${syllable}`);
  return [...new Set([...syllables, ...pairs])];
}
