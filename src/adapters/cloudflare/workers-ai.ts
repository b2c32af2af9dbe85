import { TrichdanError } from "../../core/errors.ts";
import type { Embedder } from "../../core/ports.ts";

/** The part of Cloudflare's `Ai` binding that we use. */
export interface AiBinding {
  run(model: string, input: { text: string[] }): Promise<{ data?: number[][] }>;
}

// Multilingual, 1,024 dimensions, no prefixes: https://developers.cloudflare.com/workers-ai/models/bge-m3/
const MODEL = "@cf/baai/bge-m3";
const DIMENSIONS = 1_024;
const MAX_TEXTS = 100;

/** Embeddings by Workers AI. */
export function workersAiEmbedder(ai: AiBinding): Embedder {
  return {
    modelId: MODEL,
    dimensions: DIMENSIONS,
    async embedQuery(text) {
      const [vector] = await embed(ai, [text]);
      return vector ?? [];
    },
    async embedDocuments(texts) {
      const vectors: number[][] = [];
      for (let at = 0; at < texts.length; at += MAX_TEXTS) {
        vectors.push(...(await embed(ai, texts.slice(at, at + MAX_TEXTS))));
      }
      return vectors;
    },
  };
}

async function embed(ai: AiBinding, text: string[]): Promise<number[][]> {
  const { data } = await ai.run(MODEL, { text }).catch((cause: unknown) => {
    throw new TrichdanError("Workers AI did not embed a text. Check the AI binding and the account's limits.", {
      cause,
    });
  });
  if (data?.length !== text.length) throw new TrichdanError("Workers AI gave no vector for a text. Try again later.");
  return data.map(toUnitLength);
}

function toUnitLength(vector: number[]): number[] {
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}
