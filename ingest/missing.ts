import type { StoredFile } from "../src/core/ports.ts";
import type { Found } from "./files.ts";
import { exists, isBelow } from "./folders.ts";

/** A document whose file is no longer where it was. */
export interface MissingFile {
  readonly file: StoredFile;
  readonly location: string;
  /** Other files are still in the folder; one without any may be a disk that is not mounted. */
  readonly isTrusted: boolean;
}

/** Of the documents from the folders and archives that were looked into; of all, where `found` is nothing. `read` are locations. */
export async function findMissing(
  stored: Iterable<StoredFile>,
  { files, folders, archives }: Found,
  read: ReadonlySet<string>,
): Promise<MissingFile[]> {
  const found = new Set(files.map(({ location }) => location));
  const trusted = folders.filter((folder) => [...read].some((location) => isBelow(location, folder)));
  const isIn = (places: readonly string[], location: string) => places.some((place) => isBelow(location, place));
  const isEverywhere = folders.length === 0;
  const missing: MissingFile[] = [];
  for (const file of stored) {
    const { location } = file;
    if (location === null || found.has(location)) continue;
    const isTakenOut = isIn(archives, location);
    if (!isTakenOut && !(isEverywhere || isIn(folders, location))) continue;
    if (isTakenOut || !(await exists(location)))
      missing.push({ file, location, isTrusted: isTakenOut || isIn(trusted, location) });
  }
  return missing;
}
