import type { Language } from "../core/answer.ts";
import { fold, hasDiacritics, tokenise } from "../core/text.ts";
import { isSyllable } from "./syllables.ts";

/** Function words only: they tell the language of any question, whatever it is about. None is a Vietnamese syllable
 * typed without marks ("to", "do", "an" are, and are left out). */
export const ENGLISH_FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    "what which who whom whose when where why how is are was were does did has have had the of for from with by " +
    "between during must should can could may will would if this that these those and or not many much at it its " +
    "there any all each into about after before under over than because they them their we our you your she his her also only more most while since until"
  ).split(" "),
);
const VIETNAMESE = new Set(
  (
    "la gi nao bao nhieu cua va duoc nhung cac trong theo ve khi ai dau sao co khong cho voi tai tu den ngay nam " +
    "dang vien uy quy dinh nghi quyet ket luan huong dan ke hoach chi thi the"
  ).split(" "),
);

/** Language of a question; document numbers in it ("QĐ 213") do not count. Vietnamese when nothing tells. */
export function languageOf(question: string): Language {
  const words = tokenise(question).filter((token) => !/\d/.test(token.text));
  const marked = words.filter((word) => hasDiacritics(word.text) && word.text.length > 2).length;
  const english = words.filter((word) => ENGLISH_FUNCTION_WORDS.has(word.text)).length;
  const vietnamese = words.filter((word) => VIETNAMESE.has(fold(word.text))).length;
  // "May lop" is "mấy lớp".
  const mayBeVietnamese = words.every((word) => isSyllable(word.text));
  return english > vietnamese && english >= marked && !mayBeVietnamese ? "en" : "vi";
}
