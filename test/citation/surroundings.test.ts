import { describe, expect, it } from "vitest";
import { findReferences } from "../../src/citation/find.ts";

const first = (text: string) => findReferences(text)[0];

/** What is read behind kind and number. */
function behind(text: string): string {
  const found = first(text);
  return found ? text.slice(found.span.end, found.extent.end) : "";
}

type Row = readonly [text: string, expected: string | null, reason: string];

describe("the date of", () => {
  it.each<Row>([
    ["213-QĐ/TW, ngày 02/01/2020", "2020-01-02", "as the rules print it"],
    ["213-QĐ/TW ngày 2/1/2020", "2020-01-02", "without zeros and comma"],
    ["213-QĐ/TW ngày 02-01-2020", "2020-01-02", "with dashes"],
    ["213-QĐ/TW ngày 02.01.2020", "2020-01-02", "with stops"],
    ["213-QĐ/TW ngày 02 /01/ 2020", "2020-01-02", "with spaces"],
    ["213-QĐ/TW (ngày 02/01/2020)", "2020-01-02", "in brackets"],
    ["213-QĐ/TW (02/01/2020)", "2020-01-02", "in brackets, without the word"],
    ["213-QĐ/TW ngày 02 tháng 01 năm 2020", "2020-01-02", "in words"],
    ["213-QĐ/TW\nngày 02 tháng 01\nnăm 2020", "2020-01-02", "over line ends"],
    ["213-QĐ/TW ban hành ngày 02/01/2020", "2020-01-02", "with what was done that day"],
    ["213-QĐ/TW được ban hành ngày 02/01/2020", "2020-01-02", "in the passive"],
    ["213-QĐ/TW dated 02/01/2020", "2020-01-02", "in English, in digits"],
    ["213-QD/TW dated January 2, 2020", "2020-01-02", "in English, month first"],
    ["213-QD/TW, dated 2 January 2020", "2020-01-02", "in English, day first"],
    ["213-QD/TW of the 2nd of January 2020", "2020-01-02", "in English, in full"],
    ["213-QD/TW (Jan. 2, 2020)", "2020-01-02", "in English, short"],
    ["213-QĐ/TW của Bộ Chính trị ngày 02/01/2020", "2020-01-02", "behind the issuer"],
    ["213-QĐ/TW của Bộ Chính trị, ngày 02/01/2020, về trách nhiệm", "2020-01-02", "between issuer and title"],
    ["213-QĐ/TW của Bộ Chính trị khóa XII, ngày 02/01/2020", "2020-01-02", "behind issuer and term"],
    ["213-QĐ/TW của Bộ Chính trị (khóa XII) ngày 02/01/2020", "2020-01-02", "behind the term in brackets"],
    ["213-QĐ/TW “về trách nhiệm” ngày 02/01/2020", "2020-01-02", "behind a title in quotation marks"],
    ["213-QĐ/TW về trách nhiệm, ngày 02/01/2020", "2020-01-02", "behind a plain title"],
    ["213-QĐ/TW, 02/01/2020", "2020-01-02", "without the word"],
    ["213-QĐ/TW[1] ngày 02/01/2020", "2020-01-02", "behind the mark of a footnote"],
    ["qd 213-qd/tw ngay 2/1/2020", "2020-01-02", "without diacritics"],
    ["213-QĐ/TW ngày 31/02/2020", null, "no such day"],
    ["213-QĐ/TW ngày 02/01/20201", null, "no such year"],
    ["213-QĐ/TW năm 2020", null, "a year alone is no date"],
    ["213-QĐ/TW (01/01/2020 - 31/12/2020)", null, "a period"],
    ["213-QĐ/TW. Ngày 02/01/2020 họp", null, "another sentence"],
    ["213-QĐ/TW từ ngày 02/01/2020", null, "since when, not of when"],
    ["33-HD/BTCTW về thực hiện Quy định 213-QĐ/TW ngày 02/01/2020", null, "the date of the document in its title"],
    ["213-QĐ/TW", null, "nothing"],
  ])("%j is %s: %s", (text, expected) => expect(first(text)?.reference.issuedOn).toBe(expected));

  it("a list is that of all of it", () => {
    const dates = findReferences("Quy định 105, 106-QĐ/TW ngày 19/12/2017").map(({ reference }) => reference.issuedOn);
    expect(dates).toEqual(["2017-12-19", "2017-12-19"]);
  });

  it("numbers that each have one is their own", () => {
    const found = findReferences("Nghị quyết số 18-NQ/TW, ngày 25/10/2017, số 21-NQ/TW, ngày 16/6/2022");
    expect(found.map(({ reference }) => reference.issuedOn)).toEqual(["2017-10-25", "2022-06-16"]);
  });
});

describe("the issuer of", () => {
  it.each<Row>([
    ["213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị", "Bộ Chính trị", "behind the date"],
    ["213-QĐ/TW của Bộ Chính trị về trách nhiệm", "Bộ Chính trị", "before the title"],
    ["213-QĐ/TW của BCT", "Bộ Chính trị", "its abbreviation"],
    ["213-QĐ/TW CỦA BỘ CHÍNH TRỊ", "Bộ Chính trị", "in capitals"],
    ["213-qd/tw cua bo chinh tri", "Bộ Chính trị", "without diacritics"],
    ["213-QD/TW of the Politburo", "Bộ Chính trị", "in English"],
    ["96-QĐ/TW của Ban Bí thư", "Ban Bí thư", "the Secretariat"],
    ["96-QĐ/TW của Ban Bí thư Trung ương Đảng khóa XIII", "Ban Bí thư", "its full name, with the term"],
    ["18-NQ/TW của Ban Chấp hành Trung ương Đảng", "Ban Chấp hành Trung ương", "the Central Committee, canonical"],
    ["18-NQ/TW của BCH TW Đảng", "Ban Chấp hành Trung ương", "abbreviated"],
    ["18-NQ/TW của Ban Chấp hành T.Ư Đảng", "Ban Chấp hành Trung ương", "T.Ư"],
    ["18-NQ/TW của Hội nghị Trung ương 6", null, "a plenum without its term"],
    ["18-NQ/TW của Hội nghị Trung ương 6 khóa XII", "Ban Chấp hành Trung ương", "the body that met"],
    ["18-NQ/TW của Trung ương", "Trung ương", "left open"],
    ["33-HD/BTCTW của Ban Tổ chức Trung ương", "Ban Tổ chức Trung ương", "a commission"],
    ["23-HD/BTGDVTW của Ban Tuyên giáo và Dân vận Trung ương", "Ban Tuyên giáo và Dân vận Trung ương", "a long name"],
    ["680-QĐ/TU của Tỉnh ủy Hà Tĩnh", "Tỉnh ủy Hà Tĩnh", "a province"],
    ["680-QĐ/TU của Tỉnh uỷ Hà Tĩnh", "Tỉnh ủy Hà Tĩnh", "a province, newer tone placement"],
    ["680-qd/tu cua tinh uy ha tinh", "Tỉnh ủy Hà Tĩnh", "a province, without diacritics"],
    ["680-QĐ/TU của Ban Thường vụ Tỉnh ủy", "Ban Thường vụ Tỉnh ủy", "a standing committee"],
    ["680-QĐ/TU của BTV Tỉnh ủy Hà Tĩnh", "Ban Thường vụ Tỉnh ủy Hà Tĩnh", "a standing committee, abbreviated"],
    ["680-QĐ/TU của Ban Chấp hành Đảng bộ tỉnh", "Ban Chấp hành Đảng bộ tỉnh", "a provincial committee"],
    ["12-NQ/TU của Thành ủy TP. Hồ Chí Minh", "Thành ủy Thành phố Hồ Chí Minh", "a city"],
    ["02-NQ/ĐUK của Ban Thường vụ Đảng ủy Khối", "Ban Thường vụ Đảng ủy Khối", "a bloc"],
    ["05-NQ/ĐU của Đảng ủy xã Kỳ Anh", "Đảng ủy xã Kỳ Anh", "a commune"],
    ["05-NQ/ĐU của Đảng ủy Bộ Nội vụ về công tác", "Đảng ủy Bộ Nội vụ", "of a ministry, up to the title"],
    ["12-KL/HU của Huyện ủy Kỳ Anh, tỉnh Hà Tĩnh", "Huyện ủy Kỳ Anh", "a district"],
    ["213-QĐ/TW do Bộ Chính trị ban hành", "Bộ Chính trị", "do"],
    ["213-QĐ/TW được Bộ Chính trị ban hành ngày 02/01/2020", "Bộ Chính trị", "in the passive"],
    ["66-QĐ/TW về thể thức văn bản do Ban Bí thư ban hành", "Ban Bí thư", "behind the title, with do"],
    ["213-QĐ/TW (Bộ Chính trị)", "Bộ Chính trị", "in brackets, without của"],
    ["37-QĐ/TW về những điều đảng viên không được làm của Bộ Chính trị", "Bộ Chính trị", "behind the title"],
    ["16/2020/NĐ-CP của Chính phủ", "Chính phủ", "the government"],
    ["899/QĐ-TTg của Thủ tướng Chính phủ", "Thủ tướng Chính phủ", "the prime minister"],
    ["Luật số 117/2025/QH15 của Quốc hội", "Quốc hội", "the National Assembly"],
    ["60/QĐ-UBND của UBND tỉnh Nghệ An", "Ủy ban nhân dân tỉnh Nghệ An", "a people's committee"],
    ["10/2019/TT-BNV của Bộ Nội vụ", "Bộ Nội vụ", "a ministry"],
    ["84-QĐ/TWĐTN của Ban Bí thư Trung ương Đoàn", "Ban Bí thư Trung ương Đoàn", "the Youth Union, as printed"],
    ["213-QĐ/TW của đảng viên", null, "no issuer"],
    ["213-QĐ/TW của Đảng", null, "the Party is no body"],
    ["213-QĐ/TW vừa được Bộ Chính trị ban hành", "Bộ Chính trị", "in the passive, just now"],
    ["213-QĐ/TW do Bộ Chính trị ký ban hành", "Bộ Chính trị", "who signed it"],
    ["10-CT/TW do Ban Bí thư (khóa X) ban hành", "Ban Bí thư", "do, with a term"],
    [
      "37-QĐ/TW về những điều không được làm của Bộ Chính trị khóa XIII",
      "Bộ Chính trị",
      "behind the title, with a term",
    ],
    ["52-KH/BTCTW do Ban Tổ chức Trung ương soạn thảo", null, "who wrote it did not issue it"],
    ["50-KL/TW được Ban Tổ chức Trung ương tham mưu", null, "who proposed it did not issue it"],
    ["213-QĐ/TW do đồng chí Trần Quốc Vượng ký ban hành", null, "a person is no body"],
    ["213-QĐ/TW đó Bộ Chính trị ban hành", null, "đó is not do"],
    ["213-QĐ/TW. Bộ Chính trị họp", null, "another sentence"],
    ["213-QĐ/TW, Bộ Chính trị yêu cầu", null, "the subject of the next clause"],
    ["triển khai Nghị quyết 18-NQ/TW của Tỉnh ủy Hà Tĩnh", null, "who carries it out does not sign so"],
    ["18-NQ/TW, ngày 25/10/2017 của Tỉnh ủy Hà Tĩnh", "Tỉnh ủy Hà Tĩnh", "as a formal citation says, wrong or not"],
    ["61-QĐ/TW về Quy chế làm việc của Ban Bí thư", null, "whose rules they are, not who issued them"],
    ["215-QĐ/TW về nhiệm vụ của Ban Nội chính Trung ương", null, "a body that does not sign so"],
  ])("%j is %s: %s", (text, expected) => expect(first(text)?.reference.issuer).toBe(expected));
});

describe("the meeting of", () => {
  it.each<Row>([
    ["18-NQ/TW của Hội nghị Trung ương 6 (khóa XII)", "Hội nghị Trung ương 6 khóa XII", "its plenum"],
    ["18-NQ/TW Hội nghị lần thứ sáu BCH TW khóa XII", "Hội nghị Trung ương 6 khóa XII", "without của"],
    ["18-NQ/TW của Hội nghị Trung ương 6", null, "a plenum without its term"],
    [
      "01-NQ/ĐH của Đại hội Đảng bộ tỉnh Hà Tĩnh lần thứ XVIII",
      "Đại hội Đảng bộ tỉnh Hà Tĩnh lần thứ XVIII",
      "a congress",
    ],
    ["18-NQ/TW của Hội nghị Trung ương 6, 7 khóa XII", null, "one of several"],
  ])("%j is %s: %s", (text, expected) => expect(first(text)?.reference.name).toBe(expected));
});

describe("the place of", () => {
  it.each<Row>([
    ["680-QĐ/TU của Ban Thường vụ Tỉnh ủy Hà Tĩnh", "Hà Tĩnh", "in the name of the issuer"],
    ["12-KL/HU của Huyện ủy Kỳ Anh, tỉnh Hà Tĩnh", "Hà Tĩnh", "behind it"],
    ["29-NQ/TU của tỉnh Hà Tĩnh", "Hà Tĩnh", "for the issuer"],
    ["60/QĐ-UBND của UBND tỉnh Nghệ An", "Nghệ An", "of the state"],
    ["12-NQ/TU của Tỉnh ủy Hòa Bình", "Hòa Bình", "a province that was joined to another in 2025"],
    ["12-NQ/TU của Tỉnh ủy", null, "not printed"],
    ["18-NQ/TW của tỉnh Hà Tĩnh", null, "not of a number of the centre"],
    ["213-QĐ/TW của Bộ Chính trị", null, "the centre has none"],
    ["01-NQ/ĐH của Đại hội Đảng bộ tỉnh lần thứ XVIII", null, "a congress that does not say which province's"],
  ])("%j is %s: %s", (text, expected) => expect(first(text)?.reference.place).toBe(expected));
});

describe("the title of", () => {
  it.each<Row>([
    ["680-QĐ/TU về phân cấp quản lý cán bộ.", "về phân cấp quản lý cán bộ", "up to the stop"],
    ["213-QĐ/TW ngày 02/01/2020 của Bộ Chính trị về trách nhiệm; và", "về trách nhiệm", "behind date and issuer"],
    ["213-QĐ/TW của Bộ Chính trị, về trách nhiệm của đảng viên", "về trách nhiệm của đảng viên", "behind a comma"],
    ["124-QĐ/TW “về kiểm điểm, đánh giá; xếp loại”", "về kiểm điểm, đánh giá; xếp loại", "in quotation marks, whole"],
    ['61-QĐ/TW, "Về quy chế làm việc"', "Về quy chế làm việc", "in straight quotation marks"],
    [
      "37-QĐ/TW về “Những điều đảng viên không được làm”",
      "về Những điều đảng viên không được làm",
      "về outside of them",
    ],
    ["05-CT/TW “Đẩy mạnh học tập và làm theo”", "Đẩy mạnh học tập và làm theo", "without về, written as a title"],
    ["213-QĐ/TW “gốc rễ của vấn đề”", null, "a word in quotation marks"],
    ["4263-CV/BTCTW, v/v thực hiện chế độ báo cáo", "v/v thực hiện chế độ báo cáo", "v/v"],
    ["213-QĐ/TW về trách nhiệm\ncủa đảng viên", "về trách nhiệm của đảng viên", "over a line end"],
    ["213-QĐ/TW về trách nhiệm\nĐiều 1", "về trách nhiệm", "up to another paragraph"],
    ["213-QĐ/TW VỀ TRÁCH NHIỆM CỦA ĐẢNG VIÊN", "VỀ TRÁCH NHIỆM CỦA ĐẢNG VIÊN", "in capitals"],
    ["Quy định về thi hành Điều lệ Đảng (số 24-QĐ/TW)", "về thi hành Điều lệ Đảng", "before the number"],
    ["58-QĐ/TW về bảo vệ chính trị nội bộ, quy định 60", "về bảo vệ chính trị nội bộ", "up to the next document"],
    ["18-NQ/TW về bộ máy và Kết luận 28-KL/TW", "về bộ máy", "up to the next document, with và"],
    ["18-NQ/TW về bộ máy cùng với Kết luận 28-KL/TW", "về bộ máy", "up to the next document, with cùng"],
    [
      "34-KL/TW về mô hình thí điểm theo Nghị quyết 18 của",
      "về mô hình thí điểm theo Nghị quyết 18",
      "what it follows",
    ],
    ["66-QĐ/TW về thể thức văn bản do Ban Bí thư ban hành", "về thể thức văn bản", "up to who issued it"],
    ["213-QĐ/TW về trách nhiệm\nissuer: Bộ Chính trị", "về trách nhiệm", "up to a line of data"],
    ["33-HD/BTCTW về thực hiện Quy định số 213-QĐ/TW của", "về thực hiện Quy định số 213-QĐ/TW", "a document in it"],
    ["41-CT/TW về phòng, chống tham nhũng, lãng phí", "về phòng, chống tham nhũng, lãng phí", "its own commas"],
    [
      "213-QĐ/TW về mối liên hệ với tổ chức đảng, đảng ủy cơ sở",
      "về mối liên hệ với tổ chức đảng, đảng ủy cơ sở",
      "đảng is not đang",
    ],
    [
      "213-QĐ/TW về trách nhiệm của đảng viên đang công tác",
      "về trách nhiệm của đảng viên đang công tác",
      "who they are",
    ],
    ["52-KL/TW về chế độ với cán bộ đã nghỉ hưu", "về chế độ với cán bộ đã nghỉ hưu", "who they were"],
    ["28-KL/TW về tinh giản biên chế, đồng thời cơ cấu lại", "về tinh giản biên chế", "up to another clause"],
    ["680-QĐ/TU về phân cấp quản lý, Tỉnh ủy giao các ban", "về phân cấp quản lý", "up to another subject"],
    [
      "61-QĐ/TW về quan hệ giữa Bộ Chính trị, Ban Bí thư",
      "về quan hệ giữa Bộ Chính trị, Ban Bí thư",
      "names in a list",
    ],
    [
      "213-QĐ/TW về trách nhiệm của đảng viên đã được triển khai",
      "về trách nhiệm của đảng viên",
      "up to what was done",
    ],
    ["213-QĐ/TW về trách nhiệm của đảng viên có hiệu lực từ", "về trách nhiệm của đảng viên", "up to what it does"],
    ["213-QĐ/TW về trách nhiệm thay thế Quy định 76", "về trách nhiệm", "up to what it replaces"],
    ["680-QĐ/TU về phân cấp quản lý (thay thế Quy định 335)", "về phân cấp quản lý", "up to a bracket"],
    [
      "60-KH/TU về kế hoạch 5 năm và báo cáo 12 tháng",
      "về kế hoạch 5 năm và báo cáo 12 tháng",
      "counts in it are no documents",
    ],
    ["37-QĐ/TW về những điều không được làm của Bộ Chính trị", "về những điều không được làm", "without its issuer"],
    ["213-QĐ/TW có hiệu lực", null, "no title"],
    ["213-QĐ/TW về", null, "no words behind về"],
    ["213-QĐ/TW. Về trách nhiệm", null, "another sentence"],
  ])("%j is %s: %s", (text, expected) => expect(first(text)?.reference.title).toBe(expected));

  it("numbers of a list is none of theirs", () => {
    const titles = findReferences("Quy định 105, 106-QĐ/TW về công tác cán bộ").map(({ reference }) => reference.title);
    expect(titles).toEqual([null, null]);
  });

  it("is cut between words where it has no end", () => {
    const title = first(`213-QĐ/TW về ${"công tác ".repeat(100)}`)?.reference.title ?? "";
    expect(title).toMatch(/(?: công tác)+$|(?: công)$/);
    expect(title.length).toBeLessThanOrEqual(400);
  });
});

describe("the extent goes", () => {
  it.each<Row>([
    [
      "Quy định 213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị về trách nhiệm.",
      ", ngày 02/01/2020 của Bộ Chính trị về trách nhiệm",
      "over all that was read",
    ],
    ["Quy định 213-QĐ/TW (ngày 02/01/2020).", " (ngày 02/01/2020)", "over the closing bracket"],
    ["Quy định 213-QĐ/TW (sau đây gọi là Quy định)", "", "not over a bracket that says something else"],
    ["(Quy định 213-QĐ/TW) của Bộ Chính trị", "", "not out of a bracket around it"],
    [
      "Quy định về kỷ luật (số 69-QĐ/TW, ngày 06/7/2022) thì",
      ", ngày 06/7/2022)",
      "out of a bracket that it opened itself",
    ],
    ["Quy định 213-QĐ/TW, và", "", "not over a comma"],
    ["Nghị quyết 18-NQ/TW (khóa XII)", " (khóa XII)", "over a term"],
  ])("%j → %j: %s", (text, expected) => expect(behind(text)).toBe(expected));
});
