import { crc32 } from "node:zlib";
import { Inflate } from "fflate";
import { UnreadableFileError } from "../src/core/errors.ts";
import { type PackedEntry, readDirectory } from "./zip-directory.ts";

/** Bounds on what an archive may unpack to. */
export interface ArchiveLimits {
  readonly entries: number;
  readonly bytes: number;
  /** Unpacked bytes for one packed byte, in any entry larger than `freeBytes`. */
  readonly ratio: number;
  readonly freeBytes: number;
}

/** A file in an archive. */
export interface ArchiveEntry {
  /** Path with `/`, NFC; it never leads out of the archive, and no other entry has it. */
  readonly name: string;
  /** Unpacked bytes. */
  readonly size: number;
  /** Unpacks it, anew at every call; throws `UnreadableFileError` where it is not what the archive says of it. */
  readonly read: () => Uint8Array;
}

/** A document in an archive of documents. */
export interface ArchiveMember {
  /** `archive.zip/inner/name.docx`. */
  readonly key: string;
  /** Base name. */
  readonly name: string;
  readonly read: () => Uint8Array;
}

// The ratio is that of Apache POI's ZipSecureFile.
const LIMITS: ArchiveLimits = { entries: 2000, bytes: 200_000_000, ratio: 100, freeBytes: 100 * 1024 };

// fflate hands over all that a push unpacks to at once: up to a thousand times as much.
const PUSHED_BYTES = 4096;

/**
 * The files of a zip archive, without its folders. What it says of itself is held against the limits before anything
 * is unpacked, and a file that unpacks to more than was said of it is given up there.
 */
export function openArchive(bytes: Uint8Array, name: string, limits: ArchiveLimits = LIMITS): ArchiveEntry[] {
  const entries = readDirectory(bytes, name, limits.entries);
  const problem = problemOf(entries, limits);
  if (problem) throw new UnreadableFileError(`${name} ${problem}`);
  return entries.map((entry) => ({ name: entry.name, size: entry.size, read: () => unpack(bytes, entry, name) }));
}

/** Documents in an archive, by key; hidden files, archives in it and what `isReadable` passes over are left out. */
export function membersOf(
  bytes: Uint8Array,
  archiveKey: string,
  isReadable: (name: string) => boolean,
): ArchiveMember[] {
  const members = openArchive(bytes, archiveKey)
    .filter(({ name }) => !isHidden(name) && !/\.zip$/i.test(name) && isReadable(name))
    .map(({ name, read }) => ({ key: `${archiveKey}/${name}`, name: name.slice(name.lastIndexOf("/") + 1), read }))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
  if (members.length === 0)
    throw new UnreadableFileError(`${archiveKey} holds no document that can be read: unpack archives inside it first.`);
  return members;
}

function problemOf(entries: readonly PackedEntry[], limits: ArchiveLimits): string | undefined {
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > limits.bytes)
    return `unpacks to more than ${limits.bytes / 1_000_000} MB: split it into several archives.`;
  const isTooDense = ({ size, packed }: PackedEntry) =>
    size > limits.freeBytes && size > limits.ratio * (packed.end - packed.start);
  if (entries.some(isTooDense))
    return `is packed more than ${limits.ratio} to 1, as no document is: add its files one by one.`;
  return undefined;
}

function unpack(bytes: Uint8Array, entry: PackedEntry, archive: string): Uint8Array {
  const packed = bytes.subarray(entry.packed.start, entry.packed.end);
  const contents = entry.isDeflated ? inflated(packed, entry.size) : packed;
  if (contents?.length !== entry.size || crc32(contents) !== entry.checksum)
    throw new UnreadableFileError(`${archive} is damaged: copy or download it again.`);
  return contents;
}

/** `undefined` where `packed` is damaged, or does not unpack to `size` bytes. */
function inflated(packed: Uint8Array, size: number): Uint8Array | undefined {
  const contents = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    // Throws where there is more than the archive said.
    contents.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length; at += PUSHED_BYTES)
      stream.push(packed.subarray(at, at + PUSHED_BYTES), at + PUSHED_BYTES >= packed.length);
  } catch {
    return undefined;
  }
  return length === size ? contents : undefined;
}

/** Files of the system, as macOS packs them too, and Word's lock files. */
function isHidden(name: string): boolean {
  return name.split("/").some((part) => part.startsWith(".") || part.startsWith("~$") || part === "__MACOSX");
}
