import type { Element as XmlElement } from "@xmldom/xmldom";
import { elementsInside, isWord, replace, wordAttribute } from "./docx-xml.ts";
import { textOf } from "./html-text.ts";

/** Takes out references to notes that are not in `notes`, the parts that hold them: mammoth reads no file with one. */
export function dropLostReferences(document: XmlElement, notes: readonly (XmlElement | undefined)[]): void {
  const known = new Set(
    notes
      .flatMap((part) => (part ? elementsInside(part) : []))
      .filter((note) => !/separator$/i.test(wordAttribute(note, "type") ?? ""))
      .map((note) => `${note.localName} ${idOf(note)}`),
  );
  for (const element of elementsInside(document)) {
    const kind =
      isWord(element, "footnoteReference", "endnoteReference") && element.localName?.replace("Reference", "");
    if (kind && !known.has(`${kind} ${idOf(element)}`)) replace(element);
  }
}

function idOf(element: XmlElement): string | undefined {
  return wordAttribute(element, "id");
}

/** Puts footnotes and endnotes, which mammoth lists at the end, behind the paragraph or table that refers to them. */
export function placeNotes(page: Document): void {
  const lastBehind = new Map<Element, Element>();
  for (const [at, note] of Array.from(page.querySelectorAll("li[id]")).entries()) {
    const reference = page.getElementById(note.id.replace("note-", "note-ref-"));
    const block = outermostTable(reference) ?? reference?.closest("p, h1, h2, h3, h4, h5, h6");
    const place = block ? (lastBehind.get(block) ?? block) : undefined;
    for (const link of note.querySelectorAll("a")) if (link.textContent === "↑") link.remove();
    const words = Array.from(note.children, (child) => textOf(child).text)
      .join(" ")
      .replace(/\s+/g, " ");
    const paragraph = page.createElement("p");
    paragraph.textContent = `[${at + 1}] ${words}`;
    note.remove();
    if (!words || !block) continue;
    place?.after(paragraph);
    lastBehind.set(block, paragraph);
  }
}

function outermostTable(element: Element | null): Element | undefined {
  let found: Element | undefined;
  for (let table = element?.closest("table"); table; table = table.parentElement?.closest("table")) found = table;
  return found;
}
