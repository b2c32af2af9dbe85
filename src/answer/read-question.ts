import type { Language } from "../core/answer.ts";
import type { PassageStore } from "../core/ports.ts";
import { fold, hasDiacritics, tokenise } from "../core/text.ts";
import { languageOf } from "../search/language.ts";
import { contentTerms, kindOfQuestion, type QuestionKind } from "./question.ts";

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
  /** Whether only a sentence with a figure, a date or a document number can answer. */
  readonly demandsFit: boolean;
  /** Typed without diacritics, so texts are compared without them. */
  readonly plain: boolean;
  /** Years and names; what answers must have them all, in the passage or its document's title. */
  readonly musts: readonly string[];
  /** The thing counted, folded: "quan chung" in "bao nhiêu quần chúng". */
  readonly counted: string | null;
  /** Share of the content, weighted by rarity in the library, for which `matches` holds: 0–1; 1 when there is none. */
  shareOf(matches: (term: string) => boolean): number;
}

/** Reads the question against the library: rare terms weigh more, and only names it could know can be demanded. */
export async function readQuestion(text: string, store: PassageStore): Promise<ReadQuestion> {
  const language = languageOf(text);
  const plain = language === "en" || !hasDiacritics(text);
  const terms = contentTerms(text, language, plain);
  const { passages } = await store.size();
  const frequencies = await store.frequencies(
    terms.flatMap((term) => term.split(" ")),
    plain ? "folded" : "words",
  );
  const rarity = (syllable: string) => Math.log(1 + passages / ((frequencies.get(syllable) ?? 0) + 0.5));
  // English words are not in the library; those that are (names, numbers, borrowed words) can be compared.
  const usable =
    language === "en" ? terms.filter((term) => term.split(" ").every((part) => frequencies.has(part))) : terms;
  const weighted = usable.map((term) => {
    const parts = term.split(" ").map(rarity);
    return { term, weight: parts.length === 1 ? (parts[0] ?? 0) : Math.max(...parts) / 2 };
  });
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  const kind = kindOfQuestion(text);
  return {
    text,
    language,
    textLanguage: language,
    syllables: tokenise(plain ? fold(text) : text).map((token) => token.text),
    kind,
    demandsFit: kind === "number" || kind === "date" || kind === "document",
    plain,
    musts: [...yearsOf(text), ...namesOf(text, language, frequencies)],
    counted: /(?:bao nhieu|\bmay)\s+([a-z]+(?:\s[a-z]+)?)/.exec(fold(text))?.[1]?.replace("phan tram", "%") ?? null,
    shareOf: (matches) =>
      total === 0 ? 1 : weighted.reduce((sum, { term, weight }) => sum + (matches(term) ? weight : 0), 0) / total,
  };
}

/** Years that stand alone; those of dates and document numbers are compared as a whole elsewhere. */
function yearsOf(text: string): string[] {
  return text.match(/(?<![\d/.-])(?:19|20)\d{2}(?![\d/]|-[\d\p{L}])/gu) ?? [];
}

/** Runs of capitalised syllables inside the sentence: "Nghệ An", "Búa Liềm Vàng". */
function namesOf(text: string, language: Language, frequencies: ReadonlyMap<string, number>): string[] {
  const runs = text.match(/(?<=[\p{L}\p{N},]\s)\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)+/gu) ?? [];
  if (language === "vi") return runs;
  // "Ha Tinh" is a name to be found; "Central Organising Commission" is English for one.
  return runs.filter((run) => tokenise(fold(run)).every((token) => frequencies.has(token.text)));
}
