import { UnreadableFileError } from "../src/core/errors.ts";
import { decodeLegacy } from "./legacy-bytes.ts";
import { ENCODINGS } from "./legacy-text.ts";
import type { Notice } from "./read.ts";

/** A file's bytes as text: Unicode, or an older Vietnamese encoding that its words tell. Throws `UnreadableFileError`. */
export function decode(bytes: Uint8Array, name: string): { text: string; notices: readonly Notice[] } {
  const decoded = unicode(bytes) ?? legacy(bytes);
  if (!decoded) {
    const known = ENCODINGS.map((encoding) => encoding.name).join(", ");
    throw new UnreadableFileError(
      `${name} is not UTF-8 text, and no older Vietnamese encoding (${known}) makes words of it: open it in the program it was written with and save it as UTF-8 (Unicode).`,
    );
  }
  const controls = decoded.text.match(/[\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0;
  if (decoded.text.includes("\u0000") || controls > decoded.text.length / 100)
    throw new UnreadableFileError(`${name} is not text: save it as a Word document, PDF or UTF-8 text first.`);
  return decoded;
}

function unicode(bytes: Uint8Array): { text: string; notices: readonly Notice[] } | undefined {
  try {
    return { text: new TextDecoder(utf16Of(bytes) ?? "utf-8", { fatal: true }).decode(bytes), notices: [] };
  } catch {
    return undefined;
  }
}

function legacy(bytes: Uint8Array): { text: string; notices: readonly Notice[] } | undefined {
  const decoded = decodeLegacy(bytes);
  if (!decoded) return undefined;
  const { text, encoding, lines, unicodeLines } = decoded;
  const from = `${encoding?.name ?? "Windows-1252"} and converted to Unicode`;
  const message =
    unicodeLines > 0 ? `${lines - unicodeLines} of ${lines} lines with marks read as ${from}` : `read as ${from}`;
  return { text, notices: [{ code: "converted-encoding", message }] };
}

// Where the letters of Vietnamese and their punctuation are: the first byte of two.
const PAGES: ReadonlySet<number | undefined> = new Set([0x00, 0x01, 0x03, 0x1e, 0x20]);
const SAMPLE_BYTES = 8192;

/** By the byte order mark, or by the NULs that every space and ASCII letter has; `undefined` where there are none. */
function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (!sample.includes(0)) return undefined;
  const share = (parity: number) => {
    const own = sample.filter((_, at) => at % 2 === parity);
    return own.filter((byte) => PAGES.has(byte)).length / own.length;
  };
  const [big, little] = [share(0), share(1)];
  return Math.max(big, little) < 0.9 ? undefined : little >= big ? "utf-16le" : "utf-16be";
}
