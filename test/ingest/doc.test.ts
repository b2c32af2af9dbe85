import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { canonical } from "../../ingest/canonical.ts";
import { readDoc } from "../../ingest/doc.ts";
import { docLines } from "../../ingest/doc-lines.ts";
import { UnreadableFileError } from "../../src/core/errors.ts";

// Written as .docx with the docx package and made old with LibreOffice 7.4:
// soffice --headless --convert-to doc:"MS Word 97" directive.docx
const fixture = new URL("../fixtures/directive.doc", import.meta.url);

/** The fixture with other bytes. */
function changed(change: (file: Buffer) => void): Uint8Array {
  const file = readFileSync(fixture);
  change(file);
  return file;
}

/** Where the document's own header lies in the file. */
function headerOf(file: Buffer): number {
  let at = file.indexOf(Uint8Array.of(0xec, 0xa5));
  while (at % 512 !== 0) at = file.indexOf(Uint8Array.of(0xec, 0xa5), at + 1);
  return at;
}

function replaceWords(file: Buffer, words: string, by: string): void {
  const at = file.indexOf(words, 0, "utf16le");
  if (at === -1 || by.length > words.length) throw new Error("nothing to replace");
  file.write(by.padEnd(words.length), at, "utf16le");
}

it("reads body, text boxes and notes, with the head's cells apart", async () => {
  const document = await readDoc(readFileSync(fixture), "a.doc");
  expect(document.text).toBe(
    [
      "HUYỆN ỦY MẪU",
      "*",
      "Số 05-QĐ/HU",
      "ĐẢNG CỘNG SẢN VIỆT NAM",
      "Mẫu, ngày 3 tháng 2 năm 2004",
      "QUY ĐỊNH",
      "về nếp sinh hoạt chi bộ mẫu",
      "Điều 1. Phạm vi",
      "Quy định này nói về “họp chi bộ” – lệ thường.",
      "Thay Quy định 213-QĐ/TW, sinh hoạt đều mới.",
      "Tháng | Nội dung\n1 | Kiểm điểm",
      "2",
      "Học tập",
      "và thảo luận",
      "Nơi nhận: T/M BAN THƯỜNG VỤ",
      "Lưu hành nội bộ",
      "[*] Theo lịch của cấp ủy.",
    ].join("\n\n"),
  );
  expect(document.text).toBe(canonical(document.text));
  expect(document).toMatchObject({ headings: [], pages: [], titleHint: null, dateHint: null });
});

it("says that Word's own numbers are missing, where there were some", async () => {
  const [notice, ...others] = (await readDoc(readFileSync(fixture), "a.doc")).notices;
  expect(others).toEqual([]);
  expect(notice).toMatchObject({ code: "left-out" });
  expect(notice?.message).toMatch(/numbers and bullets that Word generates; save the file as \.docx/);
  const unnumbered = changed((file) => {
    for (let at = file.indexOf("\x0b\x46", 0, "latin1"); at !== -1; at = file.indexOf("\x0b\x46", at + 2, "latin1"))
      file.writeUInt16LE(0, at + 2);
  });
  expect((await readDoc(unnumbered, "a.doc")).notices).toEqual([]);
});

it("converts old Vietnamese fonts while the letters they share with signs are still there", async () => {
  const legacy = changed((file) => {
    replaceWords(
      file,
      "Quy định này nói về “họp chi bộ” – lệ thường.",
      "t\u00adt\u00adëng cña ng\u00adêi ®¶ng viªn, nÕp häp tæ",
    );
    replaceWords(file, "về nếp sinh hoạt chi bộ mẫu", "vÒ nÕp sinh ho¹t chi bé");
  });
  const { text, notices } = await readDoc(legacy, "a.doc");
  expect(text).toContain("về nếp sinh hoạt chi bộ\n");
  expect(text).toContain("tưtưởng của người đảng viên, nếp họp tổ\n");
  expect(notices.map(({ code }) => code)).toContain("converted-encoding");
});

it.each<[string, Uint8Array, RegExp]>([
  [
    "a password",
    changed((file) => {
      const flags = headerOf(file) + 10;
      file.writeUInt16LE(file.readUInt16LE(flags) | 0x0100, flags);
    }),
    /by a password: open it in Word/,
  ],
  ["Word 95", changed((file) => file.writeUInt16LE(0xa5dc, headerOf(file))), /Word 95 .* save it as \.docx/],
  ["something else", new TextEncoder().encode("chữ".repeat(500)), /not an old Word document/],
  ["a file cut short", readFileSync(fixture).subarray(0, -512), /is damaged: open it in Word or LibreOffice/],
  ["a file cut shorter", readFileSync(fixture).subarray(0, 3000), /not an old Word document, or is cut short/],
  ["nothing", new Uint8Array(), /not an old Word document/],
])("refuses %s with a remedy", async (_, bytes, message) => {
  await expect(readDoc(bytes, "a.doc")).rejects.toThrow(UnreadableFileError);
  await expect(readDoc(bytes, "a.doc")).rejects.toThrow(message);
});

it.each([
  ["a row", "Tháng\tNội dung\t", ["row Tháng | Nội dung"]],
  ["a row with an empty cell", "\tNội dung\t", ["row | Nội dung"]],
  ["cells of several lines", "ỦY\nSố 1\tĐẢNG\nNgày 2\t\nSau", ["ỦY", "Số 1", "ĐẢNG", "Ngày 2", "Sau"]],
  ["tabs that indent and part", "\tĐiều 1.\tPhạm vi", ["Điều 1. Phạm vi"]],
  ["tabs before a table", "Nơi nhận:\tBí thư\na\tb\t", ["Nơi nhận: Bí thư", "row a | b"]],
  ["empty lines and rows", " \n\t\t\nx", ["x"]],
])("makes lines of %s", (_, text, expected) => {
  expect(docLines(text).map((line) => (line.isRow ? `row ${line.text}` : line.text))).toEqual(expected);
});
