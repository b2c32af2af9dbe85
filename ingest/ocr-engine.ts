import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { TrichdanError } from "../src/core/errors.ts";
import { asFile, type PageImage } from "./ocr-image.ts";

/** A recognised word with its place in inches from the page's top left corner. */
export interface OcrWord {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Of the word's line where the word stands. */
  readonly baseline: number;
  /** Of the line, from the lowest to the highest letter. */
  readonly height: number;
  /** Inches that the line falls for each that it goes to the right. */
  readonly slope: number;
  /** Of 100. */
  readonly confidence: number;
  /** Of the digit that is least sure; 100 where there is none. */
  readonly digitConfidence: number;
}

/** Reads Vietnamese print. */
export interface OcrEngine {
  /** In the engine's own order. It looks for columns on a `page`; a `block` is lines below each other. */
  read(image: PageImage, layout: "page" | "block"): Promise<OcrWord[]>;
  close(): Promise<void>;
}

/** Starts the engine on a thread of its own, from installed packages alone. */
export async function createOcrEngine(): Promise<OcrEngine> {
  try {
    const { createWorker, OEM, PSM } = await import("tesseract.js");
    const data = dirname(fileURLToPath(import.meta.resolve("@tesseract.js-data/vie/package.json")));
    const worker = await createWorker("vie", OEM.LSTM_ONLY, {
      langPath: join(data, "4.0.0_best_int"),
      cacheMethod: "none",
      gzip: true,
      // Without one, a failure on its thread would end this process.
      errorHandler: () => {},
    });
    return {
      async read(image, layout) {
        await worker.setParameters({
          tessedit_pageseg_mode: layout === "page" ? PSM.AUTO : PSM.SINGLE_BLOCK,
          user_defined_dpi: String(Math.round(image.dotsPerInch)),
          // Where it writes what it notices, which would be our standard error.
          debug_file: "/dev/null",
        });
        const { data: page } = await worker.recognize(asFile(image), {}, { text: false, blocks: true });
        const lines = (page.blocks ?? []).flatMap(({ paragraphs }) =>
          paragraphs.flatMap((paragraph) => paragraph.lines),
        );
        return lines.flatMap((line) => line.words.map((word) => wordOf(word, line, image.dotsPerInch)));
      },
      async close() {
        await worker.terminate();
      },
    };
  } catch (cause) {
    throw new TrichdanError("Character recognition cannot start: run `npm install` again.", { cause });
  }
}

interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

interface TesseractLine {
  readonly baseline: Box;
  readonly bbox: Box;
  readonly rowAttributes: { readonly rowHeight: number };
}

interface TesseractWord {
  readonly text: string;
  readonly bbox: Box;
  readonly confidence: number;
  readonly symbols: readonly { readonly text: string; readonly confidence: number }[];
}

function wordOf({ text, bbox, confidence, symbols }: TesseractWord, line: TesseractLine, dotsPerInch: number): OcrWord {
  const { x0, y0, x1, y1 } = line.baseline;
  const slope = x1 > x0 ? (y1 - y0) / (x1 - x0) : 0;
  const digits = symbols.filter((symbol) => /\d/.test(symbol.text));
  return {
    text,
    left: bbox.x0 / dotsPerInch,
    right: bbox.x1 / dotsPerInch,
    top: bbox.y0 / dotsPerInch,
    bottom: bbox.y1 / dotsPerInch,
    baseline: (y0 + slope * ((bbox.x0 + bbox.x1) / 2 - x0)) / dotsPerInch,
    height: (line.rowAttributes.rowHeight || line.bbox.y1 - line.bbox.y0) / dotsPerInch,
    slope,
    confidence,
    digitConfidence: Math.min(100, ...digits.map((digit) => digit.confidence)),
  };
}
