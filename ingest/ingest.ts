import { UnreadableFileError } from "../src/core/errors.ts";
import type { Embedder, PassageStore, TokenCounter } from "../src/core/ports.ts";
import type { AccessLevel } from "./access-level.ts";
import { addFile, type Run } from "./add-file.ts";
import { collect } from "./collect.ts";
import type { Found } from "./files.ts";
import { unreadable } from "./folders.ts";
import type { FindReferences } from "./identify.ts";
import { findMissing, type MissingFile } from "./missing.ts";
import { isCurrent } from "./moved.ts";
import type { FileNotice } from "./notice.ts";
import { createIsolatedReader, type FileReader } from "./read-isolated.ts";
import { createVersions } from "./versions.ts";

/** What an ingest did; `documents` and `passages` count the library afterwards. */
export interface IngestReport {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly failed: readonly { readonly file: string; readonly reason: string }[];
  /** What the owner of a file should know of it, though it was read. */
  readonly notices: readonly (FileNotice & { readonly file: string })[];
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
  readonly store: Pick<PassageStore, "files" | "directive" | "put" | "move" | "remove" | "size">;
  readonly embedder: Embedder;
  readonly tokens: TokenCounter;
  readonly findReferences: FindReferences;
  /** Takes documents that bear a mark of secrecy or against their spreading, too. */
  readonly allowRestricted?: boolean;
  /** Of two files that say they are the same document, the newer takes the place of the older; else both stay. */
  readonly replace?: boolean;
  /** Who may read the files at least; of several levels that are said, the strictest holds. A document keeps its level where nothing is said. */
  readonly access?: AccessLevel;
  readonly openReader?: () => FileReader;
  readonly onProgress?: (progress: IngestProgress) => void;
}

export interface PathOptions {
  /** Chooses among the files and archives that are found, by location. */
  readonly isWanted?: (location: string) => boolean;
  /** Whether a document goes whose file is gone; else it stays and is reported. Those in trusted places, if not given. */
  readonly isWithdrawn?: (missing: MissingFile) => boolean;
  /** Ends the ingest after the file in work. */
  readonly signal?: AbortSignal;
}

export interface Ingest {
  /**
   * Files, folders and zip archives; without any, only files that are gone are looked for, everywhere. A file that
   * cannot be read is reported, and the rest goes on.
   */
  ingestPaths(paths: readonly string[], options?: PathOptions): Promise<IngestReport>;
}

/** Files into passages. A document is written at once with its vectors: what is interrupted loses the one in work. */
export function createIngest({
  store,
  onProgress,
  allowRestricted = false,
  replace = false,
  access,
  openReader = createIsolatedReader,
  ...others
}: IngestParts): Ingest {
  const parts = { ...others, store, allowRestricted, replace, access: access ?? null };

  const withRun = async <T>(work: (run: Run) => Promise<T>): Promise<T> => {
    const stored = new Map((await store.files()).map((file) => [file.key, file]));
    const reader = openReader();
    try {
      return await work({ reader, stored, versions: createVersions(store, isCurrent) });
    } finally {
      await reader.close();
    }
  };

  /** Nothing of a document stays that must not be in the library, though it once was. */
  const forget = async (key: string, { stored }: Run): Promise<number> => {
    const before = stored.get(key);
    if (!before) return 0;
    await store.remove(before.id);
    stored.delete(key);
    return 1;
  };

  /** How many documents went with their files, and the notices of those that stay without. */
  const withdraw = async (
    { stored }: Run,
    found: Found,
    read: ReadonlySet<string>,
    isWithdrawn: (missing: MissingFile) => boolean,
  ) => {
    const missing = await findMissing(stored.values(), found, read);
    const gone = missing.filter(isWithdrawn);
    for (const { file } of gone) await store.remove(file.id);
    const kept = missing.filter((each) => !gone.includes(each));
    return { removed: gone.length, notices: kept.map(({ location }) => ({ file: location, ...MISSING })) };
  };

  return {
    ingestPaths: (paths, { isWanted, isWithdrawn = isTrusted, signal }: PathOptions = {}) =>
      withRun(async (run) => {
        const found = await collect(paths, [...run.stored.values()], isWanted);
        const { files } = found;
        const failed = [...found.failed];
        const counts = { added: 0, updated: 0, unchanged: 0, removed: 0 };
        const notices: (FileNotice & { file: string })[] = [];
        const read = new Set<string>();
        for (const [at, file] of files.entries()) {
          if (signal?.aborted) break;
          const report = (passagesDone: number, passages: number) =>
            onProgress?.({ file: file.path, filesDone: at, files: files.length, passagesDone, passages });
          report(0, 0);
          try {
            const bytes = await file.read().catch(unreadable);
            read.add(file.location);
            const result = await addFile({ ...file, bytes }, run, parts, report);
            counts[result.outcome] += 1;
            counts.removed += result.removed;
            notices.push(...result.notices.map((notice) => ({ file: file.path, ...notice })));
          } catch (error) {
            if (!(error instanceof UnreadableFileError)) throw error;
            const gone = error.isRestricted ? await forget(file.key, run) : 0;
            counts.removed += gone;
            failed.push({ file: file.path, reason: `${error.message}${gone > 0 ? FORGOTTEN : ""}` });
          }
        }
        if (!signal?.aborted) {
          const withdrawn = await withdraw(run, found, read, isWithdrawn);
          counts.removed += withdrawn.removed;
          notices.push(...withdrawn.notices);
        }
        const { documents, passages } = await store.size();
        return { ...counts, failed, notices, documents, passages };
      }),
  };
}

function isTrusted(missing: MissingFile): boolean {
  return missing.isTrusted;
}

const FORGOTTEN = " What the library held of it without that mark is withdrawn.";

const MISSING: FileNotice = {
  code: "missing",
  message: "is gone; its document stays until the file is back or `ingest --withdraw-missing` is run",
};
