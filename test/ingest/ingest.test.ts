import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createIngest, type IngestParts, type IngestProgress } from "../../ingest/ingest.ts";
import { readDocument } from "../../ingest/read.ts";
import { findReferences } from "../../src/citation/find.ts";
import { UnreadableFileError } from "../../src/core/errors.ts";
import { createFakeEmbedder } from "../fakes/embedder.ts";
import { createMemoryStore } from "../fakes/memory-store.ts";

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "ingest-"));
});
afterEach(() => rmSync(home, { recursive: true }));

/** Reads on this thread: starting another takes a second. */
const openReader = () => ({ read: readDocument, close: async () => undefined });

function library(more: Partial<IngestParts> = {}) {
  const memory = createMemoryStore();
  const store = { ...memory, directive: async (id: string) => memory.documents.get(id)?.directive };
  const embedder = createFakeEmbedder();
  const progress: IngestProgress[] = [];
  const ingest = createIngest({
    store,
    embedder,
    tokens: embedder,
    findReferences,
    openReader,
    onProgress: (step) => progress.push(step),
    ...more,
  });
  return {
    ...ingest,
    store,
    embedder,
    progress,
    keys: () => Array.from(store.documents.values(), ({ key }) => key).sort(),
    ids: () => [...store.documents.keys()].sort(),
  };
}

function write(path: string, text: string | Uint8Array): string {
  const location = join(home, path);
  mkdirSync(join(location, ".."), { recursive: true });
  writeFileSync(location, text);
  return location;
}

it("adds the files of a folder by name, passing over hidden ones and other formats", async () => {
  for (const path of ["b.txt", "a/x.md", "a/.ẩn.md", ".git/y.md", "ảnh.png"]) write(path, `Chi bộ họp ${path}.`);
  const { ingestPaths, progress, keys } = library();
  expect(await ingestPaths([home])).toEqual({
    added: 2,
    updated: 0,
    unchanged: 0,
    removed: 0,
    failed: [],
    notices: [],
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
  const message = expect.stringContaining("--withdraw-missing");
  expect(await ingestPaths([join(home, "lib")])).toMatchObject({
    removed: 0,
    documents: 1,
    notices: [{ file, code: "missing", message }],
  });
  expect(await ingestPaths([join(home, "lib")], { isWithdrawn: () => true })).toMatchObject({
    removed: 1,
    documents: 0,
    notices: [],
  });
});

it("looks everywhere for files that are gone where no path is given", async () => {
  const files = ["one/a.txt", "two/b.txt", "two/c.txt"].map((path) => write(path, `Chi bộ họp ${path}.`));
  const { ingestPaths, keys } = library();
  await ingestPaths([join(home, "one"), join(home, "two")]);
  for (const file of files.slice(0, 2)) rmSync(file);
  const { notices } = await ingestPaths([]);
  expect(notices.map(({ file, code }) => [file, code])).toEqual(files.slice(0, 2).map((file) => [file, "missing"]));
  expect(await ingestPaths([], { isWithdrawn: () => true })).toMatchObject({ removed: 2 });
  expect(keys()).toEqual(["c.txt"]);
});

it("ends after the file in work when it is told to, and takes nothing for gone", async () => {
  const [gone] = ["a.txt", "b.txt", "c.txt"].map((path) => write(`lib/${path}`, `Chi bộ họp ${path}.`));
  const first = library();
  await first.ingestPaths([join(home, "lib")]);
  rmSync(gone ?? "");
  for (const path of ["b.txt", "c.txt"]) write(`lib/${path}`, `Tổ họp ${path}.`);
  const end = new AbortController();
  const { ingestPaths } = library({ store: first.store, onProgress: () => end.abort() });
  const report = await ingestPaths([join(home, "lib")], { signal: end.signal });
  expect(report).toMatchObject({ updated: 1, removed: 0, documents: 3, notices: [] });
});

it("reports bad files with a remedy and goes on", async () => {
  const [bad, odd] = [write("lib/bad.md", "---\nissuedOn: mai\n---\nHọp."), write("odd.xls", "x")];
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
  const broken = { ...createFakeEmbedder(), embedDocuments: () => Promise.reject(new Error("no model")) };
  const { ingestPaths, store } = library({ embedder: broken });
  write("a.txt", "Chi bộ họp.");
  await expect(ingestPaths([home])).rejects.toThrow("no model");
  expect(store.documents.size).toBe(0);
});

it("reads an archive like a folder, each of its files by itself", async () => {
  const archive = write(
    "lib/năm.zip",
    zipSync({
      "2020/a.txt": strToU8("Chi bộ họp."),
      "b.md": strToU8("Tổ họp."),
      "bad.md": strToU8("---\nissuedOn: mai\n---\nHọp."),
      "ảnh.png": strToU8("x"),
    }),
  );
  const { ingestPaths, keys, store } = library();
  const report = await ingestPaths([join(home, "lib")]);
  expect(report).toMatchObject({ added: 2, documents: 2 });
  expect(report.failed).toEqual([{ file: join(archive, "bad.md"), reason: expect.stringMatching(/"issuedOn"/) }]);
  expect(keys()).toEqual(["năm.zip/2020/a.txt", "năm.zip/b.md"]);
  expect(Array.from(store.documents.values(), ({ directive }) => directive.file).sort()).toEqual(["a.txt", "b.md"]);
  expect(await ingestPaths([archive])).toMatchObject({ added: 0, unchanged: 2, removed: 0 });
});

it("removes what is no longer in an archive, and keeps all while the archive cannot be opened", async () => {
  const archive = write("lib/a.zip", zipSync({ "a.txt": strToU8("Chi bộ họp."), "b.txt": strToU8("Tổ họp.") }));
  write("lib/c.txt", "Hội họp.");
  const { ingestPaths, keys } = library();
  await ingestPaths([join(home, "lib")]);
  writeFileSync(archive, "PK\u0003\u0004");
  expect(await ingestPaths([join(home, "lib")])).toMatchObject({ removed: 0, failed: [{ file: archive }] });
  writeFileSync(archive, zipSync({ "b.txt": strToU8("Tổ họp.") }));
  expect(await ingestPaths([archive])).toMatchObject({ removed: 1, unchanged: 1 });
  rmSync(archive);
  expect(await ingestPaths([join(home, "lib")])).toMatchObject({ removed: 1 });
  expect(keys()).toEqual(["c.txt"]);
});

it("reports what was converted in a file", async () => {
  const file = write("a.txt", Buffer.from("§¶ng bé häp mçi th¸ng mét lÇn vµ nghØ.", "latin1"));
  const { ingestPaths, store } = library();
  expect((await ingestPaths([file])).notices).toEqual([
    { file, code: "converted-encoding", message: "read as TCVN3 (ABC) and converted to Unicode" },
  ]);
  expect(Array.from(store.documents.values(), ({ directive }) => directive.text)).toEqual([
    "Đảng bộ họp mỗi tháng một lần và nghỉ.",
  ]);
});

it("refuses a secret document and names the mark and the option; nothing of it is stored", async () => {
  const file = write("a.txt", "ĐẢNG ỦY XÃ\nMẬT\n\nChi bộ họp.");
  const { ingestPaths, store, embedder } = library();
  const report = await ingestPaths([file]);
  expect(report.failed).toEqual([
    { file, reason: expect.stringMatching(/a\.txt bears the mark "MẬT".*--allow-restricted/) },
  ]);
  expect([store.documents.size, embedder.documentCalls.length]).toEqual([0, 0]);
});

it("takes a secret document where that is allowed, and says so", async () => {
  const file = write("a.txt", "(Lưu hành nội bộ)\n\nChi bộ họp.");
  expect(await library({ allowRestricted: true }).ingestPaths([file])).toMatchObject({
    added: 1,
    notices: [{ file, code: "restricted", message: expect.stringContaining('"Lưu hành nội bộ"') }],
  });
});

it("forgets a document that has got a mark of secrecy, also from an upload", async () => {
  const file = write("a.txt", "Chi bộ họp.");
  const { ingestPaths, ingestFile, store } = library();
  await ingestPaths([file]);
  writeFileSync(file, "TỐI MẬT\n\nChi bộ họp.");
  expect(await ingestPaths([file])).toMatchObject({ removed: 1, documents: 0 });
  const upload = (text: string) => ({
    bytes: new TextEncoder().encode(text),
    name: "b.txt",
    key: "b.txt",
    location: null,
  });
  await ingestFile(upload("Tổ họp."));
  await expect(ingestFile(upload("MẬT\n\nTổ họp."))).rejects.toThrow(/bears the mark/);
  expect(store.documents.size).toBe(0);
});

const RULE = Array.from({ length: 30 }, (_, at) => `${at + 1}. Chi bộ số ${at * 7} họp vào ngày thứ ${at} của tháng.`);
const officially = (...lines: string[]) =>
  ["BỘ CHÍNH TRỊ", "Số 901-QĐ/TW", "Hà Nội, ngày 02 tháng 01 năm 2020", "QUY ĐỊNH", "về giờ họp", "", ...lines].join(
    "\n",
  );

it("skips the same text under another name, embeds nothing of it, and says where it is", async () => {
  const first = write("a.txt", "Chi bộ họp.\n\nTổ họp.");
  const [copy, page] = [write("b.txt", "Chi bộ họp.\n\nTổ họp."), write("c.html", "<p>Chi bộ họp.</p><p>Tổ họp.</p>")];
  const { ingestPaths, keys, embedder } = library();
  const report = await ingestPaths([home]);
  expect(report).toMatchObject({ added: 1, unchanged: 2 });
  expect(report.notices).toEqual(
    [copy, page].map((file) => ({ file, code: "near-duplicate", message: "has the same text as a.txt" })),
  );
  expect(embedder.documentCalls).toHaveLength(1);
  rmSync(first);
  expect(await ingestPaths([home])).toMatchObject({ added: 0, updated: 1, unchanged: 1, removed: 0 });
  expect(keys()).toEqual(["b.txt"]);
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

it("adds a text that is nearly the same, and names the differences", async () => {
  write("a.txt", RULE.join("\n"));
  const file = write("b.txt", [...RULE.slice(0, -1), "30. Chi bộ nghỉ.", "31. Tổ nghỉ."].join("\n"));
  const { ingestPaths } = library();
  const { notices, added } = await ingestPaths([home]);
  expect(added).toBe(2);
  expect(notices).toEqual([{ file, code: "near-duplicate", message: expect.stringMatching(/^is 9\d % the same as/) }]);
  expect(notices[0]?.message).toMatch(
    /\(a\.txt\); 2 only here: “30\. Chi bộ nghỉ\.” “31\. Tổ nghỉ\.”; 1 only there: “30\. Chi bộ số 203/,
  );
});

it("says when two texts claim to be the same document", async () => {
  write("a.txt", officially(...RULE));
  const near = write("b.txt", officially(...RULE.slice(0, -1), "30. Chi bộ nghỉ."));
  const far = write("c.txt", officially("Chi bộ không họp."));
  write("d.txt", officially("Tổ họp.").replace("02 tháng", "03 tháng"));
  const { notices } = await library().ingestPaths([home]);
  const found = notices.map(({ file, code, message }) => [file, code, /\((.*)\)/.exec(message)?.[1]]);
  expect(found).toEqual([
    [near, "near-duplicate", "a.txt"],
    [near, "conflicting-facts", "a.txt"],
    [far, "conflicting-facts", "a.txt"],
    [far, "conflicting-facts", "b.txt"],
  ]);
  expect(notices[1]?.message).toContain("with --replace the newer file takes the place of the older");
});

const OLD = officially(...RULE);
const NEW = officially(...RULE.slice(0, -1), "30. Chi bộ nghỉ.");

/** As if it had been written so many minutes ago. */
function writeAged(path: string, text: string | Uint8Array, minutes: number): string {
  const location = write(path, text);
  const time = Date.now() / 1000 - 60 * minutes;
  utimesSync(location, time, time);
  return location;
}

it("lets the newer file take the place of the older where that is wanted, in one step", async () => {
  const older = writeAged("b.txt", OLD, 9);
  const memory = library();
  await memory.ingestPaths([home]);
  const newer = writeAged("a.txt", NEW, 1);
  const sizes: number[] = [];
  const put: typeof memory.store.put = async (document, replaced) => {
    const outcome = await memory.store.put(document, replaced);
    sizes.push(memory.store.documents.size);
    return outcome;
  };
  const { ingestPaths } = library({ store: { ...memory.store, put }, replace: true });
  const report = await ingestPaths([newer]);
  expect(report).toMatchObject({ added: 1, removed: 1, documents: 1 });
  expect(report.notices.map(({ code }) => code)).toEqual(["near-duplicate", "replaced"]);
  expect(report.notices[1]?.message).toMatch(/^takes the place of "Về giờ họp" \(b\.txt\): remove that file/);
  expect([memory.keys(), sizes]).toEqual([["a.txt"], [1]]);
  expect(await ingestPaths([older])).toMatchObject({
    added: 0,
    unchanged: 1,
    notices: [{ file: older, code: "replaced", message: expect.stringMatching(/^gives way to the newer .*a\.txt/) }],
  });
});

it("comes to the same end in whichever order the versions are met, also when both are in the library already", async () => {
  writeAged("a.txt", NEW, 1);
  writeAged("b.txt", officially("Chi bộ không họp."), 5);
  writeAged("c.txt", OLD, 9);
  const memory = library();
  await memory.ingestPaths([home]);
  expect(memory.keys()).toEqual(["a.txt", "b.txt", "c.txt"]);
  const after = library({ store: memory.store, replace: true });
  expect(await after.ingestPaths([home])).toMatchObject({ removed: 2, documents: 1 });
  const fresh = library({ replace: true });
  expect(await fresh.ingestPaths([home])).toMatchObject({ added: 1, unchanged: 2 });
  expect([memory.keys(), fresh.keys()]).toEqual([["a.txt"], ["a.txt"]]);
});

it("keeps both versions where their files do not tell which is newer", async () => {
  const files = { "a.txt": strToU8(OLD), "b.txt": strToU8(NEW) };
  const { ingestPaths, keys } = library({ replace: true });
  const { notices } = await ingestPaths([write("lib/x.zip", zipSync(files))]);
  expect(keys()).toEqual(["x.zip/a.txt", "x.zip/b.txt"]);
  expect(notices.at(-1)).toMatchObject({ code: "conflicting-facts", message: expect.stringMatching(/remove one/) });
});

it.each([
  ["another day", NEW.replace("02 tháng", "03 tháng")],
  ["another issuer", NEW.replace("BỘ CHÍNH TRỊ", "BAN BÍ THƯ")],
  ["another kind", NEW.replace("QUY ĐỊNH", "QUYẾT ĐỊNH")],
  ["another number", NEW.replace("901", "902")],
  ["no issuer", NEW.replace("BỘ CHÍNH TRỊ\n", "")],
])("replaces nothing by a text of %s", async (_, other) => {
  writeAged("a.txt", OLD, 9);
  writeAged("b.txt", other, 1);
  expect(await library({ replace: true }).ingestPaths([home])).toMatchObject({ added: 2, removed: 0 });
});

it.each([
  ["a text by its digest", false],
  ["a digest by its text", true],
])("never replaces %s", async (_, isDigestOlder) => {
  const digest = `---\nkind: Quy định\nnumber: 901-QĐ/TW\nissuer: Bộ Chính trị\nissuedOn: 2020-01-02\ndigest: true\n---\n# Về giờ họp\n\nChi bộ họp.`;
  writeAged("a.txt", NEW, isDigestOlder ? 1 : 9);
  writeAged("b.md", digest, isDigestOlder ? 9 : 1);
  const { ingestPaths, store } = library({ replace: true });
  expect(await ingestPaths([home])).toMatchObject({ added: 2, removed: 0, notices: [] });
  const heads = Array.from(store.documents.values(), ({ directive }) => directive);
  expect(new Set(heads.map((head) => [head.number, head.kind, head.issuer, head.issuedOn].join())).size).toBe(1);
});

it("takes an upload for the newest version", async () => {
  writeAged("a.txt", OLD, 1);
  const { ingestPaths, ingestFile, keys } = library({ replace: true });
  await ingestPaths([home]);
  await ingestFile({ bytes: strToU8(NEW), name: "b.txt", key: "b.txt", location: null });
  expect(keys()).toEqual(["b.txt"]);
});

it("knows the page on which a passage starts", async () => {
  const read = async (bytes: Uint8Array, name: string) => {
    const document = await readDocument(bytes, name);
    const second = document.text.indexOf("Trang hai");
    return {
      ...document,
      pages: [
        { page: 1, start: 0 },
        { page: 2, start: second },
      ],
    };
  };
  const long = (words: string) => `# ${words}\n\n${`${words} nói về giờ họp. `.repeat(40)}`;
  const { ingestPaths, store } = library({ openReader: () => ({ read, close: async () => undefined }) });
  await ingestPaths([write("a.md", `${long("Trang một")}\n\n${long("Trang hai")}`)]);
  const passages = Array.from(store.documents.values()).flatMap((document) => document.passages);
  expect(new Set(passages.map(({ passage }) => `${passage.path[0]} ${passage.page}`))).toEqual(
    new Set(["Trang một 1", "Trang hai 2"]),
  );
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
  expect(document?.evidence.mentions).toEqual([
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
  expect(document?.evidence.mentions.map(({ span }) => text.slice(span.start, span.end))).toEqual(["906", "907"]);
});
