import type { Element } from "@xmldom/xmldom";
import { isSet, type Styles } from "./docx-styles.ts";
import { ancestor, childElements, elementsInside, isWord, replace, valueIn, wordChild } from "./docx-xml.ts";

const WRAPPERS = ["ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo"];

/** Of contents that a file holds once for new and once for old programs, keeps one. */
export function chooseAlternates(root: Element): void {
  for (const alternate of elementsInside(root)) {
    if (alternate.localName !== "AlternateContent") continue;
    const branches = childElements(alternate);
    const hasBox = (branch: Element) => elementsInside(branch).some((element) => isWord(element, "txbxContent"));
    const chosen = branches.find(hasBox) ?? branches.find(({ localName }) => localName === "Fallback") ?? branches[0];
    replace(alternate, chosen ? childElements(chosen) : []);
  }
}

/** Takes away what only wraps paragraphs and runs: links, marks of insertion, form controls. */
export function unwrap(root: Element): void {
  for (const element of elementsInside(root)) {
    if (isWord(element, ...WRAPPERS)) replace(element, childElements(element));
    else if (isWord(element, "sdt")) {
      const content = wordChild(element, "sdtContent");
      replace(element, content ? childElements(content) : []);
    }
  }
}

/** Takes out generated tables of contents, which name every part a second time; whether there was one. */
export function dropContents(root: Element, styles: Styles): boolean {
  const isContents = (element: Element) =>
    isWord(element, "sdt")
      ? valueIn(wordChild(wordChild(element, "sdtPr"), "docPartObj"), "docPartGallery") === "Table of Contents"
      : isWord(element, "p") && styles.ofParagraph(element).some(({ name }) => /^toc (?:\d|heading)$/i.test(name));
  const contents = elementsInside(root).filter(isContents);
  for (const element of contents) replace(element);
  return contents.length > 0;
}

/** Takes out words that are formatted as hidden; whether there were any. */
export function dropHidden(root: Element, styles: Styles): boolean {
  const hidden = elementsInside(root).filter((run) => isWord(run, "r") && isSet(styles.ofRun(run), "vanish"));
  const hadWords = hidden.some(({ textContent }) => textContent?.trim());
  for (const run of hidden) replace(run);
  for (const paragraph of elementsInside(root))
    if (isWord(paragraph, "p") && isSet(styles.ofMark(paragraph), "vanish") && !wordChild(paragraph, "r"))
      replace(paragraph);
  return hadWords;
}

/** Takes out breaks in front of a paragraph's words, which would part them from its number. */
export function dropLeadingBreaks(root: Element): void {
  const begun = new Set<Element | undefined>();
  for (const element of elementsInside(root)) {
    if (isWord(element, "t", "sym", "br", "cr") && !begun.has(ancestor(element, "p"))) {
      if (isWord(element, "br", "cr")) replace(element);
      else begun.add(ancestor(element, "p"));
    }
  }
}
