import { TrichdanError, UnreadableFileError } from "../src/core/errors.ts";
import type { Span } from "../src/core/passage.ts";
import { trimmed } from "../src/core/sentences.ts";
import { canonical } from "./canonical.ts";
import { decode } from "./decode.ts";
import { type Format, formatOf, requireSize } from "./format.ts";
import { type FrontMatter, readFrontMatter } from "./front-matter.ts";
import { readPage } from "./html-page.ts";
import { readHtml } from "./html-text.ts";
import { createFontConverter } from "./legacy-font.ts";
import { repairLegacyDocument } from "./legacy-repair.ts";
import type { Heading } from "./lines.ts";
import { markdownToHtml } from "./markdown.ts";

/** A file as text, before anything is known about it. */
export interface ReadDocument {
  /** Canonical. */
  readonly text: string;
  readonly headings: readonly Heading[];
  readonly frontMatter: FrontMatter | null;
  /** The page's own title, where the file has one outside its text. */
  readonly titleHint: string | null;
  /** ISO date found outside the text: in the page's head, or on a line that was cleaned away. */
  readonly dateHint: string | null;
  /** Where each page of the file begins in `text`, in order; empty where the format has no pages. */
  readonly pages: readonly PageStart[];
  /** What reading had to convert, repair or leave out; for the report. */
  readonly notices: readonly Notice[];
  /** Words that character recognition is not sure of; no quote may show them without saying so. */
  readonly uncertain: readonly Span[];
}

/** A page of the source file, from 1, and the offset of its first character. */
export interface PageStart {
  readonly page: number;
  readonly start: number;
}

/** Something about a file that its owner should know; the words for people are made where it is shown. */
export interface Notice {
  readonly code:
    | "converted-encoding"
    | "other-format"
    | "recognised"
    | "uncertain-words"
    | "left-out"
    | "conflicting-facts"
    | "uncertain-facts"
    | "near-duplicate"
    | "restricted";
  /** In plain words, e.g. `read as TCVN3 and converted to Unicode`. */
  readonly message: string;
}

/** Text of a file with the headings that its mark-up names. */
export type MarkedText = Pick<ReadDocument, "text" | "headings">;

// A database row holds 2,000,000 bytes (D1), other columns included.
// https://developers.cloudflare.com/d1/platform/limits/
const MAX_TEXT_BYTES = 1_900_000;

type TextFormat = Extract<Format, "text" | "markdown" | "html">;

const TEXT_READERS: Readonly<Record<TextFormat, (text: string, name: string) => ReadDocument>> = {
  text: (text) => ({ ...plain, text: text.trim() }),
  markdown: readMarkdown,
  html: readPage,
};

const plain = {
  headings: [],
  frontMatter: null,
  titleHint: null,
  dateHint: null,
  pages: [],
  notices: [],
  uncertain: [],
};

/** What a file says, by whatever reader its bytes ask for. Throws `UnreadableFileError` for one that cannot become a document. */
export async function readDocument(
  bytes: Uint8Array,
  name: string,
  onProgress: () => void = () => undefined,
): Promise<ReadDocument> {
  requireSize(bytes.length, name);
  const { format, notices } = formatOf(bytes, name);
  try {
    const document = repairLegacyDocument(withText(await readAs(format, bytes, name, onProgress), name));
    return { ...document, notices: [...notices, ...document.notices] };
  } catch (cause) {
    if (cause instanceof TrichdanError) throw cause;
    // What a parser makes of a damaged or hostile file is anything, a full stack included.
    const kind = cause instanceof Error ? cause.name : "failure";
    const message = `${name} could not be read (${kind}): it is damaged, or built as no document is. Open it in the program it was written with and save it anew.`;
    throw new UnreadableFileError(message, { cause });
  }
}

async function readAs(format: Format, bytes: Uint8Array, name: string, onProgress: () => void): Promise<ReadDocument> {
  // Loaded when a file asks for them: together they take a second.
  switch (format) {
    case "docx":
      return (await import("./docx.ts")).readDocx(bytes, name);
    case "doc":
      return (await import("./doc.ts")).readDoc(bytes, name);
    case "pdf": {
      const { readPdf } = await import("./pdf.ts");
      return readPdf(bytes, name, { convert: createFontConverter(), onPage: onProgress });
    }
    case "image":
      return (await import("./ocr.ts")).readImage(bytes, name, { onPage: onProgress });
    default:
      return readText(format, bytes, name);
  }
}

function readText(format: TextFormat, bytes: Uint8Array, name: string): ReadDocument {
  const { text, notices } = decode(bytes, name);
  const document = TEXT_READERS[format](canonical(text), name);
  return { ...document, notices: [...notices, ...document.notices] };
}

function readMarkdown(text: string, name: string): ReadDocument {
  const { frontMatter, body } = readFrontMatter(text, name);
  return { ...plain, frontMatter, ...readHtml(markdownToHtml(body)) };
}

function withText(document: ReadDocument, name: string): ReadDocument {
  if (trimmed(document.text, 0, document.text.length).end === 0)
    throw new UnreadableFileError(`${name} has no text: check that it is the right file.`);
  if (Buffer.byteLength(document.text) > MAX_TEXT_BYTES)
    throw new UnreadableFileError(`${name} has more than 1.9 MB of text: split it into several files.`);
  return document;
}
