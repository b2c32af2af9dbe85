import { isSyllable } from "./legacy-syllable.ts";
import { TCVN3, VNI, WINDOWS_1258 } from "./legacy-table.ts";

/** A Vietnamese encoding from before Unicode. */
export interface LegacyEncoding {
  readonly name: string;
  /** Unicode for text of this encoding that was taken for Windows-1252. */
  readonly convert: (text: string) => string;
}

export const TCVN3_ENCODING: LegacyEncoding = {
  name: "TCVN3 (ABC)",
  convert: (text) => text.replace(/[^\n]+/g, tcvn3Line),
};

/** Encodings that live in fonts: a document set in them is Unicode for its format, and unreadable in any other font. */
export const FONT_ENCODINGS: readonly LegacyEncoding[] = [
  TCVN3_ENCODING,
  { name: "VNI-Windows", convert: (text) => replaced(text, VNI) },
];

/** Encodings that a file's bytes may be in. */
export const ENCODINGS: readonly LegacyEncoding[] = [
  ...FONT_ENCODINGS,
  { name: "Windows-1258", convert: (text) => replaced(text, WINDOWS_1258) },
];

/** A run of letters and of signs that some encoding has for letters. */
export const RUN = /[\p{L}\p{M}\u00a1-\u00bf]+/gu;

/** Words that are not ASCII alone; one letter by itself tells nothing. */
export function markedWords(text: string): string[] {
  return (text.match(RUN) ?? []).filter((word) => word.length > 1 && /[^\x00-\x7f]/.test(word));
}

/** How many of the words can be Vietnamese syllables, quotes and signs of notes around them left aside. */
export function countSyllables(words: readonly string[], convert: LegacyEncoding["convert"] = (word) => word): number {
  return words.filter((word) => isSyllable(convert(word).replace(/^[«»°·²³¹]+|[«»°·²³¹]+$/g, ""))).length;
}

function replaced(text: string, table: ReadonlyMap<string, string>): string {
  let result = "";
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    const pair = letter + text.charAt(at + 1);
    const known = table.get(pair);
    result += known ?? table.get(letter) ?? letter;
    if (known !== undefined && pair.length > 1) at += 1;
  }
  return result.normalize("NFC");
}

/** TCVN3 has no toned capitals: its fonts of capitals draw small letters large, so "CéNG S¶N" is "CỘNG SẢN". */
function tcvn3Line(line: string): string {
  const isInCapitals = line.split(/\s+/).some(isCapitals) && !/[a-z]/.test(line);
  if (isInCapitals) return replaced(line, TCVN3).toUpperCase();
  return line.replace(/\S+/g, (word) => {
    const letters = replaced(word, TCVN3);
    return isCapitals(word) ? letters.toUpperCase() : letters;
  });
}

/** Two capitals and no small ASCII letter; symbols of documents ("12-BC/TU") say nothing about their line. */
function isCapitals(word: string): boolean {
  return /[A-Z][^a-z]*[A-Z]/.test(word) && !/[a-z\d/]/.test(word);
}
