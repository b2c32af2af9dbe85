import { mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { beforeEach, expect, it } from "vitest";
import { UnreadableFileError } from "../../src/core/errors.ts";
import { ingestingLibrary as library, temporaryFolder } from "../fakes/ingesting-library.ts";

let home: string;
let write: ReturnType<typeof temporaryFolder>["write"];
beforeEach(() => {
  ({ home, write } = temporaryFolder());
});

it("follows a file into another folder without embedding it again, under the same id", async () => {
  const file = write("a.txt", "Chi bộ họp.");
  write("z.txt", "Hội họp.");
  const { ingestPaths, ids, keys, embedder } = library();
  await ingestPaths([home]);
  const before = ids();
  embedder.documentCalls.length = 0;
  mkdirSync(join(home, "năm 2020"));
  const moved = join(home, "năm 2020", "a.txt");
  renameSync(file, moved);
  expect(await ingestPaths([home])).toMatchObject({ added: 0, updated: 0, unchanged: 2, removed: 0 });
  expect([ids(), keys(), embedder.documentCalls]).toEqual([before, ["năm 2020/a.txt", "z.txt"], []]);
  expect((await ingestPaths([home])).notices).toEqual([]);
});

it("follows a whole folder that was moved", async () => {
  write("old/a.txt", "Chi bộ họp.");
  write("old/b.zip", zipSync({ "b.txt": strToU8("Tổ họp.") }));
  const { ingestPaths, keys, embedder } = library();
  await ingestPaths([join(home, "old")]);
  embedder.documentCalls.length = 0;
  renameSync(join(home, "old"), join(home, "new"));
  expect(await ingestPaths([join(home, "new")])).toMatchObject({ unchanged: 2, removed: 0, documents: 2, notices: [] });
  expect([keys(), embedder.documentCalls]).toEqual([["a.txt", "b.zip/b.txt"], []]);
});

it("reads a file again that has got another name, which may tell its number, under the same id", async () => {
  const file = write("a.txt", "Chi bộ họp.");
  const { ingestPaths, ids, store } = library();
  await ingestPaths([home]);
  const before = ids();
  renameSync(file, join(home, "b.txt"));
  const report = await ingestPaths([home]);
  expect(report).toMatchObject({ added: 0, updated: 1, removed: 0, documents: 1 });
  expect(report.notices).toEqual([{ file: join(home, "b.txt"), code: "moved", message: "was a.txt" }]);
  expect(ids()).toEqual(before);
  expect(Array.from(store.documents.values(), ({ directive }) => directive.file)).toEqual(["b.txt"]);
});

it("gives an id of its own to a new file where a moved one was", async () => {
  const file = write("a.txt", "Chi bộ họp.");
  const { ingestPaths, ids, keys } = library();
  await ingestPaths([home]);
  renameSync(file, join(home, "b.txt"));
  await ingestPaths([home]);
  write("a.txt", "Tổ họp.");
  expect(await ingestPaths([home])).toMatchObject({ added: 1, unchanged: 1, documents: 2 });
  expect([keys(), new Set(ids()).size]).toEqual([["a.txt", "b.txt"], 2]);
});

it("keeps the document of a moved file that can no longer be read", async () => {
  const file = write("a.txt", "Chi bộ họp.");
  const memory = library();
  await memory.ingestPaths([home]);
  renameSync(file, join(home, "b.txt"));
  const read = () => Promise.reject(new UnreadableFileError("b.txt was not read within 60 seconds"));
  const broken = library({ store: memory.store, openReader: () => ({ read, close: async () => undefined }) });
  expect(await broken.ingestPaths([home])).toMatchObject({ removed: 0, documents: 1, failed: [{}] });
  expect(await memory.ingestPaths([home])).toMatchObject({ updated: 1, failed: [], documents: 1 });
});
