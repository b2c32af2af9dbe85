import { UnreadableFileError } from "../src/core/errors.ts";
import type { Embedder, PassageStore, StoredFile, TokenCounter } from "../src/core/ports.ts";
import { collect, unreadable } from "./collect.ts";
import { buildDocument, type IngestFile, readDraft } from "./document.ts";
import { exists, type Found, isBelow } from "./files.ts";
import { extensionOf } from "./format.ts";
import type { FindReferences } from "./identify.ts";
import { sha256 } from "./ids.ts";
import type { Notice } from "./read.ts";
import { createIsolatedReader, type FileReader } from "./read-isolated.ts";
import { createVersions, type Versions } from "./versions.ts";

/** What an ingest did; `documents` and `passages` count the library afterwards. */
export interface IngestReport {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly failed: readonly { readonly file: string; readonly reason: string }[];
  /** What the owner of a file should know of it, though it was read. */
  readonly notices: readonly (Notice & { readonly file: string })[];
  readonly documents: number;
  readonly passages: number;
}

/** How far the ingest is: with its files, and with the passages of the present one. */
export interface IngestProgress {
  readonly file: string;
  readonly filesDone: number;
  readonly files: number;
  readonly passagesDone: number;
  readonly passages: number;
}

export interface IngestParts {
  readonly store: Pick<PassageStore, "files" | "directive" | "put" | "remove" | "size">;
  readonly embedder: Embedder;
  readonly tokens: TokenCounter;
  readonly findReferences: FindReferences;
  /** Takes documents that bear a mark of secrecy or against their spreading, too. */
  readonly allowRestricted?: boolean;
  readonly openReader?: () => FileReader;
  readonly onProgress?: (progress: IngestProgress) => void;
}

export type IngestOutcome = "added" | "updated" | "unchanged";

export interface Ingest {
  /** Files, folders and zip archives. A file that cannot be read is reported, and the rest goes on. */
  ingestPaths(paths: readonly string[]): Promise<IngestReport>;
  /** Throws `UnreadableFileError`. */
  ingestFile(file: IngestFile): Promise<IngestOutcome>;
}

interface Run {
  readonly reader: FileReader;
  /** By key; what is written in the run is added to it. */
  readonly stored: Map<string, StoredFile>;
  readonly versions: Versions;
}

interface Result {
  readonly outcome: IngestOutcome;
  readonly notices: readonly Notice[];
}

// Part of every content hash: raise it when reading, cleaning or splitting changes, and files are read again.
const READER_VERSION = "2";

/** Files into passages. A document is written at once with its vectors: what is interrupted loses the one in work. */
export function createIngest({
  store,
  onProgress,
  allowRestricted = false,
  openReader = createIsolatedReader,
  ...parts
}: IngestParts): Ingest {
  const withRun = async <T>(work: (run: Run) => Promise<T>): Promise<T> => {
    const stored = new Map((await store.files()).map((file) => [file.key, file]));
    const reader = openReader();
    try {
      return await work({ reader, stored, versions: createVersions(store, isCurrent) });
    } finally {
      await reader.close();
    }
  };

  const add = async (
    file: IngestFile,
    { reader, stored, versions }: Run,
    onPassages: (done: number, total: number) => void,
  ): Promise<Result> => {
    const { key, location } = file;
    const contentHash = sha256(`${READER_VERSION} ${sha256(file.bytes)}`);
    const before = stored.get(key);
    const hasMoved = before !== undefined && before.location !== null && before.location !== location;
    const isElsewhere = hasMoved && (await exists(before.location));
    if (before?.contentHash === contentHash && (isElsewhere || !hasMoved)) return { outcome: "unchanged", notices: [] };
    if (isElsewhere)
      throw new UnreadableFileError(
        `${location ?? file.name} would replace ${before.location}, because both are "${key}" in the library: rename one of them.`,
      );
    const others = [...stored.values()].filter((other) => other.key !== key);
    // The same bytes by another name; they need not be read to know it.
    const isCopy = (other: StoredFile) =>
      other.contentHash === contentHash && extensionOf(other.key) === extensionOf(key);
    const copy = before ? undefined : others.find(isCopy);
    if (copy && (await isCurrent(copy))) return { outcome: "unchanged", notices: [duplicateOf(copy)] };
    const draft = await readDraft(file, { ...parts, reader, allowRestricted });
    const { same, notices } = await versions.compare(draft.directive, others);
    if (same && !before) return { outcome: "unchanged", notices: [duplicateOf(same)] };
    const document = await buildDocument(draft, { key, location, contentHash }, { ...parts, onPassages });
    const outcome = await store.put(document);
    stored.set(key, { id: document.directive.id, key, location, contentHash });
    return { outcome, notices: [...draft.notices, ...(same ? [duplicateOf(same)] : notices)] };
  };

  /** Nothing of a document stays that must not be in the library, though it once was. */
  const forget = async (key: string, { stored }: Run): Promise<number> => {
    const before = stored.get(key);
    if (!before) return 0;
    await store.remove(before.id);
    stored.delete(key);
    return 1;
  };

  const removeGone = async ({ stored }: Run, { files, folders, archives }: Found, seen: ReadonlySet<string>) => {
    const found = new Set(files.map(({ location }) => location));
    // A folder without any readable file may be a disk that is not mounted.
    const trusted = folders.filter((folder) => [...seen].some((location) => isBelow(location, folder)));
    const isIn = (places: readonly string[], location: string) => places.some((place) => isBelow(location, place));
    let removed = 0;
    for (const { id, location } of stored.values()) {
      if (location === null || found.has(location)) continue;
      const isGone = isIn(archives, location) || (isIn(trusted, location) && !(await exists(location)));
      if (!isGone) continue;
      await store.remove(id);
      removed += 1;
    }
    return removed;
  };

  return {
    ingestFile: (file) =>
      withRun(async (run) => {
        try {
          return (await add(file, run, () => {})).outcome;
        } catch (error) {
          if (error instanceof UnreadableFileError && error.isRestricted) await forget(file.key, run);
          throw error;
        }
      }),

    ingestPaths: (paths) =>
      withRun(async (run) => {
        const found = await collect(paths, [...run.stored.values()]);
        const { files } = found;
        const failed = [...found.failed];
        const counts = { added: 0, updated: 0, unchanged: 0, removed: 0 };
        const notices: (Notice & { file: string })[] = [];
        const seen = new Set<string>();
        for (const [at, file] of files.entries()) {
          const report = (passagesDone: number, passages: number) =>
            onProgress?.({ file: file.path, filesDone: at, files: files.length, passagesDone, passages });
          report(0, 0);
          try {
            const bytes = await file.read().catch(unreadable);
            seen.add(file.location);
            const result = await add({ ...file, bytes }, run, report);
            counts[result.outcome] += 1;
            notices.push(...result.notices.map((notice) => ({ file: file.path, ...notice })));
          } catch (error) {
            if (!(error instanceof UnreadableFileError)) throw error;
            if (error.isRestricted) counts.removed += await forget(file.key, run);
            failed.push({ file: file.path, reason: error.message });
          }
        }
        counts.removed += await removeGone(run, found, seen);
        const { documents, passages } = await store.size();
        return { ...counts, failed, notices, documents, passages };
      }),
  };
}

/** Whether the library will keep it: what is no longer where it was goes with the next look there. */
async function isCurrent({ location }: StoredFile): Promise<boolean> {
  return location === null || exists(location);
}

function duplicateOf({ key }: StoredFile): Notice {
  return { code: "near-duplicate", message: `has the same text as ${key}` };
}
