import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, dirname, resolve } from "node:path";
import { env, pipeline } from "@huggingface/transformers";
import { TrichdanError } from "../../core/errors.ts";

/** A loaded embedding model; runs on the thread it was loaded on and blocks it while it works. */
export interface TransformersModel {
  readonly modelId: string;
  readonly dimensions: number;
  readonly maxTokens: number;
  /** Mean of the token vectors, length 1. The caller puts the prefix the model wants. */
  embed(text: string): Promise<number[]>;
  countTokens(text: string): number;
}

/**
 * Loads `name`: a folder with `config.json`, `tokenizer.json` and `onnx/model_quantized.onnx`, or the name of a
 * model on the Hugging Face hub, which is downloaded once into `cacheFolder`.
 */
export async function loadTransformersModel(name: string, cacheFolder: string): Promise<TransformersModel> {
  const isFolder = existsSync(resolve(name, "config.json"));
  env.cacheDir = cacheFolder;
  env.allowRemoteModels = !isFolder;
  if (isFolder) env.localModelPath = `${dirname(resolve(name))}/`;
  try {
    const extract = await pipeline("feature-extraction", isFolder ? basename(resolve(name)) : name, {
      dtype: "q8",
      session_options: { intraOpNumThreads: Math.min(availableParallelism(), 4) },
    });
    const countTokens = (text: string) => extract.tokenizer.encode(text, { add_special_tokens: false }).length;
    const embed = async (text: string) => {
      const output = await extract(text, { pooling: "mean", normalize: true });
      // The tensor's data is float32 for feature extraction.
      return Array.from(output.data as Float32Array);
    };
    const { length: dimensions } = await embed("query: ");
    return {
      modelId: isFolder ? localModelId(resolve(name)) : name,
      dimensions,
      maxTokens: Math.min(extract.tokenizer.model_max_length, 512),
      embed,
      countTokens,
    };
  } catch (cause) {
    throw new TrichdanError(
      isFolder
        ? `The embedding model in "${name}" could not be loaded. It needs config.json, tokenizer.json and onnx/model_quantized.onnx; the shipped model is data/model.`
        : `The embedding model "${name}" could not be loaded: there is no such folder, and the model hub did not give it. Check EMBEDDING_MODEL and the network, or leave it unset for the shipped model.`,
      { cause },
    );
  }
}

/** Two folders with the same weights are the same model; the name alone does not tell. */
function localModelId(folder: string): string {
  const weights = readFileSync(resolve(folder, "onnx", "model_quantized.onnx"));
  return `model@${createHash("sha256").update(weights).digest("hex").slice(0, 12)}`;
}
