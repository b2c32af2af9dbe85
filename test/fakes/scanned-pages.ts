import sharp from "sharp";
import { openPdf } from "../../ingest/pdf-open.ts";
import type { PrintedPage } from "./pdf-files.ts";

export interface ScanOptions {
  readonly dotsPerInch: number;
  readonly random: () => number;
  /** Only the pages up to this one. */
  readonly last?: number;
}

/** The pages of a PDF as a bad scanner gives them: crooked, blurred, grey, grainy, and packed hard. */
export async function scannedPages(
  pdf: Uint8Array,
  { dotsPerInch, random, last = Number.POSITIVE_INFINITY }: ScanOptions,
): Promise<PrintedPage[]> {
  const file = await openPdf(pdf, "original.pdf");
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= Math.min(file.pages, last); number += 1) {
    const { pixels, width, height, dotsPerInch: drawn } = await file.withPage(number, (page) => page.render());
    const angle = (random() < 0.5 ? -1 : 1) * (0.3 + 0.7 * random());
    const [ink, paper, grain] = [30 + 50 * random(), 215 + 35 * random(), 5 + 12 * random()];
    const crooked = await sharp(pixels, { raw: { width, height, channels: 1 } })
      .rotate(angle, { background: "#fff" })
      .toColourspace("b-w")
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { data, info } = await sharp(crooked.data, { raw: { ...crooked.info, channels: 1 } })
      .resize({ width: Math.round((crooked.info.width * dotsPerInch) / drawn) })
      .blur(((0.4 + 0.7 * random()) * dotsPerInch) / 200)
      .toColourspace("b-w")
      .raw()
      .toBuffer({ resolveWithObject: true });
    const grainy = data.map((grey) => clamp(ink + ((paper - ink) * grey) / 255 + grain * normal(random)));
    const bytes = await sharp(grainy, { raw: { width: info.width, height: info.height, channels: 1 } })
      .jpeg({ quality: Math.round(35 + 40 * random()) })
      .toBuffer();
    pages.push({ jpeg: { bytes, width: info.width, height: info.height } });
  }
  await file.close();
  return pages;
}

function clamp(grey: number): number {
  return Math.max(0, Math.min(255, grey));
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());
}
