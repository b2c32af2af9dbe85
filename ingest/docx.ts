import { type Element, XMLSerializer } from "@xmldom/xmldom";
import { strToU8, zipSync } from "fflate";
import mammoth from "mammoth";
import { UnreadableFileError } from "../src/core/errors.ts";
import { acceptChanges } from "./docx-changes.ts";
import { writeCharacters } from "./docx-characters.ts";
import { dropContents, dropHidden, dropLeadingBreaks, unwrap } from "./docx-content.ts";
import { flattenDrawings, textBoxes } from "./docx-drawings.ts";
import { printFields } from "./docx-fields.ts";
import { convertFonts } from "./docx-fonts.ts";
import { HEADING_STYLES, markHeadings } from "./docx-headings.ts";
import { dropLostReferences, placeNotes } from "./docx-notes.ts";
import { createNumbering, type WriteNumbers } from "./docx-numbering.ts";
import { DAMAGED, openParts } from "./docx-parts.ts";
import { createStyles, type Styles } from "./docx-styles.ts";
import { flattenTables } from "./docx-tables.ts";
import { realTitle } from "./docx-title.ts";
import { elementsInside, isWord } from "./docx-xml.ts";
import { bodyOf, parsePage, textOf } from "./html-text.ts";
import type { Notice, ReadDocument } from "./read.ts";

/** A Word file of the newer kind as it prints, generated numbers included; throws `UnreadableFileError`. */
export async function readDocx(bytes: Uint8Array, name: string): Promise<ReadDocument> {
  const { file, losses, title } = printed(bytes, name);
  const page = parsePage(await toHtml(file, name));
  placeNotes(page);
  const { text, headings } = textOf(bodyOf(page));
  if (!text && losses.some(({ pictures }) => pictures > 0))
    throw new UnreadableFileError(`${name} holds only pictures: save it as a PDF, so that their words are recognised.`);
  return {
    text,
    headings,
    frontMatter: null,
    titleHint: realTitle(title, text),
    dateHint: null,
    pages: [],
    notices: noticesOf(losses),
    uncertain: [],
  };
}

/** The file anew, with nothing in it but paragraphs as they print; its tree may be forgotten before the next is made. */
function printed(bytes: Uint8Array, name: string): { file: Uint8Array; losses: Losses[]; title: string | null } {
  const { document, footnotes, endnotes, ...parts } = openParts(bytes, name);
  const styles = createStyles(parts.styles);
  const writeNumbers = createNumbering(parts.numbering, styles);
  dropLostReferences(document, [footnotes, endnotes]);
  const serializer = new XMLSerializer();
  const losses: Losses[] = [];
  const written: Record<string, Uint8Array> = {};
  for (const [part, story] of Object.entries({ document, footnotes, endnotes })) {
    if (!story) continue;
    losses.push(writeOut(story, styles, writeNumbers));
    written[`word/${part}.xml`] = strToU8(serializer.serializeToString(story));
  }
  return { file: zipSync(written, { level: 0 }), losses, title: parts.title };
}

/** What a part of the document lost on the way to plain paragraphs. */
interface Losses {
  readonly insertions: number;
  readonly deletions: number;
  readonly pictures: number;
  readonly formulas: number;
  readonly hasContents: boolean;
  readonly hasHidden: boolean;
  readonly encodings: readonly string[];
}

/** Writes into the paragraphs of a part what Word makes of them when it prints. */
function writeOut(story: Element, styles: Styles, writeNumbers: WriteNumbers): Losses {
  const hasContents = dropContents(story, styles);
  const changes = acceptChanges(story);
  printFields(story);
  unwrap(story);
  const hasHidden = dropHidden(story, styles);
  dropLeadingBreaks(story);
  for (const list of [story, ...textBoxes(story)]) {
    const isBox = (element: Element) => isWord(element, "txbxContent");
    writeNumbers(elementsInside(list, isBox).filter((element) => isWord(element, "p")));
  }
  const encodings = convertFonts(story, styles);
  writeCharacters(story, styles);
  const drawings = flattenDrawings(story);
  flattenTables(story, styles);
  markHeadings(story, styles);
  return { ...changes, ...drawings, hasContents, hasHidden, encodings };
}

async function toHtml(file: Uint8Array, name: string): Promise<string> {
  const styleMap = HEADING_STYLES.map((style, index) => `p.${style} => h${index + 1}:fresh`);
  const options = { styleMap, includeDefaultStyleMap: false, includeEmbeddedStyleMap: false };
  try {
    return (
      await mammoth.convertToHtml({ buffer: Buffer.from(file.buffer, file.byteOffset, file.byteLength) }, options)
    ).value;
  } catch (cause) {
    throw new UnreadableFileError(`${name} ${DAMAGED}`, { cause });
  }
}

function noticesOf(parts: readonly Losses[]): Notice[] {
  const sum = (count: (losses: Losses) => number) => parts.reduce((total, losses) => total + count(losses), 0);
  const insertions = sum((losses) => losses.insertions);
  const deletions = sum((losses) => losses.deletions);
  const pictures = sum((losses) => losses.pictures);
  const formulas = sum((losses) => losses.formulas);
  const messages = [
    insertions + deletions > 0 &&
      `read with its tracked changes made: insertions kept ${insertions}, deletions left out ${deletions}`,
    parts.some(({ hasHidden }) => hasHidden) && "left out: words formatted as hidden",
    parts.some(({ hasContents }) => hasContents) && "left out: the table of contents",
    pictures > 0 && `left out: pictures, with any words in them (${pictures})`,
    formulas > 0 && `left out: formulas (${formulas})`,
  ];
  const encodings = [...new Set(parts.flatMap((part) => part.encodings))];
  return [
    ...encodings.map(
      (encoding): Notice => ({ code: "converted-encoding", message: `read as ${encoding} and converted to Unicode` }),
    ),
    ...messages.filter((message) => message !== false).map((message): Notice => ({ code: "left-out", message })),
  ];
}
