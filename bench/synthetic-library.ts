import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readFrontMatter } from "../ingest/front-matter.ts";
import type { Embedder } from "../src/core/ports.ts";
import { sentences } from "../src/core/sentences.ts";
import { seededRandom } from "../test/fakes/seeded-random.ts";

const ARTICLES = 40;
// Spread of the noise on a unit vector: enough that no two are alike, not so much that all are equally far.
const NOISE = 0.03;

/** Writes documents whose sentences are those of `source` in a new order, with other document numbers in them. */
export function writeSyntheticLibrary(source: string, folder: string, documents: number): void {
  const random = seededRandom(documents);
  const pool = sentencesOf(source);
  const pick = () => pool[Math.floor(random() * pool.length)] ?? "";
  // Otherwise every number would stand in hundreds of documents, and questions would name them all.
  const renumber = (text: string) =>
    text.replace(/\d+(?=-[\p{Lu}]+\/)/gu, () => String(1000 + Math.floor(random() * 9000)));
  mkdirSync(folder);
  for (let at = 0; at < documents; at += 1) {
    const title = pick().split(" ").slice(0, 12).join(" ").replace(/[:"]/g, "");
    const head = `---\nkind: Quy định\nnumber: ${1000 + at}-QĐ/TW\ntitle: "${renumber(title)}"\nissuer: Bộ Chính trị\n---`;
    const articles = Array.from({ length: ARTICLES }, (_, article) => {
      const text = Array.from({ length: 4 + Math.floor(random() * 5) }, () => renumber(pick())).join(" ");
      return `## Điều ${article + 1}. ${renumber(pick()).slice(0, 80)}\n\n${text}`;
    });
    writeFileSync(join(folder, `${1000 + at}.md`), [head, ...articles].join("\n\n"));
  }
}

/** Gives texts the vectors of other texts with noise: thousands of passages need not be embedded to be searched. */
export function perturbingEmbedder(embedder: Embedder, vectors: readonly (readonly number[])[]): Embedder {
  const random = seededRandom(vectors.length);
  const perturbed = () => {
    const vector = vectors[Math.floor(random() * vectors.length)] ?? [];
    const noisy = vector.map((value) => value + (random() + random() - 1) * NOISE);
    const length = Math.hypot(...noisy);
    return noisy.map((value) => value / length);
  };
  return { ...embedder, embedDocuments: async (texts) => texts.map(perturbed) };
}

function sentencesOf(source: string): string[] {
  return readdirSync(source).flatMap((name) => {
    const { body } = readFrontMatter(readFileSync(join(source, name), "utf8"), name);
    const lines = body.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
    const texts = lines.map((line) => line.replace(/^- /, ""));
    return texts.flatMap((text) => sentences(text).map(({ start, end }) => text.slice(start, end)));
  });
}
