import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { beforeEach, expect, it } from "vitest";
import { readDocument } from "../../ingest/read.ts";
import { createFakeEmbedder } from "../fakes/embedder.ts";
import { ingestingLibrary as library, temporaryFolder } from "../fakes/ingesting-library.ts";

let home: string;
let write: ReturnType<typeof temporaryFolder>["write"];
beforeEach(() => {
  ({ home, write } = temporaryFolder());
});

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

it("tells of documents in formats that are not read, so that nobody takes them for held", async () => {
  const file = write("lib/a.rtf", "{\\rtf1 Họp.}");
  const { failed } = await library().ingestPaths([home]);
  expect(failed).toEqual([
    { file, reason: expect.stringMatching(/rich text file \(RTF\): open it in Word and save it as \.docx/) },
  ]);
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

it("forgets a document that has got a mark of secrecy, and says so", async () => {
  const file = write("a.txt", "Chi bộ họp.");
  const { ingestPaths } = library();
  await ingestPaths([file]);
  writeFileSync(file, "TỐI MẬT\n\nChi bộ họp.");
  const report = await ingestPaths([file]);
  expect(report).toMatchObject({ removed: 1, documents: 0 });
  expect(report.failed[0]?.reason).toMatch(/--allow-restricted\. What the library held of it .* is withdrawn\.$/);
});

it("keeps a marked document that was allowed, also when it changes", async () => {
  const file = write("a.txt", "MẬT\n\nChi bộ họp.");
  const allowing = library({ allowRestricted: true });
  await allowing.ingestPaths([file]);
  writeFileSync(file, "MẬT\n\nChi bộ họp sáng.");
  const { ingestPaths } = library({ store: allowing.store });
  expect(await ingestPaths([file])).toMatchObject({ updated: 1, removed: 0, notices: [{ code: "restricted" }] });
  expect(await ingestPaths([file])).toMatchObject({ unchanged: 1, failed: [] });
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

const DOCUMENT = `---
kind: Quy định
number: 905-QĐ/TW
title: Về giờ họp
---
# Về giờ họp

## Giờ họp của chi bộ

Quy định số 905-QĐ/TW thay Quy định số 904-QĐ/TW, ngày 01/02/2019 của Bộ Chính trị.`;

it("stores a document with exact spans, context for the words, a vector for each unit, and the documents it names", async () => {
  const { ingestPaths, store, embedder } = library();
  await ingestPaths([write("giờ họp.md", DOCUMENT)]);
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
  const { ingestPaths, store } = library();
  const text = "Thực hiện Chương trình hành động số 906 và 907-CTr/TU.";
  await ingestPaths([write("a.txt", text)]);
  const [document] = store.documents.values();
  expect(document?.evidence.mentions.map(({ span }) => text.slice(span.start, span.end))).toEqual(["906", "907"]);
});
