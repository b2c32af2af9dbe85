import { Worker } from "node:worker_threads";
import { TrichdanError } from "../../core/errors.ts";
import type { Embedder, TokenCounter } from "../../core/ports.ts";
import type { WorkerReply, WorkerRequest } from "./transformers-worker.ts";

// E5 models are trained with these: https://huggingface.co/intfloat/multilingual-e5-small#faq
const QUERY_PREFIX = "query: ";
const PASSAGE_PREFIX = "passage: ";

// Begin, end, and the two of the prefix.
const SPECIAL_TOKENS = 4;

interface Job {
  readonly request: WorkerRequest;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (value: number[]) => void;
  readonly reject: (error: Error) => void;
}

export interface TransformersEmbedder extends Embedder, TokenCounter {
  close(): Promise<void>;
}

/**
 * The embedding model on a thread of its own: the server goes on answering while a document is embedded, and a
 * question goes before all waiting passages. Texts go one at a time, so that the same text gives the same vector.
 */
export async function createTransformersEmbedder(options: {
  readonly name: string;
  readonly cacheFolder: string;
}): Promise<TransformersEmbedder> {
  const urgent: Job[] = [];
  const waiting: Job[] = [];
  let running: Job | undefined;
  let stopped: Error | undefined;

  const { worker, modelId, dimensions, maxTokens } = await startWorker(options);
  worker.on("message", (message: WorkerReply) => settle(message));
  worker.on("error", (cause) =>
    stop(new TrichdanError("The embedding model's thread stopped. Start the program again.", { cause })),
  );

  return {
    modelId,
    dimensions,
    maxTokens: maxTokens - SPECIAL_TOKENS,
    embedQuery: (text, signal) => submit(urgent, { kind: "embed", text: QUERY_PREFIX + text }, signal),
    embedDocuments: (texts, signal) =>
      Promise.all(texts.map((text) => submit(waiting, { kind: "embed", text: PASSAGE_PREFIX + text }, signal))),
    countTokens: (texts) => submit(urgent, { kind: "count", texts }),
    async close() {
      stop(new TrichdanError("The embedding model was closed."));
      await worker.terminate();
    },
  };

  function submit(queue: Job[], request: WorkerRequest, signal?: AbortSignal): Promise<number[]> {
    return new Promise((resolve, reject) => {
      if (stopped) return reject(stopped);
      queue.push({ request, signal, resolve, reject });
      next();
    });
  }

  function next(): void {
    while (!running) {
      const job = urgent.shift() ?? waiting.shift();
      if (!job) return;
      if (job.signal?.aborted) {
        job.reject(new DOMException("The work was given up.", "AbortError"));
        continue;
      }
      running = job;
      worker.postMessage(job.request);
    }
  }

  function settle(message: WorkerReply): void {
    const job = running;
    running = undefined;
    if (message.kind === "result") job?.resolve(message.value);
    if (message.kind === "failed") job?.reject(new TrichdanError(`The embedding model failed: ${message.message}`));
    next();
  }

  function stop(error: Error): void {
    stopped = error;
    for (const job of [...(running ? [running] : []), ...urgent.splice(0), ...waiting.splice(0)]) job.reject(error);
    running = undefined;
  }
}

async function startWorker(workerData: { name: string; cacheFolder: string }) {
  const worker = new Worker(new URL("./transformers-worker.js", import.meta.url), { workerData });
  const first = await new Promise<WorkerReply>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
  if (first.kind === "ready") return { worker, ...first };
  await worker.terminate();
  throw new TrichdanError(first.kind === "failed" ? first.message : "The embedding model did not start.");
}
