import type { Element } from "@xmldom/xmldom";
import type { Styles } from "./docx-styles.ts";
import { ancestor, createLike, elementsInside, isWord, numberIn, replace, wordChild } from "./docx-xml.ts";

/** The styles that `markHeadings` leaves, for h1 to h6. */
export const HEADING_STYLES = ["Heading1", "Heading2", "Heading3", "Heading4", "Heading5", "Heading6"] as const;

// Whole paragraphs are formatted as headings too, to make them bold or by mistake.
const MAX_HEADING = 200;
const HEADING_NAME = /^(?:heading|tiêu đề|đề mục) ?([1-6])$/iu;

/** Leaves no styles on the paragraphs but those of headings. Cells of a table are none. */
export function markHeadings(root: Element, styles: Styles): void {
  for (const paragraph of elementsInside(root)) {
    if (!isWord(paragraph, "p")) continue;
    const style = HEADING_STYLES[(levelOf(paragraph, styles) ?? 0) - 1];
    const properties = wordChild(paragraph, "pPr");
    if (properties) replace(properties);
    if (!style) continue;
    const named = createLike(paragraph, "pStyle");
    named.setAttributeNS(paragraph.namespaceURI, "w:val", style);
    paragraph.insertBefore(createLike(paragraph, "pPr", named), paragraph.firstChild);
  }
}

/** From 1. */
function levelOf(paragraph: Element, styles: Styles): number | undefined {
  if ((paragraph.textContent ?? "").length > MAX_HEADING || ancestor(paragraph, "tbl")) return undefined;
  const own = numberIn(wordChild(paragraph, "pPr"), "outlineLvl");
  if (own !== undefined) return toLevel(own);
  for (const { element, name } of styles.ofParagraph(paragraph)) {
    const level = numberIn(wordChild(element, "pPr"), "outlineLvl");
    if (level !== undefined) return toLevel(level);
    const [, named] = HEADING_NAME.exec(name.normalize("NFC")) ?? [];
    if (named) return Number(named);
  }
  return undefined;
}

/** Word counts outline levels from 0 to 8; 9 is body text. */
function toLevel(outlineLevel: number): number | undefined {
  return outlineLevel < 9 ? Math.min(outlineLevel + 1, HEADING_STYLES.length) : undefined;
}
