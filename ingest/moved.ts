import { posix } from "node:path";
import { UnreadableFileError } from "../src/core/errors.ts";
import type { PassageStore, StoredFile } from "../src/core/ports.ts";
import { exists } from "./folders.ts";
import { extensionOf } from "./format.ts";
import type { FileNotice } from "./notice.ts";

export type Place = Omit<StoredFile, "id">;

/**
 * Finds the file in the library, though it may have been moved since: its document then goes with it, under the same
 * id. `copy` is a document with the same bytes whose own file is still there.
 */
export async function follow(
  place: Place,
  stored: Map<string, StoredFile>,
  store: Pick<PassageStore, "move">,
): Promise<{ copy?: StoredFile; moved: FileNotice[] }> {
  const { key, location, contentHash } = place;
  const named = stored.get(key);
  const isOther = (held: StoredFile) => held.location !== null && held.location !== location;
  if (named && isOther(named) && (await isCurrent(named))) {
    if (named.contentHash === contentHash) return { copy: named, moved: [] };
    throw new UnreadableFileError(
      `${location ?? key} would replace ${named.location}, because both are "${key}" in the library: rename one of them.`,
    );
  }
  const extension = extensionOf(key);
  const isCopy = (held: StoredFile) => held.contentHash === contentHash && extensionOf(held.key) === extension;
  const copies = named ? [named].filter(isCopy) : [...stored.values()].filter(isCopy);
  if (!named) for (const copy of copies) if (await isCurrent(copy)) return { copy, moved: [] };
  const [held] = copies;
  if (!held || !isOther(held)) return { moved: [] };
  // A name may tell what the text does not: number, title. What has another one is read again.
  const keepsName = posix.basename(held.key) === posix.basename(key);
  const file = { id: held.id, key, location, contentHash: keepsName ? contentHash : "" };
  await store.move(file);
  stored.delete(held.key);
  stored.set(key, file);
  return { moved: held.key === key ? [] : [{ code: "moved", message: `was ${held.key}` }] };
}

/** Whether the library will keep it: what is no longer where it was goes with the next look there. */
export async function isCurrent({ location }: StoredFile): Promise<boolean> {
  return location === null || exists(location);
}
