import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildDocument } from "../../ingest/document.ts";
import { hnswlibIndex } from "../adapters/node/hnswlib-index.ts";
import { openLibsql } from "../adapters/node/libsql.ts";
import { ensureFullText } from "../adapters/sqlite/full-text.ts";
import { createPassageStore } from "../adapters/sqlite/passage-store.ts";
import { createVectorStore } from "../adapters/sqlite/vector-store.ts";
import { createRememberingWordIndex } from "../adapters/sqlite/word-index.ts";
import { findReferences } from "../citation/find.ts";
import { TrichdanError } from "../core/errors.ts";
import type { Embedder, PassageStore, TokenCounter, VectorIndex } from "../core/ports.ts";
import { normalise } from "../core/text.ts";
import { freshVectorIndex } from "../search/fresh-vector-index.ts";
import { hashOfCode } from "./evaluate-code.ts";

/** A line of a `corpus.jsonl`. */
export interface Article {
  readonly id: string;
  readonly title?: string | null;
  /** Name of the work that the article belongs to. */
  readonly doc?: string | null;
  readonly text: string;
}

export interface EvaluationLibrary {
  readonly store: PassageStore;
  readonly index: VectorIndex;
  close(): void;
}

export interface EvaluationLibraryParts {
  readonly embedder: Embedder;
  readonly tokens: TokenCounter;
  /** Where prepared libraries are kept. */
  readonly folder: string;
  readonly onProgress?: (done: number, total: number) => void;
  /** Hears of a library that was made and stays on the disk. */
  readonly onKept?: (kept: { readonly folder: string; readonly megabytes: number }) => void;
}

// What a run that was interrupted has left, but not what another makes right now.
const ABANDONED_MS = 24 * 3_600_000;

/**
 * The library of a corpus, whose documents have the place of their article as id. It is kept by what made it, corpus,
 * embedding model and code, so that only the first run after a change makes it again.
 */
export async function openEvaluationLibrary(
  corpus: readonly Article[],
  parts: EvaluationLibraryParts,
): Promise<EvaluationLibrary> {
  const { embedder, folder, onKept } = parts;
  const made = createHash("sha256")
    .update(`${embedder.modelId}\n${JSON.stringify(corpus)}`)
    .digest("hex");
  const name = made.slice(0, 16);
  const kept = join(folder, `${name}-${hashOfCode(fileURLToPath(import.meta.url)).slice(0, 16)}`);
  if (!existsSync(kept)) {
    mkdirSync(folder, { recursive: true });
    forgetOthers(folder, { name, kept });
    await prepare(corpus, kept, parts);
    onKept?.({ folder: kept, megabytes: Math.ceil(bytesIn(kept) / 1024 ** 2) });
  }
  const library = await openAt(kept, embedder);
  const { documents } = await library.store.size();
  if (documents === corpus.length) return library;
  library.close();
  throw new TrichdanError(
    `The prepared library "${kept}" is not whole: another run may have taken it away. Delete the folder and run again.`,
  );
}

async function openAt(home: string, { dimensions }: Embedder): Promise<EvaluationLibrary> {
  const { db, close } = await openLibsql(join(home, "library.db"));
  await ensureFullText(db);
  const index = hnswlibIndex(dimensions, join(home, "vectors.hnsw"));
  return {
    store: createPassageStore(db, "admin", createRememberingWordIndex(db)),
    index: freshVectorIndex(index, createVectorStore(db), () => index.save()),
    close,
  };
}

/** Whole or not at all: it is made beside its place, and another run may be quicker. */
async function prepare(
  corpus: readonly Article[],
  kept: string,
  { embedder, tokens, onProgress }: EvaluationLibraryParts,
): Promise<void> {
  const making = `${kept}.${process.pid}.new`;
  try {
    const { store, index, close } = await openAt(making, embedder);
    try {
      for (const [at, article] of corpus.entries()) {
        onProgress?.(at, corpus.length);
        const file = { key: String(at), location: null, contentHash: "" };
        const parts = { embedder, tokens, findReferences, onPassages: () => undefined };
        await store.put(await buildDocument({ directive: directiveOf(article, at), headings: [] }, file, parts));
      }
      // The first search makes the vector index and writes its file.
      await index.nearest(new Array<number>(embedder.dimensions).fill(0), 1);
    } finally {
      close();
    }
    rename(making, kept);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

function rename(making: string, kept: string): void {
  try {
    renameSync(making, kept);
  } catch (error) {
    if (!existsSync(kept)) throw error;
  }
}

/** Libraries of the same corpus that other code has made. */
function forgetOthers(folder: string, { name, kept }: { readonly name: string; readonly kept: string }): void {
  for (const other of readdirSync(folder).filter((each) => each.startsWith(`${name}-`))) {
    const path = join(folder, other);
    const isInWork = other.endsWith(".new") && Date.now() - statSync(path).mtimeMs < ABANDONED_MS;
    if (path !== kept && !isInWork) rmSync(path, { recursive: true, force: true });
  }
}

function bytesIn(folder: string): number {
  return readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
}

function directiveOf({ id, title, doc, text }: Article, at: number) {
  return {
    id: String(at),
    file: id,
    // The name of the work stands where a directive's kind and number stand in the words index.
    kind: doc ?? null,
    number: null,
    title: title ?? doc ?? id,
    issuer: null,
    issuedOn: null,
    status: "unknown" as const,
    successor: null,
    isDigest: false,
    source: null,
    access: null,
    text: normalise(text).trim(),
    uncertain: [],
  };
}
