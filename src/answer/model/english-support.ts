import { blanked, fold, hasDiacritics, tokenise, wordsOf } from "../../core/text.ts";
import { GLOSSARY } from "../../search/glossary.ts";
import { ENGLISH_FUNCTION_WORDS } from "../../search/language.ts";
import { translateTerms } from "../../search/translate.ts";
import { findAmounts } from "../amounts.ts";
import { formOf, hasTerm } from "../compare.ts";

// What can be compared must be this share of the sentence; the rest is prose that only a translator could check.
const MIN_CHECKABLE = 0.51;
const MIN_IN_CLAUSE = 0.4;
// With more Vietnamese in it a sentence is checked as a Vietnamese one.
const MAX_VIETNAMESE = 0.4;

/**
 * Share of what can be compared in an English sentence that stands in its Vietnamese quotes: terms of the glossary,
 * names and Vietnamese words; figures are checked elsewhere and count as found. 0 where too little can be compared, in
 * the whole or in one of its clauses.
 */
export function englishShare(sentence: string, quotes: readonly string[], heads: string): number {
  const sources = `${quotes.join(" | ")} | ${heads}`;
  const named = formOf({ plain: true }, sources);
  const amounts = findAmounts(sentence, "en");
  const rest = blanked(sentence, amounts);
  const marked = tokenise(rest).filter((token) => hasDiacritics(token.text));
  if (marked.length > MAX_VIETNAMESE * wordsOf(rest).length) return 0;
  if (namesIn(rest).some((name) => !hasTerm(named, name))) return 0;
  if (marked.some((token) => !hasTerm(named, fold(token.text)))) return 0;
  const bodies = bodiesIn(rest);
  if (bodies.some((term) => heldShare(term, formOf({ plain: false }, sources)) < 1)) return 0;

  const { content, known } = measure(rest);
  if (known + amounts.length < MIN_CHECKABLE * (content + amounts.length)) return 0;
  const clauses = rest.split(/[,;:()–—]|\b(?:and|or|but|which|who|while)\b/).map(measure);
  if (clauses.some((clause) => clause.content > 1 && clause.known < MIN_IN_CLAUSE * clause.content)) return 0;
  const { terms } = translateTerms(rest, { strictly: true });
  if (terms.length === 0) return content + amounts.length > 0 && content === known ? 1 : 0;
  const form = formOf({ plain: false }, quotes.join(" | "));
  return terms.reduce((sum, term) => sum + heldShare(term, form), 0) / terms.length;
}

/** Words with a meaning of their own, and those of them that can be compared. */
function measure(text: string): { readonly content: number; readonly known: number } {
  const asked = wordsOf(text).filter((word) => !ENGLISH_FUNCTION_WORDS.has(word) && !/\d/.test(word));
  const own = namesIn(text).join(" ").split(" ").filter(Boolean);
  const marked = wordsOf(text).filter((word) => hasDiacritics(word) && !own.includes(fold(word)));
  const known =
    Math.round(translateTerms(text, { strictly: true }).coverage * asked.length) + own.length + marked.length;
  return { content: asked.filter((word) => !FILLERS.has(word)).length, known };
}

// Helping words that the search does not need to know.
const FILLERS = new Set(
  "a an to be been being do on as or so such no not per both each every own other same new".split(" "),
);

/** The best of the Vietnamese words that the glossary has for the same English: 1 where they stand there as they are. */
function heldShare(term: string, form: string): number {
  return Math.max(
    ...[term, ...(SIBLINGS.get(term) ?? [])].map((sibling) => {
      const syllables = wordsOf(sibling);
      if (hasTerm(form, syllables.join(" "))) return 1;
      // "ngân sách" for "ngân sách nhà nước": a part of a term is nearly the term, its syllables here and there are not.
      const pairs = syllables.slice(1).filter((syllable, at) => hasTerm(form, `${syllables[at]} ${syllable}`));
      const scattered = syllables.filter((syllable) => hasTerm(form, syllable)).length / syllables.length / 2;
      return pairs.length > 0 && syllables.length > 2 ? 0.75 : scattered;
    }),
  );
}

const SIBLINGS: ReadonlyMap<string, readonly string[]> = new Map(
  GLOSSARY.map(([vietnamese, ...english]): [string, string[]] => [
    vietnamese,
    GLOSSARY.filter((other) => other.slice(1).some((term) => english.includes(term))).map(([other]) => other),
  ]),
);

const GENERAL = new Set(
  "party vietnam vietnamese communist state government national central congress politburo secretariat".split(" "),
);

/** Terms with a capital inside the sentence: "the Secretariat" is one body and no other. */
function bodiesIn(text: string): string[] {
  return capitalised(text).flatMap(({ run, opens }) => (opens ? [] : translateTerms(run, { strictly: true }).terms));
}

/** Capitalised runs that are no terms, folded; a single word that opens the sentence is none. */
function namesIn(text: string): string[] {
  return capitalised(text).flatMap(({ run, opens }) => {
    const name = wordsOf(fold(run));
    return opens || translateTerms(run, { strictly: true }).coverage > 0 || name.every((word) => GENERAL.has(word))
      ? []
      : [name.join(" ")];
  });
}

function capitalised(text: string): { readonly run: string; readonly opens: boolean }[] {
  const runs = text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}]*(?:[ -]\p{Lu}[\p{L}\p{M}]+)*/gu);
  return Array.from(runs, ({ 0: run, index }) => ({
    run,
    opens: text.slice(0, index).trim() === "" && !run.includes(" "),
  }));
}
