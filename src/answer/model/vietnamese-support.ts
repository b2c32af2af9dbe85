import { blanked, fold, wordsOf } from "../../core/text.ts";
import { GLOSSARY } from "../../search/glossary.ts";
import { findAmounts } from "../amounts.ts";
import { formOf, hasTerm } from "../compare.ts";
import { contentTerms } from "../question.ts";
import { FRAME_WORDS } from "./frame-words.ts";

/** Share of syllables, and of pairs of them, that stand in the quotes, by weight. */
export function vietnameseShare(
  sentence: string,
  quotes: readonly string[],
  weigh: (syllable: string) => number,
): number {
  const form = formOf({ plain: false }, quotes.join(" | "));
  const rest = withoutAmounts(sentence);
  const terms = contentTerms(rest, false).filter((term) => !term.split(" ").some(isFrame));
  let [held, whole] = [0, 0];
  for (const term of terms) {
    const parts = term.split(" ");
    const weight = Math.max(...parts.map(weigh)) / parts.length;
    whole += weight;
    if (hasTerm(form, term)) held += weight;
  }
  // A figure alone is an answer; words that mean nothing are none.
  return whole === 0 ? Number(rest !== sentence) : held / whole;
}

/** Most syllables in a row that no source has beside the same neighbour. */
export function foreignRun(sentence: string, sources: readonly string[]): number {
  const form = formOf({ plain: false }, sources.join(" | "));
  const content = new Set(contentTerms(sentence, false).filter((term) => !isFrame(term)));
  let [longest, run] = [0, 0];
  for (const tokens of withoutAmounts(sentence)
    .split(/[^\p{L}\p{M}\p{N} ]+| {2,}/u)
    .map(wordsOf)) {
    run = 0;
    for (const [at, token] of tokens.entries()) {
      if (!content.has(token)) continue;
      const [before, after] = [tokens[at - 1], tokens[at + 1]];
      const isAlone = !content.has(before ?? "") && !content.has(after ?? "");
      const isHome = isAlone
        ? hasTerm(form, token)
        : hasTerm(form, `${before} ${token}`) || hasTerm(form, `${token} ${after}`);
      run = isHome ? 0 : run + 1;
      longest = Math.max(longest, run);
    }
  }
  return longest;
}

function isFrame(syllable: string): boolean {
  return FRAME_WORDS.has(syllable) || /^(?:năm|tháng|ngày|quý)$/.test(syllable);
}

const TERMS = GLOSSARY.map(([vietnamese]) => wordsOf(vietnamese).join(" ")).filter((term) => term.includes(" "));
// Said of any text.
const GENERAL = new Set([
  "trách nhiệm",
  "nhiệm vụ",
  "điều kiện",
  "số lượng",
  "cơ quan",
  "văn bản",
  "thể loại văn bản",
  "quy định",
  "thực hiện",
  "yêu cầu",
]);

/** Terms of the field ("kỷ luật", "bãi bỏ"): one that no source has says something else, however small its share. */
export function foreignTerms(sentence: string, sources: readonly string[]): string[] {
  const form = formOf({ plain: false }, sentence);
  const known = formOf({ plain: false }, sources.join(" | "));
  return TERMS.filter((term) => hasTerm(form, term) && !hasTerm(known, term) && !GENERAL.has(term));
}

/** Runs of capitalised syllables that no source has; the word that opens the sentence belongs to none unless it must. */
export function strangeNames(sentence: string, sources: readonly string[]): string[] {
  const form = formOf({ plain: true }, sources.join(" | "));
  const runs = sentence.matchAll(/(?<![\p{L}\p{N}])\p{Lu}\p{Ll}*(?:[ -]\p{Lu}\p{Ll}+)+/gu);
  return Array.from(runs, ({ 0: run, index }) => {
    const name = wordsOf(fold(run));
    return (index === 0 && name.length > 2 ? name.slice(1) : name).join(" ");
  }).filter((name) => !hasTerm(form, name));
}

function withoutAmounts(sentence: string): string {
  return blanked(sentence, findAmounts(sentence, "vi"));
}
