import { expect, it } from "vitest";
import { clean } from "../../ingest/clean.ts";
import { identify } from "../../ingest/identify.ts";
import { readDocument } from "../../ingest/read.ts";
import { findReferences } from "../../src/citation/find.ts";

const identified = async (text: string, name = "a.txt") =>
  identify(clean(await readDocument(new TextEncoder().encode(text), name)), name, findReferences);

const OFFICIAL = `ĐẢNG CỘNG SẢN VIỆT NAM
BỘ CHÍNH TRỊ
*
Số 901-QĐ/TW
Hà Nội, ngày 02 tháng 01 năm 2020
QUY ĐỊNH
về giờ họp
của chi bộ
- Căn cứ Điều lệ Đảng;
Điều 1. Theo Kết luận số 902-KL/TW, chi bộ họp sáng.`;

it("reads the head of an official text", async () => {
  expect(await identified(OFFICIAL)).toEqual({
    file: "a.txt",
    kind: "Quy định",
    number: "901-QĐ/TW",
    title: "Về giờ họp của chi bộ",
    issuer: "Bộ Chính trị",
    issuedOn: "2020-01-02",
    status: "unknown",
    successor: null,
    isDigest: false,
    source: null,
  });
});

it("lets front matter say it better", async () => {
  const text = `---\nkind: Kết luận\nnumber: 903-KL/TW\ntitle: Khác\nissuedOn: 2021-03-04\n---\n${OFFICIAL}`;
  expect(await identified(text, "a.md")).toMatchObject({
    kind: "Kết luận",
    number: "903-KL/TW",
    title: "Khác",
    issuedOn: "2021-03-04",
  });
});

it("guesses nothing from running text", async () => {
  const text =
    "Tin họp\n\nNgày 02/01/2020, Bộ Chính trị ra Quy định số 901-QĐ/TW.\nSố 901-QĐ/TW thay cho số 76-QĐ/TW.\nQuy định mới";
  expect(await identified(text)).toMatchObject({
    kind: null,
    number: null,
    issuer: null,
    issuedOn: null,
    title: "Tin họp",
  });
});

it.each([
  ["the first heading", "<p>Chào</p><h2>Giờ họp</h2>", "a.html", "Giờ họp"],
  ["not a heading that is an article", "<p>Giờ họp</p><h2>Điều 1. Họp</h2><p>Sáng.</p>", "a.html", "Giờ họp"],
  ["the page's own title", "<title>Giờ họp</title><body><p>Sáng.</p></body>", "a.html", "Giờ họp"],
  ["the first line that is no date", "Thứ Ba, 03/12/2019\nGiờ họp\nSáng.", "a.txt", "Giờ họp"],
  ["the first line that is not too long for one", `${"họp ".repeat(60)}.\nGiờ họp`, "a.txt", "Giờ họp"],
  ["the file name at the worst", "họp ".repeat(60), "a.txt", "a.txt"],
])("takes for the title %s", async (_, text, name, title) => expect((await identified(text, name)).title).toBe(title));

it.each([
  ["at the end", "Báo cáo họp\nHọp đều.\nBAN TỔ CHỨC ĐẢNG ỦY KHỐI", "Ban Tổ chức Đảng ủy Khối"],
  ["in a signature", "Báo cáo họp\nHọp đều.\nT/M TỈNH ỦY HÀ TĨNH\nNguyễn Văn Mẫu", "Tỉnh ủy Hà Tĩnh"],
  ["of a committee", "ỦY BAN KIỂM TRA TRUNG ƯƠNG\nHọp đều.", "Ủy ban Kiểm tra Trung ương"],
  ["not where a sentence names it", "Báo cáo\nBan Tổ chức Đảng ủy Khối họp.", null],
  ["not where capitals only shout", "BÁO CÁO CỦA BAN TỔ CHỨC\nHọp.", null],
])("finds the issuer %s", async (_, text, issuer) => expect((await identified(text)).issuer).toBe(issuer));

it.each([
  ["a date on a line of its own", "Họp\nThứ Ba, 03/12/2019, 03:41:31\nHọp đều.", "2019-12-03"],
  ["no date that the calendar does not have", "Họp\nThứ Ba, 31/02/2019\nHọp đều.", null],
  [
    "the date of the text before that of the page",
    `Họp\nThứ Ba, 03/12/2019\nHà Nội, ngày 5 tháng 1 năm 2018\nHọp.`,
    "2018-01-05",
  ],
])("takes %s", async (_, text, date) => expect((await identified(text)).issuedOn).toBe(date));
