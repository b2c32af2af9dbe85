import type { Element } from "@xmldom/xmldom";
import { UnreadableFileError } from "../src/core/errors.ts";
import { chooseAlternates } from "./docx-content.ts";
import { childElements, isWord, parseXml } from "./docx-xml.ts";
import { type ArchiveEntry, openArchive } from "./zip.ts";

/** The parts of a Word file that its text needs, each by its outermost element. */
export interface DocxParts {
  readonly document: Element;
  readonly styles: Element | undefined;
  readonly numbering: Element | undefined;
  readonly footnotes: Element | undefined;
  readonly endnotes: Element | undefined;
  /** Title of the file's properties, as it stands there. */
  readonly title: string | null;
}

// The tree of a part takes some fifty times its size. As much text as a document may have, with the usual mark-up, takes
// half of this.
const MAX_PART_BYTES = 12_000_000;

const NO_WORD_FILE = "is not a Word document: open it in the program it was made with and save it as .docx.";

/** Behind the name of a file. */
export const DAMAGED = "is damaged: open it in Word, which may repair it, and save it again.";

/** Looks only inside the file: what it refers to elsewhere is never fetched. Throws `UnreadableFileError`. */
export function openParts(bytes: Uint8Array, name: string): DocxParts {
  const entries = new Map(openArchive(bytes, name).map((entry) => [entry.name, entry]));
  const read = (path: string | undefined) => {
    const entry = entries.get(path ?? "");
    return entry && parse(entry, name);
  };
  const documentPath = target(read("_rels/.rels"), "officeDocument", "") ?? "word/document.xml";
  const document = read(documentPath);
  if (!isWord(document, "document")) throw new UnreadableFileError(`${name} ${NO_WORD_FILE}`);
  const folder = documentPath.slice(0, documentPath.lastIndexOf("/") + 1);
  const relations = read(`${folder}_rels/${documentPath.slice(folder.length)}.rels`);
  const part = (type: string) => read(target(relations, type, folder) ?? `${folder}${type}.xml`);
  const properties = read("docProps/core.xml");
  return {
    document,
    styles: part("styles"),
    numbering: part("numbering"),
    footnotes: part("footnotes"),
    endnotes: part("endnotes"),
    title:
      (properties && childElements(properties).find(({ localName }) => localName === "title"))?.textContent ?? null,
  };
}

function parse(entry: ArchiveEntry, name: string): Element {
  if (entry.size > MAX_PART_BYTES)
    throw new UnreadableFileError(`${name} is too long to be read at once: split it into several files.`);
  const contents = entry.read();
  try {
    const root = parseXml(contents);
    chooseAlternates(root);
    return root;
  } catch (cause) {
    throw new UnreadableFileError(`${name} ${DAMAGED}`, { cause });
  }
}

/** Path in the archive of the first related part of a type, by the type's last word: the rest differs by format. */
function target(relations: Element | undefined, type: string, folder: string): string | undefined {
  const related = relations
    ? childElements(relations).find(
        (element) =>
          element.getAttribute("Type")?.endsWith(`/${type}`) && element.getAttribute("TargetMode") !== "External",
      )
    : undefined;
  const path = related?.getAttribute("Target");
  if (!path) return undefined;
  const parts: string[] = [];
  for (const step of (path.startsWith("/") ? path : folder + path).split("/"))
    if (step === "..") parts.pop();
    else if (step && step !== ".") parts.push(step);
  return parts.join("/");
}
