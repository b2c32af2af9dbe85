import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openLibsql } from "../../src/adapters/node/libsql.ts";
import { ensureFullText } from "../../src/adapters/sqlite/full-text.ts";
import { createPassageStore } from "../../src/adapters/sqlite/passage-store.ts";
import { TrichdanError } from "../../src/core/errors.ts";
import { newDocument } from "../contracts/new-document.ts";

const WRITER = new URL("../runtime/write-documents.ts", import.meta.url).pathname;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "trichdan-libsql-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

it.each(["library.db", "thư viện/của tôi.db", "100%/a#b?c/library.db"])("keeps the library in %s", async (name) => {
  const path = join(folder, name);
  const first = await openLibsql(path);
  await ensureFullText(first.db);
  await createPassageStore(first.db).put(newDocument({ id: "a" }, ["cam"]));
  first.close();
  expect(existsSync(path)).toBe(true);
  const second = await openLibsql(path);
  expect(await createPassageStore(second.db).size()).toMatchObject({ documents: 1 });
  second.close();
});

it("says what to do when the file is no library", async () => {
  writeFileSync(join(folder, "library.db"), "a text that is no database ".repeat(100));
  const opened = openLibsql(join(folder, "library.db"));
  await expect(opened).rejects.toThrow(TrichdanError);
  await expect(opened).rejects.toThrow(/could not be opened.*ingest data\/library/);
});

it("says what to do when the folder cannot be made", async () => {
  writeFileSync(join(folder, "file"), "");
  await expect(openLibsql(join(folder, "file", "library.db"))).rejects.toThrow(/folder can be written/);
});

it("lets several processes make and fill a new library at the same time, and a reader look on", async () => {
  const path = join(folder, "library.db");
  const write = (name: string) =>
    promisify(execFile)(process.execPath, ["--import", "tsx", WRITER, path, name, "15"], { timeout: 60_000 });
  let areWriting = true;
  const writers = Promise.all(["a", "b", "c"].map(write)).finally(() => {
    areWriting = false;
  });
  const { db, close } = await openLibsql(path);
  await ensureFullText(db);
  const store = createPassageStore(db);
  while (areWriting) {
    await Promise.all([store.size(), store.searchText(["cam"], "words", 5), store.directives()]);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await writers;
  expect(await store.size()).toMatchObject({ documents: 45, passages: 90 });
  expect((await store.frequencies(["cam"], "words")).get("cam")).toBe(45);
  close();
});
