import { wordsOf } from "../../core/text.ts";

const PASSIVE = /^(?:được|bị|do|bởi)$/;
// Words that may stand between parts that follow each other.
const LOOSE = 2;

interface Part {
  /** In the sentence. */
  readonly at: number;
  readonly length: number;
  /** In the quote. */
  readonly from: number;
}

/**
 * Whether three neighbouring parts of the quote come back in the opposite order: "đảng viên nhận xét cấp ủy" over "cấp
 * ủy nhận xét đảng viên". A passive may turn them round.
 */
export function swapsRoles(sentence: string, quotes: readonly string[]): boolean {
  const own = wordsOf(sentence);
  return quotes.some((quote) => {
    const text = wordsOf(quote);
    const parts = partsIn(own, text);
    return parts.some((first, at) => {
      const [second, third] = [parts[at + 1], parts[at + 2]];
      if (!second || !third || !isTurned(first, second) || !isTurned(second, third)) return false;
      const said = own.slice(first.at, third.at + third.length);
      return ![...said, ...text.slice(third.from, first.from + first.length)].some((word) => PASSIVE.test(word));
    });
  });
}

/** Whether `next` follows `part` in the sentence, and stands right before it in the quote. */
function isTurned(part: Part, next: Part): boolean {
  const gap = next.at - part.at - part.length;
  const back = part.from - next.from - next.length;
  return gap <= LOOSE && back >= 0 && back <= LOOSE + 2;
}

/** The sentence as the longest runs of words that stand in the quote; those of one word are left out. */
function partsIn(own: readonly string[], text: readonly string[]): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < own.length; ) {
    let best = { at, length: 1, from: -1 };
    for (let from = 0; from < text.length; from += 1) {
      let length = 0;
      while (at + length < own.length && from + length < text.length && own[at + length] === text[from + length])
        length += 1;
      if (length > best.length) best = { at, length, from };
    }
    if (best.from >= 0) parts.push(best);
    at += best.length;
  }
  return parts;
}
