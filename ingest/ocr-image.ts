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
const MAX_PIXELS = 100_000_000;

/** The pages of a picture file, upright as its camera held them; each is unpacked when it is asked for. */
export async function openImages(
  bytes: Uint8Array,
  name: string,
): Promise<{ readonly pages: number; readonly page: (number: number) => Promise<PageImage> }> {
  const { default: sharp } = await import("sharp");
  const refuse = (cause: unknown) => {
    throw new UnreadableFileError(`${name} is damaged or no picture: scan the page again.`, { cause });
  };
  const open = (page: number) => sharp(bytes, { page, limitInputPixels: MAX_PIXELS });
  const { pages = 1 } = await open(0).metadata().catch(refuse);
  return {
    pages,
    async page(number) {
      const upright = open(number - 1)
        .rotate()
        .flatten({ background: "#fff" })
        .toColourspace("b-w");
      const { data, info } = await upright.raw().toBuffer({ resolveWithObject: true }).catch(refuse);
      const dotsPerInch = Math.min(info.width, info.height) / PAGE_INCHES;
      return { pixels: data, width: info.width, height: info.height, dotsPerInch };
    },
  };
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

/** Turned clockwise. */
export async function turned(image: PageImage, degrees: 90 | 180 | 270): Promise<PageImage> {
  const { default: sharp } = await import("sharp");
  const { width, height } = image;
  const turning = sharp(image.pixels, { raw: { width, height, channels: 1 } })
    .rotate(degrees)
    .toColourspace("b-w");
  const { data, info } = await turning.raw().toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height, dotsPerInch: image.dotsPerInch };
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
