import { rmSync, utimesSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import { beforeEach, expect, it } from "vitest";
import { ingestingLibrary as library, temporaryFolder } from "../fakes/ingesting-library.ts";

let home: string;
let write: ReturnType<typeof temporaryFolder>["write"];
beforeEach(() => {
  ({ home, write } = temporaryFolder());
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
