import { UnreadableFileError } from "../src/core/errors.ts";

/** A page as a picture: one byte of grey a dot. */
export interface PageImage {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly dotsPerInch: number;
}

// Where a picture does not say how large it is, it is taken for a page of A4.
const PAGE_INCHES = 8.27;
const MIN_RESOLUTION = 100;
const MAX_RESOLUTION = 300;
const MAX_PIXELS = 150_000_000;

/** The pages of a picture file, upright as its camera held them. */
export async function decodeImages(bytes: Uint8Array, name: string): Promise<PageImage[]> {
  const { default: sharp } = await import("sharp");
  try {
    const { pages = 1 } = await sharp(bytes, { limitInputPixels: MAX_PIXELS }).metadata();
    const images: PageImage[] = [];
    for (let page = 0; page < pages; page += 1) {
      const picture = sharp(bytes, { page, limitInputPixels: MAX_PIXELS }).rotate().flatten({ background: "#fff" });
      const { data, info } = await picture.greyscale().raw().toBuffer({ resolveWithObject: true });
      const pixels = info.channels === 1 ? data : data.filter((_, at) => at % info.channels === 0);
      const dotsPerInch = Math.min(info.width, info.height) / PAGE_INCHES;
      images.push({ pixels, width: info.width, height: info.height, dotsPerInch });
    }
    return images;
  } catch (cause) {
    throw new UnreadableFileError(`${name} is damaged or no picture: scan the page again.`, { cause });
  }
}

/** Grain of the scan and of JPEG smoothed, at the resolution it has: the reading that is kept. */
export function smoothed(image: PageImage): Promise<PageImage> {
  const { dotsPerInch } = image;
  return changed(image, { to: Math.min(MAX_RESOLUTION, Math.max(MIN_RESOLUTION, dotsPerInch)), blur: 0.7 });
}

/** The same page in other dots, so that what is misread for its dots is not misread twice. */
export function redrawn(image: PageImage): Promise<PageImage> {
  return changed(image, { to: image.dotsPerInch > 220 ? 220 : 300, median: 3 });
}

async function changed(
  image: PageImage,
  change: { readonly to: number; readonly blur?: number; readonly median?: number },
): Promise<PageImage> {
  const { default: sharp } = await import("sharp");
  const { width, height } = image;
  const open = (pixels: Uint8Array) => sharp(pixels, { raw: { width, height, channels: 1 } });
  // One step at a time: in one pipeline sharp resizes before it filters.
  const filtered = change.median ? open(image.pixels).median(change.median) : open(image.pixels).blur(change.blur ?? 1);
  const pixels = await filtered.toColourspace("b-w").raw().toBuffer();
  const scale = change.to / image.dotsPerInch;
  if (Math.abs(scale - 1) < 0.05) return { ...image, pixels };
  const resized = open(pixels)
    .resize({ width: Math.round(width * scale), kernel: "cubic" })
    .toColourspace("b-w");
  const { data, info } = await resized.raw().toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height, dotsPerInch: change.to };
}

/** A file that the engine reads without unpacking anything: portable grey map. */
export function asFile({ pixels, width, height }: PageImage): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, "latin1"), pixels]);
}
