import type { Embedder, TokenCounter } from "../../src/core/ports.ts";
import { tokenise } from "../../src/core/text.ts";

export interface FakeEmbedder extends Embedder, TokenCounter {
  /** Texts of every `embedDocuments` call. */
  readonly documentCalls: string[][];
  /** Texts of every `countTokens` call. */
  readonly countCalls: string[][];
}

const DIMENSIONS = 32;

/** Texts that share words get vectors that are alike; a token is a word between spaces. */
export function createFakeEmbedder(): FakeEmbedder {
  const documentCalls: string[][] = [];
  const countCalls: string[][] = [];
  return {
    modelId: "fake",
    dimensions: DIMENSIONS,
    maxTokens: 512,
    documentCalls,
    countCalls,
    async embedDocuments(texts) {
      documentCalls.push([...texts]);
      return texts.map(embed);
    },
    embedQuery: async (text) => embed(text),
    async countTokens(texts) {
      countCalls.push([...texts]);
      return texts.map((text) => text.split(/\s+/).filter(Boolean).length);
    },
  };
}

function embed(text: string): number[] {
  const vector = new Array<number>(DIMENSIONS).fill(0);
  for (const { text: word } of tokenise(text)) {
    const place = hash(word) % DIMENSIONS;
    vector[place] = (vector[place] ?? 0) + 1;
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

function hash(word: string): number {
  let value = 7;
  for (const letter of word) value = (value * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return value;
}
