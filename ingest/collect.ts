import { UnreadableFileError } from "../src/core/errors.ts";
import type { StoredFile } from "../src/core/ports.ts";
import { type Found, filesAt, type SourceFile } from "./files.ts";
import { unreadable } from "./folders.ts";

/** Every file once. One that is in the library keeps its key, from whichever folder it is reached. */
export async function collect(
  paths: readonly string[],
  stored: readonly StoredFile[],
  isWanted?: (location: string) => boolean,
): Promise<Found> {
  const keys = new Map(stored.map(({ location, key }) => [location, key]));
  const files = new Map<string, SourceFile>();
  const folders: string[] = [];
  const archives: string[] = [];
  const failed: { file: string; reason: string }[] = [];
  for (const path of paths) {
    try {
      const found = await filesAt(path, isWanted).catch(unreadable);
      folders.push(...found.folders);
      archives.push(...found.archives);
      failed.push(...found.failed);
      for (const file of found.files)
        if (!files.has(file.location)) files.set(file.location, { ...file, key: keys.get(file.location) ?? file.key });
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      failed.push({ file: path, reason: error.message });
    }
  }
  return { files: [...files.values()], folders, archives, failed };
}
