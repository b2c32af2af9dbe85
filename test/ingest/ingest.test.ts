import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createIngest, type IngestProgress } from "../../ingest/ingest.ts";
import { findReferences } from "../../src/citation/find.ts";
import { createFakeEmbedder } from "../fakes/embedder.ts";
import { createMemoryStore } from "../fakes/memory-store.ts";

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "ingest-"));
});
afterEach(() => rmSync(home, { recursive: true }));

function library() {
  const store = createMemoryStore();
  const embedder = createFakeEmbedder();
  const progress: IngestProgress[] = [];
  const ingest = createIngest({
    store,
    embedder,
    tokens: embedder,
    findReferences,
    onProgress: (step) => progress.push(step),
  });
  return {
    ...ingest,
    store,
    embedder,
    progress,
    keys: () => Array.from(store.documents.values(), ({ key }) => key).sort(),
  };
}

function write(path: string, text: string | Uint8Array): string {
  const location = join(home, path);
  mkdirSync(join(location, ".."), { recursive: true });
  writeFileSync(location, text);
  return location;
}

it("adds the files of a folder by name, passing over hidden ones and other formats", async () => {
  for (const path of ["b.txt", "a/x.md", "a/.ẩn.md", ".git/y.md", "ảnh.png"]) write(path, "Chi bộ họp.");
  const { ingestPaths, progress, keys } = library();
  expect(await ingestPaths([home])).toEqual({
    added: 2,
    updated: 0,
    unchanged: 0,
    removed: 0,
    failed: [],
    documents: 2,
    passages: 2,
  });
  expect(keys()).toEqual(["a/x.md", "b.txt"]);
  expect(progress.at(-1)).toEqual({ file: join(home, "b.txt"), filesDone: 1, files: 2, passagesDone: 1, passages: 1 });
});

it("embeds nothing for unchanged files, and again those that changed", async () => {
  write("a.txt", "Chi bộ họp.");
  const changed = write("b.txt", "Tổ họp.");
  const { ingestPaths, embedder } = library();
  await ingestPaths([home]);
  writeFileSync(changed, "Tổ nghỉ.");
  embedder.documentCalls.length = 0;
  expect(await ingestPaths([home])).toMatchObject({ added: 0, updated: 1, unchanged: 1, documents: 2 });
  expect(embedder.documentCalls).toEqual([["Tổ nghỉ."]]);
});

it("removes what is gone from the folder, and only that", async () => {
  const gone = write("lib/a.txt", "Chi bộ họp.");
  write("lib/b.txt", "Tổ họp.");
  const elsewhere = write("other/c.txt", "Hội họp.");
  const { ingestPaths, keys } = library();
  await ingestPaths([join(home, "lib"), elsewhere]);
  rmSync(gone);
  rmSync(elsewhere);
  expect(await ingestPaths([join(home, "lib")])).toMatchObject({ removed: 1, unchanged: 1, documents: 2 });
  expect(keys()).toEqual(["b.txt", "c.txt"]);
});

it("removes nothing for a folder that is empty all of a sudden", async () => {
  const file = write("lib/a.txt", "Chi bộ họp.");
  const { ingestPaths } = library();
  await ingestPaths([join(home, "lib")]);
  rmSync(file);
  expect(await ingestPaths([join(home, "lib")])).toMatchObject({ removed: 0, documents: 1 });
});

it("reports bad files with a remedy and goes on", async () => {
  const [bad, odd] = [write("lib/bad.md", "---\nissuedOn: mai\n---\nHọp."), write("odd.docx", "x")];
  const good = write("lib/good.md", "Họp.");
  const { ingestPaths } = library();
  const report = await ingestPaths([join(home, "lib"), odd, join(home, "nowhere")]);
  expect(report).toMatchObject({ added: 1, documents: 1 });
  expect(report.failed).toEqual([
    { file: join(home, "nowhere"), reason: "There is no such file or folder: check the path." },
    { file: bad, reason: expect.stringMatching(/"issuedOn"/) },
    { file: odd, reason: expect.stringMatching(/convert it to one of/) },
  ]);
  expect(good).toBeTruthy();
});

it("keeps the document of a file that has become unreadable", async () => {
  const file = write("a.txt", "Chi bộ họp.");
  const { ingestPaths } = library();
  await ingestPaths([home]);
  writeFileSync(file, "");
  expect(await ingestPaths([home])).toMatchObject({ failed: [{ file }], removed: 0, documents: 1 });
});

it("refuses a second file of the same name while the first is there, and takes its place afterwards", async () => {
  const [first, second] = [write("one/a.txt", "Chi bộ họp."), write("two/a.txt", "Tổ họp.")];
  const { ingestPaths } = library();
  const report = await ingestPaths([join(home, "one"), join(home, "two")]);
  expect(report).toMatchObject({ added: 1, documents: 1 });
  expect(report.failed).toEqual([{ file: second, reason: expect.stringMatching(/one.a\.txt.*rename one of them/) }]);
  rmSync(first);
  expect(await ingestPaths([join(home, "two")])).toMatchObject({ updated: 1, failed: [], documents: 1 });
});

it("knows a file again from whichever folder it is reached", async () => {
  const file = write("lib/sub/a.txt", "Chi bộ họp.");
  const { ingestPaths } = library();
  await ingestPaths([join(home, "lib")]);
  expect(await ingestPaths([file, join(home, "lib/sub"), join(home, "lib")])).toMatchObject({ unchanged: 1, added: 0 });
});

it("follows links to files, and is not led round in a circle", async () => {
  write("lib/a.txt", "Chi bộ họp.");
  symlinkSync(join(home, "lib"), join(home, "lib/again"));
  symlinkSync(join(home, "nowhere"), join(home, "lib/broken.txt"));
  symlinkSync(write("c.txt", "Tổ họp."), join(home, "lib/link.txt"));
  expect(await library().ingestPaths([join(home, "lib")])).toMatchObject({ added: 2, failed: [] });
});

it("stops at a failure that is not the file's", async () => {
  const store = createMemoryStore();
  const embedder = createFakeEmbedder();
  const broken = { ...embedder, embedDocuments: () => Promise.reject(new Error("no model")) };
  const { ingestPaths } = createIngest({ store, embedder: broken, tokens: embedder, findReferences });
  write("a.txt", "Chi bộ họp.");
  await expect(ingestPaths([home])).rejects.toThrow("no model");
  expect(store.documents.size).toBe(0);
});

const UPLOAD = `---
kind: Quy định
number: 905-QĐ/TW
title: Về giờ họp
---
# Về giờ họp

## Giờ họp của chi bộ

Quy định số 905-QĐ/TW thay Quy định số 904-QĐ/TW, ngày 01/02/2019 của Bộ Chính trị.`;

it("stores an upload with exact spans, context for the words, a vector for each unit, and the documents it names", async () => {
  const { ingestFile, store, embedder } = library();
  const file = { bytes: new TextEncoder().encode(UPLOAD), name: "giờ họp.md", key: "giờ họp.md", location: null };
  expect([await ingestFile(file), await ingestFile(file)]).toEqual(["added", "unchanged"]);
  const [document] = store.documents.values();
  const [entry] = document?.passages ?? [];
  expect(document?.directive).toMatchObject({
    id: expect.stringMatching(/^gio-hop-[0-9a-f]{6}$/),
    number: "905-QĐ/TW",
  });
  expect(entry?.passage.path).toEqual(["Giờ họp của chi bộ"]);
  expect(document?.directive.text.slice(entry?.passage.span.start, entry?.passage.span.end)).toBe(entry?.passage.text);
  expect(entry?.context).toBe("Về giờ họp\n905-QĐ/TW\nQuy định\nGiờ họp của chi bộ");
  expect(entry?.units.every(({ vector }) => vector?.length === embedder.dimensions)).toBe(true);
  expect(embedder.documentCalls.flat()[0]).toMatch(/^Giờ họp của chi bộ\. /);
  expect(document?.mentions).toEqual([
    expect.objectContaining({
      reference: expect.objectContaining({ number: "904-QĐ/TW", issuedOn: "2019-02-01" }),
      passageId: entry?.passage.id,
    }),
  ]);
});

it("gives documents named in one breath a place each", async () => {
  const { ingestFile, store } = library();
  const text = "Thực hiện Chương trình hành động số 906 và 907-CTr/TU.";
  await ingestFile({ bytes: new TextEncoder().encode(text), name: "a.txt", key: "a.txt", location: null });
  const [document] = store.documents.values();
  expect(document?.mentions.map(({ span }) => text.slice(span.start, span.end))).toEqual(["906", "907"]);
});
