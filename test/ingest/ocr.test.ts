import { readFileSync } from "node:fs";
import sharp from "sharp";
import { expect, it } from "vitest";
import { readImage } from "../../ingest/ocr.ts";
import type { OcrEngine, OcrWord } from "../../ingest/ocr-engine.ts";
import type { PageImage } from "../../ingest/ocr-image.ts";
import { createRecogniser, type Recogniser } from "../../ingest/ocr-recogniser.ts";
import { UnreadableFileError } from "../../src/core/errors.ts";

const scan = readFileSync(new URL("../fixtures/pdf/scanned-head.jpg", import.meta.url));

it("reads a scanned page: its head block, its paragraphs, and every digit right or doubted", async () => {
  const { text, notices, uncertain } = await readImage(scan, "scan.jpg");
  const lines = text.split("\n\n");
  expect(lines.some((line) => line.startsWith("- Căn cứ Quy chế") && line.endsWith("2020 - 2025;"))).toBe(true);
  const wanted = [
    "47-QĐ/TU",
    "18",
    "6",
    "2024",
    "03-QC/TU,",
    "22/12/2020",
    "2020",
    "2025;",
    "156-TTr/VPTU,",
    "04/6/2024,",
  ];
  const doubted = uncertain.map(({ start, end }) => text.slice(start, end));
  const sure = (text.match(/\S*\d\S*/g) ?? []).filter((number) => !doubted.includes(number));
  expect(sure.filter((number) => !wanted.includes(number) && !/^1\.?$/.test(number))).toEqual([]);
  expect(sure.length).toBeGreaterThan(wanted.length / 2);
  expect(notices.map(({ code }) => code)).toEqual(["recognised", "uncertain-words"]);
});

it.each(["#fff", "#c33"])("reads every page of a TIFF, as grey, of paper as %s", async (background) => {
  const page = await sharp({ create: { width: 800, height: 600, channels: 3, background } })
    .png()
    .toBuffer();
  const tiff = await sharp([page, page], { join: { animated: true } })
    .tiff({ compression: "lzw" })
    .toBuffer();
  const seen: PageImage[] = [];
  const recogniser: Recogniser = {
    recognise: async (image) => {
      seen.push(image);
      const pieces = [{ text: "Điều", left: 72, right: 100, baseline: 100, size: 12 }];
      return { pieces, width: 595, height: 842, confidence: 90 };
    },
    close: async () => {},
  };
  const { pages: starts } = await readImage(tiff, "scan.tif", { startRecogniser: async () => recogniser });
  expect(starts.map(({ page }) => page)).toEqual([1, 2]);
  expect(seen.map(({ pixels, width, height }) => pixels.length === width * height)).toEqual([true, true]);
});

it("turns a crooked page upright before it looks for lines", async () => {
  const words = [
    ["Điều", 1, 1],
    ["1.", 2, 1.02],
    ["Phạm", 3, 1.04],
    ["vi", 6, 1.1],
  ] as const;
  const line = words.map(([text, left, baseline]) => wordAt(text, left, baseline, 0.02));
  const { pieces } = await (await createRecogniser(async () => engineOf(line))).recognise(blank);
  expect(new Set(pieces.map(({ baseline }) => baseline.toFixed(1))).size).toBe(1);
});

it("reads a page that lies on its side from the side that makes sense", async () => {
  const sideways = { ...blank, width: 1100, height: 850 };
  const engine = (): OcrEngine => ({
    read: async ({ width, height }) =>
      width < height ? [wordAt("Điều", 1, 1, 0)] : [{ ...wordAt("nạiĐ", 1, 1, 0), confidence: 40 }],
    close: async () => {},
  });
  const page = await (await createRecogniser(async () => engine())).recognise(sideways);
  expect(page.pieces.map(({ text }) => text)).toEqual(["Điều"]);
  expect([page.width, page.height]).toEqual([612, 792]);
});

it("closes both engines, also after a page that could not be read", async () => {
  let open = 0;
  const engine = (): OcrEngine => {
    open += 1;
    return {
      read: () => Promise.reject(new Error("out of memory")),
      close: async () => {
        open -= 1;
      },
    };
  };
  const startRecogniser = () => createRecogniser(async () => engine());
  await expect(readImage(scan, "scan.jpg", { startRecogniser })).rejects.toThrow("out of memory");
  expect(open).toBe(0);
});

it("refuses a file that is no picture, and says what to do", async () => {
  const reading = readImage(Buffer.from("no picture"), "ảnh.png");
  await expect(reading).rejects.toThrow(UnreadableFileError);
  await expect(reading).rejects.toThrow("ảnh.png is damaged or no picture: scan the page again.");
});

const blank = { pixels: new Uint8Array(850 * 1100).fill(255), width: 850, height: 1100, dotsPerInch: 100 };

function engineOf(words: readonly OcrWord[]): OcrEngine {
  return { read: async () => [...words], close: async () => {} };
}

function wordAt(text: string, left: number, baseline: number, slope: number): OcrWord {
  const place = { left, right: left + 0.5, top: baseline - 0.15, bottom: baseline, height: 0.2 };
  return { text, ...place, baseline: baseline + slope * 0.25, slope, confidence: 96, digitConfidence: 100 };
}
