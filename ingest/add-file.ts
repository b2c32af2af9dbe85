import { posix } from "node:path";
import { UnreadableFileError } from "../src/core/errors.ts";
import type { PassageStore, StoredFile } from "../src/core/ports.ts";
import { buildDocument, type DocumentParts, type IngestFile, readDraft } from "./document.ts";
import { exists } from "./files.ts";
import { extensionOf } from "./format.ts";
import { documentId, sha256 } from "./ids.ts";
import { choose } from "./namesakes.ts";
import type { FileNotice } from "./notice.ts";
import type { FileReader } from "./read-isolated.ts";
import type { Versions } from "./versions.ts";

/** What the files of one ingest have in common. */
export interface Run {
  readonly reader: FileReader;
  /** By key; kept in step with what is written in the run. */
  readonly stored: Map<string, StoredFile>;
  readonly versions: Versions;
}

export interface AddParts extends Omit<DocumentParts, "onPassages"> {
  readonly store: Pick<PassageStore, "put" | "move" | "remove">;
  readonly allowRestricted: boolean;
  readonly replace: boolean;
}

export type IngestOutcome = "added" | "updated" | "unchanged";

export interface AddResult {
  readonly outcome: IngestOutcome;
  /** How many documents went because another file has the newer text. */
  readonly removed: number;
  readonly notices: readonly FileNotice[];
}

// Part of every content hash: raise it when reading, cleaning or splitting changes, and files are read again.
const READER_VERSION = "2";

/** Brings the library into step with one file. Throws `UnreadableFileError` for one that cannot be in it. */
export async function addFile(
  file: IngestFile,
  run: Run,
  parts: AddParts,
  onPassages: (done: number, total: number) => void,
): Promise<AddResult> {
  const { key, location } = file;
  const { stored, versions, reader } = run;
  const place = { key, location, contentHash: sha256(`${READER_VERSION} ${sha256(file.bytes)}`) };
  const { copy, moved } = await follow(place, run, parts);
  if (copy) return unchanged(copy.key === key ? [] : [duplicateOf(copy)]);
  const before = stored.get(key);
  const others = [...stored.values()].filter((other) => other.key !== key);
  if (before?.contentHash === place.contentHash) {
    if (!parts.replace) return unchanged(moved);
    const choice = await choose(location, await versions.namesakesOf(before, others), true);
    const gone = choice.newer ? [before] : choice.older.map((namesake) => namesake.file);
    await removeAll(gone, run, parts);
    return { outcome: "unchanged", removed: gone.length, notices: [...moved, ...choice.notices] };
  }
  const draft = await readDraft(file, { ...parts, reader });
  const directive = { ...draft.directive, id: before?.id ?? freeId(key, stored) };
  const { same, near, namesakes } = await versions.compare(directive, others);
  if (same && !before) return unchanged([duplicateOf(same)]);
  const { older, newer, notices } = await choose(location, same ? [] : namesakes, parts.replace);
  if (newer) {
    await removeAll(before ? [before] : [], run, parts);
    return { outcome: "unchanged", removed: before ? 1 : 0, notices };
  }
  const document = await buildDocument({ ...draft, directive }, place, { ...parts, onPassages });
  const replaced = older.map((namesake) => namesake.file);
  const ids = replaced.map(({ id }) => id);
  const outcome = await parts.store.put(document, ids);
  for (const gone of replaced) stored.delete(gone.key);
  stored.set(key, { id: directive.id, ...place });
  const found = same ? [duplicateOf(same)] : [...near, ...notices];
  return { outcome, removed: ids.length, notices: [...moved, ...draft.notices, ...found] };
}

type Place = Omit<StoredFile, "id">;

/**
 * Finds the file in the library, though it may have been moved since: its document then goes with it, under the same
 * id. `copy` is a document with the same bytes whose own file is still there.
 */
async function follow(
  place: Place,
  { stored }: Run,
  { store }: AddParts,
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

async function removeAll(files: readonly StoredFile[], { stored }: Run, { store }: AddParts): Promise<void> {
  for (const { id, key } of files) {
    await store.remove(id);
    stored.delete(key);
  }
}

/** Another document may have kept the id that is the key's, when its file was moved away. */
function freeId(key: string, stored: Run["stored"]): string {
  const taken = new Set(Array.from(stored.values(), ({ id }) => id));
  for (let time = 1; ; time += 1) {
    const id = documentId(time === 1 ? key : `${key} ${time}`);
    if (!taken.has(id)) return id;
  }
}

/** Whether the library will keep it: what is no longer where it was goes with the next look there. */
export async function isCurrent({ location }: StoredFile): Promise<boolean> {
  return location === null || exists(location);
}

function unchanged(notices: readonly FileNotice[]): AddResult {
  return { outcome: "unchanged", removed: 0, notices };
}

function duplicateOf({ key }: StoredFile): FileNotice {
  return { code: "near-duplicate", message: `has the same text as ${key}` };
}
