import fc from "fast-check";
import { expect, it } from "vitest";
import { clean } from "../../ingest/clean.ts";
import { identify } from "../../ingest/identify.ts";
import type { ReadDocument } from "../../ingest/read.ts";
import { findReferences } from "../../src/citation/find.ts";
import { readDirective30 } from "../fakes/directive-30.ts";

const page = (text: string, more: Partial<ReadDocument> = {}): ReadDocument => ({
  text,
  headings: [],
  frontMatter: null,
  titleHint: null,
  dateHint: null,
  pages: [],
  notices: [],
  uncertain: [],
  ...more,
});
const identified = (text: string, name = "a.txt", more: Partial<ReadDocument> = {}) =>
  identify(clean(page(text, more)), name, findReferences);

const BODY = "- Căn cứ Điều lệ Đảng;\nĐiều 1. Họp\nChi bộ họp sáng.";

it("reads a directive with two blocks at its head, one below the other", () => {
  expect(identified(readDirective30().text)).toMatchObject({
    kind: "Quy định",
    number: "47-QĐ/TU",
    issuer: "Ban Thường vụ Tỉnh ủy Hải Vân",
    issuedOn: "2024-06-18",
    title: expect.stringMatching(/^Về chế độ sinh hoạt, .* trong Đảng bộ tỉnh$/),
  });
});

it.each([
  [
    "beside the issuer",
    "BỘ CHÍNH TRỊ          ĐẢNG CỘNG SẢN VIỆT NAM\n*\nSố 901-QĐ/TW     Hà Nội, ngày 02 tháng 01 năm 2020",
  ],
  ["as cells of a table", "BỘ CHÍNH TRỊ * Số 901-QĐ/TW | ĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 02 tháng 01 năm 2020"],
  ["with one space between them", "BỘ CHÍNH TRỊ ĐẢNG CỘNG SẢN VIỆT NAM\nSố: 901 - QĐ/TW Hà Nội, ngày 02/01/2020"],
  ["on one line", "BỘ CHÍNH TRỊ * Số 901-QĐ/TW ĐẢNG CỘNG SẢN VIỆT NAM Hà Nội, ngày 2-1-2020"],
  [
    "as law sites have it",
    "BỘ CHÍNH TRỊ\n--------\n\nĐẢNG CỘNG SẢN VIỆT NAM\n---------------\n\nSố: 901-QĐ/TW\n\nHà Nội, ngày 02 tháng 01 năm 2020",
  ],
])("reads number, issuer and date %s", (_, head) => {
  expect(identified(`${head}\nQUY ĐỊNH\nvề giờ họp\n-----\n${BODY}`)).toMatchObject({
    kind: "Quy định",
    number: "901-QĐ/TW",
    issuer: "Bộ Chính trị",
    issuedOn: "2020-01-02",
    title: "Về giờ họp",
  });
});

it.each<[string, string[], string]>([
  ["a commission of the centre", ["BAN CHẤP HÀNH TRUNG ƯƠNG", "BAN TỔ CHỨC", "*"], "Ban Tổ chức Trung ương"],
  ["the same on one line", ["BAN CHẤP HÀNH TRUNG ƯƠNG VĂN PHÒNG", "*"], "Văn phòng Trung ương Đảng"],
  ["a province below the centre", ["BAN CHẤP HÀNH TRUNG ƯƠNG", "TỈNH ỦY HÀ TĨNH"], "Tỉnh ủy Hà Tĩnh"],
  ["its commission", ["BAN CHẤP HÀNH TRUNG ƯƠNG", "TỈNH ỦY HÀ TĨNH", "BAN TỔ CHỨC"], "Ban Tổ chức Tỉnh ủy Hà Tĩnh"],
  [
    "a commission with the Party's name between",
    ["TỈNH ỦY HÀ TĨNH", "ĐẢNG CỘNG SẢN VIỆT NAM", "BAN DÂN VẬN"],
    "Ban Dân vận Tỉnh ủy Hà Tĩnh",
  ],
  [
    "a name over two lines",
    ["ĐẢNG ỦY KHỐI CÁC CƠ QUAN", "VÀ DOANH NGHIỆP TỈNH HÀ TĨNH"],
    "Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh Hà Tĩnh",
  ],
  ["a committee over two lines", ["BAN CHẤP HÀNH", "ĐẢNG BỘ TỈNH HÀ TĨNH"], "Ban Chấp hành Đảng bộ tỉnh Hà Tĩnh"],
  ["a cell of a local organisation", ["ĐẢNG BỘ XÃ CỬA RÀO", "CHI BỘ THÔN 5"], "Chi bộ thôn 5"],
])("takes for the issuer %s", (_, head, issuer) => {
  expect(identified([...head, "Số 12-BC/TU", "BÁO CÁO", "kết quả công tác", BODY].join("\n")).issuer).toBe(issuer);
});

it.each([
  ["T/M BỘ CHÍNH TRỊ", "Bộ Chính trị"],
  ["Nơi nhận: | T/M BAN BÍ THƯ", "Ban Bí thư"],
  ["TM. BAN CHẤP HÀNH TRUNG ƯƠNG", "Ban Chấp hành Trung ương"],
  ["K/T CHÁNH VĂN PHÒNG", "Ban Chấp hành Trung ương"],
])("lets the signature %j say for whom the centre speaks", (signature, issuer) => {
  const text = `BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 901-QĐ/TW\nQUY ĐỊNH\nvề giờ họp\n${BODY}\n\n${signature}\nTỔNG BÍ THƯ\nLê Văn Mẫu`;
  expect(identified(text).issuer).toBe(issuer);
});

it.each([
  ["the title block", "CHỈ THỊ\nCỦA BAN BÍ THƯ\nvề giờ họp", "Ban Bí thư"],
  ["the first sentence", "CHỈ THỊ\nvề giờ họp\nBộ Chính trị yêu cầu các cấp ủy họp đúng giờ.", "Bộ Chính trị"],
  ["nothing else than the head", "CHỈ THỊ\nvề giờ họp\nThời gian qua, các chi bộ đã họp.", "Ban Chấp hành Trung ương"],
])("without a signature takes the leading body from %s", (_, text, issuer) => {
  expect(identified(`BAN CHẤP HÀNH TRUNG ƯƠNG\nSố 09-CT/TW\n${text}`)).toMatchObject({ issuer, title: "Về giờ họp" });
});

it.each([
  ["T/M BAN THƯỜNG VỤ", "Ban Thường vụ Tỉnh ủy Hà Tĩnh"],
  ["T/M BAN THƯỜNG VỤ TỈNH ỦY", "Ban Thường vụ Tỉnh ủy Hà Tĩnh"],
  ["T/M TỈNH ỦY", "Tỉnh ủy Hà Tĩnh"],
  ["T/L BAN THƯỜNG VỤ", "Tỉnh ủy Hà Tĩnh"],
])("joins the head of a province with the signature %j", (signature, issuer) => {
  const attached = "QUY CHẾ\nlàm việc\nĐiều 1. Họp\nT/M ĐẢNG ỦY KHÁC";
  const text = `TỈNH ỦY HÀ TĨNH\nSố 12-QĐ/TU\nQUYẾT ĐỊNH\nban hành Quy chế\n${BODY}\n${signature}\nBÍ THƯ\n${attached}`;
  expect(identified(text).issuer).toBe(issuer);
});

it.each([
  ["without a number", "Số:     -QĐ/TW", { number: null, kind: "Quy định" }],
  ["with dots for the number", "Số ......-QĐ/TW", { number: null }],
  ["without a day", "Số 901-QĐ/TW\nHà Nội, ngày    tháng 01 năm 2020", { number: "901-QĐ/TW", issuedOn: null }],
  ["with dots for day and month", "Hà Nội, ngày … tháng … năm 2020", { issuedOn: null }],
])("leaves open what a draft leaves open: %s", (_, lines, facts) => {
  const text = `BỘ CHÍNH TRỊ\n${lines}\nQUY ĐỊNH\nvề giờ họp\n${BODY}`;
  expect(identified(text, "901-qd-tw.docx", { dateHint: "2021-05-05" })).toMatchObject(facts);
});

it.each([
  [
    "on lines below",
    "QUY ĐỊNH\nvề trách nhiệm của\nĐảng viên đang công tác,\nnghỉ hưu\n-----",
    "Quy định",
    "Về trách nhiệm của Đảng viên đang công tác, nghỉ hưu",
  ],
  [
    "with a capital",
    "KẾ HOẠCH\nThực hiện Nghị quyết số 18-NQ/TW\nvà Kết luận số 50-KL/TW",
    "Kế hoạch",
    "Thực hiện Nghị quyết số 18-NQ/TW và Kết luận số 50-KL/TW",
  ],
  ["on the kind's own line", "BÁO CÁO KẾT QUẢ CÔNG TÁC\nNĂM 2023", "Báo cáo", "KẾT QUẢ CÔNG TÁC NĂM 2023"],
  [
    "in capitals, as the text has it",
    "QUY ĐỊNH\nGIỜ HỌP CỦA CHI BỘ\nQuy định về giờ họp của chi bộ như sau:",
    "Quy định",
    "Giờ họp của chi bộ",
  ],
  ["not in capitals at all", "Quy định\nvề giờ họp", "Quy định", "Về giờ họp"],
  ["with the kind in one sentence", "Quy định về giờ họp\n- Căn cứ Điều lệ;", "Quy định", "Về giờ họp"],
  ["with letters apart", "Q U Y   Đ Ị N H\nvề giờ họp", "Quy định", "Về giờ họp"],
])("reads a title block %s", (_, block, kind, title) => {
  expect(identified(`TỈNH ỦY HÀ TĨNH\nSố 12-QĐ/TU\n${block}`)).toMatchObject({ kind, title });
});

it("takes the kind from the title block, not from the symbol", () => {
  const head = "TỈNH ỦY HÀ TĨNH\nSố 12-QĐ/TU\n";
  expect(
    [`${head}QUYẾT ĐỊNH\nvề giờ họp`, `${head}QUY ĐỊNH\nvề giờ họp`, head].map((text) => identified(text).kind),
  ).toEqual(["Quyết định", "Quy định", null]);
});

it("reads a letter, which has a subject instead of a title", () => {
  expect(
    identified(
      "ĐẢNG ỦY KHỐI\nSố 398-CV/ĐUK\nV/v họp chi bộ\nHà Tĩnh, ngày 09 tháng 12 năm 2022\nKính gửi: - Các chi bộ,",
    ),
  ).toMatchObject({ kind: "Công văn", number: "398-CV/ĐUK", title: "Về việc họp chi bộ", issuedOn: "2022-12-09" });
});

it.each([
  ["news in capitals", "QUY ĐỊNH MỚI VỀ GIỜ HỌP\nHôm qua, Bộ Chính trị đã ban hành quy định."],
  ["a report of the news", "BÁO CÁO VIÊN CẤP TỈNH HỌP\nHôm qua họp."],
  ["a heading in capitals", "Sổ tay\nQUY ĐỊNH CHUNG\nHọp đều."],
])("finds no kind in %s", (_, text) => expect(identified(text).kind).toBeNull());

it("does not date a document by the web page that shows it", () => {
  const text = `BỘ CHÍNH TRỊ\nSố 901-QĐ/TW\nQUY ĐỊNH\nvề giờ họp\n${BODY}`;
  expect(identified(text, "a.html", { dateHint: "2021-05-05" }).issuedOn).toBeNull();
});

const UNNUMBERED = `BỘ CHÍNH TRỊ\nHà Nội, ngày 02 tháng 01 năm 2020\nQUY ĐỊNH\nvề giờ họp\n${BODY}`;

it.each([
  ["901-qd-tw.pdf", "901-QĐ/TW"],
  ["QD_901_QDTW.docx", "901-QĐ/TW"],
  ["Quy định 901-QĐ_TW (bản ký).pdf", "901-QĐ/TW"],
  ["qd-901.pdf", null],
  ["901-kl-tw.pdf", null],
  ["901-qd-tu.pdf", null],
  ["901-qd-btctw.pdf", null],
  ["901-qd-tw va 902-qd-tw.pdf", null],
  ["12-da-tw.pdf", null],
  ["scan0901.pdf", null],
])("takes from the file name %s the number %s, where the page has none", (name, number) => {
  expect(identified(UNNUMBERED, name).number).toBe(number);
});

it("takes no number from the name of a file that only speaks of the document", () => {
  expect(identified("Tin họp\nBộ Chính trị vừa ra quy định mới.", "901-qd-tw.txt").number).toBeNull();
  expect(identified(`BỘ CHÍNH TRỊ\nSố 902-QĐ/TW\nQUY ĐỊNH\n${BODY}`, "901-qd-tw.txt").number).toBe("902-QĐ/TW");
});

it("reads any lines without failing, and never a fact that is not on them", () => {
  const pieces = fc.constantFrom(
    ..."Số 12-QĐ/TW|Số:    -QĐ/TW|BỘ CHÍNH TRỊ|ĐẢNG CỘNG SẢN VIỆT NAM|Hà Nội, ngày 02 tháng 01 năm 2020|QUY ĐỊNH|về giờ họp|T/M|*|-----| |CỦA".split(
      "|",
    ),
  );
  const line = fc.array(fc.oneof({ weight: 4, arbitrary: pieces }, { weight: 1, arbitrary: fc.string() }), {
    maxLength: 4,
  });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      const text = lines
        .map((parts) => parts.join(" "))
        .join("\n")
        .normalize("NFC");
      const { number, issuedOn } = identify(page(text), "a.txt", findReferences);
      expect([null, "12-QĐ/TW"]).toContain(number);
      expect([null, "2020-01-02"]).toContain(issuedOn);
    }),
  );
});
