import type { Role } from "../src/core/access.ts";
import type { Directive } from "../src/core/directive.ts";
import type { PassageStore, StoredFile } from "../src/core/ports.ts";
import { type AccessLevel, strictest } from "./access-level.ts";
import { buildDocument, type DocumentParts, type IngestFile, readDraft } from "./document.ts";
import { contentHashOf, freeId } from "./ids.ts";
import { follow } from "./moved.ts";
import { choose } from "./namesakes.ts";
import type { FileNotice } from "./notice.ts";
import type { FileReader } from "./read-isolated.ts";
import { restrictionOf } from "./secrecy.ts";
import { noticeOfNear, type Versions } from "./versions.ts";

/** What the files of one ingest have in common. */
export interface Run {
  readonly reader: FileReader;
  /** By key; kept in step with what is written in the run. */
  readonly stored: Map<string, StoredFile>;
  readonly versions: Versions;
}

export interface AddParts extends Omit<DocumentParts, "onPassages"> {
  readonly store: Pick<PassageStore, "directive" | "put" | "move" | "remove">;
  readonly allowRestricted: boolean;
  readonly replace: boolean;
  /** Said for all files of the run; `null` where nothing is. */
  readonly access: AccessLevel | null;
}

export type IngestOutcome = "added" | "updated" | "unchanged";

export interface AddResult {
  readonly outcome: IngestOutcome;
  /** How many documents went because another file has the newer text. */
  readonly removed: number;
  readonly notices: readonly FileNotice[];
}

/** Brings the library into step with one file. Throws `UnreadableFileError` for one that cannot be in it. */
export async function addFile(
  file: IngestFile,
  run: Run,
  parts: AddParts,
  onPassages: (done: number, total: number) => void,
): Promise<AddResult> {
  const { key, location } = file;
  const { stored, versions, reader } = run;
  const { store } = parts;
  const place = { key, location, contentHash: contentHashOf(file.bytes) };
  const { copy, moved } = await follow(place, stored, store);
  if (copy) return unchanged(copy.key === key ? [] : [await duplicateOf(copy, parts.access, store)]);
  const before = stored.get(key);
  const held = before && (await store.directive(before.id));
  const others = [...stored.values()].filter((other) => other.key !== key);
  const isSame = before?.contentHash === place.contentHash;
  if (before && isSame && (parts.access === null || parts.access === (held?.access ?? "all"))) {
    if (!parts.replace) return unchanged(moved);
    const choice = await choose(location, await versions.namesakesOf(before, others), true);
    const gone = choice.newer ? [before] : choice.older.map((namesake) => namesake.file);
    await removeAll(gone, run, parts);
    return { outcome: "unchanged", removed: gone.length, notices: [...moved, ...choice.notices] };
  }
  const draft = await readDraft(file, { ...parts, reader, allowRestricted: parts.allowRestricted || wasAllowed(held) });
  const stated = strictest([parts.access, draft.statedAccess]);
  if (isSame && stated === held?.access) return unchanged(moved);
  const { same, near, namesakes } = await versions.compare(
    { ...draft.directive, id: before?.id ?? freeId(key, stored.values()) },
    others,
  );
  if (same && !before) return unchanged([await duplicateOf(same, stated ?? null, store)]);
  const { older, newer, notices } = await choose(location, same ? [] : namesakes, parts.replace);
  if (newer) {
    await removeAll(before ? [before] : [], run, parts);
    return { outcome: "unchanged", removed: before ? 1 : 0, notices };
  }
  const kept = strictest([held?.access ?? null, ...older.map(({ head }) => head.access)]) ?? null;
  const directive = {
    ...draft.directive,
    id: before?.id ?? freeId(key, stored.values()),
    access: stated === undefined ? kept : stated,
  };
  const document = await buildDocument({ ...draft, directive }, place, { ...parts, onPassages });
  const replaced = older.map((namesake) => namesake.file);
  const ids = replaced.map(({ id }) => id);
  const outcome = await store.put(document, ids);
  for (const gone of replaced) stored.delete(gone.key);
  stored.set(key, { id: directive.id, ...place });
  const found = same ? [await duplicateOf(same, directive.access, store)] : [...near.map(noticeOfNear), ...notices];
  const levels = stated === undefined && kept !== null ? [keptAccess(kept)] : [];
  return { outcome, removed: ids.length, notices: [...moved, ...draft.notices, ...levels, ...found] };
}

/** The mark that a document of the library bears was allowed when it came. */
function wasAllowed(held: Directive | undefined): boolean {
  return held !== undefined && restrictionOf({ text: held.text, pages: [] }) !== null;
}

async function removeAll(files: readonly StoredFile[], { stored }: Run, { store }: AddParts): Promise<void> {
  for (const { id, key } of files) {
    await store.remove(id);
    stored.delete(key);
  }
}

function unchanged(notices: readonly FileNotice[]): AddResult {
  return { outcome: "unchanged", removed: 0, notices };
}

/** `wanted`: who should have been able to read the file that is not added. */
async function duplicateOf(
  { id, key }: StoredFile,
  wanted: AccessLevel | null,
  store: AddParts["store"],
): Promise<FileNotice> {
  const level = (await store.directive(id))?.access ?? "all";
  const isOther = wanted !== null && wanted !== level;
  const readers = isOther ? `, which stays with the access level ${level}: change that of ${key}` : "";
  return { code: "near-duplicate", message: `has the same text as ${key}${readers}` };
}

function keptAccess(level: Role): FileNotice {
  return {
    code: "access-kept",
    message: `keeps the access level ${level}, though the file does not say so; --access all opens it to everyone`,
  };
}
