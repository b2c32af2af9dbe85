import type { AiBinding } from "../../src/adapters/cloudflare/workers-ai.ts";
import { tokenise } from "../../src/core/text.ts";

export interface FakeAi extends AiBinding {
  /** Texts of every call. */
  readonly calls: string[][];
}

const DIMENSIONS = 1_024;

/** Workers AI with its limits: texts that share words get vectors that are alike, not of length 1. */
export function createFakeAi(): FakeAi {
  const calls: string[][] = [];
  return {
    calls,
    async run(model, { text }) {
      if (model !== "@cf/baai/bge-m3") throw new Error(`5007: No such model ${model}`);
      if (text.length < 1 || text.length > 100) throw new Error(`5006: ${text.length} texts`);
      calls.push([...text]);
      return { data: text.map(embed) };
    },
  };
}

function embed(text: string): number[] {
  const vector = new Array<number>(DIMENSIONS).fill(0.01);
  for (const { text: word } of tokenise(text)) {
    let place = 7;
    for (const letter of word) place = (place * 31 + (letter.codePointAt(0) ?? 0)) % DIMENSIONS;
    vector[place] = (vector[place] ?? 0) + 1;
  }
  return vector;
}
