import { readFile, stat } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";
import { UnreadableFileError } from "../src/core/errors.ts";
import { statesBelow } from "./folders.ts";
import { extensionOf, isDocument, requireSize } from "./format.ts";
import { membersOf, openArchive } from "./zip.ts";

/** A file to ingest. */
export interface SourceFile {
  /** As the user would name it. */
  readonly path: string;
  /** Absolute; of a file in an archive, the archive's with the path inside it. */
  readonly location: string;
  /** Path inside the folder that was named, with `/`; the base name of a file named itself. */
  readonly key: string;
  /** Base name. */
  readonly name: string;
  readonly read: () => Promise<Uint8Array>;
}

/** What is found at a path. */
export interface Found {
  readonly files: readonly SourceFile[];
  /** What was there but could not be looked into. */
  readonly failed: readonly { readonly file: string; readonly reason: string }[];
  /** Absolute. */
  readonly folders: readonly string[];
  /** Absolute; those that were opened, so that all that is in them is in `files`. */
  readonly archives: readonly string[];
}

// What archives may unpack to, which is more than they are.
const MAX_ARCHIVE_BYTES = 200_000_000;

/**
 * The file, or all readable files below the folder or in the archive, by name; hidden ones and other formats are passed
 * over. `isWanted` chooses among files and archives by location, before these are opened.
 */
export async function filesAt(path: string, isWanted: (location: string) => boolean = () => true): Promise<Found> {
  const root = resolve(path);
  const isFolder = (await stat(root)).isDirectory();
  const { states, closed } = isFolder ? await statesBelow(root) : { states: new Map([[root, ""]]), closed: new Map() };
  const locations = [...states.keys()].filter(isWanted);
  const files: SourceFile[] = [];
  const failed = Array.from(closed, ([folder, reason]) => ({ file: join(path, relative(root, folder)), reason }));
  const archives: string[] = [];
  for (const location of locations) {
    const inside = isFolder ? relative(root, location) : "";
    const file = { path: join(path, inside), location, key: keyOf(inside || basename(root)) };
    if (extensionOf(location) !== ".zip") {
      const name = basename(location);
      files.push({ ...file, name, read: () => load(location, name) });
      continue;
    }
    try {
      files.push(...(await membersIn(file)));
      archives.push(location);
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      failed.push({ file: file.path, reason: error.message });
    }
  }
  return { files, failed, folders: isFolder ? [root] : [], archives };
}

async function load(location: string, name: string): Promise<Uint8Array> {
  requireSize((await stat(location)).size, name);
  return readFile(location);
}

/** Its members are unpacked one at a time, when they are read. */
async function membersIn({ path, location, key: archive }: Archive): Promise<SourceFile[]> {
  return membersOf(await loadArchive(location, archive), archive, isDocument).map(({ key, name }) => {
    const inside = key.slice(archive.length + 1);
    const read = async () => {
      const entry = openArchive(await loadArchive(location, archive), archive).find((other) => other.name === inside);
      if (!entry) throw new UnreadableFileError(`${key} is no longer in its archive.`);
      requireSize(entry.size, name);
      return entry.read();
    };
    const steps = inside.split("/");
    return { path: join(path, ...steps), location: join(location, ...steps), key, name, read };
  });
}

type Archive = Pick<SourceFile, "path" | "location" | "key">;

async function loadArchive(location: string, key: string): Promise<Uint8Array> {
  if ((await stat(location)).size > MAX_ARCHIVE_BYTES)
    throw new UnreadableFileError(`${key} is larger than 200 MB: split it into several archives.`);
  return readFile(location);
}

// File systems differ in how they write "ủ"; a key is one.
function keyOf(path: string): string {
  return path.split(sep).join("/").normalize("NFC");
}
