import { UnreadableFileError } from "../src/core/errors.ts";

const MAX_FILE_BYTES = 20 * 1024 * 1024;

const SIGNATURES: readonly (readonly [string, string])[] = [
  ["%PDF", "a PDF"],
  ["PK\u0003\u0004", "a Word document or archive"],
  ["\u00d0\u00cf\u0011\u00e0", "an old Word document"],
  ["{\\rtf", "a rich text file"],
];

/** The file as text: UTF-8, or UTF-16 where a byte order mark says so. */
export function decode(bytes: Uint8Array, name: string): string {
  if (bytes.length > MAX_FILE_BYTES)
    throw new UnreadableFileError(`${name} is larger than 20 MB: split it into several files.`);
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const [, format] = SIGNATURES.find(([signature]) => start.startsWith(signature)) ?? [];
  if (format) throw new UnreadableFileError(`${name} is ${format}: save it as UTF-8 text, Markdown or HTML first.`);
  const text = decodeBytes(bytes, name);
  const controls = text.match(/[\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0;
  if (text.includes("\u0000") || controls > text.length / 100)
    throw new UnreadableFileError(`${name} is not text: save it as UTF-8 text, Markdown or HTML first.`);
  return text;
}

function decodeBytes(bytes: Uint8Array, name: string): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    const message = `${name} is not ${encoding.toUpperCase()} text: open it in an editor and save it as UTF-8 (Unicode).`;
    throw new UnreadableFileError(message, { cause });
  }
}
