import { normalise } from "../src/core/text.ts";
import { isSyllable } from "./legacy-syllable.ts";
import { RUN, TCVN3_ENCODING } from "./legacy-text.ts";

// The Icelandic letter looks the same; older Vietnamese pages are full of it (`&ETH;`), and no word would be found.
const LOOKALIKES: Readonly<Record<string, string>> = { Ð: "Đ", ð: "đ" };

/** `normalise` for text from files. */
export function canonical(text: string): string {
  return normalise(keepLetters(text)).replace(/[Ðð]/g, (letter) => LOOKALIKES[letter] ?? letter);
}

/** In a TCVN3 font ư is the soft hyphen ("nh\u00ad": như), which `normalise` takes away before the text can be repaired. */
function keepLetters(text: string): string {
  if (!text.includes("\u00ad")) return text;
  return text.replace(RUN, (word) =>
    word.includes("\u00ad") && isSyllable(TCVN3_ENCODING.convert(word)) ? word.replaceAll("\u00ad", "ư") : word,
  );
}
