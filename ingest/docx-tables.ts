import type { Element } from "@xmldom/xmldom";
import type { Styles } from "./docx-styles.ts";
import { childElements, elementsInside, isWord, replace, wordAttribute, wordChild, wordChildren } from "./docx-xml.ts";

// The head of a document and its signatures.
const MAX_LAYOUT_ROWS = 4;

/** Makes paragraphs of tables that only place text on the page; gives merged cells a place in each of their rows. */
export function flattenTables(root: Element, styles: Styles): void {
  for (const element of elementsInside(root)) {
    if (isWord(element, "vMerge")) replace(element);
    if (!isWord(element, "tbl")) continue;
    if (isLayout(element, styles)) replace(element, cellsOf(element).flatMap(contentsOf));
    // Mammoth looks for their style, which the file it reads has not.
    else for (const properties of wordChildren(element, "tblPr")) replace(properties);
  }
}

function isLayout(table: Element, styles: Styles): boolean {
  if (wordChildren(table, "tr").length > MAX_LAYOUT_ROWS) return false;
  const tables = [table, ...styles.ofTable(table).map(({ element }) => element)];
  const borders = tables.map((element) => wordChild(wordChild(element, "tblPr"), "tblBorders")).find(Boolean);
  const cells = cellsOf(table);
  const lined = cells.filter((cell) => hasLine(wordChild(wordChild(cell, "tcPr"), "tcBorders")));
  return !hasLine(borders) && lined.length * 2 < cells.length;
}

function hasLine(borders: Element | undefined): boolean {
  return wordChildren(borders).some((side) => !/^(?:nil|none)$/.test(wordAttribute(side, "val") ?? "none"));
}

function cellsOf(table: Element): Element[] {
  return wordChildren(table, "tr").flatMap((row) => wordChildren(row, "tc"));
}

function contentsOf(cell: Element): Element[] {
  return childElements(cell).filter((child) => !isWord(child, "tcPr"));
}
