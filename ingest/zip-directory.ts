import { UnreadableFileError } from "../src/core/errors.ts";

/** What an archive says of one of its files, and where the file lies in it. */
export interface PackedEntry {
  /** Path with `/`, NFC. */
  readonly name: string;
  /** Unpacked bytes, as the archive has it: nobody has counted them yet. */
  readonly size: number;
  /** CRC-32 of the unpacked bytes. */
  readonly checksum: number;
  readonly isDeflated: boolean;
  /** Offsets in the archive; no two entries overlap. */
  readonly packed: { readonly start: number; readonly end: number };
}

// Signatures and sizes of the records: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT (4.3)
const END_OF_DIRECTORY = 0x06054b50;
const IN_DIRECTORY = 0x02014b50;
const BEFORE_FILE = 0x04034b50;
const END_BYTES = 22;
const DIRECTORY_BYTES = 46;
const FILE_BYTES = 30;
const MAX_COMMENT = 0xffff;
const ENCRYPTED = 1;
const UTF8_NAME = 1 << 11;
const STORED = 0;
const DEFLATED = 8;
const LINK = 0o120000;
const FILE_TYPE = 0o170000;

const DAMAGED = "is damaged or cut short: copy or download it again.";

/** The files of a zip archive by its directory, folders left out; throws `UnreadableFileError`. */
export function readDirectory(bytes: Uint8Array, archive: string, maxEntries: number): PackedEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const refuse = (reason: string, cause?: unknown) => new UnreadableFileError(`${archive} ${reason}`, { cause });
  try {
    const end = endOfDirectory(view);
    const count = view.getUint16(end + 10, true);
    const start = view.getUint32(end + 16, true);
    if (view.getUint16(end + 4, true) !== 0 || start === 0xffffffff)
      throw refuse("is in parts or larger than 4 GB: pack it again as one ordinary zip archive.");
    if (count > maxEntries)
      throw refuse(`holds more than ${maxEntries.toLocaleString("en")} files: split it into several archives.`);
    const entries: PackedEntry[] = [];
    for (let at = start, left = count; left > 0; left -= 1) {
      if (view.getUint32(at, true) !== IN_DIRECTORY) throw refuse(DAMAGED);
      const nameBytes = view.getUint16(at + 28, true);
      const flags = view.getUint16(at + 8, true);
      const name = nameOf(bytes.subarray(at + DIRECTORY_BYTES, at + DIRECTORY_BYTES + nameBytes), flags);
      const problem = problemOf(name, flags, view, at);
      if (problem) throw refuse(problem);
      if (!name.endsWith("/")) entries.push(entryAt(view, at, name));
      at += DIRECTORY_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    if (overlap(entries, start)) throw refuse(DAMAGED);
    if (new Set(entries.map(({ name }) => name)).size < entries.length)
      throw refuse("holds two files of the same name: pack it again.");
    return entries;
  } catch (error) {
    // The view refuses to read beyond the end of the file.
    throw error instanceof RangeError ? refuse(DAMAGED, error) : error;
  }
}

/** The last record of the archive, behind which only its comment stands. */
function endOfDirectory(view: DataView): number {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at -= 1)
    if (view.getUint32(at, true) === END_OF_DIRECTORY && view.getUint16(at + 20, true) <= last - at) return at;
  throw new RangeError("no end of directory");
}

function problemOf(name: string, flags: number, view: DataView, at: number): string | undefined {
  const method = view.getUint16(at + 10, true);
  if (flags & ENCRYPTED) return "is protected by a password: pack it again without one.";
  if (method !== STORED && method !== DEFLATED)
    return "is packed in a way that cannot be read: pack it again as an ordinary zip archive.";
  if (/^(?:\/|[A-Za-z]:)|[\0-\x1f]|(?:^|\/)\.\.(?:\/|$)/.test(name) || !name)
    return "holds a file name that leads out of it or is no name: pack it again from a folder of its own.";
  if ((view.getUint16(at + 40, true) & FILE_TYPE) === LINK)
    return "holds a link instead of a file: pack it again with the file itself.";
  return undefined;
}

function entryAt(view: DataView, at: number, name: string): PackedEntry {
  const packedBytes = view.getUint32(at + 20, true);
  const header = view.getUint32(at + 42, true);
  if (view.getUint32(header, true) !== BEFORE_FILE) throw new RangeError("no file where the directory has one");
  const start = header + FILE_BYTES + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  return {
    name,
    size: view.getUint32(at + 24, true),
    checksum: view.getUint32(at + 16, true),
    isDeflated: view.getUint16(at + 10, true) === DEFLATED,
    packed: { start, end: start + packedBytes },
  };
}

/** Whether files share bytes, as in archives that unpack one file many times, or reach into the directory. */
function overlap(entries: readonly PackedEntry[], directory: number): boolean {
  const places = entries
    .map(({ packed }) => packed)
    .sort((one, other) => one.start - other.start || one.end - other.end);
  return places.some(({ end }, index) => end > (places[index + 1]?.start ?? directory));
}

/** Older programs write names in the code page of their machine without saying which: letters may be wrong there. */
function nameOf(bytes: Uint8Array, flags: number): string {
  const decode = (encoding: string, fatal: boolean) => new TextDecoder(encoding, { fatal }).decode(bytes);
  let name: string;
  try {
    name = decode("utf-8", (flags & UTF8_NAME) === 0);
  } catch {
    name = decode("latin1", false);
  }
  return name
    .replaceAll("\\", "/")
    .replace(/(?<=^|\/)(?:\.\/)+/g, "")
    .normalize("NFC");
}
