import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { UnreadableFileError } from "../src/core/errors.ts";
import type { PageImage } from "./ocr-image.ts";
import { type PageMarks, readMarks } from "./pdf-marks.ts";
import type { Font } from "./pdf-pen.ts";
import { renderPage } from "./pdf-render.ts";
import { matrixOf, property } from "./pdf-values.ts";

/** A page of an open file. */
export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly marks: PageMarks;
  /** At the resolution of its largest image, within reason. */
  render(): Promise<PageImage>;
}

/** An open file. */
export interface PdfFile {
  readonly pages: number;
  /** Of the file's own properties. */
  readonly title: string | null;
  /** What `use` is given is gone when it returns. `number` is from 1. */
  withPage<Value>(number: number, use: (page: PdfPage) => Promise<Value>): Promise<Value>;
  close(): Promise<void>;
}

// A0 at 300 dots per inch has 140 million; a file may claim many more than it holds.
const MAX_IMAGE_PIXELS = 150_000_000;
// Fonts of pages that are long gone would pile up.
const PAGES_BETWEEN_CLEANUPS = 50;

/** Opens the file without touching the network or running any code in it. */
export async function openPdf(bytes: Uint8Array, name: string): Promise<PdfFile> {
  const pdfjs = loadPdfjs();
  const root = dirname(fileURLToPath(import.meta.resolve("pdfjs-dist/package.json")));
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    cMapUrl: join(root, "cmaps", sep),
    wasmUrl: join(root, "wasm", sep),
    standardFontDataUrl: join(root, "standard_fonts", sep),
    maxImageSize: MAX_IMAGE_PIXELS,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  const file = await task.promise.catch((cause: unknown) => {
    throw refusal(cause, name);
  });
  return {
    pages: file.numPages,
    title: await titleOf(file),
    async withPage(number, use) {
      const page = await file.getPage(number);
      try {
        const { width, height, transform } = page.getViewport({ scale: 1 });
        const list = await page.getOperatorList({ annotationMode: pdfjs.AnnotationMode.DISABLE });
        const fontOf = (key: string) => fontBy(page, key);
        const marks = readMarks(list, pdfjs.OPS, { width, height, transform: matrixOf(transform), fontOf });
        return await use({ width, height, marks, render: () => renderPage(file, page, marks.imageResolution) });
      } finally {
        page.cleanup();
        if (number % PAGES_BETWEEN_CLEANUPS === 0) await file.cleanup();
      }
    },
    close: () => task.destroy(),
  };
}

// Loaded when the first PDF comes: it takes a fifth of a second. An import would go through the TypeScript loader, which
// takes another second and 250 MB for it.
function loadPdfjs(): typeof import("pdfjs-dist/legacy/build/pdf.mjs") {
  const require = createRequire(import.meta.url);
  require("pdfjs-dist/legacy/build/pdf.worker.mjs");
  return require("pdfjs-dist/legacy/build/pdf.mjs");
}

function refusal(cause: unknown, name: string): UnreadableFileError {
  const isLocked = cause instanceof Error && cause.name === "PasswordException";
  const message = isLocked
    ? `${name} is protected by a password: save a copy without one.`
    : `${name} is damaged or no PDF: open it in a PDF reader and save it again.`;
  return new UnreadableFileError(message, { cause });
}

async function titleOf(file: PDFDocumentProxy): Promise<string | null> {
  const { info } = await file.getMetadata();
  const title = property(info, "Title");
  return typeof title === "string" ? title : null;
}

function fontBy(page: PDFPageProxy, key: string): Font {
  const font: unknown = page.commonObjs.has(key) ? page.commonObjs.get(key) : undefined;
  const name = property(font, "name");
  const [unit] = matrixOf(property(font, "fontMatrix") ?? [0.001]);
  return { name: typeof name === "string" ? name.replace(/^[A-Z]{6}\+/, "") : "", unit };
}
