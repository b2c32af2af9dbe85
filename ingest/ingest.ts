import { readFile as readBytes } from "node:fs/promises";
import { basename } from "node:path";
import { UnreadableFileError } from "../src/core/errors.ts";
import type { Embedder, PassageStore, StoredFile, TokenCounter } from "../src/core/ports.ts";
import { createDocument, type IngestFile } from "./document.ts";
import { exists, filesBelow, isBelow, type SourceFile } from "./files.ts";
import type { FindReferences } from "./identify.ts";
import { sha256 } from "./ids.ts";

/** What an ingest did; `documents` and `passages` count the library afterwards. */
export interface IngestReport {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly failed: readonly { readonly file: string; readonly reason: string }[];
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
  readonly store: Pick<PassageStore, "files" | "put" | "remove" | "size">;
  readonly embedder: Embedder;
  readonly tokens: TokenCounter;
  readonly findReferences: FindReferences;
  readonly onProgress?: (progress: IngestProgress) => void;
}

export type IngestOutcome = "added" | "updated" | "unchanged";

export interface Ingest {
  /** Files and folders. A file that cannot be read is reported, and the rest goes on. */
  ingestPaths(paths: readonly string[]): Promise<IngestReport>;
  /** Throws `UnreadableFileError`. */
  ingestFile(file: IngestFile): Promise<IngestOutcome>;
}

type OnPassages = (done: number, total: number) => void;

// Part of every content hash: raise it when reading, cleaning or splitting changes, and files are read again.
const READER_VERSION = "1";

/** Files into passages. A document is written at once with its vectors: what is interrupted loses the one in work. */
export function createIngest({ store, onProgress, ...parts }: IngestParts): Ingest {
  const known = async () => new Map((await store.files()).map((file) => [file.key, file]));

  const add = async (
    file: IngestFile,
    stored: Map<string, StoredFile>,
    onPassages: OnPassages,
  ): Promise<IngestOutcome> => {
    const { key, location } = file;
    const contentHash = sha256(`${READER_VERSION} ${sha256(file.bytes)}`);
    const before = stored.get(key);
    const hasMoved = before !== undefined && before.location !== null && before.location !== location;
    const isElsewhere = hasMoved && (await exists(before.location));
    if (before?.contentHash === contentHash && (isElsewhere || !hasMoved)) return "unchanged";
    if (isElsewhere)
      throw new UnreadableFileError(
        `${location ?? file.name} would replace ${before.location}, because both are "${key}" in the library: rename one of them.`,
      );
    const document = await createDocument(file, contentHash, { ...parts, onPassages });
    const outcome = await store.put(document);
    stored.set(key, { id: document.directive.id, key, location, contentHash });
    return outcome;
  };

  return {
    ingestFile: async (file) => add(file, await known(), () => {}),

    async ingestPaths(paths) {
      const stored = await known();
      const { files, folders, failed } = await collect(paths, [...stored.values()]);
      const counts = { added: 0, updated: 0, unchanged: 0, removed: 0 };
      const seen = new Set<string>();
      for (const [at, file] of files.entries()) {
        const report = (passagesDone: number, passages: number) =>
          onProgress?.({ file: file.path, filesDone: at, files: files.length, passagesDone, passages });
        report(0, 0);
        try {
          const bytes = await readBytes(file.location).catch(unreadable);
          seen.add(file.location);
          counts[await add({ ...file, bytes, name: basename(file.location) }, stored, report)] += 1;
        } catch (error) {
          if (!(error instanceof UnreadableFileError)) throw error;
          failed.push({ file: file.path, reason: error.message });
        }
      }
      // A folder without any readable file may be a disk that is not mounted.
      const trusted = folders.filter((folder) => [...seen].some((location) => isBelow(location, folder)));
      for (const { id, location } of stored.values()) {
        if (location === null || !trusted.some((folder) => isBelow(location, folder)) || (await exists(location)))
          continue;
        await store.remove(id);
        counts.removed += 1;
      }
      const { documents, passages } = await store.size();
      return { ...counts, failed, documents, passages };
    },
  };
}

/** Every file once. One that is in the library keeps its key, from whichever folder it is reached. */
async function collect(paths: readonly string[], stored: readonly StoredFile[]) {
  const keys = new Map(stored.map(({ location, key }) => [location, key]));
  const files = new Map<string, SourceFile>();
  const folders: string[] = [];
  const failed: { file: string; reason: string }[] = [];
  for (const path of paths) {
    try {
      const found = await filesBelow(path).catch(unreadable);
      if (found.isFolder) folders.push(path);
      for (const file of found.files)
        if (!files.has(file.location)) files.set(file.location, { ...file, key: keys.get(file.location) ?? file.key });
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      failed.push({ file: path, reason: error.message });
    }
  }
  return { files: [...files.values()], folders, failed };
}

function unreadable(cause: unknown): never {
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  if (typeof code !== "string") throw cause;
  const reason =
    code === "ENOENT"
      ? "There is no such file or folder: check the path."
      : `It cannot be opened (${code}): check its permissions.`;
  throw new UnreadableFileError(reason, { cause });
}
