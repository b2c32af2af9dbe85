import type { Element } from "@xmldom/xmldom";
import { fontOf, type Styles } from "./docx-styles.ts";
import { ancestor, elementsInside, isWord } from "./docx-xml.ts";
import { countSyllables, FONT_ENCODINGS, type LegacyEncoding, markedWords } from "./legacy-text.ts";

interface Words {
  readonly element: Element;
  readonly paragraph: Element | undefined;
  readonly text: string;
  /** A font that draws small letters as capitals. */
  readonly isCapital: boolean;
}

// Letters of Vietnamese that no old font has: what they are in is Unicode, whatever its font says.
const UNICODE = /[\u0102-\u01b0\u1ea0-\u1ef9]/;

/**
 * Makes Unicode of words set in fonts of an older encoding (".VnTime", "VNI-Times"), where that makes them Vietnamese;
 * the names of the encodings. Here the soft hyphen is still the letter that TCVN3 has in its place.
 */
export function convertFonts(root: Element, styles: Styles): string[] {
  const converted: string[] = [];
  for (const encoding of FONT_ENCODINGS) {
    const words = wordsIn(root, styles, encoding);
    const marked = markedWords(words.map(({ text }) => text).join("\n"));
    if (countSyllables(marked, encoding.convert) <= countSyllables(marked)) continue;
    converted.push(encoding.name);
    for (const { element, text, isCapital } of words) {
      const letters = encoding.convert(text);
      element.textContent = isCapital ? letters.toUpperCase() : letters;
    }
  }
  return converted;
}

function wordsIn(root: Element, styles: Styles, encoding: LegacyEncoding): Words[] {
  const words = elementsInside(root).flatMap((element): Words[] => {
    const run = element.parentNode;
    if (!isWord(element, "t") || !isWord(run, "r")) return [];
    const font = fontOf(styles.ofRun(run)) ?? "";
    const isSetInIt = (encoding.name.startsWith("VNI") ? /^VNI/i : /^\.Vn/i).test(font);
    const text = element.textContent ?? "";
    return isSetInIt ? [{ element, paragraph: ancestor(run, "p"), text, isCapital: /H$/.test(font) }] : [];
  });
  const isUnicode = new Set(words.filter(({ text }) => UNICODE.test(text)).map(({ paragraph }) => paragraph));
  return words.filter(({ paragraph }) => !isUnicode.has(paragraph));
}
