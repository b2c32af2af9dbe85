import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createIngest, type Ingest } from "../../ingest/ingest.ts";
import { createIsolatedReader } from "../../ingest/read-isolated.ts";
import { findReferences } from "../../src/citation/find.ts";
import { createFakeEmbedder } from "../fakes/embedder.ts";
import { hostileFiles } from "../fakes/hostile-files.ts";
import { createMemoryStore } from "../fakes/memory-store.ts";

// For the figures: HOSTILE_FIGURES=1.
const files = hostileFiles().map((file) => [file.what, file] as const);
const memory = createMemoryStore();
const embedder = createFakeEmbedder();
const reader = createIsolatedReader();

let home: string;
let ingest: Ingest;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "hostile-"));
  const store = { ...memory, directive: async (id: string) => memory.documents.get(id)?.directive };
  // One thread for all: that it starts, and loads what reads a format, is no file's doing.
  const openReader = () => ({ ...reader, close: async () => undefined });
  ingest = createIngest({ store, embedder, tokens: embedder, findReferences, openReader });
  for (const name of ["directive.doc", "pdf/directive-30.pdf"])
    await reader.read(readFileSync(new URL(`../fixtures/${name}`, import.meta.url)), name);
}, 60_000);
afterAll(async () => {
  await reader.close();
  rmSync(home, { recursive: true });
});

it.each(files)("refuses %s, and writes nothing", async (_, { name, bytes }) => {
  const path = join(home, name);
  writeFileSync(path, bytes);
  const { report, note } = await measured(() => ingest.ingestPaths([path]));
  if (process.env["HOSTILE_FIGURES"])
    console.info(`${name} (${Math.ceil(bytes.length / 1000)} kB): ${note}; ${report.failed[0]?.reason}`);
  expect(report).toMatchObject({ added: 0, updated: 0, documents: 0 });
  expect(report.failed).toEqual([
    { file: expect.stringMatching(path), reason: expect.stringMatching(/^[^:]+[:.] .+\.$/) },
  ]);
  expect(memory.documents.size).toBe(0);
});

async function measured<Report>(work: () => Promise<Report>): Promise<{ report: Report; note: string }> {
  const [started, before] = [performance.now(), process.memoryUsage.rss()];
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 2);
  const report = await work();
  clearInterval(timer);
  peak = Math.max(peak, process.memoryUsage.rss());
  return { report, note: `${Math.round(performance.now() - started)} ms, ${Math.round((peak - before) / 1e6)} MB` };
}
