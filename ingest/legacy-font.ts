import { countSyllables, FONT_ENCODINGS, type LegacyEncoding, markedWords } from "./legacy-text.ts";

/** Letters that no old font has: what they are in is Unicode, whatever its font says. */
const UNICODE = /[\u0102-\u01b0\u1ea0-\u1ef9]/;

/**
 * For one document: Unicode for text of a font of an old encoding, by the font's name (".VnTime", "VNI-Times"), unless
 * the file says itself what the font's letters are. Words that can be either go with those read before in the font.
 */
export function createFontConverter(): (text: string, font: string) => string {
  const balances = new Map<string, number>();
  return (text, font) => {
    const name = font.replace(/^[A-Z]{6}\+/, "");
    const encoding = encodingOf(name);
    if (!encoding) return text;
    const words = markedWords(text);
    const gain = UNICODE.test(text) ? -words.length : countSyllables(words, encoding.convert) - countSyllables(words);
    const balance = (balances.get(name) ?? 0) + gain;
    balances.set(name, balance);
    if (gain < 0 || (gain === 0 && balance < 0)) return text;
    const letters = encoding.convert(text);
    // Fonts of capitals hold small letters.
    return /H$/.test(name) ? letters.toUpperCase() : letters;
  };
}

function encodingOf(font: string): LegacyEncoding | undefined {
  const [tcvn3, vni] = FONT_ENCODINGS;
  if (/^\.Vn/i.test(font)) return tcvn3;
  return /^VNI/i.test(font) ? vni : undefined;
}
