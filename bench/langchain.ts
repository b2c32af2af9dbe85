import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { HNSWLib } from "@langchain/community/vectorstores/hnswlib";
import { Document } from "@langchain/core/documents";
import { Embeddings } from "@langchain/core/embeddings";
import { RecursiveCharacterTextSplitter } from "@langchain/textsplitters";
import type { Embedder } from "../src/core/ports.ts";
import type { Found } from "./questions.ts";

/** What LangChain's documentation builds first, with our embedder: split by characters, embed, HNSW, the nearest. */
export async function langChainPipeline(source: string, embedder: Embedder) {
  const documents = readdirSync(source).map(
    (file) => new Document({ pageContent: readFileSync(join(source, file), "utf8"), metadata: { file } }),
  );
  const splitter = new RecursiveCharacterTextSplitter({ chunkSize: 1000, chunkOverlap: 200 });
  const chunks = await splitter.splitDocuments(documents);
  const store = await HNSWLib.fromDocuments(chunks, new SharedEmbeddings(embedder));
  return {
    chunks: chunks.length,
    async search(question: string, limit: number): Promise<Found[]> {
      const nearest = await store.similaritySearch(question, limit);
      return nearest.map(({ pageContent, metadata }) => ({ text: pageContent, file: String(metadata["file"]) }));
    },
  };
}

// A class because LangChain asks for a subclass.
class SharedEmbeddings extends Embeddings {
  private readonly embedder: Embedder;

  constructor(embedder: Embedder) {
    super({});
    this.embedder = embedder;
  }

  embedQuery(text: string): Promise<number[]> {
    return this.embedder.embedQuery(text);
  }

  embedDocuments(texts: string[]): Promise<number[][]> {
    return this.embedder.embedDocuments(texts);
  }
}
