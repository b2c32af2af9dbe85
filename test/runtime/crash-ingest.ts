import { join } from "node:path";
import { createIngest } from "../../ingest/ingest.ts";
import { readDocument } from "../../ingest/read.ts";
import { openLibsql } from "../../src/adapters/node/libsql.ts";
import { ensureFullText } from "../../src/adapters/sqlite/full-text.ts";
import { createPassageStore } from "../../src/adapters/sqlite/passage-store.ts";
import { findReferences } from "../../src/citation/find.ts";
import type { NewDocument } from "../../src/core/ports.ts";
import { createFakeEmbedder } from "../fakes/embedder.ts";

// A process of its own: what the program does with a folder, without the model, the thread and the rest of it, whose start
// takes most of the time between two kills.
const [folder = ""] = process.argv.slice(2);
const { db, close } = await openLibsql(join(process.env["TRICHDAN_HOME"] ?? "", "library.db"));
await ensureFullText(db);
const store = createPassageStore(db);
const embedder = createFakeEmbedder();
const put = async (document: NewDocument, replaced?: readonly string[]) => {
  const outcome = await store.put(document, replaced);
  process.stderr.write(`${JSON.stringify({ event: "document-stored", key: document.key })}\n`);
  return outcome;
};
const openReader = () => ({ read: readDocument, close: async () => undefined });
await createIngest({
  store: { ...store, put },
  embedder,
  tokens: embedder,
  findReferences,
  openReader,
}).ingestPaths([folder]);
close();
