import { constants, inflateSync } from "node:zlib";

// A page of dense text unpacks to a tenth of a megabyte, its fonts to a few, a drawn map to some more.
const MAX_STREAM_BYTES = 64 * 1024 * 1024;
// How far before its bytes a stream says what it is.
const HEAD_REACH = 1000;

/**
 * Whether something in the file unpacks to what no document needs. pdf.js unpacks without a limit, and outside the
 * memory that a thread can be limited to; pictures alone it measures first. What this overlooks, the reading thread's
 * own limit meets.
 */
export function holdsBomb(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = file.indexOf("stream"); at !== -1; at = file.indexOf("stream", at + 6)) {
    if (file.toString("latin1", at - 3, at) === "end") continue;
    const head = headOf(file, at);
    if (/\/Subtype\s*\/Image\b/.test(head)) continue;
    const start = at + 6 + (file[at + 6] === 13 ? 1 : 0) + 1;
    const end = file.indexOf("endstream", start);
    if (isBomb(file.subarray(start, end === -1 ? file.length : end), filtersIn(head))) return true;
  }
  return false;
}

/** What the file says of the stream that begins here. */
function headOf(file: Buffer, at: number): string {
  const head = file.toString("latin1", Math.max(0, at - HEAD_REACH), at);
  return head.slice(head.lastIndexOf(" obj") + 1);
}

/** The ways in which a stream is packed more than once, outermost first; what is packed once shows it itself. */
function filtersIn(head: string): string[] {
  const [, list = ""] = /\/Filter\s*\[([^\]]*)\]/.exec(head) ?? [];
  const filters = list.match(/[A-Za-z\d]+/g) ?? [];
  return filters.length > 1 ? filters : ["FlateDecode"];
}

function isBomb(stream: Buffer, [filter, ...inner]: readonly string[]): boolean {
  if (filter === "ASCIIHexDecode")
    return isBomb(Buffer.from(stream.toString("latin1").replace(/\s+/g, ""), "hex"), inner);
  if (filter !== "FlateDecode" || !isZlib(stream)) return false;
  // 1,000 to 1 is the most that the method can do.
  if (inner.length === 0 && stream.length * 1100 < MAX_STREAM_BYTES) return false;
  try {
    const contents = inflateSync(stream, { maxOutputLength: MAX_STREAM_BYTES, finishFlush: constants.Z_SYNC_FLUSH });
    return isBomb(contents, inner);
  } catch (error) {
    // Anything else is damage, which pdf.js knows how to read around.
    return error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
  }
}

function isZlib(stream: Buffer): boolean {
  const [first = 0, second = 0] = stream;
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
}
