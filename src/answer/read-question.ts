import type { Language } from "../core/answer.ts";
import type { Span } from "../core/passage.ts";
import type { PassageStore } from "../core/ports.ts";
import type { Query } from "../core/query.ts";
import { fold, matchForm, wordsOf } from "../core/text.ts";
import { withoutFrames } from "../search/frames.ts";
import { findAbbreviations, inFull } from "../search/in-full.ts";
import { findNumbers } from "../search/number-forms.ts";
import { withoutReferences } from "../search/query.ts";
import { type Rewording, rewordingFor } from "../search/rewording.ts";
import { translateTerms } from "../search/translate.ts";
import { contentTerms, isEmptyWord, kindOfQuestion, type QuestionKind } from "./question.ts";

/** A question as the answer needs it. */
export interface ReadQuestion {
  readonly text: string;
  /** Of the answer. */
  readonly language: Language;
  /** Of the question itself. */
  readonly textLanguage: Language;
  /** All syllables in reading order, in the form that texts are compared in. */
  readonly syllables: readonly string[];
  readonly kind: QuestionKind;
  /** Whether only a sentence with a figure, a date, a document number or a word on validity can answer. */
  readonly demandsFit: boolean;
  /** Typed without diacritics, so texts are compared without them. */
  readonly plain: boolean;
  /** Years, names and articles; what answers must have them all, in the passage or its document's title. */
  readonly musts: readonly string[];
  /** Share of the question that can be compared with Vietnamese texts: 1, or in English what the glossary knows. */
  readonly coverage: number;
  /** Small numbers that it has itself, however they are written: "bốn" and "4" are one. */
  readonly numbers: ReadonlySet<number>;
  /** The thing counted, folded: "quan chung" in "bao nhiêu quần chúng". */
  readonly counted: string | null;
  /** Whether it asks about anything at all; "bao nhiêu?" does not. */
  readonly hasContent: boolean;
  /** For texts in the form that they are compared in; `null` where they write nothing otherwise. */
  readonly rewording: Rewording | null;
  /** The same for a folded text. */
  readonly foldedRewording: Rewording | null;
  /** Share of the content, weighted by rarity in the library, for which `matches` holds: 0–1; 1 when there is none. */
  shareOf(matches: (term: string) => boolean): number;
  /** Share of its pairs of neighbouring syllables, weighted by rarity in the library, for which `matches` holds: 0–1. */
  saidOf(matches: (pair: string) => boolean): number;
}

/** Reads the question against the library: rare terms weigh more, and only names it could know can be demanded. */
export async function readQuestion(
  { text, restored, language, isPlain, named: documents, variants }: Query,
  { store, passages }: { readonly store: PassageStore; readonly passages: number },
): Promise<ReadQuestion> {
  const isEnglish = language === "en";
  const plain = isEnglish || isPlain;
  const spell = (typed: string, untouched: readonly Span[] = []) =>
    isEnglish ? typed : inFull(typed, findAbbreviations(typed, untouched));
  const content = withoutFrames(spell(withoutReferences(text, documents)));
  const kept = documents.map(({ span }) => span);
  const whole = withoutFrames(spell(text, kept));
  const translation = isEnglish ? translateTerms(content) : undefined;
  const named = namesOf(content);
  const field = plain ? "folded" : "words";
  const inLibrary = await store.frequencies(
    named.flatMap((name) => syllablesOf(name, plain)),
    field,
  );
  // "Ha Tinh" is a name to be found; "Central Organising Commission" is English for one.
  const names = named.filter((name) => !isEnglish || syllablesOf(name, plain).every((part) => inLibrary.has(part)));
  const terms = translation
    ? unique([...translation.terms, ...names].flatMap((term) => contentTerms(term, plain)))
    : contentTerms(content, plain);
  const syllables = syllablesOf(translation?.mixed ?? whole, plain);
  const pairs = unique(syllables.slice(1).map((syllable, at) => `${syllables[at]} ${syllable}`));
  const frequencies = await store.frequencies(unique([...terms.flatMap((term) => term.split(" ")), ...pairs]), field);
  const rarity = (term: string) => Math.log(1 + passages / ((frequencies.get(term) ?? 0) + 0.5));
  const weighted = terms.map((term) => {
    const parts = term.split(" ").map(rarity);
    return { term, weight: parts.length === 1 ? (parts[0] ?? 0) : Math.max(...parts) / 2 };
  });
  const kind = kindOfQuestion(whole, plain);
  return {
    text,
    language,
    textLanguage: language,
    syllables,
    kind,
    demandsFit: kind === "number" || kind === "date" || kind === "duration" || kind === "document" || kind === "status",
    plain,
    musts: [...yearsIn(text), ...names, ...pinpointsOf(text)],
    coverage: translation?.coverage ?? 1,
    numbers: new Set(isEnglish ? [] : findNumbers(restored ?? text).map(({ value }) => value)),
    counted: countedIn(translation?.mixed ?? whole, plain),
    hasContent: terms.length > 0,
    rewording: rewordingFor(variants, field),
    foldedRewording: rewordingFor(variants, "folded"),
    shareOf: shareOfWeights(weighted),
    saidOf: shareOfWeights(pairs.map((term) => ({ term, weight: rarity(term) }))),
  };
}

function shareOfWeights(weighted: readonly { readonly term: string; readonly weight: number }[]) {
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  return (matches: (term: string) => boolean) =>
    total === 0 ? 1 : weighted.reduce((sum, { term, weight }) => sum + (matches(term) ? weight : 0), 0) / total;
}

/** Years that stand alone; those of dates and document numbers are compared as a whole elsewhere. */
export function yearsIn(text: string): string[] {
  return text.match(/(?<![\d/.-])(?:19|20)\d{2}(?![\d/]|-[\d\p{L}])/gu) ?? [];
}

/** The two syllables that follow "bao nhiêu", "mấy" or "how many". */
function countedIn(text: string, plain: boolean): string | null {
  const asked = (plain ? COUNTING_PLAIN : COUNTING).exec(plain ? fold(text) : matchForm(text));
  const counted = asked ? fold(asked[1] ?? "") : null;
  return counted === "phan tram" ? "%" : counted;
}

// "máy" is no "mấy".
const COUNTING = /(?:bao nhiêu|(?<!\p{L})mấy|how many)\s+(\p{L}+(?:\s\p{L}+)?)/u;
const COUNTING_PLAIN = /(?:bao nhieu|\bmay|how many)\s+([a-z]+(?:\s[a-z]+)?)/;

/** Runs of capitalised syllables: "Nghệ An", "Búa Liềm"; the word that merely opens the sentence is none. */
function namesOf(text: string): string[] {
  const runs = text.match(/(?<!\p{L})\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)+/gu) ?? [];
  return runs.flatMap((run) => {
    const [first = "", ...rest] = run.split(/\s/);
    const name = text.trimStart().startsWith(run) && opensOrdinarily(first) ? rest : [first, ...rest];
    return name.length > 1 ? [name.join(" ")] : [];
  });
}

/** Syllables that are written with a capital, as they are compared. */
export function capitalsOf(text: string, plain: boolean): string[] {
  return text.match(/(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}]*/gu)?.map(plain ? fold : matchForm) ?? [];
}

// A sentence may open with one of these and a capital behind it ("Ngành Tổ chức …", "Tỉnh Quảng Bình").
const OPENERS = new Set(
  (
    "ngành ban bộ đảng tỉnh huyện xã thành cấp hội khối ủy chi trung quy nghị kết chỉ hướng kế chương văn đồng giải mô " +
    "công cán học đoàn mặt liên tổ phong năm tháng ngày toàn các những ngoài tên sau khi trước nếu hiện cùng người " +
    "nước ông bà vua phía bên"
  )
    .split(" ")
    .map(fold),
);

function opensOrdinarily(word: string): boolean {
  return isEmptyWord(word) || OPENERS.has(fold(word));
}

/** "Điều 5", "khoản 2", as written: what a question asks of an article must come from that article. */
function pinpointsOf(text: string): string[] {
  const places = fold(text).matchAll(/\b(?:dieu|khoan|article)\s(\d{1,3})\b/g);
  return Array.from(places, (place) =>
    place[0].startsWith("article") ? `Điều ${place[1]}` : text.slice(place.index, place.index + place[0].length),
  );
}

function syllablesOf(text: string, plain: boolean): string[] {
  return wordsOf(plain ? fold(text) : text);
}

function unique(terms: readonly string[]): string[] {
  return [...new Set(terms)];
}
