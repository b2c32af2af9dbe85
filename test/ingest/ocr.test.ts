import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readImage } from "../../ingest/ocr.ts";
import type { OcrEngine, OcrWord } from "../../ingest/ocr-engine.ts";
import { createRecogniser } from "../../ingest/ocr-recogniser.ts";
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
