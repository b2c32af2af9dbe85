import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { refreshEvidence } from "../../ingest/evidence.ts";
import { createIngest, type Ingest, type IngestParts } from "../../ingest/ingest.ts";
import { hnswlibIndex } from "../adapters/node/hnswlib-index.ts";
import { openLibsql } from "../adapters/node/libsql.ts";
import { createTransformersEmbedder, type TransformersEmbedder } from "../adapters/node/transformers-embedder.ts";
import type { SqliteDatabase } from "../adapters/sqlite/database.ts";
import { ensureFullText, mergeFullText } from "../adapters/sqlite/full-text.ts";
import { createPassageStore } from "../adapters/sqlite/passage-store.ts";
import { createVectorStore } from "../adapters/sqlite/vector-store.ts";
import { createRememberingWordIndex } from "../adapters/sqlite/word-index.ts";
import { createRewrite } from "../answer/follow-up/rewrite.ts";
import { createGenerate } from "../answer/model/generate.ts";
import { findReferences } from "../citation/find.ts";
import type { Config } from "../config.ts";
import type { ChatModel } from "../core/chat-model.ts";
import type { NewDocument, PassageStore, VectorIndex, VectorStore } from "../core/ports.ts";
import type { Reading, ReadingFor } from "../core/reading.ts";
import { createReading } from "../create-reading.ts";
import { type Log, logQuestion } from "../log.ts";
import { embedPending } from "../search/embed-pending.ts";
import { freshVectorIndex } from "../search/fresh-vector-index.ts";

/** The library on Node: one file, one index, one model. */
export interface Library {
  readonly db: SqliteDatabase;
  readonly store: PassageStore;
  readonly vectors: VectorStore;
  readonly embedder: TransformersEmbedder;
  readonly reading: ReadingFor;
  /** Of the highest clearance, as for whoever has the database file. */
  readonly ask: Reading["ask"];
  readonly retriever: Reading["retriever"];
  ingest(options?: Pick<IngestParts, "allowRestricted" | "replace" | "onProgress">): Ingest;
  /** Embeds every text again with the model in use. Returns how many vectors were made. */
  reindex(onProgress?: (done: number) => void): Promise<number>;
  close(): Promise<void>;
}

// Measured for the model that ships: docs/decisions/0014.
const SHIPPED_SCALE = [0.8, 0.9] as const;
const PROJECT = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Opens the library in `home`, made on first use. `reindexing` lets a library open whose vectors are another model's,
 * to embed it again.
 */
export async function openLibrary(
  config: Config,
  log: Log,
  { home = config.home, reindexing = false }: { readonly home?: string; readonly reindexing?: boolean } = {},
): Promise<Library> {
  const { db, close } = await openLibsql(join(home, "library.db"));
  await ensureFullText(db);
  const store = createPassageStore(db);
  await refreshEvidence(store);
  const vectors = createVectorStore(db);
  const embedder = await openEmbedder(config, home);
  try {
    if (!reindexing) await vectors.requireModel(embedder.modelId);
  } catch (error) {
    await embedder.close();
    close();
    throw error;
  }
  const file = join(home, `vectors-${embedder.modelId.replace(/[^\w.@-]+/g, "_")}.hnsw`);
  const hnsw = hnswlibIndex(embedder.dimensions, file);
  const index: VectorIndex = freshVectorIndex(hnsw, vectors, () => hnsw.save());
  const onFailure = (error: Error) => log({ level: "warn", event: "llm-failed", message: error.message });
  const chat = config.llm ? await chatModel(config.llm) : null;
  const generate = chat && createGenerate({ chat, onFailure });

  const reading = createReading({
    db,
    words: createRememberingWordIndex(db),
    meaning: { embedder, index },
    generate,
    rewrite: chat && createRewrite({ chat, onFailure }),
    minSupport: config.minSupport,
    now: () => performance.now(),
    onQuestion: config.logsQuestions ? logQuestion(log) : undefined,
  });
  const { ask, retriever } = reading("admin");

  const put = async (document: NewDocument, replaced?: readonly string[]) => {
    const outcome = await store.put(document, replaced);
    // The name of a restricted file may say what is in it.
    const name = document.directive.access === null ? { key: document.key } : {};
    log({ level: "debug", event: "document-stored", ...name, outcome });
    return outcome;
  };

  return {
    db,
    store,
    vectors,
    embedder,
    reading,
    ask,
    retriever,
    ingest(options) {
      const parts = { store: { ...store, put }, embedder, tokens: embedder, findReferences };
      const ingest = createIngest({ ...parts, ...options });
      return {
        ...ingest,
        async ingestPaths(...given) {
          const result = await ingest.ingestPaths(...given);
          if (result.added + result.updated + result.removed > 0) await mergeFullText(db);
          return result;
        },
      };
    },
    async reindex(onProgress) {
      await vectors.clearVectors();
      await vectors.requireModel(embedder.modelId);
      return embedPending(vectors, embedder, onProgress ? { onProgress } : {});
    },
    async close() {
      await embedder.close();
      close();
    },
  };
}

/** The embedding model in use; one of the hub is kept in `home`. */
export async function openEmbedder({ embeddingModel }: Config, home: string): Promise<TransformersEmbedder> {
  const cacheFolder = join(home, "models");
  if (embeddingModel !== "data/model") return createTransformersEmbedder({ name: embeddingModel, cacheFolder });
  const shipped = await createTransformersEmbedder({ name: join(PROJECT, "data", "model"), cacheFolder });
  return { ...shipped, scale: SHIPPED_SCALE };
}

/** Loaded when there is a model to talk to: it takes longer than all the rest of the program. */
async function chatModel(llm: NonNullable<Config["llm"]>): Promise<ChatModel> {
  const { openAiChatModel } = await import("../adapters/chat-model.ts");
  return openAiChatModel(llm);
}
