import { UnreadableFileError } from "../src/core/errors.ts";
import { checkWords } from "./ocr-doubts.ts";
import { createOcrEngine, type OcrEngine } from "./ocr-engine.ts";
import { type PageImage, redrawn, smoothed } from "./ocr-image.ts";
import { piecesOf } from "./ocr-pieces.ts";
import type { Piece } from "./pdf-lines.ts";

/** What was recognised on a page. */
export interface RecognisedPage {
  readonly pieces: readonly Piece[];
  /** Mean over the words, of 100; `null` for a page without words. */
  readonly confidence: number | null;
}

/** Reads pages from their pictures. */
export interface Recogniser {
  recognise(image: PageImage): Promise<RecognisedPage>;
  close(): Promise<void>;
}

/** Reads every page twice, as different pictures, on two threads. */
export async function createRecogniser(start: () => Promise<OcrEngine> = createOcrEngine): Promise<Recogniser> {
  const [reader, checker] = await Promise.all([start(), start()]);
  return {
    async recognise(image) {
      const [first, second] = await Promise.all([
        smoothed(image).then((picture) => reader.read(picture, "page")),
        redrawn(image).then((picture) => checker.read(picture, "block")),
      ]);
      const words = checkWords(first, second);
      const sum = words.reduce((total, { confidence }) => total + confidence, 0);
      return { pieces: piecesOf(words), confidence: words.length > 0 ? sum / words.length : null };
    },
    async close() {
      await Promise.all([reader.close(), checker.close()]);
    },
  };
}

/** As `start`, but the refusal names the file that needs it. */
export async function startRecogniserFor(name: string, start: () => Promise<Recogniser>): Promise<Recogniser> {
  try {
    return await start();
  } catch (cause) {
    const reason =
      cause instanceof Error ? cause.message : "Character recognition cannot start: run `npm install` again.";
    throw new UnreadableFileError(`${name} is a scan. ${reason}`, { cause });
  }
}
