import type { Language } from "../../core/answer.ts";
import type { ScoredPassage } from "../../core/passage.ts";
import { wordsOf } from "../../core/text.ts";
import { unsupported, type VerifiedQuote } from "../verify.ts";
import { overstatesEffect } from "./effects.ts";
import { englishShare } from "./english-support.ts";
import { misplacesFigure } from "./figure-company.ts";
import { contradicts } from "./polarity.ts";
import { replacesWords } from "./replaced-words.ts";
import { swapsRoles } from "./role-order.ts";
import { foreignRun, foreignTerms, strangeNames, vietnameseShare } from "./vietnamese-support.ts";

/** What a sentence is held against, besides its quotes. */
export interface SupportContext {
  readonly question: string;
  readonly language: Language;
  /** How much a syllable tells: more, the fewer of the passages at hand have it. */
  readonly weigh: (syllable: string) => number;
}

// Shares of the content of a sentence that must stand in its quotes; set on the table of test/answer/support.test.ts
// as a whole. More than two foreign syllables in a row are a thought of the model's own.
const MIN_SHARE = { vi: 0.7, en: 0.6 };
const MAX_FOREIGN_RUN = 2;

/** Whether the quotes bear the sentence out: its figures, names and most of its words, and nothing that they deny. */
export function isSupported(
  sentence: string,
  quotes: readonly [VerifiedQuote, ...VerifiedQuote[]],
  context: SupportContext,
): boolean {
  const texts = quotes.map(({ quote }) => quote);
  if (unsupported(sentence, quotes, context.language).length > 0) return false;
  if (contradicts(sentence, texts) || overstatesEffect(sentence, quotes)) return false;
  const heads = quotes.map(headOf).join("\n");
  if (context.language === "en" && englishShare(sentence, texts, heads) >= MIN_SHARE.en) return true;
  // An answer in English may have a sentence in Vietnamese, which counts in its own words.
  if (context.language === "en" && unsupported(sentence, quotes, "vi").length > 0) return false;
  if (misplacesFigure(sentence, texts) || swapsRoles(sentence, texts) || replacesWords(sentence, texts)) return false;
  const sources = [...texts, heads, context.question];
  return (
    vietnameseShare(sentence, texts, context.weigh) >= MIN_SHARE.vi &&
    foreignRun(sentence, sources) <= MAX_FOREIGN_RUN &&
    foreignTerms(sentence, sources).length === 0 &&
    strangeNames(sentence, [...texts, heads]).length === 0
  );
}

/** Rarity among passages, as in BM25; what none of them has weighs most. */
export function rarityAmong(passages: readonly ScoredPassage[]): (syllable: string) => number {
  const frequencies = new Map<string, number>();
  for (const { passage } of passages) {
    for (const word of new Set(wordsOf(passage.text))) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
  }
  return (syllable) => {
    const frequency = frequencies.get(syllable) ?? 0;
    return Math.log(1 + (passages.length - frequency + 0.5) / (frequency + 0.5));
  };
}

function headOf({ directive: { kind, number, title, issuer, source }, passage }: VerifiedQuote): string {
  return [kind, number, title, issuer, source?.title, ...passage.path].filter(Boolean).join("\n");
}
