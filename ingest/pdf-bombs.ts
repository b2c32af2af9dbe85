import { constants, inflateSync } from "node:zlib";

// A page of dense text unpacks to a tenth of a megabyte, its fonts to a few, a drawn map to some more.
const MAX_STREAM_BYTES = 64 * 1024 * 1024;
// How far before its bytes a stream says what it is.
const HEAD_REACH = 1000;

/**
 * Whether something in the file unpacks to what no document needs. pdf.js unpacks without a limit, and outside the
 * memory that a thread can be limited to; pictures alone it measures first.
 */
export function holdsBomb(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = file.indexOf("stream"); at !== -1; at = file.indexOf("stream", at + 6)) {
    if (file.toString("latin1", at - 3, at) === "end") continue;
    const start = at + 6 + (file[at + 6] === 13 ? 1 : 0) + 1;
    if (!isZlib(file, start) || isPicture(file, at)) continue;
    const end = file.indexOf("endstream", start);
    if (isTooLarge(file.subarray(start, end === -1 ? file.length : end))) return true;
  }
  return false;
}

function isZlib(file: Buffer, at: number): boolean {
  const [first = 0, second = 0] = file.subarray(at, at + 2);
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
}

function isPicture(file: Buffer, at: number): boolean {
  const head = file.toString("latin1", Math.max(0, at - HEAD_REACH), at);
  return /\/Subtype\s*\/Image\b/.test(head.slice(head.lastIndexOf(" obj") + 1));
}

function isTooLarge(packed: Buffer): boolean {
  // 1,000 to 1 is the most that the method can do.
  if (packed.length * 1100 < MAX_STREAM_BYTES) return false;
  try {
    inflateSync(packed, { maxOutputLength: MAX_STREAM_BYTES, finishFlush: constants.Z_SYNC_FLUSH });
    return false;
  } catch (error) {
    // Anything else is damage, which pdf.js knows how to read around.
    return error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
  }
}
