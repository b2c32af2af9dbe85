import { UnreadableFileError } from "../src/core/errors.ts";
import type { Notice } from "./read.ts";

/** What a file is, whatever it is called. */
export type Format = "text" | "markdown" | "html" | "docx" | "doc" | "pdf" | "image";

const BY_ENDING: Readonly<Record<string, Format>> = {
  ".txt": "text",
  ".md": "markdown",
  ".markdown": "markdown",
  ".html": "html",
  ".htm": "html",
  ".docx": "docx",
  ".doc": "doc",
  ".pdf": "pdf",
  ".tif": "image",
  ".tiff": "image",
  ".png": "image",
  ".jpg": "image",
  ".jpeg": "image",
};

const NAMES: Readonly<Record<Format, string>> = {
  text: "plain text",
  markdown: "Markdown",
  html: "HTML",
  docx: "a Word document (.docx)",
  doc: "an old Word document (.doc)",
  pdf: "a PDF",
  image: "a picture",
};

const MAX_FILE_BYTES = 20 * 1024 * 1024;

const EXTENSIONS: readonly string[] = Object.keys(BY_ENDING);

// Documents for sure: who keeps them in a folder is to be told that they are not in the library.
const REFUSED: readonly string[] = [".rtf", ".odt"];

/** Whether a file found in a folder or an archive is a document by its ending. Photographs and logos lie there, too: they are read only where they are named. */
export function isDocument(name: string): boolean {
  return [...EXTENSIONS, ...REFUSED].includes(extensionOf(name)) && !/\.(?:png|jpe?g)$/i.test(name);
}

/** Throws `UnreadableFileError` for a file that is too large to be read, best before it is loaded. */
export function requireSize(bytes: number, name: string): void {
  if (bytes > MAX_FILE_BYTES)
    throw new UnreadableFileError(`${name} is larger than 20 MB: split it into several files.`);
}

/** In lower case, with the dot; empty where there is none. */
export function extensionOf(name: string): string {
  return /\.[^./\\]+$/.exec(name)?.[0].toLowerCase() ?? "";
}

/** By the first bytes, else by the ending; with a notice where they disagree. Throws `UnreadableFileError`. */
export function formatOf(bytes: Uint8Array, name: string): { format: Format; notices: readonly Notice[] } {
  const ending = extensionOf(name);
  const expected = BY_ENDING[ending];
  const found = formatByContent(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name);
  if (found === undefined && expected === undefined)
    throw new UnreadableFileError(`${name} cannot be read: convert it to one of ${EXTENSIONS.join(", ")}.`);
  // Text has no first bytes of its own: its ending says which text it is, if it is the ending of a text.
  const isText = expected === "text" || expected === "markdown" || expected === "html";
  if (found === undefined && !isText && bytes.subarray(0, SAMPLE_BYTES).includes(0))
    throw new UnreadableFileError(
      `${name} is damaged, or no document at all: open it in the program it was written with and save it anew.`,
    );
  const format = found ?? (isText ? expected : "text");
  if (format === expected) return { format, notices: [] };
  const message = `read as ${NAMES[format]}, which it is, though its name ends in "${ending}"`;
  return { format, notices: [{ code: "other-format", message }] };
}

const SAMPLE_BYTES = 4096;
const HTML = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;
const SAVE_AS = "save it as .docx, PDF or UTF-8 text first.";

/** `undefined` for what may be text; throws for what is known and cannot be read. */
function formatByContent(bytes: Buffer, name: string): Format | undefined {
  const refuse = (what: string) => new UnreadableFileError(`${name} is ${what}`);
  const start = bytes.subarray(0, SAMPLE_BYTES).toString("latin1");
  // Some programs write a few lines before it.
  if (start.startsWith("%PDF-") || (extensionOf(name) === ".pdf" && start.includes("%PDF-"))) return "pdf";
  if (/^PK(?:\u0003\u0004|\u0005\u0006)/.test(start)) {
    if (bytes.includes("[Content_Types].xml") && bytes.includes("word/")) return "docx";
    throw refuse(zipKind(bytes));
  }
  if (start.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
    if (bytes.includes(Buffer.from("WordDocument", "utf16le"))) return "doc";
    if (bytes.includes(Buffer.from("EncryptedPackage", "utf16le")))
      throw refuse("protected by a password: open it in Word and save it without one.");
    throw refuse(`a spreadsheet, a presentation or a message, not a Word document: ${SAVE_AS}`);
  }
  if (/^(?:\u0089PNG|\u00ff\u00d8\u00ff|GIF8|II\*\0|MM\0\*)/.test(start)) return "image";
  if (/^(?:7z\u00bc\u00af|Rar!|\u001f\u008b)/.test(start))
    throw refuse("an archive: unpack it first, or pack it as .zip.");
  if (start.startsWith("{\\rtf")) throw refuse(`a rich text file (RTF): open it in Word and ${SAVE_AS}`);
  if (/^\s*(?:MIME-Version:|From:[^\n]*\r?\n[\s\S]{0,500}MIME-Version:)/i.test(start))
    throw refuse(`a web archive (MHTML): open it in Word or a browser and ${SAVE_AS}`);
  if (/<w:wordDocument|progid="Word\.Document"/.test(start))
    throw refuse(`a Word 2003 XML file: open it in Word and ${SAVE_AS}`);
  // UTF-16 has a NUL in every letter of a tag.
  return HTML.test(start.replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)|\0/g, "")) ? "html" : undefined;
}

function zipKind(bytes: Buffer): string {
  if (bytes.includes("xl/workbook")) return `a spreadsheet: ${SAVE_AS}`;
  if (bytes.includes("ppt/presentation")) return `a presentation: ${SAVE_AS}`;
  if (bytes.includes("mimetypeapplication/vnd.oasis.opendocument")) return `an OpenDocument file: ${SAVE_AS}`;
  return "a zip archive: unpack it first, or give it the ending .zip and ingest it by its path.";
}
