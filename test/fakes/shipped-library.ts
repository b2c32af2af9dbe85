import { fileURLToPath } from "node:url";
import { createIngest } from "../../ingest/ingest.ts";
import { readDocument } from "../../ingest/read.ts";
import { openLibsql } from "../../src/adapters/node/libsql.ts";
import { ensureFullText } from "../../src/adapters/sqlite/full-text.ts";
import { createPassageStore } from "../../src/adapters/sqlite/passage-store.ts";
import { findReferences } from "../../src/citation/find.ts";
import type { PassageStore } from "../../src/core/ports.ts";
import { createFakeEmbedder } from "./embedder.ts";

const LIBRARY = fileURLToPath(new URL("../../data/library", import.meta.url));

/** The library that ships, in memory; its vectors mean nothing. */
export async function openShippedLibrary(): Promise<{ store: PassageStore; close: () => void }> {
  const { db, close } = await openLibsql(":memory:");
  await ensureFullText(db);
  const store = createPassageStore(db);
  const embedder = createFakeEmbedder();
  const openReader = () => ({ read: readDocument, close: async () => undefined });
  await createIngest({ store, embedder, tokens: embedder, findReferences, openReader }).ingestPaths([LIBRARY]);
  return { store, close };
}
