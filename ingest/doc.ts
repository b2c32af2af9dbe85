import WordExtractor from "word-extractor";
import { UnreadableFileError } from "../src/core/errors.ts";
import { docLines } from "./doc-lines.ts";
import { repairLegacyText } from "./legacy-repair.ts";
import type { Notice, ReadDocument } from "./read.ts";

// The start of the document in the file: https://learn.microsoft.com/openspecs/office_file_formats/ms-doc/ (2.5.2)
const SECTOR_BYTES = 512;
const WORD_97 = 0xa5ec;
const WORD_95 = 0xa5dc;
const MAX_VERSION = 0x0120;
const IS_ENCRYPTED = 0x0100;

// A paragraph, or a style, that belongs to a list: sprmPIlvl, and sprmPIlfo with a list that is not 0 (2.6.2).
const IN_LIST = /\x0a\x26[\x00-\x08]\x0b\x46(?!\x00\x00)/;

/**
 * A Word file of the older kind (.doc). The numbers that Word generates are not in its text, which a notice says; places
 * of notes and text boxes are not known, so that they stand at the end. Throws `UnreadableFileError`.
 */
export async function readDoc(bytes: Uint8Array, name: string): Promise<ReadDocument> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const problem = problemOf(file);
  if (problem) throw new UnreadableFileError(`${name} ${problem}`);
  // Before the soft hyphen goes, which stands for a letter in old fonts.
  const { text, notice } = repairLegacyText(await extract(file, name));
  const lines = docLines(text);
  const notices: Notice[] = notice ? [notice] : [];
  if (IN_LIST.test(file.toString("latin1")))
    notices.push({
      code: "left-out",
      message: "left out: numbers and bullets that Word generates; save the file as .docx to keep them",
    });
  return {
    text: lines
      .map((line, at) => (at === 0 ? "" : line.isRow && lines[at - 1]?.isRow ? "\n" : "\n\n") + line.text)
      .join(""),
    headings: [],
    frontMatter: null,
    titleHint: null,
    dateHint: null,
    pages: [],
    notices,
    uncertain: [],
  };
}

function problemOf(file: Buffer): string | undefined {
  for (let at = 0; at + SECTOR_BYTES <= file.length; at += SECTOR_BYTES) {
    const magic = file.readUInt16LE(at);
    // A picture may have the same two bytes at the start of a sector, but hardly a version behind them.
    if (file.readUInt16LE(at + 2) > MAX_VERSION) continue;
    if (magic === WORD_95) return "was saved by Word 95 or an older one: open it in Word and save it as .docx.";
    if (magic === WORD_97)
      return file.readUInt16LE(at + 10) & IS_ENCRYPTED
        ? "is protected by a password: open it in Word and save it without one."
        : undefined;
  }
  return "is not an old Word document, or is cut short: open it in Word and save it as .docx.";
}

async function extract(file: Buffer, name: string): Promise<string> {
  const options = { filterUnicode: false, includeHeadersAndFooters: false };
  try {
    const document = await new WordExtractor().extract(file);
    const notes = [document.getFootnotes(options), document.getEndnotes(options)].join("\n");
    return (
      [document.getBody(options), document.getTextboxes(options), notes.replace(/^(?=.*\S)/gm, "[*] ")]
        .join("\n")
        .replaceAll("\u001e", "-")
        // What word-extractor 1.0 makes of a soft hyphen.
        .replaceAll("undefined", "")
    );
  } catch (cause) {
    const message = `${name} is damaged: open it in Word or LibreOffice, which may repair it, and save it as .docx.`;
    throw new UnreadableFileError(message, { cause });
  }
}
