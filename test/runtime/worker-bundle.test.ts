import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";

const NATIVE = /^(?:hnswlib-node|onnxruntime-\w+|libsql|@libsql\/|@huggingface\/|sharp|tsx|better-sqlite3)/;
const NODE_ONLY = /^(?:node:)?(?:fs|worker_threads|child_process|cluster|sqlite)(?:\/|$)/;

// The smallest plan's: https://developers.cloudflare.com/workers/platform/limits/#worker-size
const MOST_BYTES = 3_000_000;

interface Metafile {
  readonly inputs: Readonly<Record<string, { readonly imports: readonly { readonly path: string }[] }>>;
}

const folder = mkdtempSync(join(tmpdir(), "trichdan-bundle-"));
let names: string[];

beforeAll(() => {
  const wrangler = join("node_modules", "wrangler", "bin", "wrangler.js");
  execFileSync(process.execPath, [wrangler, "deploy", "--dry-run", "--outdir", folder, "--metafile"], {
    env: { ...process.env, WRANGLER_SEND_METRICS: "false", WRANGLER_LOG_PATH: folder },
    stdio: "pipe",
  });
  // As esbuild writes it: https://esbuild.github.io/api/#metafile
  const { inputs } = JSON.parse(readFileSync(join(folder, "bundle-meta.json"), "utf8")) as Metafile;
  const imported = Object.values(inputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  names = [...Object.keys(inputs), ...imported].map((path) => path.replace(/^.*node_modules\//, ""));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

it("the Worker's bundle holds the Worker", () => {
  expect(names).toContain("src/worker.ts");
  expect(names.some((name) => name.startsWith("grammy/"))).toBe(true);
});

it("the Worker's bundle has no native module and nothing that only Node has", () => {
  expect(names.filter((name) => NATIVE.test(name) || NODE_ONLY.test(name))).toEqual([]);
});

it("the Worker's bundle is small enough for every plan", () => {
  expect(gzipSync(readFileSync(join(folder, "worker.js"))).length).toBeLessThan(MOST_BYTES);
});
