import { isSyllable } from "./legacy-syllable.ts";
import type { PageMarks } from "./pdf-marks.ts";

/** Where a page's words are: in its text, in what it paints, or nowhere. */
export type WordsIn = "text" | "picture" | "nothing";

// A stamp or a running head on a scanned page has fewer words; a page of text has no such picture.
const STAMP_WORDS = 60;
const SCAN_SHARE = 0.4;
const MIN_PICTURE = 0.05;
const MIN_PATHS = 100;
const MAX_BROKEN = 0.1;
const MIN_WORDS = 5;
const MIN_SYLLABLES = 0.7;

/** `text` is the page's text layer as Unicode. */
export function wordsIn(text: string, { imageShare, paintings, isHidden }: PageMarks): WordsIn {
  const words = text.match(/\S+/g) ?? [];
  if (words.length < MIN_WORDS && !/\p{L}{2}/u.test(text))
    return imageShare > MIN_PICTURE || paintings > MIN_PATHS ? "picture" : words.length > 0 ? "text" : "nothing";
  if (isBroken(words)) return "picture";
  if (imageShare < SCAN_SHARE) return "text";
  return isHidden && isVietnamese(words) ? "text" : words.length < STAMP_WORDS || isHidden ? "picture" : "text";
}

// Signs inside a word that no spelling has there; m², 5°C and the like have theirs.
const STRANGE = /\p{L}[¡-©«-¯±´-¿×÷]|[¡-©«-¯±´-¿×÷]\p{L}/u;

/** Words of glyphs without a Unicode meaning, or of a font that prints other letters than it stores (`§iÒu`). */
function isBroken(words: readonly string[]): boolean {
  const broken = words.filter((word) => /[\ufffd\ue000-\uf8ff\u0080-\u009f]|\(cid:/.test(word) || STRANGE.test(word));
  return broken.length > 1 && broken.length > MAX_BROKEN * words.length;
}

/** Whether most words can be Vietnamese syllables, marks of tone included: else recognition of another language made them. */
function isVietnamese(words: readonly string[]): boolean {
  const letters = words.map((word) => word.replace(/[^\p{L}\p{M}]/gu, "")).filter((word) => word !== "");
  return letters.filter(isSyllable).length >= MIN_SYLLABLES * letters.length;
}
