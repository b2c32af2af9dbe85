import { fold, hasDiacritics, tokenise } from "../core/text.ts";

// Function words as they are shortened in chats; what may be something else ("vs", "đ/c", "CB") is left out.
const SHORTENED: ReadonlyMap<string, string> = new Map([
  ["dc", "được"],
  ["đc", "được"],
  ["ko", "không"],
  ["hok", "không"],
  ["khg", "không"],
  ["j", "gì"],
  ["nhiu", "nhiêu"],
  ["bnhiu", "bao nhiêu"],
  ["ntn", "như thế nào"],
  ["trc", "trước"],
]);

/** The text with the function words that are shortened in chats in full, without marks where it has none. */
export function fromShorthand(text: string): string {
  const isMarked = hasDiacritics(text);
  return tokenise(text).reduceRight((rest, { text: word, start, end }) => {
    const full = text.slice(start, end) === word ? SHORTENED.get(word) : undefined;
    return full ? rest.slice(0, start) + (isMarked ? full : fold(full)) + rest.slice(end) : rest;
  }, text);
}
