import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildDocument } from "../../ingest/document.ts";
import { findReferences } from "../citation/find.ts";
import type { Config } from "../config.ts";
import { normalise } from "../core/text.ts";
import type { RetrievalFigures } from "../evaluation/metrics.ts";
import { evaluateRetrieval } from "../evaluation/retrieval.ts";
import type { Log } from "../log.ts";
import { openLibrary } from "../node/open-library.ts";
import { createProgress } from "../node/progress.ts";
import { cachedEmbedder } from "./cached-embedder.ts";
import { readLines } from "./read-lines.ts";

interface Article {
  readonly id: string;
  readonly title?: string;
  /** Name of the work that the article belongs to. */
  readonly doc?: string;
  readonly text: string;
}

const PARTS = [
  { name: "all", use: { number: true, words: true, meaning: true } },
  { name: "number", use: { number: true, words: false, meaning: false } },
  { name: "words", use: { number: false, words: true, meaning: false } },
  { name: "meaning", use: { number: false, words: false, meaning: true } },
];

/** Retrieval figures over a folder's corpus, in a temporary home: the fusion, and each search alone. */
export async function evaluateFolder(
  config: Config,
  log: Log,
  folder: string,
  options: { readonly field: string; readonly fold: boolean },
): Promise<{ name: string; figures: RetrievalFigures }[]> {
  const corpus = readLines<Article>(join(folder, "corpus.jsonl"));
  const queries = readLines<{ id: string; relevant: string[] }>(join(folder, "queries.jsonl"));
  const home = mkdtempSync(join(tmpdir(), "trichdan-evaluation-"));
  const library = await openLibrary(config, log, { home });
  const embedder = await cachedEmbedder(library.embedder, config.home);
  const progress = createProgress();
  try {
    const parts = { embedder, tokens: library.embedder, findReferences, onPassages: () => undefined };
    for (const [at, article] of corpus.entries()) {
      progress.update("articles", at, corpus.length);
      await library.store.put(
        await buildDocument(
          { ...headOf(article, at), headings: [] },
          { key: String(at), location: null, contentHash: "" },
          parts,
        ),
      );
    }
    const rows = [];
    for (const { name, use } of PARTS) {
      const onProgress = (done: number, total: number) => progress.update(name, done, total);
      const articleOf = (directiveId: string) => corpus[Number(directiveId)]?.id;
      const retriever = library.retrieverWith(use, embedder);
      rows.push({
        name,
        figures: (await evaluateRetrieval(retriever, queries, { ...options, articleOf, onProgress })).figures,
      });
    }
    return rows;
  } finally {
    progress.stop();
    embedder.close();
    await library.close();
    rmSync(home, { recursive: true, force: true });
  }
}

function headOf({ id, title, doc, text }: Article, at: number) {
  const directive = {
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
  };
  return { directive: { ...directive, text: normalise(text).trim(), uncertain: [] } };
}
