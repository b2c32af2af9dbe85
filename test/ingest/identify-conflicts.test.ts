import { describe, expect, it } from "vitest";
import { clean } from "../../ingest/clean.ts";
import { identify } from "../../ingest/identify.ts";
import { conflictsIn } from "../../ingest/identity-conflicts.ts";
import { readDocument } from "../../ingest/read.ts";
import { findReferences } from "../../src/citation/find.ts";

const PAGE = `BỘ CHÍNH TRỊ
Số 901-QĐ/TW
Hà Nội, ngày 02 tháng 01 năm 2021

QUY ĐỊNH
về giờ họp

Điều 1. Chi bộ họp sáng.`;

const conflicts = async (text: string, name: string) =>
  conflictsIn(clean(await readDocument(new TextEncoder().encode(text), name)), name, findReferences).map(
    ({ message }) => message,
  );
const frontMatter = (lines: string) => `---\n${lines}\n---\n${PAGE.replaceAll("\n", "\n\n")}`;

it.each([
  ["number: 902-QĐ/TW", "number: the front matter says 902-QĐ/TW, the page says 901-QĐ/TW; the front matter is used"],
  ["kind: Kết luận", "kind: the front matter says Kết luận, the page says Quy định; the front matter is used"],
  [
    "issuedOn: 2020-01-02",
    "date: the front matter says 2020-01-02, the page says 2021-01-02; the front matter is used",
  ],
  [
    "issuer: Ban Bí thư",
    "issuer: the front matter says Ban Bí thư, the page says Bộ Chính trị; the front matter is used",
  ],
])("tells that the page contradicts the front matter's %s", async (lines, message) => {
  expect(await conflicts(frontMatter(lines), "a.md")).toEqual([message]);
});

it("finds nothing to tell where both agree, or one is silent", async () => {
  const lines = "kind: Quy định\nnumber: 901-QĐ/TW\nissuer: Bộ Chính trị\nissuedOn: 2021-01-02";
  expect(await conflicts(frontMatter(lines), "901-qd-tw.md")).toEqual([]);
  expect(await conflicts(frontMatter("title: Giờ họp"), "gio-hop.md")).toEqual([]);
  expect(await conflicts(`---\n${lines}\n---\n# Tóm lược\n\nHọp sáng.`, "901-qd-tw.md")).toEqual([]);
});

it.each([
  [
    "a file named by another number",
    PAGE,
    "902-qd-tw.txt",
    "number: the file name says 902-QĐ/TW, the page says 901-QĐ/TW; the page is used",
  ],
  [
    "a draft with a number in its file name",
    PAGE.replace("901", "   "),
    "901-qd-tw.txt",
    "number: the file name says 901-QĐ/TW, the page leaves the number open; none is used",
  ],
  [
    "a number that is not the kind's",
    PAGE.replace("QUY ĐỊNH", "KẾT LUẬN"),
    "a.txt",
    "kind: the title says Kết luận, the number on the page is 901-QĐ/TW; the title is used",
  ],
  [
    "a number that is not the issuer's",
    PAGE.replace("BỘ CHÍNH TRỊ", "TỈNH ỦY HÀ TĨNH"),
    "a.txt",
    "issuer: the page names Tỉnh ủy Hà Tĩnh, its number is 901-QĐ/TW; both are used",
  ],
])("tells of %s", async (_, text, name, message) => expect(await conflicts(text, name)).toEqual([message]));

describe("a number and a date that recognition is not sure of", () => {
  const doubted = async (words: readonly string[], name: string) => {
    const document = clean(await readDocument(new TextEncoder().encode(PAGE), name));
    const uncertain = words.map((word) => ({ start: PAGE.indexOf(word), end: PAGE.indexOf(word) + word.length }));
    const { number, issuedOn, kind } = identify({ ...document, uncertain }, name, findReferences);
    const notices = conflictsIn({ ...document, uncertain }, name, findReferences);
    return { facts: [kind, number, issuedOn], notices: notices.map(({ message }) => message) };
  };

  it("are not known, and are reported with a remedy", async () => {
    const { facts, notices } = await doubted(["901-QĐ/TW", "2021"], "scan.txt");
    expect(facts).toEqual(["Quy định", null, null]);
    expect(notices).toEqual([
      expect.stringMatching(/^number: recognised as 901-QĐ\/TW, which is not sure.*name the file by it/),
      expect.stringMatching(/^date: recognised as 2021-01-02, which is not sure/),
    ]);
  });

  it("are known where the file's name confirms them, and no doubt touches them", async () => {
    expect(await doubted(["901-QĐ/TW"], "901-qd-tw.txt")).toEqual({
      facts: ["Quy định", "901-QĐ/TW", "2021-01-02"],
      notices: [],
    });
    expect(await doubted(["họp", "1."], "scan.txt")).toEqual({
      facts: ["Quy định", "901-QĐ/TW", "2021-01-02"],
      notices: [],
    });
  });

  it("stay unknown where the file's name says another number", async () => {
    const { facts, notices } = await doubted(["901-QĐ/TW"], "902-qd-tw.txt");
    expect(facts).toEqual(["Quy định", null, "2021-01-02"]);
    expect(notices).toHaveLength(1);
  });
});
