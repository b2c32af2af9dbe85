import type { Choice } from "../core/answer.ts";

/**
 * What a button of a `which` answer carries, ≤ 64 bytes. The question itself is not stored: it is asked again when
 * the button is pressed, so the key tells whether the place still holds the same document.
 */
export function choiceData(index: number, choice: Choice): string {
  return `which:${index}:${keyOf(choice)}`;
}

/** The choice that a button stands for, also when the library has changed its order since. */
export function findChoice(choices: readonly Choice[], data: string): Choice | undefined {
  const [, index, key] = data.split(":");
  const inPlace = choices[Number(index)];
  return inPlace && keyOf(inPlace) === key ? inPlace : choices.find((choice) => keyOf(choice) === key);
}

/** FNV-1a, 32 bits: short and the same in every runtime. */
function keyOf({ question }: Choice): string {
  const hash = Array.from(question).reduce(
    (sum, character) => Math.imul(sum ^ (character.codePointAt(0) ?? 0), 0x01000193),
    0x811c9dc5,
  );
  return (hash >>> 0).toString(36);
}
