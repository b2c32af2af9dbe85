import { parentPort, workerData } from "node:worker_threads";
import { loadTransformersModel } from "./transformers-model.ts";

/** What the embedder's thread is asked, one text at a time so that a question never waits for a batch. */
export type WorkerRequest =
  | { readonly kind: "embed"; readonly text: string }
  | { readonly kind: "count"; readonly texts: readonly string[] };

export type WorkerReply =
  | { readonly kind: "ready"; readonly modelId: string; readonly dimensions: number; readonly maxTokens: number }
  | { readonly kind: "result"; readonly value: number[] }
  | { readonly kind: "failed"; readonly message: string };

const port = parentPort;
if (!port) throw new Error("transformers-worker runs as a worker thread only");
const reply = (message: WorkerReply) => port.postMessage(message);

try {
  const model = await loadTransformersModel(workerData.name, workerData.cacheFolder);
  const { modelId, dimensions, maxTokens } = model;
  reply({ kind: "ready", modelId, dimensions, maxTokens });
  port.on("message", async (request: WorkerRequest) => {
    try {
      const value =
        request.kind === "embed"
          ? await model.embed(request.text)
          : request.texts.map((text) => model.countTokens(text));
      reply({ kind: "result", value });
    } catch (error) {
      reply({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
    }
  });
} catch (error) {
  reply({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
}
