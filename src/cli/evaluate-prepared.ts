import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Config } from "../config.ts";
import type { Embedder } from "../core/ports.ts";
import { allForms, type EvaluationQuery, type Form, formOf } from "../evaluation/forms.ts";
import type { Log } from "../log.ts";
import { openEmbedder } from "../node/open-library.ts";
import { createProgress } from "../node/progress.ts";
import { cachedEmbedder } from "./cached-embedder.ts";
import { type Article, type EvaluationLibrary, openEvaluationLibrary } from "./evaluate-library.ts";
import { readLines } from "./read-lines.ts";

/** Which text of the questions is asked. */
export interface AskedForms {
  readonly field: string;
  readonly fold?: boolean;
  /** Instead of one form: every one that the questions have. */
  readonly allForms?: boolean;
}

/** A folder's corpus as a library, and its questions. */
export interface PreparedFolder {
  readonly library: EvaluationLibrary & { readonly embedder: Embedder };
  readonly corpus: readonly Article[];
  readonly queries: readonly EvaluationQuery[];
  readonly forms: readonly Form[];
  /** What decides the outcome beside the code. */
  readonly settings: Readonly<Record<string, string>>;
  progressOf(label: string): (done: number, total: number) => void;
}

/** The library is kept in the home beside its vectors; the user's own library is not touched. */
export async function withPreparedFolder<Result>(
  { config, log, folder }: { readonly config: Config; readonly log: Log; readonly folder: string },
  { field, fold = false, allForms: isEveryForm = false }: AskedForms,
  work: (prepared: PreparedFolder) => Promise<Result>,
): Promise<Result> {
  const corpus = readLines<Article>(join(folder, "corpus.jsonl"));
  const queries = readLines<EvaluationQuery>(join(folder, "queries.jsonl"));
  const forms = isEveryForm ? allForms(queries) : [formOf(field, { isFolded: fold })];
  const tokens = await openEmbedder(config, config.home);
  const embedder = await cachedEmbedder(tokens, config.home);
  const progress = createProgress();
  const progressOf = (label: string) => (done: number, total: number) => progress.update(label, done, total);
  let library: EvaluationLibrary | undefined;
  try {
    library = await openEvaluationLibrary(corpus, {
      embedder,
      tokens,
      folder: join(config.home, "evaluation"),
      onProgress: progressOf("articles"),
      onKept: (kept) => log({ level: "info", event: "evaluation-library-kept", ...kept }),
    });
    const digest = createHash("sha256").update(JSON.stringify(corpus)).digest("hex").slice(0, 16);
    const settings = { corpus: digest, "embedding model": embedder.modelId };
    return await work({ library: { ...library, embedder }, corpus, queries, forms, settings, progressOf });
  } finally {
    progress.stop();
    library?.close();
    embedder.close();
    await tokens.close();
  }
}
