import type { Element } from "@xmldom/xmldom";
import { ancestor, childElements, elementsInside, isWord, replace, wordChild, wordChildren } from "./docx-xml.ts";

/** Tracked changes that were taken as made. */
export interface ChangeCount {
  readonly insertions: number;
  readonly deletions: number;
}

/** Makes the tracked changes inside `root`: what was deleted or moved away is taken out, the rest stays. */
export function acceptChanges(root: Element): ChangeCount {
  let [insertions, deletions] = [0, 0];
  for (const element of elementsInside(root)) {
    if (isWord(element, "ins", "moveTo") && element.firstChild) insertions += 1;
    if (!isWord(element, "del", "moveFrom", "cellDel")) continue;
    const parent = element.parentNode;
    if (isWord(parent, "rPr")) continue;
    deletions += 1;
    if (isWord(parent, "trPr", "tcPr")) replace(ancestor(element, isWord(parent, "trPr") ? "tr" : "tc") ?? element);
    else replace(element);
  }
  for (const paragraph of elementsInside(root))
    if (isWord(paragraph, "p") && isMarkDeleted(paragraph)) joinWithNext(paragraph);
  for (const table of elementsInside(root)) if (isWord(table, "tbl") && !wordChild(table, "tr")) replace(table);
  return { insertions, deletions };
}

function isMarkDeleted(paragraph: Element): boolean {
  const mark = wordChild(wordChild(paragraph, "pPr"), "rPr");
  return wordChildren(mark, "del", "moveFrom").length > 0;
}

/** The words of a paragraph without an end belong to the next one, which keeps its own properties. */
function joinWithNext(paragraph: Element): void {
  const contents = childElements(paragraph).filter((child) => !isWord(child, "pPr"));
  let next = paragraph.nextSibling;
  while (next && !isWord(next, "p", "tbl", "sdt")) next = next.nextSibling;
  if (isWord(next, "p")) {
    const properties = wordChild(next, "pPr");
    const place = properties ? properties.nextSibling : next.firstChild;
    for (const child of contents) next.insertBefore(child, place);
    replace(paragraph);
  } else if (contents.length === 0) replace(paragraph);
}
