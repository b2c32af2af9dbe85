import { UnreadableFileError } from "../src/core/errors.ts";
import { openImages, type PageImage } from "./ocr-image.ts";
import { createRecogniser, type Recogniser, startRecogniserFor } from "./ocr-recogniser.ts";
import { documentOf, type LaidPage } from "./pdf-document.ts";
import { segmentRows } from "./pdf-segments.ts";
import type { ReadDocument } from "./read.ts";

/** How a picture is read; all of it may be left out. */
export interface ImageOptions {
  readonly startRecogniser?: () => Promise<Recogniser>;
  /** After every page: each takes seconds, so that a time limit has to begin again with each. */
  readonly onPage?: (done: number, total: number) => void;
}

const MAX_FILE_BYTES = 20 * 1024 * 1024;
// At some seconds each, all that one sitting takes.
const MAX_PAGES = 500;

/** Text of a scanned page as PNG, JPEG or TIFF, the last with any number of pages. Throws `UnreadableFileError`. */
export async function readImage(bytes: Uint8Array, name: string, options: ImageOptions = {}): Promise<ReadDocument> {
  if (bytes.length > MAX_FILE_BYTES)
    throw new UnreadableFileError(`${name} is larger than 20 MB: scan its pages with 300 dots per inch, or in grey.`);
  const images = await openImages(bytes, name);
  if (images.pages > MAX_PAGES)
    throw new UnreadableFileError(`${name} has more than 500 pages: split it into several files.`);
  const recogniser = await startRecogniserFor(name, options.startRecogniser ?? createRecogniser);
  try {
    const pages: LaidPage[] = [];
    for (let number = 1; number <= images.pages; number += 1) {
      pages.push(await layOut(await images.page(number), number, recogniser));
      options.onPage?.(number, images.pages);
    }
    const document = documentOf(pages);
    if (!document.text) throw new UnreadableFileError(`${name} shows no text: check that it is the right file.`);
    return document;
  } finally {
    await recogniser.close();
  }
}

async function layOut(image: PageImage, page: number, recogniser: Recogniser): Promise<LaidPage> {
  const { pieces, confidence, width, height } = await recogniser.recognise(image);
  const rows = segmentRows(pieces, { isParted: () => false, convert: (text) => text });
  return { page, width, height, rows, tables: [], recognition: { by: "us", confidence }, hasPicture: false };
}
