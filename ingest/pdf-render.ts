import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { TrichdanError } from "../src/core/errors.ts";
import type { PageImage } from "./ocr-image.ts";

const POINTS = 72;
// Below, letters have too few dots; above, recognition takes longer and reads no better.
const MIN_RESOLUTION = 150;
const MAX_RESOLUTION = 300;
const MAX_PIXELS = 30_000_000;

/** A page as it would be printed, in grey. */
export async function renderPage(
  file: PDFDocumentProxy,
  page: PDFPageProxy,
  imageResolution: number | null,
): Promise<PageImage> {
  const { width, height } = page.getViewport({ scale: 1 });
  const wanted = Math.min(MAX_RESOLUTION, Math.max(MIN_RESOLUTION, imageResolution ?? MAX_RESOLUTION));
  const dotsPerInch = Math.min(wanted, POINTS * Math.sqrt(MAX_PIXELS / (width * height)));
  const viewport = page.getViewport({ scale: dotsPerInch / POINTS });
  const canvases = canvasesOf(file);
  const drawn = canvases.create(Math.round(viewport.width), Math.round(viewport.height));
  try {
    await page.render({ canvas: null, canvasContext: drawn.context, viewport, background: "#fff", annotationMode: 0 })
      .promise;
    const {
      data,
      width: across,
      height: down,
    } = drawn.context.getImageData(0, 0, drawn.canvas.width, drawn.canvas.height);
    return { pixels: inGrey(data), width: across, height: down, dotsPerInch };
  } finally {
    canvases.destroy(drawn);
  }
}

interface Canvases {
  create(width: number, height: number): Drawn;
  destroy(drawn: Drawn): void;
}

interface Drawn {
  readonly canvas: { readonly width: number; readonly height: number };
  readonly context: CanvasRenderingContext2D;
}

function canvasesOf(file: PDFDocumentProxy): Canvases {
  // pdf.js types its own factory as Object; in Node it makes canvases of @napi-rs/canvas, which it brings along.
  const factory = file.canvasFactory as Canvases;
  return {
    create(width, height) {
      try {
        return factory.create(width, height);
      } catch (cause) {
        throw new TrichdanError("Pages cannot be drawn because @napi-rs/canvas is missing: run `npm install` again.", {
          cause,
        });
      }
    },
    destroy: (drawn) => factory.destroy(drawn),
  };
}

function inGrey(data: Uint8ClampedArray): Uint8Array {
  const grey = new Uint8Array(data.length / 4);
  for (let at = 0; at < grey.length; at += 1) {
    const from = at * 4;
    grey[at] = 0.299 * (data[from] ?? 0) + 0.587 * (data[from + 1] ?? 0) + 0.114 * (data[from + 2] ?? 0);
  }
  return grey;
}
