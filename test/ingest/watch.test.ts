import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createIngest } from "../../ingest/ingest.ts";
import { readDocument } from "../../ingest/read.ts";
import { createWatch } from "../../ingest/watch.ts";
import { findReferences } from "../../src/citation/find.ts";
import { createFakeEmbedder } from "../fakes/embedder.ts";
import { createMemoryStore } from "../fakes/memory-store.ts";

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "watch-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function write(path: string, text: string | Uint8Array): string {
  const location = join(home, path);
  mkdirSync(join(location, ".."), { recursive: true });
  writeFileSync(location, text);
  return location;
}

/** A library that watches a folder; it has looked `twice`, which is its first ingest. */
async function watching({ withdrawMissing = false, folders = [home] } = {}) {
  const memory = createMemoryStore();
  const embedder = createFakeEmbedder();
  const store = { ...memory, directive: async (id: string) => memory.documents.get(id)?.directive };
  const read: string[] = [];
  const openReader = () => ({
    read: (bytes: Uint8Array, name: string) => {
      read.push(name);
      return readDocument(bytes, name);
    },
    close: async () => undefined,
  });
  const ingest = createIngest({ store, embedder, tokens: embedder, findReferences, openReader });
  const watch = createWatch({ ingest, folders, withdrawMissing });
  const twice = async () => {
    const early = await watch.look();
    return early ?? (await watch.look());
  };
  const first = await twice();
  read.length = 0;
  const texts = () => Array.from(memory.documents.values(), ({ key, directive }) => `${key}: ${directive.text}`).sort();
  return { ...watch, twice, first, read, texts, ids: () => [...memory.documents.keys()] };
}

it("ingests what is there, and then nothing until something changes", async () => {
  write("a.txt", "Chi bộ họp.");
  const { first, look, read } = await watching();
  expect(first).toMatchObject({ added: 1, documents: 1 });
  expect([await look(), await look(), read]).toEqual([undefined, undefined, []]);
});

it("says what an empty folder held: nothing", async () => {
  expect((await watching()).first).toMatchObject({ added: 0, documents: 0 });
});

it("reads what is added or changed, and that alone", async () => {
  write("a.txt", "Chi bộ họp.");
  const changed = write("b.txt", "Tổ họp.");
  const { twice, read, texts } = await watching();
  writeFileSync(changed, "Tổ nghỉ hôm nay.");
  write("sub/c.zip", zipSync({ "c.txt": strToU8("Hội họp.") }));
  expect(await twice()).toMatchObject({ added: 1, updated: 1, unchanged: 0, documents: 3 });
  expect(read).toEqual(["b.txt", "c.txt"]);
  expect(texts()).toEqual(["a.txt: Chi bộ họp.", "b.txt: Tổ nghỉ hôm nay.", "sub/c.zip/c.txt: Hội họp."]);
});

it("waits for a file that is still being copied, without waiting with others", async () => {
  const { look, texts } = await watching();
  const slow = write("slow.txt", "Chi bộ ");
  write("other.txt", "Tổ họp.");
  expect(await look()).toBeUndefined();
  appendFileSync(slow, "họp mỗi ");
  expect(await look()).toMatchObject({ added: 1 });
  appendFileSync(slow, "tháng.");
  expect(await look()).toBeUndefined();
  expect(await look()).toMatchObject({ added: 1 });
  expect(texts()).toEqual(["other.txt: Tổ họp.", "slow.txt: Chi bộ họp mỗi tháng."]);
});

it("waits for a file whose size is right from the start, too", async () => {
  const { look } = await watching();
  const file = write("a.txt", "Chi bộ họp.");
  expect(await look()).toBeUndefined();
  utimesSync(file, 1_000_000, 1_000_000);
  expect(await look()).toBeUndefined();
  expect(await look()).toMatchObject({ added: 1 });
});

it("keeps the document of a file that is gone until somebody agrees, and says so each time", async () => {
  const gone = write("a.txt", "Chi bộ họp.");
  write("b.txt", "Tổ họp.");
  const { look, twice, withdraw, texts } = await watching();
  rmSync(gone);
  const missing = [{ file: gone, code: "missing" }];
  expect(await look()).toBeUndefined();
  expect(await look()).toMatchObject({ removed: 0, documents: 2, notices: missing });
  expect([await look(), await look()]).toEqual([undefined, undefined]);
  write("c.txt", "Hội họp.");
  expect(await twice()).toMatchObject({ added: 1, notices: missing });
  withdraw([gone]);
  expect(await look()).toMatchObject({ removed: 1, notices: [] });
  expect(texts()).toEqual(["b.txt: Tổ họp.", "c.txt: Hội họp."]);
  expect([await look(), await look()]).toEqual([undefined, undefined]);
});

it("keeps the document of a file that is back before somebody agrees", async () => {
  const file = write("a.txt", "Chi bộ họp.");
  write("b.txt", "Tổ họp.");
  const { look, twice, withdraw, read } = await watching();
  rmSync(file);
  expect(await twice()).toMatchObject({ notices: [{ code: "missing" }] });
  writeFileSync(file, "Chi bộ họp.");
  withdraw([file]);
  expect(await look()).toMatchObject({ removed: 0, documents: 2, notices: [] });
  expect(await look()).toMatchObject({ removed: 0, unchanged: 1 });
  expect(read).toEqual([]);
});

it("withdraws without a question where that is wanted, but not all of a folder at once", async () => {
  const files = ["a.txt", "b.txt"].map((path) => write(path, `Chi bộ họp ${path}.`));
  const { twice } = await watching({ withdrawMissing: true });
  rmSync(files[0] ?? "");
  expect(await twice()).toMatchObject({ removed: 1, documents: 1 });
  rmSync(files[1] ?? "");
  expect(await twice()).toMatchObject({ removed: 0, documents: 1, notices: [{ file: files[1], code: "missing" }] });
});

it("takes a file that was moved for the same document", async () => {
  const file = write("a.txt", "Chi bộ họp.");
  write("z.txt", "Tổ họp.");
  const { twice, ids, texts, read } = await watching();
  const before = ids();
  mkdirSync(join(home, "2020"));
  renameSync(file, join(home, "2020", "a.txt"));
  expect(await twice()).toMatchObject({ added: 0, removed: 0, documents: 2, notices: [{ code: "moved" }] });
  expect([ids().sort(), read]).toEqual([before.sort(), []]);
  expect(texts()).toEqual(["2020/a.txt: Chi bộ họp.", "z.txt: Tổ họp."]);
});

it("takes a copy for the document when the first of the two is gone", async () => {
  const file = write("a.txt", "Chi bộ họp.");
  const { twice, texts } = await watching();
  write("b.txt", "Chi bộ họp.");
  expect(await twice()).toMatchObject({ unchanged: 1, notices: [{ code: "near-duplicate" }] });
  rmSync(file);
  expect(await twice()).toMatchObject({ updated: 1, removed: 0, documents: 1, notices: [{ code: "moved" }] });
  expect(texts()).toEqual(["b.txt: Chi bộ họp."]);
});

it("asks about what was taken out of an archive, too, until that is settled", async () => {
  const archive = write("a.zip", zipSync({ "a.txt": strToU8("Chi bộ họp."), "b.txt": strToU8("Tổ họp.") }));
  const { look, twice, withdraw, texts } = await watching();
  writeFileSync(archive, zipSync({ "b.txt": strToU8("Tổ họp.") }));
  const inside = join(archive, "a.txt");
  expect(await twice()).toMatchObject({ removed: 0, notices: [{ file: inside, code: "missing" }] });
  withdraw([inside]);
  expect(await look()).toMatchObject({ removed: 1 });
  expect(texts()).toEqual(["a.zip/b.txt: Tổ họp."]);
});

it("tries a file that cannot be read once, and again when it has changed", async () => {
  const { look, twice } = await watching();
  const file = write("a.md", "---\nissuedOn: mai\n---\nHọp.");
  expect(await twice()).toMatchObject({ failed: [{ file }] });
  expect([await look(), await look()]).toEqual([undefined, undefined]);
  writeFileSync(file, "Chi bộ họp.");
  expect(await twice()).toMatchObject({ added: 1, failed: [] });
});

it("fails while a folder is away, takes nothing for gone, and goes on when it is back", async () => {
  const [lib, away] = [join(home, "lib"), join(home, "away")];
  write("lib/a.txt", "Chi bộ họp.");
  const { look, twice } = await watching({ folders: [lib] });
  renameSync(lib, away);
  for (let times = 0; times < 3; times += 1)
    await expect(look()).rejects.toThrow(`${lib} cannot be looked into: check that it is there`);
  renameSync(away, lib);
  write("lib/b.txt", "Tổ họp.");
  expect(await twice()).toMatchObject({ added: 1, removed: 0, documents: 2, notices: [] });
});

it("refuses to watch a file", async () => {
  const file = write("a.txt", "Chi bộ họp.");
  await expect(watching({ folders: [file] })).rejects.toThrow("is a file: name the folder it is in");
});
