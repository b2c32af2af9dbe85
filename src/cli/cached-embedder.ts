import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createClient } from "@libsql/client/sqlite3";
import type { Embedder } from "../core/ports.ts";

/** An embedder that remembers, so that an evaluation run again takes seconds; `embedded` counts what it had to compute. */
export async function cachedEmbedder(
  embedder: Embedder,
  folder: string,
): Promise<Embedder & { embedded(): number; close(): void }> {
  mkdirSync(folder, { recursive: true });
  const client = createClient({ url: `file:${join(folder, "evaluation-vectors.db")}` });
  // A cache that is lost costs minutes; waiting for the disk at each text costs more.
  await client.execute("PRAGMA synchronous = OFF");
  await client.execute(
    "CREATE TABLE IF NOT EXISTS vectors (hash TEXT PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID",
  );
  let embedded = 0;

  async function remember(text: string, compute: () => Promise<number[] | undefined>): Promise<number[]> {
    const hash = createHash("sha256").update(`${embedder.modelId}\n${text}`).digest("hex");
    const { rows } = await client.execute({ sql: "SELECT vector FROM vectors WHERE hash = ?", args: [hash] });
    const known = rows[0]?.["vector"];
    if (known instanceof ArrayBuffer) return Array.from(new Float32Array(known));
    const vector = (await compute()) ?? [];
    embedded += 1;
    const bytes = new Uint8Array(Float32Array.from(vector).buffer);
    await client.execute({ sql: "INSERT OR REPLACE INTO vectors VALUES (?, ?)", args: [hash, bytes] });
    return vector;
  }

  return {
    modelId: embedder.modelId,
    dimensions: embedder.dimensions,
    ...(embedder.scale && { scale: embedder.scale }),
    embedQuery: (text, signal) => remember(`query ${text}`, () => embedder.embedQuery(text, signal)),
    embedDocuments: (texts, signal) =>
      Promise.all(
        texts.map((text) =>
          remember(`passage ${text}`, async () => (await embedder.embedDocuments([text], signal))[0]),
        ),
      ),
    embedded: () => embedded,
    close: () => client.close(),
  };
}
