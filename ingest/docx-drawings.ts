import type { Element } from "@xmldom/xmldom";
import { ancestor, childElements, elementsInside, isWord, replace } from "./docx-xml.ts";

/** What was taken out because it has no words that could be read. */
export interface DrawingCount {
  readonly pictures: number;
  readonly formulas: number;
}

/** Text boxes, innermost first. */
export function textBoxes(root: Element): Element[] {
  return elementsInside(root)
    .filter((element) => isWord(element, "txbxContent"))
    .reverse();
}

/** Puts the paragraphs of text boxes behind those they are anchored to, and takes out drawings and formulas. */
export function flattenDrawings(root: Element): DrawingCount {
  for (const box of textBoxes(root)) {
    const anchor = ancestor(box, "p");
    const place = anchor?.nextSibling ?? null;
    for (const child of childElements(box)) anchor?.parentNode?.insertBefore(child, place);
  }
  let [pictures, formulas] = [0, 0];
  for (const element of elementsInside(root)) {
    if (element.localName === "blip" || element.localName === "imagedata") pictures += 1;
    if (element.localName === "oMath") formulas += 1;
  }
  for (const element of elementsInside(root))
    if (isWord(element, "drawing", "pict", "object") || element.localName === "oMath") replace(element);
  return { pictures, formulas };
}
