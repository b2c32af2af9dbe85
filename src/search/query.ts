import { type FoundReference, findReferences } from "../citation/find.ts";
import type { Language } from "../core/answer.ts";
import type { TextField } from "../core/ports.ts";
import { fold, hasDiacritics, tokenise } from "../core/text.ts";
import { languageOf } from "./language.ts";
import { translateTerms } from "./translate.ts";

/** A question as the searches need it. */
export interface Query {
  readonly text: string;
  /** What is embedded: of an English question the Party's terms in Vietnamese. */
  readonly meaning: string;
  readonly language: Language;
  readonly references: readonly FoundReference[];
  /** Syllables and pairs of neighbouring syllables, in reading order, without repeats. */
  readonly terms: readonly string[];
  /** `folded` when the question was typed without diacritics. */
  readonly field: TextField;
  /** Share of the question that `terms` stand for: 1 in Vietnamese, in English what the glossary knows. */
  readonly coverage: number;
}

const MOSTLY = 0.5;
// More documents in one question are no question; each costs look-ups.
const MOST_REFERENCES = 8;

/** Reads a question: which documents it names, in which language it is, and the terms to look up. */
export function readQuery(text: string): Query {
  const language = languageOf(text);
  const references = distinct(findReferences(text)).slice(0, MOST_REFERENCES);
  if (language === "en") {
    const { mixed, terms, coverage } = translateTerms(text);
    const lookedUp = [...new Set(terms.flatMap((term) => searchTerms(term, "words")))];
    // Half translated, a question is understood worse than in one language.
    const meaning = coverage >= MOSTLY ? mixed : text;
    return { text, meaning, language, references, terms: lookedUp, field: "words", coverage };
  }
  const field = isTypedPlain(text, references) ? "folded" : "words";
  return { text, meaning: text, language, references, terms: searchTerms(text, field), field, coverage: 1 };
}

/** Whether the question has no diacritics; those of a document's symbol ("qđ 213 yeu cau gi") do not count. */
export function isTypedPlain(text: string, references: readonly FoundReference[]): boolean {
  return !hasDiacritics(withoutReferences(text, references));
}

/** The question without the numbers and dates of the documents it names, which are looked up by themselves. */
export function withoutReferences(text: string, references: readonly FoundReference[]): string {
  const named = references.reduceRight(
    (rest, { span }) => `${rest.slice(0, span.start)}${" ".repeat(span.end - span.start)}${rest.slice(span.end)}`,
    text,
  );
  return references.some(({ reference }) => reference.issuedOn !== null) ? named.replace(FULL_DATE, " ") : named;
}

const FULL_DATE = /(?:,?\s*ngày\s+)?\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}/giu;

/** Each document once, however often it is named. */
function distinct(references: readonly FoundReference[]): FoundReference[] {
  const byName = new Map<string, FoundReference>();
  for (const found of references) {
    const { kind, serial, suffix, issuedOn } = found.reference;
    const name = `${kind} ${serial} ${suffix} ${issuedOn}`;
    if (!byName.has(name)) byName.set(name, found);
  }
  return [...byName.values()];
}

/** Vietnamese words are mostly of two syllables, so pairs of neighbours are terms of their own. */
function searchTerms(text: string, field: TextField): string[] {
  const syllables = tokenise(text).map((token) => (field === "folded" ? fold(token.text) : token.text));
  const pairs = syllables.slice(1).map((syllable, at) => `${syllables[at]} ${syllable}`);
  return [...new Set([...syllables, ...pairs])];
}
