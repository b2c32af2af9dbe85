import { readFile as readBytes } from "node:fs/promises";
import { basename } from "node:path";
import { TrichdanError, UnreadableFileError } from "../src/core/errors.ts";
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
  readonly store: PassageStore;
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

// Part of every content hash: raise it when reading, cleaning or splitting changes, and files are read again.
const READER_VERSION = "1";

/** Files into passages. A document is written at once with its vectors: what is interrupted loses the one in work. */
export function createIngest({ store, onProgress, ...parts }: IngestParts): Ingest {
  const add = async (file: IngestFile, known: StoredFile | undefined, onPassages?: (done: number, total: number) => void) => {
    const hash = sha256(`${READER_VERSION} ${sha256(file.bytes)}`);
    const isMoved = known !== undefined && known.location !== null && known.location !== file.location;
    const isElsewhere = isMoved && (await exists(known.location));
    if (known?.contentHash === hash && (isElsewhere || !isMoved)) return "unchanged";
    if (isElsewhere)
      throw new UnreadableFileError(
        `${file.location ?? file.name} and ${known.location} have the same name in the library (${file.key}): rename one of them.`,
      );
    return store.put(await createDocument(file, hash, onPassages ? { ...parts, onPassages } : parts));
  };

  const known = async () => new Map((await store.files()).map((file) => [file.key, file]));

  return {
    ingestFile: async (file) => add(file, (await known()).get(file.key)),

    async ingestPaths(paths) {
      const counts = { added: 0, updated: 0, unchanged: 0, removed: 0 };
      const failed: { file: string; reason: string }[] = [];
      const { files, folders } = await collect(paths, failed);
      const stored = await known();
      const seen = new Set<string>();
      for (const [at, { path, location, key }] of files.entries()) {
        const progress = { file: path, filesDone: at, files: files.length };
        onProgress?.({ ...progress, passagesDone: 0, passages: 0 });
        try {
          const bytes = await readBytes(location);
          seen.add(location);
          const outcome = await add({ bytes, name: basename(location), key, location }, stored.get(key), (done, total) =>
            onProgress?.({ ...progress, passagesDone: done, passages: total }),
          );
          counts[outcome] += 1;
          if (outcome !== "unchanged") for (const file of await store.files()) stored.set(file.key, file);
        } catch (error) {
          failed.push({ file: path, reason: reasonOf(error) });
        }
      }
      for (const { id, location } of stored.values()) {
        if (location === null || !folders.some((folder) => isGoneFrom(folder, location, seen))) continue;
        if (await exists(location)) continue;
        await store.remove(id);
        counts.removed += 1;
      }
      const { documents, passages } = await store.size();
      return { ...counts, failed, documents, passages };
    },
  };
}
