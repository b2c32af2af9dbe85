import type { Span } from "../src/core/passage.ts";

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
