import { UnreadableFileError } from "../src/core/errors.ts";
import { checkWords } from "./ocr-doubts.ts";
import { createOcrEngine, type OcrEngine, type OcrWord } from "./ocr-engine.ts";
import { type PageImage, redrawn, smoothed, turned } from "./ocr-image.ts";
import { piecesOf } from "./ocr-pieces.ts";
import type { Piece } from "./pdf-lines.ts";

/** What was recognised on a page; in points, of the page as it is read. */
export interface RecognisedPage {
  readonly pieces: readonly Piece[];
  readonly width: number;
  readonly height: number;
  /** Mean over the words, of 100; `null` for a page without words. */
  readonly confidence: number | null;
}

/** Reads pages from their pictures. */
export interface Recogniser {
  recognise(image: PageImage): Promise<RecognisedPage>;
  close(): Promise<void>;
}

const POINTS = 72;
// The worst of the pages that stood upright had 93; one that lies on its side has 40.
const UPRIGHT = 70;

/** Reads every page twice, as different pictures, on two threads; one that makes no sense also from its other sides. */
export async function createRecogniser(start: () => Promise<OcrEngine> = createOcrEngine): Promise<Recogniser> {
  const [reader, checker] = await Promise.all([start(), start()]);
  const read = async (image: PageImage) => ({ image, words: await reader.read(await smoothed(image), "page") });
  const check = async (image: PageImage) => checker.read(await redrawn(image), "block");

  const readUpright = async (first: Reading): Promise<Reading> => {
    let best = first;
    for (const turn of [180, 90, 270] as const) {
      if (surenessOf(best.words) >= UPRIGHT) return best;
      const reading = await read(await turned(first.image, turn));
      if (surenessOf(reading.words) > surenessOf(best.words)) best = reading;
    }
    return best;
  };

  return {
    async recognise(original) {
      const [first, ahead] = await Promise.all([read(original), check(original)]);
      const { image, words } = await readUpright(first);
      const checked = checkWords(words, image === original ? ahead : await check(image));
      return {
        pieces: piecesOf(checked),
        width: (POINTS * image.width) / image.dotsPerInch,
        height: (POINTS * image.height) / image.dotsPerInch,
        confidence: checked.length > 0 ? surenessOf(checked) : null,
      };
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

interface Reading {
  readonly image: PageImage;
  readonly words: readonly OcrWord[];
}

/** Mean confidence; an empty page needs no turning, and one whose words stand on end needs it, however well they are read. */
function surenessOf(words: readonly OcrWord[]): number {
  const long = words.filter(({ text }) => text.length > 3);
  if (long.filter(isOnEnd).length > long.length / 2) return 0;
  return words.length === 0 ? 100 : words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length;
}

function isOnEnd({ left, right, top, bottom }: OcrWord): boolean {
  return bottom - top > right - left;
}
