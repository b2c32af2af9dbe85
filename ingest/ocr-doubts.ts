import { canonical } from "./canonical.ts";
import type { OcrWord } from "./ocr-engine.ts";

/** A word of a page that was read twice. */
export interface CheckedWord extends OcrWord {
  readonly isUncertain: boolean;
}

// On 24 pages of 9,730 words, degraded on purpose, 2 words in 100 stay below 90; half of the wrong ones are among
// them. At 94 there would be 6 in 100, at which nobody looks any more.
const SURE = 90;
// A wrong digit costs more than a look at it.
const SURE_DIGIT = 95;
const ALMOST_SURE = 60;

/**
 * The words of `first`, each with whether it may be wrong: the engine doubts it, or it has a digit that `second`
 * reads otherwise. Words that only `second` saw, a line beside a stamp perhaps, join them, uncertain.
 */
export function checkWords(first: readonly OcrWord[], second: readonly OcrWord[]): CheckedWord[] {
  const groups = groupsOf(first, second);
  return groups.flatMap(({ firsts, seconds }) => {
    const [one, other] = [textOf(firsts), textOf(seconds)];
    const hasDigits = /\d/.test(one + other);
    const isDisputed =
      hasDigits && (isNumber(one) || isNumber(other) ? one !== other : digitsOf(one) !== digitsOf(other));
    if (firsts.length === 0)
      return seconds
        .filter(({ text, confidence }) => /\d|\p{L}{2}/u.test(text) && confidence >= ALMOST_SURE)
        .map((word) => ({ ...word, isUncertain: true }));
    const isSpread = isDisputed && !firsts.some(({ text }) => /\d/.test(text));
    return firsts.map((word) => ({
      ...word,
      isUncertain:
        word.confidence < SURE ||
        word.digitConfidence < SURE_DIGIT ||
        (isDisputed && (isSpread || /\d/.test(word.text))),
    }));
  });
}

/** A document number, a date or a figure with a point: its letters, strokes and points matter as much as its digits. */
function isNumber(text: string): boolean {
  return /\d[-/]|[-/]\d|\d[.,]\d/.test(text);
}

function textOf(words: readonly OcrWord[]): string {
  return canonical(words.map(({ text }) => text).join(""));
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}

interface Group {
  readonly firsts: OcrWord[];
  readonly seconds: OcrWord[];
}

/** Words of both readings that stand at one place; in the order of the first reading. */
function groupsOf(first: readonly OcrWord[], second: readonly OcrWord[]): Group[] {
  const groups: Group[] = [];
  const groupOf = new Map<OcrWord, Group>();
  for (const word of first) {
    const met = second.filter((other) => isSamePlace(word, other));
    const known = met.map((other) => groupOf.get(other)).find((group) => group !== undefined);
    const group = known ?? { firsts: [], seconds: [] };
    if (!known) groups.push(group);
    group.firsts.push(word);
    for (const other of met) {
      if (!groupOf.has(other)) group.seconds.push(other);
      groupOf.set(other, groupOf.get(other) ?? group);
    }
  }
  const alone = second.filter((word) => !groupOf.has(word));
  return [...groups, ...alone.map((word) => ({ firsts: [], seconds: [word] }))];
}

function isSamePlace(one: OcrWord, other: OcrWord): boolean {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  const width = Math.min(one.right - one.left, other.right - other.left);
  const height = Math.min(one.bottom - one.top, other.bottom - other.top);
  return across > width / 2 && down > height / 2;
}
