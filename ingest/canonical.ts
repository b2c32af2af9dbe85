import { normalise } from "../src/core/text.ts";

// The Icelandic letter looks the same; older Vietnamese pages are full of it (`&ETH;`), and no word would be found.
const LOOKALIKES: Readonly<Record<string, string>> = { Ð: "Đ", ð: "đ" };

/** `normalise` for text from files. */
export function canonical(text: string): string {
  return normalise(text).replace(/[Ðð]/g, (letter) => LOOKALIKES[letter] ?? letter);
}
