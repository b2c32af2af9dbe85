import { placesTyped } from "../citation/places.ts";
import type { Language } from "../core/answer.ts";
import type { Span } from "../core/passage.ts";
import type { PassageStore } from "../core/ports.ts";
import type { Query } from "../core/query.ts";
import { fold, wordsOf } from "../core/text.ts";
import { withoutFrames } from "../search/frames.ts";
import { findAbbreviations, inFull } from "../search/in-full.ts";
import { findNumbers } from "../search/number-forms.ts";
import { tidy, withoutReferences } from "../search/query.ts";
import { type Rewording, rewordingFor } from "../search/rewording.ts";
import { translateTerms } from "../search/translate.ts";
import { countedIn, countingPattern } from "./counted.ts";
import { findFigures } from "./figures.ts";
import { countsIn, namesOf, pinpointsOf, yearsIn } from "./musts.ts";
import { formsOfPeriod, periodsIn } from "./periods.ts";
import { asksForPerson } from "./person.ts";
import { asksForSeveral, asksOfIssue, contentTerms, kindOfQuestion, type QuestionKind } from "./question.ts";

// Kinds that ask for something that is printed in a form of its own.
const PRINTED = new Set<QuestionKind>(["number", "date", "duration", "place", "document", "status"]);

/** A question as the answer needs it. */
export interface ReadQuestion {
  readonly text: string;
  /** The same without diacritics. */
  readonly folded: string;
  /** Of the answer. */
  readonly language: Language;
  /** Of the question itself. */
  readonly textLanguage: Language;
  /** All syllables in reading order, in the form that texts are compared in. */
  readonly syllables: readonly string[];
  /** The same without diacritics. */
  readonly foldedSyllables: ReadonlySet<string>;
  readonly kind: QuestionKind;
  /** Whether it asks for no more than when the document that it names was issued, or by whom. */
  readonly asksOfIssue: boolean;
  /** Whether it asks for somebody's name. */
  readonly asksPerson: boolean;
  /** Whether only a sentence with a figure, a date, a document number, a place, a name, an issuer or a word on validity can answer. */
  readonly demandsFit: boolean;
  /** Whether it asks for more than one document: "những văn bản nào". */
  readonly asksSeveral: boolean;
  /** Typed without diacritics, so texts are compared without them. */
  readonly plain: boolean;
  /** Years that it asks about; that of a document that it names only tells which document it is. */
  readonly years: readonly string[];
  /** Months and quarters that it asks about. */
  readonly periods: readonly string[];
  /** Years, months, quarters, figures, terms, names and articles; what answers must have them all, in the passage or its document's title. */
  readonly musts: readonly string[];
  /** Share of the question that can be compared with Vietnamese texts: 1, or in English what the glossary knows. */
  readonly coverage: number;
  /** Figures that it has itself, as printed. */
  readonly figures: ReadonlySet<string>;
  /** Running numbers of the documents that it names. */
  readonly serials: ReadonlySet<string>;
  /** Small numbers that it has itself, however they are written: "bốn" and "4" are one. */
  readonly numbers: ReadonlySet<number>;
  /** The thing counted, folded: "quan chung" in "bao nhiêu quần chúng", "lan" in "bao nhiêu lần". */
  readonly counted: string | null;
  /** What counts it in a folded text. */
  readonly countedAs: RegExp | null;
  /** Whether it names a document itself; one that follows on may be about a document without naming it. */
  readonly namesDocument: boolean;
  /** Share of the content, weighted by rarity, that stands nowhere in the library: 0–1. */
  readonly absent: number;
  /** Whether it asks about anything at all; "bao nhiêu?" does not. */
  readonly hasContent: boolean;
  /** For texts in the form that they are compared in; `null` where they write nothing otherwise. */
  readonly rewording: Rewording | null;
  /** The same for a folded text. */
  readonly foldedRewording: Rewording | null;
  /** Share of the content, weighted by rarity in the library, for which `matches` holds: 0–1; of none 1, or 0 where English words remain that could not be translated. */
  shareOf(matches: (term: string) => boolean): number;
  /** The same of its pairs of neighbouring syllables. */
  saidOf(matches: (pair: string) => boolean): number;
  /** The same without the documents that it names, which any passage of them would have. */
  saidBesideOf(matches: (pair: string) => boolean): number;
}

/** Reads the question against the library: rare terms weigh more, and only names it could know can be demanded. */
export async function readQuestion(
  { text, restored, language, isPlain, named: documents, variants }: Query,
  { store, passages }: { readonly store: PassageStore; readonly passages: number },
): Promise<ReadQuestion> {
  const isEnglish = language === "en";
  // Translated words have their marks, names may lack them.
  const plain = isPlain && !isEnglish;
  const spell = (typed: string, untouched: readonly Span[] = []) =>
    isEnglish ? typed : inFull(typed, findAbbreviations(typed, untouched));
  const content = tidy(withoutFrames(spell(withoutReferences(text, documents))));
  const kept = documents.map(({ span }) => span);
  const whole = tidy(withoutFrames(spell(text, kept)));
  const translation = isEnglish ? translateTerms(content) : undefined;
  const named = namesOf(content);
  const field = plain ? "folded" : "words";
  const inLibrary = isEnglish
    ? await store.frequencies(
        named.flatMap((name) => syllablesOf(name, true)),
        "folded",
      )
    : undefined;
  // "Ha Tinh" is a name to be found; "Central Organising Commission" is English for one.
  const names = named.filter((name) => !inLibrary || syllablesOf(name, true).every((part) => inLibrary.has(part)));
  const terms = translation
    ? unique(translation.terms.flatMap((term) => contentTerms(term, plain)))
    : contentTerms(content, plain);
  const syllables = syllablesOf(translation?.mixed ?? whole, plain);
  const pairs = pairsOf(syllables);
  // Between words of two languages nothing is said side by side.
  const beside = translation
    ? unique(translation.terms.flatMap((term) => inPairs(syllablesOf(term, plain))))
    : pairsOf(syllablesOf(content, plain));
  const rated = unique([...terms.flatMap((term) => term.split(" ")), ...pairs, ...beside]);
  const frequencies = await store.frequencies(rated, field);
  const rarity = (term: string) => Math.log(1 + passages / ((frequencies.get(term) ?? 0) + 0.5));
  const weighted = terms.map((term) => {
    const parts = term.split(" ").map(rarity);
    return { term, weight: parts.length === 1 ? (parts[0] ?? 0) : Math.max(...parts) / 2 };
  });
  // Words that nobody could put into Vietnamese are not as good as none.
  const ofNothing = translation && translation.unknown > 0 ? 0 : 1;
  const asksPerson = asksForPerson(whole);
  const kind = asksPerson ? "who" : kindOfQuestion(whole, plain);
  const counted = countedIn(translation?.mixed ?? whole, plain);
  const places = placesTyped(content);
  const issued = documents.flatMap(({ held, mentions }) => [...held, ...mentions.map(({ reference }) => reference)]);
  const years = yearsIn(text).filter((year) => !issued.some(({ issuedOn }) => issuedOn?.startsWith(year)));
  const periods = periodsIn(content).filter((period) => !issued.some(({ issuedOn }) => isIn(period, issuedOn)));
  const ofIssue = documents.length > 0 && !asksPerson && asksOfIssue(without(content, [...places, ...names]), kind);
  return {
    text,
    folded: fold(text),
    language,
    textLanguage: language,
    syllables,
    foldedSyllables: new Set(syllables.map(fold)),
    kind,
    asksOfIssue: ofIssue,
    asksPerson,
    demandsFit: asksPerson || ofIssue || PRINTED.has(kind),
    asksSeveral: kind === "document" && asksForSeveral(whole),
    plain,
    years,
    periods,
    musts: unique([...years, ...periods, ...countsIn(content), ...places, ...names, ...pinpointsOf(text)]),
    coverage: translation?.coverage ?? 1,
    figures: new Set(findFigures(text).map((figure) => figure.text)),
    serials: new Set(documents.map(({ reference }) => reference.serial)),
    numbers: new Set(isEnglish ? [] : findNumbers(restored ?? text).map(({ value }) => value)),
    counted,
    countedAs: counted === null ? null : countingPattern(counted),
    absent: shareOfWeights(weighted, 0)((term) => !term.includes(" ") && !/\d/.test(term) && !frequencies.has(term)),
    hasContent: terms.some((term) => !SLIGHT.has(fold(term))),
    namesDocument: documents.some(({ span }) => span.end > span.start),
    rewording: rewordingFor(variants, field),
    foldedRewording: rewordingFor(variants, "folded"),
    shareOf: shareOfWeights(weighted, ofNothing),
    saidOf: shareOfWeights(
      pairs.map((term) => ({ term, weight: rarity(term) })),
      ofNothing,
    ),
    saidBesideOf: shareOfWeights(
      beside.length > 0 ? beside.map((term) => ({ term, weight: rarity(term) })) : weighted,
      ofNothing,
    ),
  };
}

// "Gồm gì?" asks for the whole, "and the year before?" for nothing that can be looked up.
const SLIGHT = new Set(["gom", "ngay", "thang", "nam"]);

/** `ofNothing` where no term is there to be matched. */
function shareOfWeights(weighted: readonly { readonly term: string; readonly weight: number }[], ofNothing: number) {
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  return (matches: (term: string) => boolean) =>
    total === 0 ? ofNothing : weighted.reduce((sum, { term, weight }) => sum + (matches(term) ? weight : 0), 0) / total;
}

function without(text: string, parts: readonly string[]): string {
  return parts.reduce((rest, part) => rest.replaceAll(part, " "), text);
}

function syllablesOf(text: string, plain: boolean): string[] {
  return wordsOf(plain ? fold(text) : text);
}

function isIn(period: string, date: string | null): boolean {
  return date !== null && (formsOfPeriod(period)?.test(date) ?? false);
}

/** A single one stands for itself. */
function inPairs(syllables: readonly string[]): string[] {
  return syllables.length > 1 ? pairsOf(syllables) : [...syllables];
}

function pairsOf(syllables: readonly string[]): string[] {
  return unique(syllables.slice(1).map((syllable, at) => `${syllables[at]} ${syllable}`));
}

function unique(terms: readonly string[]): string[] {
  return [...new Set(terms)];
}
