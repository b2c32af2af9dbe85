import { UnreadableFileError } from "../src/core/errors.ts";
import { fold } from "../src/core/text.ts";
import { createRecogniser, type RecognisedPage, type Recogniser, startRecogniserFor } from "./ocr-recogniser.ts";
import { holdsBomb } from "./pdf-bombs.ts";
import { documentOf, type LaidPage } from "./pdf-document.ts";
import type { Piece } from "./pdf-lines.ts";
import { openPdf, type PdfFile, type PdfPage } from "./pdf-open.ts";
import type { Glyph } from "./pdf-pen.ts";
import type { ConvertFont } from "./pdf-runs.ts";
import { type Segment, segmentRows } from "./pdf-segments.ts";
import { findTables, isParted } from "./pdf-tables.ts";
import { wordsIn } from "./pdf-worth.ts";
import type { Notice, ReadDocument } from "./read.ts";

/** How a PDF is read; all of it may be left out. */
export interface PdfOptions {
  /** Text of a font that prints other letters than it stores, by the font's name; unchanged where it does not apply. */
  readonly convert?: ConvertFont;
  /** Starts recognition when the first page needs it. */
  readonly startRecogniser?: () => Promise<Recogniser>;
  /** After every page: a scan takes seconds a page, so that a time limit has to begin again with each. */
  readonly onPage?: (done: number, total: number) => void;
}

const MAX_FILE_BYTES = 20 * 1024 * 1024;
const MAX_PAGES = 5000;
const TITLE_REACH = 3000;
// Larger than an emblem or a signature; in parts of the page.
const MIN_PICTURE = 0.1;

/** Text of a PDF, recognised where its pages are pictures. Throws `UnreadableFileError`. */
export async function readPdf(bytes: Uint8Array, name: string, options: PdfOptions = {}): Promise<ReadDocument> {
  if (bytes.length > MAX_FILE_BYTES)
    throw new UnreadableFileError(`${name} is larger than 20 MB: split it into several files.`);
  if (holdsBomb(bytes))
    throw new UnreadableFileError(`${name} unpacks to far more than a document holds: print it anew as a PDF.`);
  const file = await openPdf(bytes, name);
  let recogniser: Recogniser | undefined;
  try {
    if (file.pages > MAX_PAGES)
      throw new UnreadableFileError(`${name} has more than 5,000 pages: split it into several files.`);
    const pages: LaidPage[] = [];
    const fonts = new Set<string>();
    const convert: ConvertFont = (text, font) => {
      const letters = options.convert?.(text, font) ?? text;
      if (letters !== text) fonts.add(font);
      return letters;
    };
    const recognise = async (page: PdfPage) => {
      recogniser ??= await startRecogniserFor(name, options.startRecogniser ?? createRecogniser);
      return recogniser.recognise(await page.render());
    };
    for (let number = 1; number <= file.pages; number += 1) {
      pages.push(await file.withPage(number, (page) => layOut(number, page, recognise, convert)));
      options.onPage?.(number, file.pages);
    }
    const document = documentOf(pages);
    if (!document.text) throw new UnreadableFileError(`${name} has no text: check that it is the right file.`);
    return {
      ...document,
      titleHint: titleIn(file, document.text),
      notices: [...conversionOf(fonts), ...document.notices],
    };
  } finally {
    await recogniser?.close();
    await file.close();
  }
}

async function layOut(
  number: number,
  page: PdfPage,
  recognise: (page: PdfPage) => Promise<RecognisedPage>,
  convert: ConvertFont,
): Promise<LaidPage> {
  const { width, height, marks } = page;
  const tables = findTables(marks.rules);
  const isCut = (from: number, to: number, baseline: number) =>
    tables.some((table) => isParted(table, from, to, baseline));
  const rows = segmentRows(marks.isHidden ? marks.glyphs.map(doubtDigit) : marks.glyphs, { isParted: isCut, convert });
  if (wordsIn(textOf(rows), marks) !== "picture") {
    const laid = { page: number, width, height, rows, tables };
    return marks.isHidden
      ? { ...laid, recognition: { by: "scanner" }, hasPicture: false }
      : { ...laid, recognition: null, hasPicture: marks.imageShare > MIN_PICTURE };
  }
  const { pieces, confidence, ...size } = await recognise(page);
  return {
    page: number,
    ...size,
    rows: segmentRows(pieces, { isParted: () => false, convert: (text) => text }),
    tables: [],
    recognition: { by: "us", confidence },
    hasPicture: false,
  };
}

/** A scanner's own recognition tells nobody which digits it was sure of. */
function doubtDigit(glyph: Glyph): Piece {
  return { ...glyph, isUncertain: /\d/.test(glyph.text) };
}

function textOf(rows: readonly (readonly Segment[])[]): string {
  return rows.map((row) => row.map(({ text }) => text).join(" ")).join("\n");
}

function conversionOf(fonts: ReadonlySet<string>): Notice[] {
  if (fonts.size === 0) return [];
  return [{ code: "converted-encoding", message: `letters of ${[...fonts].join(", ")} converted to Unicode` }];
}

/** The file's own title, where its text says the same; often it is that of another document, or a file's name. */
function titleIn({ title }: PdfFile, text: string): string | null {
  const words = title?.trim();
  return words && fold(text.slice(0, TITLE_REACH)).includes(fold(words)) ? words : null;
}
