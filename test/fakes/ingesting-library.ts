import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { createIngest, type IngestParts, type IngestProgress } from "../../ingest/ingest.ts";
import { readDocument } from "../../ingest/read.ts";
import { createUploads } from "../../ingest/uploads.ts";
import { findReferences } from "../../src/citation/find.ts";
import { createFakeEmbedder } from "./embedder.ts";
import { createMemoryStore } from "./memory-store.ts";

/** Reads on this thread: starting another takes a second. */
const openReader = () => ({
  read: (bytes: Uint8Array, name: string, onPage?: () => void) => readDocument(bytes, name, onPage),
  close: async () => undefined,
});

/** An empty library in memory that files can be ingested into, with what was asked of its parts. */
export function ingestingLibrary(more: Partial<IngestParts> = {}) {
  const memory = createMemoryStore();
  const store = { ...memory, directive: async (id: string) => memory.documents.get(id)?.directive };
  const embedder = createFakeEmbedder();
  const progress: IngestProgress[] = [];
  const ingest = createIngest({
    store,
    embedder,
    tokens: embedder,
    findReferences,
    openReader,
    onProgress: (step) => progress.push(step),
    ...more,
  });
  return {
    ...ingest,
    uploads: createUploads({ store, embedder, tokens: embedder, findReferences, openReader, ...more }),
    store,
    embedder,
    progress,
    keys: () => Array.from(store.documents.values(), ({ key }) => key).sort(),
    ids: () => [...store.documents.keys()].sort(),
  };
}

/** A folder that ends with the test, and a writer of files below it, which gives their absolute paths. */
export function temporaryFolder() {
  const home = mkdtempSync(join(tmpdir(), "ingest-"));
  onTestFinished(() => rmSync(home, { recursive: true }));
  const write = (path: string, text: string | Uint8Array): string => {
    const location = join(home, path);
    mkdirSync(dirname(location), { recursive: true });
    writeFileSync(location, text);
    return location;
  };
  return { home, write };
}
