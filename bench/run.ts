import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createIngest } from "../ingest/ingest.ts";
import { mergeFullText } from "../src/adapters/sqlite/full-text.ts";
import { findReferences } from "../src/citation/find.ts";
import { readLines } from "../src/cli/read-lines.ts";
import { parseConfig } from "../src/config.ts";
import type { Timings } from "../src/core/answer.ts";
import { evaluateAnswers, type GoldenQuestion } from "../src/evaluation/answers.ts";
import { createLog } from "../src/log.ts";
import { type Library, openLibrary } from "../src/node/open-library.ts";
import { halfAndMost, markdownTable, percentile, residentMb, timed } from "./measure.ts";
import { askAll, compareSearches } from "./questions.ts";
import { perturbingEmbedder, writeSyntheticLibrary } from "./synthetic-library.ts";

const SHIPPED = "data/library";
const NOTES = `The questions are those of data/golden. trichdan was developed with them in view and LangChain was not tuned, so the
shares flatter trichdan; with so few short documents, the first 5 tell nothing apart.
Both sides use the same embedding model. LangChain: RecursiveCharacterTextSplitter (1000, overlap 200), HNSWLib,
similaritySearch (k = 5), texts with their front matter.
Synthetic passages recombine sentences of data/library with other document numbers. Those of the large library have
vectors of data/library with noise instead of their own, so it shows speed and memory, not quality.
The words are looked up while the question is embedded, on another thread: "embed" is the longer of the two.`;
const golden = readLines<GoldenQuestion>("data/golden/questions.jsonl");
const folder = mkdtempSync(join(tmpdir(), "trichdan-bench-"));
const rows: string[][] = [];
const row = (figure: string, ours: string, theirs = "", ratio = "") => rows.push([figure, ours, theirs, ratio]);
const open = (name: string) =>
  openLibrary(parseConfig({}), createLog("warn", console.error), { home: join(folder, name) });

try {
  const shipped = await open("shipped");
  const vectors = await measureShipped(shipped).finally(() => shipped.close());
  const ingested = await open("ingested");
  await measureIngest(ingested).finally(() => ingested.close());
  const large = await open("large");
  await measureLarge(large, vectors).finally(() => large.close());
  console.log(markdownTable(["", "trichdan", "LangChain", "ratio"], rows));
  console.log(`\n${NOTES}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The library that ships: speed, memory, and a plain LangChain pipeline beside it. */
async function measureShipped(library: Library): Promise<(readonly number[])[]> {
  const loaded = residentMb();
  const ingest = await timed(() => library.ingest().ingestPaths([SHIPPED]));
  const { passages, documents } = ingest.value;
  row(`ingest: ${documents} documents that ship, ${passages} passages`, perSecond(passages, ingest.ms));
  const ingested = residentMb();
  // The first search builds the vector index.
  const index = await timed(() => library.reading(null).retriever.retrieve(golden[0]?.question ?? "", 5));
  const timings = await askAll(library.reading(null).ask, golden, 500);
  row(`memory after load / ingest / 500 questions`, `${loaded} / ${ingested} / ${residentMb()} MB`);
  askRows(passages, timings);

  // Not before the memory is measured.
  const { langChainPipeline } = await import("./langchain.ts");
  const langChain = await timed(() => langChainPipeline(SHIPPED, library.embedder));
  const ourSearch = async (question: string, limit: number) =>
    (await library.reading(null).retriever.retrieve(question, limit)).hits.map(({ passage, directive }) => ({
      text: passage.text,
      file: directive.file,
    }));
  const [ours, theirs] = await compareSearches(golden, [ourSearch, langChain.value.search]);
  const compare = (figure: string, our: number, their: number, show: (value: number) => string) =>
    row(figure, show(our), show(their), (our / their).toFixed(2));
  const share = (value: number) => value.toFixed(3);
  const milliseconds = (value: number) => `${value.toFixed(1)} ms`;
  compare(`right document first`, ours.first, theirs.first, share);
  compare(`right document among the first 5`, ours.amongFive, theirs.amongFive, share);
  compare(`expected strings in the first passage`, ours.stringsInFirst, theirs.stringsInFirst, share);
  compare(`expected strings in the first 5`, ours.stringsInFive, theirs.stringsInFive, share);
  compare(`characters of the first 5`, ours.characters, theirs.characters, String);
  const answers = await evaluateAnswers(library.reading(null).ask, golden);
  row(`expected strings in answer and quotes`, share(answers.answer));
  row(`refusals of what cannot be answered / can be`, `${answers.refusal} / ${answers.falseRefusal}`);
  compare(`building the index`, ingest.ms + index.ms, langChain.ms, (ms) => `${(ms / 1000).toFixed(1)} s`);
  for (const part of [0.5, 0.95])
    compare(`search, p${part * 100}`, percentile(ours.times, part), percentile(theirs.times, part), milliseconds);
  const stored = await library.vectors.vectors(await library.vectors.vectorIds());
  return stored.map(({ vector }) => vector);
}

async function measureIngest(library: Library): Promise<void> {
  const source = join(folder, "synthetic-small");
  writeSyntheticLibrary(SHIPPED, source, 12);
  const { value, ms } = await timed(() => library.ingest().ingestPaths([source]));
  row(`ingest: ${value.documents} synthetic documents, ${value.passages} passages`, perSecond(value.passages, ms));
}

async function measureLarge(library: Library, vectors: readonly (readonly number[])[]): Promise<void> {
  // With the documents that the questions are about: others would be refused before any search.
  await library.ingest().ingestPaths([SHIPPED]);
  const source = join(folder, "synthetic-large");
  writeSyntheticLibrary(SHIPPED, source, 250);
  const embedder = perturbingEmbedder(library.embedder, vectors);
  const ingest = createIngest({ store: library.store, embedder, tokens: library.embedder, findReferences });
  const { passages } = await ingest.ingestPaths([source]);
  // As after every ingest of the library's own.
  await mergeFullText(library.db);
  const index = await timed(() => library.reading(null).retriever.retrieve(golden[0]?.question ?? "", 5));
  row(`first search over ${passages} passages, which builds the vector index`, `${(index.ms / 1000).toFixed(1)} s`);
  askRows(passages, await askAll(library.reading(null).ask, golden, 500));
  row(`memory at ${passages} passages`, `${residentMb()} MB`);
}

function askRows(passages: number, timings: readonly Timings[]): void {
  row(`ask over ${passages} passages, p50 / p95`, halfAndMost(timings.map((times) => times.totalMs)));
  row("– for the first time", halfAndMost(timings.slice(0, golden.length).map((times) => times.totalMs)));
  for (const part of ["embed", "search", "compose"] as const)
    row(`– of it ${part}`, halfAndMost(timings.map((times) => times[`${part}Ms`])));
}

function perSecond(count: number, ms: number): string {
  return `${((count / ms) * 1000).toFixed(1)} passages/s`;
}
