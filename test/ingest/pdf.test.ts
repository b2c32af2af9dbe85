import { readFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
import { expect, it } from "vitest";
import type { PageImage } from "../../ingest/ocr-image.ts";
import { readPdf } from "../../ingest/pdf.ts";
import { UnreadableFileError } from "../../src/core/errors.ts";
import { linesDown, pdfOf } from "../fakes/pdf-files.ts";

const source = readFileSync(new URL("../fixtures/directive-30.txt", import.meta.url), "utf8");
const paragraphs = source.split("\n").filter((line) => line.trim());

it("reads a printed directive as its author wrote it, paragraph by paragraph", async () => {
  const { text } = await readPdf(fixture("directive-30.pdf"), "directive-30.pdf");
  expect(text.split(/\n+/)).toEqual(paragraphs);
});

it("knows on which page a passage stands, page numbers themselves left out", async () => {
  const { text, pages, notices } = await readPdf(fixture("directive-30.pdf"), "directive-30.pdf");
  const pageOf = (words: string) => pages.findLast(({ start }) => start <= text.indexOf(words))?.page;
  expect(pages.map(({ page }) => page)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(["Số 47-QĐ/TU", "Điều 10.", "Điều 30.", "PHỤ LỤC"].map(pageOf)).toEqual([1, 3, 7, 8]);
  expect(notices.map(({ code }) => code)).toEqual(["left-out"]);
});

it("keeps a paragraph whole over the end of a page", async () => {
  const file = pdfOf([
    { words: linesDown(["1. Quy định này quy định về trình tự, thủ tục ủy quyền ký và"]) },
    { words: linesDown(["ban hành văn bản của Tỉnh ủy.", "2. Đoạn sau."]) },
  ]);
  const { text, pages } = await readPdf(file, "two-pages.pdf");
  expect(text).toBe(
    "1. Quy định này quy định về trình tự, thủ tục ủy quyền ký và ban hành văn bản của Tỉnh ủy.\n\n2. Đoạn sau.",
  );
  expect(text.slice(pages[1]?.start)).toMatch(/^ban hành/);
});

it("drops running heads and feet, and reads notes and tables for what they are", async () => {
  const { text, notices } = await readPdf(fixture("directive-30-web.pdf"), "directive-30-web.pdf");
  expect(text).not.toMatch(/Cổng thông tin|Trang \d/);
  expect(text).toContain("trước ngày 05/12.[2]\n");
  expect(text).toContain("[2] Số liệu ước tính đến hết ngày 30/6.\n");
  expect(text).toContain(
    [
      "TT | Loại báo cáo | Thời hạn gửi | Nơi nhận",
      "1 | Báo cáo tháng | Trước ngày 20 | Văn phòng Tỉnh ủy",
      "2 | Báo cáo công tác kiểm tra, giám sát và thi hành kỷ luật của Đảng | Trước ngày 18 hằng tháng | Ủy ban Kiểm tra Tỉnh ủy",
      "3 | Báo cáo năm | Trước ngày 05/12 | Văn phòng Tỉnh ủy",
    ].join("\n"),
  );
  expect(notices[0]?.message).toContain("Cổng thông tin điện tử Đảng bộ tỉnh Hải Vân");
});

it("hands text of a font to the converter, with the font's name", async () => {
  const file = pdfOf([{ words: [{ text: "§iÒu 1. Quy ®Þnh chung", x: 72, y: 700, font: ".VnTime" }] }]);
  const convert = (text: string, font: string) =>
    font === ".VnTime" ? text.replace("§iÒu", "Điều").replace("®Þnh", "định") : text;
  const { text, notices } = await readPdf(file, "old.pdf", { convert });
  expect(text).toBe("Điều 1. Quy định chung");
  expect(notices).toEqual([{ code: "converted-encoding", message: "letters of .VnTime converted to Unicode" }]);
});

it.each([
  ["letters of an old font", "§iÒu 1. Quy ®Þnh nµy quy ®Þnh vÒ chÕ ®é häp"],
  ["glyphs without a meaning", "\ue001\ue002\ue003 \ue004\ue005 \ue006\ue007 \ue008 \ue009\ue00a"],
])("recognises a page whose text is %s", async (_, text) => {
  const { startRecogniser, seen } = fakeRecogniser(["Điều", "1."]);
  const document = await readPdf(pdfOf([{ words: [{ text, x: 72, y: 700 }] }]), "broken.pdf", { startRecogniser });
  expect(seen).toHaveLength(1);
  expect(document.text).toBe("Điều 1.");
});

it("recognises pages that are pictures, at their own resolution, and closes what it started", async () => {
  const jpeg = { bytes: fixture("scanned-head.jpg"), width: 1240, height: 1754 };
  const { startRecogniser, seen, closed } = fakeRecogniser(["Điều", "1."]);
  const words = linesDown(["Trang này có chữ."]);
  const done: number[] = [];
  const onPage = (number: number) => done.push(number);
  const document = await readPdf(pdfOf([{ jpeg }, { words }]), "scan.pdf", { startRecogniser, onPage });
  expect(seen.map(({ dotsPerInch, width }) => [Math.round(dotsPerInch), Math.round(width / 10)])).toEqual([[150, 124]]);
  expect(document.text).toBe("Điều 1.\n\nTrang này có chữ.");
  expect(document.notices[0]).toEqual({
    code: "recognised",
    message: "1 page recognised from a picture, 90 % sure on average",
  });
  expect([done, closed()]).toEqual([[1, 2], 1]);
});

it("recognises a scan with a stamp of text on it, and names a picture that stands beside text", async () => {
  const jpeg = { bytes: fixture("scanned-head.jpg"), width: 1240, height: 1754 };
  const { startRecogniser, seen } = fakeRecogniser(["Điều", "1."]);
  const stamp = linesDown(["Người ký: Văn phòng Tỉnh ủy", "Thời gian ký: 18/6/2024 08:12:33"]);
  const full = linesDown(Array.from({ length: 12 }, () => "Trang này có chữ, và sau chữ là một bức ảnh."));
  const { notices } = await readPdf(
    pdfOf([
      { jpeg, words: stamp },
      { jpeg, words: full },
    ]),
    "mixed.pdf",
    { startRecogniser },
  );
  expect(seen).toHaveLength(1);
  expect(notices.map(({ message }) => message)).toContain("pictures on page 2");
});

it("doubts every digit that a scanner put unseen below its picture", async () => {
  const jpeg = { bytes: fixture("scanned-head.jpg"), width: 1240, height: 1754 };
  const words = linesDown(["Căn cứ Quy định số 47-QĐ/TU ngày 18/6/2024 của Tỉnh ủy về chế độ báo cáo"]).map((line) => ({
    ...line,
    isHidden: true,
  }));
  const { text, uncertain, notices } = await readPdf(pdfOf([{ jpeg, words }]), "scan.pdf");
  expect(uncertain.map(({ start, end }) => text.slice(start, end))).toEqual(["47", "18", "6", "2024"]);
  expect(notices[0]?.message).toBe("1 page with the recognition of a scanner, which does not say how sure it was");
});

it.each([
  ["is protected by a password: save a copy without one", () => fixture("locked.pdf")],
  ["is damaged or no PDF: open it in a PDF reader and save it again", () => Buffer.from("%PDF-1.7\nnothing more")],
  ["is damaged or no PDF", () => new Uint8Array(0)],
  ["has no text: check that it is the right file", () => pdfOf([{}])],
  ["unpacks to far more than a document holds", () => pdfOf([{ packed: deflateSync(Buffer.alloc(80_000_000, " ")) }])],
  ["has more than 5,000 pages: split it into several files", () => pdfOf(Array.from({ length: 5001 }, () => ({})))],
  ["is larger than 20 MB: split it into several files", () => new Uint8Array(20 * 1024 * 1024 + 1)],
])("refuses a file that %s", async (reason, bytes) => {
  const reading = readPdf(bytes(), "tờ trình.pdf");
  await expect(reading).rejects.toThrow(UnreadableFileError);
  await expect(reading).rejects.toThrow(`tờ trình.pdf ${reason}`);
});

it("says what to do where recognition is not installed", async () => {
  const jpeg = { bytes: fixture("scanned-head.jpg"), width: 1240, height: 1754 };
  const startRecogniser = () =>
    Promise.reject(new Error("Character recognition cannot start: run `npm install` again."));
  const reading = readPdf(pdfOf([{ jpeg }]), "scan.pdf", { startRecogniser });
  await expect(reading).rejects.toThrow(
    "scan.pdf is a scan. Character recognition cannot start: run `npm install` again.",
  );
});

function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`../fixtures/pdf/${name}`, import.meta.url));
}

/** Reads the same words on every page. */
function fakeRecogniser(words: readonly string[]) {
  const seen: PageImage[] = [];
  let closed = 0;
  const startRecogniser = async () => ({
    recognise: async (image: PageImage) => {
      seen.push(image);
      const pieces = words.map((text, at) => ({
        text,
        left: 72 + at * 40,
        right: 100 + at * 40,
        baseline: 100,
        size: 12,
        isWord: true,
      }));
      return { pieces, width: 595, height: 842, confidence: 90 };
    },
    close: async () => {
      closed += 1;
    },
  });
  return { startRecogniser, seen, closed: () => closed };
}
