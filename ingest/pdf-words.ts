import type { Span } from "../src/core/passage.ts";
import { isSyllable } from "./legacy-syllable.ts";

/** Text with the places in it that character recognition is not sure of. */
export interface Words {
  readonly text: string;
  readonly uncertain: readonly Span[];
}

/** One after the other, with `between` in the middle. */
export function joinWords(first: Words, between: string, second: Words): Words {
  const shift = first.text.length + between.length;
  return {
    text: first.text + between + second.text,
    uncertain: [
      ...first.uncertain,
      ...second.uncertain.map(({ start, end }) => ({ start: start + shift, end: end + shift })),
    ],
  };
}

/**
 * Two lines of a paragraph as one. A number or name cut behind its hyphen or slash is whole again (`213-` + `QĐ/TW`);
 * a foreign word loses the hyphen that it was cut with, since Vietnamese is not hyphenated.
 */
export function joinLines(first: Words, second: Words): Words {
  const [, end, sign] = /(\p{L}+|\d)([-/])$/u.exec(first.text) ?? [];
  const [, start] = /^(\p{L}+|\d)/u.exec(second.text) ?? [];
  if (end === undefined || start === undefined) return joinWords(first, " ", second);
  const isForeign = /^[A-Za-z][a-z]+ [a-z]{2,}$/.test(`${end} ${start}`) && ![end, start].every(isSyllable);
  return joinWords(sign === "-" && isForeign ? withoutLast(first) : first, "", second);
}

function withoutLast({ text, uncertain }: Words): Words {
  const end = text.length - 1;
  return {
    text: text.slice(0, end),
    uncertain: uncertain.map((span) => ({ start: Math.min(span.start, end), end: Math.min(span.end, end) })),
  };
}
