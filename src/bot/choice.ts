import type { Choice } from "../core/answer.ts";
import { shortKey } from "./short-key.ts";

/**
 * What a button of a `which` answer carries, ≤ 64 bytes. The question itself is not stored: it is asked again when
 * the button is pressed, so the key tells whether the place still holds the same document.
 */
export function choiceData(index: number, choice: Choice): string {
  return `which:${index}:${shortKey(choice.question)}`;
}

/** The choice that a button stands for, also when the library has changed its order since. */
export function findChoice(choices: readonly Choice[], data: string): Choice | undefined {
  const [, index, key] = data.split(":");
  const inPlace = choices[Number(index)];
  if (inPlace && shortKey(inPlace.question) === key) return inPlace;
  return choices.find((choice) => shortKey(choice.question) === key);
}
