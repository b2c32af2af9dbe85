import { stemmer } from "stemmer";
import { NUMERALS } from "../core/numeral-words.ts";
import { hasDiacritics, type Token, tokenise } from "../core/text.ts";
import { GLOSSARY } from "./glossary.ts";
import { FIGURES_GLOSSARY } from "./glossary-figures.ts";
import { GENERAL_GLOSSARY } from "./glossary-general.ts";
import { LAW_GLOSSARY } from "./glossary-law.ts";
import { WORK_GLOSSARY } from "./glossary-work.ts";
import { ENGLISH_FUNCTION_WORDS } from "./language.ts";
import { isSyllable } from "./syllables.ts";

/** An English question with the Party's terms put into Vietnamese. */
export interface Translation {
  /** The question with its known terms replaced: what is embedded. */
  readonly mixed: string;
  /** The Vietnamese terms alone, in reading order: what is looked up as words. */
  readonly terms: readonly string[];
  /** Share of the question's own words that were found in the glossaries, general ones counted half, names aside: 0–1. */
  readonly coverage: number;
  /** How many of them were not found. */
  readonly unknown: number;
}

/**
 * Puts the terms of the glossaries into Vietnamese, longest first; all else, names above all, stays as it is. `strictly`
 * only terms of the Party and of law in the forms that are listed, to check what a text says and not to find it.
 */
export function translateTerms(
  question: string,
  { strictly = false }: { readonly strictly?: boolean } = {},
): Translation {
  const terms: string[] = [];
  const tokens = withoutPossessives(question);
  const words = tokens.map((token) => token.text);
  let mixed = "";
  let [copied, known, unknown] = [0, 0, 0];
  for (let at = 0; at < tokens.length; ) {
    const found = longestTerm(words.slice(at, at + LONGEST), strictly);
    const name = nameLength(question, tokens.slice(at));
    const length = Math.max(1, name, found?.length ?? 0);
    const [first, last] = [tokens[at], tokens[at + length - 1]];
    const content = words.slice(at, at + length).filter(hasContent).length;
    if (found?.length === length && first && last) {
      terms.push(found.vietnamese);
      mixed += question.slice(copied, first.start) + found.vietnamese;
      copied = last.end;
      known += found.certainty * Math.max(1, content);
      unknown += (1 - found.certainty) * Math.max(1, content);
    } else if (name === 0) unknown += content;
    at += length;
  }
  return {
    mixed: mixed + question.slice(copied),
    terms,
    coverage: known === 0 ? 0 : known / (known + unknown),
    unknown,
  };
}

/** "The Bloc's" is one word, its s included. */
function withoutPossessives(text: string): Token[] {
  return tokenise(text).flatMap((token, at, tokens) => {
    const next = tokens[at + 1];
    if (isPossessive(text, tokens[at - 1], token)) return [];
    return next && isPossessive(text, token, next) ? [{ ...token, end: next.end }] : [token];
  });
}

function isPossessive(text: string, before: Token | undefined, { text: word, start }: Token): boolean {
  return word === "s" && before !== undefined && /^['’]$/.test(text.slice(before.end, start));
}

interface Term {
  /** Its words as they are tokenised, a space between them. */
  readonly english: string;
  readonly vietnamese: string;
  /** How surely the texts say it so: 0–1. */
  readonly certainty: number;
}

// "To settle" is one of many words in Vietnamese, "Politburo" a single one; halves rank best as well.
const CERTAINTY = { ofTerm: 1, ofWord: 0.5 };
// Of three letters or fewer too little would be left.
const SHORT = 3;

// The first entry that has a term wins.
const LISTED: ReadonlyMap<string, Term> = new Map(
  [
    ...readTerms([...GLOSSARY, ...LAW_GLOSSARY], CERTAINTY.ofTerm),
    ...readTerms([...GENERAL_GLOSSARY, ...WORK_GLOSSARY, ...FIGURES_GLOSSARY], CERTAINTY.ofWord),
  ]
    .toReversed()
    .map((term) => [term.english, term]),
);
const BY_STEMS: ReadonlyMap<string, readonly Term[]> = Array.from(LISTED.values())
  .toReversed()
  .reduce((terms, term) => {
    const stems = stemsOf(term.english);
    return terms.set(stems, [...(terms.get(stems) ?? []), term]);
  }, new Map<string, readonly Term[]>());
const LONGEST = Math.max(...Array.from(LISTED.keys(), (english) => english.split(" ").length));

function readTerms(glossary: typeof GLOSSARY, certainty: number): Term[] {
  return glossary.flatMap(([vietnamese, ...listed]) =>
    listed.map((term) => {
      const words = withoutPossessives(term).map((token) => token.text);
      return { english: words.join(" "), vietnamese, certainty };
    }),
  );
}

/** Of terms of the same length one as it is listed comes before one by its stems. */
function longestTerm(words: readonly string[], strictly: boolean): (Term & { readonly length: number }) | undefined {
  for (let length = words.length; length > 0; length -= 1) {
    const asked = words.slice(0, length).join(" ");
    const term = LISTED.get(asked) ?? (strictly || isEmpty(asked) ? undefined : otherFormOf(asked));
    if (term && (!strictly || term.certainty === CERTAINTY.ofTerm)) return { ...term, length };
  }
  return undefined;
}

function stemsOf(words: string): string {
  return words
    .split(" ")
    .map((word) => (word.length > SHORT ? stemmer(british(word)) : word))
    .join(" ");
}

/** With its z "organize" would have the stem of "organ". */
function british(words: string): string {
  return words.replace(/iz(?=(?:e[drs]?|ers|ing|ations?|ational)\b)/g, "is");
}

/** The term of which this is another form; "allowed" is nearer to "allow" than to "allowance", which has its stem too. */
function otherFormOf(asked: string): Term | undefined {
  const likeness = ({ english }: Term) => (2 * sharedStart(asked, english)) / (asked.length + english.length);
  return BY_STEMS.get(stemsOf(asked))
    ?.filter(({ english }) => isInflected(british(asked), british(english)))
    .toSorted((a, b) => likeness(b) - likeness(a))[0];
}

/** Whether words of the same stems differ by endings of grammar only: "import" is not "important". */
function isInflected(asked: string, listed: string): boolean {
  const others = listed.split(" ");
  return asked.split(" ").every((word, at) => {
    const other = others[at] ?? "";
    const shared = sharedStart(word, other);
    return [word, other].every((form) =>
      ENDING.test(form.slice(form[shared] === form[shared - 1] ? shared + 1 : shared)),
    );
  });
}

const ENDING = /^(?:|s|es|d|ed|e|ing|y|ies|ied|ly)$/;

function sharedStart(a: string, b: string): number {
  const at = Array.from(a).findIndex((letter, place) => letter !== b[place]);
  return at === -1 ? a.length : at;
}

/** How many syllables of a Vietnamese name begin here: "Ha Tinh", "Huế". An English name is not one, and lowers the coverage. */
function nameLength(question: string, tokens: readonly Token[]): number {
  const end = tokens.findIndex(({ text, start }, at) => {
    const before = tokens[at - 1];
    const isBeside = before === undefined || question.slice(before.end, start) === " ";
    const opens = question.slice(0, start).trim() === "";
    return !isBeside || !/\p{Lu}/u.test(question.charAt(start)) || !isSyllable(text) || (opens && isEmpty(text));
  });
  const length = end === -1 ? tokens.length : end;
  return length > 1 || hasDiacritics(tokens[0]?.text ?? "") ? length : 0;
}

function hasContent(word: string): boolean {
  return !isEmpty(word) && !/\d/.test(word) && !NUMBERS.has(word) && !/(?:teenth|tieth)$/.test(word);
}

function isEmpty(word: string): boolean {
  return ENGLISH_FUNCTION_WORDS.has(word) || EMPTY.has(word);
}

const NUMBERS = new Set(["first", ...NUMERALS.en.units.keys(), ...NUMERALS.en.scales.keys()]);

// Beside the words that tell the language; "to", "do" and "an" are Vietnamese as well and cannot tell it.
const EMPTY = new Set(
  (
    "a an i me my us him to be been being am do done doing on as or so no not nor but such same own other others " +
    "another both either neither each every some few several less least very too just even ever never now then here " +
    "within without upon among against toward towards through throughout along per via out up down off above below " +
    "according accordance regarding concerning respect please tell give given say says said mean means describe " +
    "explain called kind kinds sort take takes place happen happens happened still yet currently already whether " +
    "namely etc shall might let got get gets one ones yes ok re"
  ).split(" "),
);
