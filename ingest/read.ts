import { UnreadableFileError } from "../src/core/errors.ts";
import type { Span } from "../src/core/passage.ts";
import { trimmed } from "../src/core/sentences.ts";
import { canonical } from "./canonical.ts";
import { decode } from "./decode.ts";
import { type FrontMatter, readFrontMatter } from "./front-matter.ts";
import { readPage } from "./html-page.ts";
import { readHtml } from "./html-text.ts";
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
    | "recognised"
    | "uncertain-words"
    | "left-out"
    | "conflicting-facts"
    | "near-duplicate";
  /** In plain words, e.g. `read as TCVN3 and converted to Unicode`. */
  readonly message: string;
}

/** Text of a file with the headings that its mark-up names. */
export type MarkedText = Pick<ReadDocument, "text" | "headings">;

// A database row holds 2,000,000 bytes (D1), other columns included.
// https://developers.cloudflare.com/d1/platform/limits/
const MAX_TEXT_BYTES = 1_900_000;

const READERS: Readonly<Record<string, (text: string, name: string) => ReadDocument>> = {
  ".txt": (text) => ({ ...plain, text: text.trim() }),
  ".md": readMarkdown,
  ".markdown": readMarkdown,
  ".html": readPage,
  ".htm": readPage,
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

/** Endings of the files that can be read. */
export const EXTENSIONS: readonly string[] = Object.keys(READERS);

/** Throws `UnreadableFileError` for a file that cannot become a document. */
export function readFile(bytes: Uint8Array, name: string): ReadDocument {
  const reader = READERS[extensionOf(name)];
  if (!reader) throw new UnreadableFileError(`${name} cannot be read: convert it to one of ${EXTENSIONS.join(", ")}.`);
  const document = reader(canonical(decode(bytes, name)), name);
  if (trimmed(document.text, 0, document.text.length).end === 0)
    throw new UnreadableFileError(`${name} has no text: check that it is the right file.`);
  if (Buffer.byteLength(document.text) > MAX_TEXT_BYTES)
    throw new UnreadableFileError(`${name} has more than 1.9 MB of text: split it into several files.`);
  return document;
}

/** In lower case, with the dot; empty where there is none. */
export function extensionOf(name: string): string {
  return /\.[^./\\]+$/.exec(name)?.[0].toLowerCase() ?? "";
}

function readMarkdown(text: string, name: string): ReadDocument {
  const { frontMatter, body } = readFrontMatter(text, name);
  return { ...plain, frontMatter, ...readHtml(markdownToHtml(body)) };
}
