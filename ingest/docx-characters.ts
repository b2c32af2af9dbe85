import type { Element } from "@xmldom/xmldom";
import { fontOf, isSet, type Styles } from "./docx-styles.ts";
import { childElements, createLike, elementsInside, isWord, replace, wordAttribute } from "./docx-xml.ts";

// Where fonts of signs have them, for which mammoth knows the letters of other fonts.
const SIGN = /[\uf020-\uf0ff]/;

/** Writes as letters what Word has elements for, and as capitals what prints as capitals; runs lose their look. */
export function writeCharacters(root: Element, styles: Styles): void {
  for (const run of elementsInside(root).filter((element) => isWord(element, "r"))) {
    const look = styles.ofRun(run);
    for (const element of childElements(run)) {
      if (isWord(element, "noBreakHyphen")) replace(element, [text(run, "-")]);
      else if (isWord(element, "ptab")) replace(element, [text(run, " ")]);
      else if (isWord(element, "br", "cr")) replace(element, [createLike(run, "br")]);
      else if (isWord(element, "sym")) writeSymbol(element, run);
      else if (isWord(element, "t")) writeText(element, run, look);
      else if (isWord(element, "rPr")) replace(element);
    }
  }
}

/** Symbols of other fonts than those of signs are letters as they stand. */
function writeSymbol(symbol: Element, run: Element): void {
  const code = Number.parseInt(wordAttribute(symbol, "char") ?? "", 16);
  const isLetter = code >= 0x20 && code < 0xe000 && !/symbol|dings/i.test(wordAttribute(symbol, "font") ?? "");
  if (isLetter) replace(symbol, [text(run, String.fromCharCode(code))]);
}

function writeText(element: Element, run: Element, look: readonly Element[]): void {
  const words = element.textContent ?? "";
  if (isSet(look, "caps")) element.textContent = words.toUpperCase();
  if (!SIGN.test(words)) return;
  const font = fontOf(look) ?? "Symbol";
  const parts = words.split(/(?<=[\uf020-\uf0ff])|(?=[\uf020-\uf0ff])/);
  replace(
    element,
    parts.map((part) => (SIGN.test(part) ? sign(run, part, font) : text(run, part))),
  );
}

function sign(like: Element, letter: string, font: string): Element {
  const element = createLike(like, "sym");
  element.setAttributeNS(like.namespaceURI, "w:font", font);
  element.setAttributeNS(like.namespaceURI, "w:char", letter.charCodeAt(0).toString(16).toUpperCase());
  return element;
}

function text(like: Element, words: string): Element {
  const element = createLike(like, "t");
  element.textContent = words;
  return element;
}
