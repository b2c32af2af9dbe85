import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findReferences } from "../../src/citation/find.ts";
import { normalise } from "../../src/core/text.ts";

/** `Quy định 213-QĐ/TW`; the symbol with a question mark where the kind is open; the serial where the rest is. */
function named(text: string): string[] {
  return findReferences(text).map(({ reference: { kind, symbol, number, serial } }) => {
    return `${kind ?? `${symbol}?`} ${number ?? serial}`;
  });
}

type Row = readonly [text: string, expected: readonly string[], reason: string];

const written: readonly Row[] = [
  // in full
  ["Quy định số 213-QĐ/TW", ["Quy định 213-QĐ/TW"], "the official form"],
  ["Quyết định số 61-QĐ/TW", ["Quyết định 61-QĐ/TW"], "the other kind of the symbol QĐ"],
  ["Nghị quyết số 18-NQ/TW", ["Nghị quyết 18-NQ/TW"], "a kind with a symbol of its own"],
  ["Kết luận số 28-KL/TW", ["Kết luận 28-KL/TW"], "Kết luận"],
  ["Chỉ thị số 05-CT/TW", ["Chỉ thị 05-CT/TW"], "a leading zero is part of the spelling"],
  ["Kế hoạch số 03-KH/TW", ["Kế hoạch 03-KH/TW"], "Kế hoạch"],
  ["Hướng dẫn số 33-HD/BTCTW", ["Hướng dẫn 33-HD/BTCTW"], "a central commission"],
  ["Thông báo số 43-TB/TGV", ["Thông báo 43-TB/TGV"], "a task body"],
  ["Báo cáo số 123-BC/TU", ["Báo cáo 123-BC/TU"], "a provincial committee"],
  ["Chương trình số 10-CTr/TU", ["Chương trình 10-CTr/TU"], "a symbol with a small letter"],
  ["Đề án số 01-ĐA/TU", ["Đề án 01-ĐA/TU"], "Đề án"],
  ["Tờ trình số 12-TTr/BTCTU", ["Tờ trình 12-TTr/BTCTU"], "TTr is not TT"],
  ["Công văn số 4263-CV/BTCTW", ["Công văn 4263-CV/BTCTW"], "four digits"],
  ["Thông tri số 22-TT/TW", ["Thông tri 22-TT/TW"], "Thông tri"],
  ["Quy chế số 05-QC/TU", ["Quy chế 05-QC/TU"], "Quy chế"],
  ["Quyết định số 212-QĐ/ĐUK", ["Quyết định 212-QĐ/ĐUK"], "a bloc committee"],
  ["Quyết định số 3917-QĐ/ĐUK", ["Quyết định 3917-QĐ/ĐUK"], "a long number of a bloc committee"],
  ["Kết luận số 12-KL/HU", ["Kết luận 12-KL/HU"], "a district committee"],
  ["Hướng dẫn số 23-HD/BTGDVTW", ["Hướng dẫn 23-HD/BTGDVTW"], "a long suffix"],
  ["Quy định số 08-QĐi/TW", ["Quy định 08-QĐi/TW"], "the symbol QĐi of 2018"],
  ["01-QĐi/UBKTTW", ["Quy định 01-QĐi/UBKTTW"], "QĐi decides the kind"],
  ["07-QĐI/TW", ["Quy định 07-QĐi/TW"], "QĐi in capitals"],
  ["Quyết định số 5-QĐ/TU", ["Quyết định 05-QĐ/TU"], "the zero is put before a single digit"],
  ["Quy định số 005-QĐ/TW", ["Quy định 05-QĐ/TW"], "further zeros go"],
  ["Chương trình hành động số 920-CTr/TU", ["Chương trình 920-CTr/TU"], "words between kind and number"],
  ["QUY ĐỊNH SỐ 213-QĐ/TW", ["Quy định 213-QĐ/TW"], "a heading in capitals"],
  ["Quy định số 213-QĐ/TW ngày 02/01/2020 của Bộ Chính trị", ["Quy định 213-QĐ/TW"], "the date is no number"],
  ["(Quy định số 213-QĐ/TW).", ["Quy định 213-QĐ/TW"], "punctuation around it"],
  ["“Quy định số 213-QĐ/TW”", ["Quy định 213-QĐ/TW"], "quotation marks around it"],
  ["Điều 1 Quy định số 213-QĐ/TW", ["Quy định 213-QĐ/TW"], "an article before it"],
  ["điểm 9.3.2, Điều 9, Quy định 24-QĐ/TW", ["Quy định 24-QĐ/TW"], "a pinpoint before it"],
  // the number alone
  ["213-QĐ/TW", ["QĐ? 213-QĐ/TW"], "QĐ leaves the kind open"],
  ["số 213-QĐ/TW", ["QĐ? 213-QĐ/TW"], "the number with số"],
  ["Số: 213-QĐ/TW", ["QĐ? 213-QĐ/TW"], "the colon of web pages"],
  ["28-KL/TW", ["Kết luận 28-KL/TW"], "a symbol of one kind decides"],
  ["Quy định của Bộ Chính trị số 213-QĐ/TW", ["QĐ? 213-QĐ/TW"], "a kind far from its number is not guessed"],
  ["02-HD", ["Hướng dẫn 2"], "the issuer is missing"],
  // short
  ["QĐ 213", ["QĐ? 213"], "symbol and number"],
  ["QĐ213", ["QĐ? 213"], "no space"],
  ["qđ213", ["QĐ? 213"], "small letters"],
  ["qđ 213", ["QĐ? 213"], "small letters and a space"],
  ["KL 21", ["Kết luận 21"], "Kết luận, short"],
  ["KL21", ["Kết luận 21"], "Kết luận, short, no space"],
  ["NQ 18", ["Nghị quyết 18"], "Nghị quyết, short"],
  ["CT 05", ["Chỉ thị 5"], "the serial has no leading zero"],
  ["HD số 33", ["Hướng dẫn 33"], "symbol with số"],
  ["Quy định 213", ["Quy định 213"], "kind and number"],
  ["quy định số 213", ["Quy định 213"], "kind, số, number"],
  ["Quy định số: 213", ["Quy định 213"], "a colon after số"],
  ["Quy định số213", ["Quy định 213"], "no space after số"],
  ["Nghị quyết 18", ["Nghị quyết 18"], "a nickname"],
  ["đảng viên theo quy định 213.", ["Quy định 213"], "the end of a sentence"],
  ["theo Quy định 213. Trong đó", ["Quy định 213"], "the end of a sentence inside a text"],
  ["Quy định\n213 của Bộ Chính trị", ["Quy định 213"], "a line end between kind and number"],
  ["Quy định 213 điều chỉnh việc gì?", ["Quy định 213"], "điều chỉnh counts nothing"],
  ["Quy định 24 Điều 5", ["Quy định 24"], "an article behind it"],
  ["Quy định 66 năm 2017", ["Quy định 66"], "the year behind it"],
  ["Quy định 76 ban hành năm nào?", ["Quy định 76"], "a question for the year"],
  ["Kết luận 21 năm nào?", ["Kết luận 21"], "năm nào counts nothing"],
  ["Kết luận 21 ngày nào?", ["Kết luận 21"], "ngày nào counts nothing"],
  ["Nghị quyết 18 nội dung gì?", ["Nghị quyết 18"], "two digits and a noun: a question"],
  ["kế hoạch 03 nhiệm vụ gì", ["Kế hoạch 3"], "a leading zero is a document's"],
  ["Đề án 06", ["Đề án 6"], "a well-known name"],
  ["NĐ 85", ["Nghị định 85"], "Nghị định, short"],
  ["TT 22", ["TT? 22"], "TT is Thông tri or Thông tư"],
  // number and symbol twice
  ["QĐ 213-QĐ/TW", ["QĐ? 213-QĐ/TW"], "the symbol on both sides"],
  ["HD38-HD/BTCTW", ["Hướng dẫn 38-HD/BTCTW"], "the symbol on both sides, no space"],
  ["Thông báo kết luận số 45-TB/TW", ["Thông báo 45-TB/TW"], "the number's own symbol decides"],
  ["Quyết định ban hành Quy chế số 05-QĐ/TU", ["QĐ? 05-QĐ/TU"], "a Quy chế has no QĐ number"],
  // separators
  ["57/NQ-TW", ["Nghị quyết 57-NQ/TW"], "separators swapped"],
  ["Nghị quyết số 36/NQ-TW", ["Nghị quyết 36-NQ/TW"], "separators swapped, in full"],
  ["213/QĐ-TW", ["QĐ? 213-QĐ/TW"], "separators swapped, QĐ"],
  ["213-QĐ-TW", ["QĐ? 213-QĐ/TW"], "two dashes"],
  ["213/QĐ/TW", ["QĐ? 213-QĐ/TW"], "two slashes"],
  ["quy định số 213 - QĐ/TW", ["Quy định 213-QĐ/TW"], "spaces around the dash"],
  ["213 -QĐ/TW", ["QĐ? 213-QĐ/TW"], "a space before the dash"],
  ["94- KH/BTGDVTW", ["Kế hoạch 94-KH/BTGDVTW"], "a space after the dash"],
  ["213-QĐ / TW", ["QĐ? 213-QĐ/TW"], "spaces around the slash"],
  ["213-QĐ/ TW", ["QĐ? 213-QĐ/TW"], "a space after the slash"],
  ["213–QĐ/TW", ["QĐ? 213-QĐ/TW"], "an en dash"],
  ["213—QĐ/TW", ["QĐ? 213-QĐ/TW"], "an em dash"],
  ["213‑QĐ/TW", ["QĐ? 213-QĐ/TW"], "a non-breaking hyphen"],
  ["213−QĐ/TW", ["QĐ? 213-QĐ/TW"], "a minus sign"],
  ["213-\nQĐ/TW", ["QĐ? 213-QĐ/TW"], "a line end inside"],
  ["213QĐ/TW", ["QĐ? 213-QĐ/TW"], "the dash is lost"],
  ["213 QĐ/TW", ["QĐ? 213-QĐ/TW"], "a space for the dash"],
  ["số31-QĐ/TW", ["QĐ? 31-QĐ/TW"], "no space after số, in full"],
  ["11-HDVPTW", ["Hướng dẫn 11-HD/VPTW"], "the slash is lost, as in addresses"],
  ["213-QĐTW", ["QĐ? 213-QĐ/TW"], "the slash is lost, QĐ"],
  ["NQ 18/TW", ["Nghị quyết 18-NQ/TW"], "the symbol before the number"],
  ["NQ18-TW", ["Nghị quyết 18-NQ/TW"], "the symbol before the number, with a dash"],
  ["Chỉ thị 05 TW", ["Chỉ thị 05-CT/TW"], "the issuer behind a space"],
  ["Quy định   số   213-QĐ/TW", ["Quy định 213-QĐ/TW"], "repeated spaces"],
  // spellings of the issuer
  ["15-NQ/TƯ", ["Nghị quyết 15-NQ/TƯ"], "TƯ is met for Trung ương and for a tỉnh ủy"],
  ["15-NQ/T.Ư", ["Nghị quyết 15-NQ/TW"], "T.Ư is Trung ương"],
  ["15-NQ/T.W", ["Nghị quyết 15-NQ/TW"], "T.W is Trung ương"],
  ["213-qđ/tw", ["QĐ? 213-QĐ/TW"], "small letters"],
  ["213-QĐ/Tw", ["QĐ? 213-QĐ/TW"], "capital and small letter"],
  ["02-NQ/đuk", ["Nghị quyết 02-NQ/ĐUK"], "small đ in the suffix"],
  ["767-HD/BTL", ["Hướng dẫn 767-HD/BTL"], "an army office, in the order of the party"],
  ["198-KH-CĐKT", ["Kế hoạch 198-KH/CĐKT"], "an issuer nobody knows"],
  // lost or foreign marks
  ["Quy định 213-QD/TW", ["Quy định 213-QĐ/TW"], "the number without its mark, the words with theirs"],
  ["Quy định số 213-QÐ/TW", ["Quy định 213-QĐ/TW"], "the Icelandic letter of old fonts"],
  ["Quyết định số 61-QD/TW ngày 8-3-2022", ["Quyết định 61-QĐ/TW"], "lost mark with a date"],
  // typed without diacritics
  ["qd213", ["QĐ? 213"], "the shortest"],
  ["qd 213", ["QĐ? 213"], "symbol and number"],
  ["quy dinh 213", ["Quy định 213"], "kind and number"],
  ["quy dinh so 213", ["Quy định 213"], "with so"],
  ["quyet dinh 61", ["Quyết định 61"], "quyet dinh is not quy dinh"],
  ["kl 229 noi gi ve quy dinh 213", ["Kết luận 229", "Quy định 213"], "two in one question"],
  ["huong dan 33-hd/btctw", ["Hướng dẫn 33-HD/BTCTW"], "in full"],
  ["213-qd/tw", ["QĐ? 213-QĐ/TW"], "number alone"],
  ["213/qd-tw", ["QĐ? 213-QĐ/TW"], "separators swapped"],
  ["213-qd-tw", ["QĐ? 213-QĐ/TW"], "as in an address"],
  ["ket luan 28 nam nao", ["Kết luận 28"], "nam nao asks"],
  ["chi thi 40 noi ve gi", ["Chỉ thị 40"], "chi thi"],
  ["nghi quyet 02-nq/duk", ["Nghị quyết 02-NQ/DUK"], "the suffix stays as typed"],
  ["nd 30", ["Nghị định 30"], "a decree"],
  ["de an 06", ["Đề án 6"], "de an"],
  // English
  ["Regulation 213", ["Quy định 213"], "the English kind"],
  ["Regulation 213-QĐ/TW", ["Quy định 213-QĐ/TW"], "English kind and Vietnamese number"],
  ["213-QD/TW", ["QĐ? 213-QĐ/TW"], "the number in English typing"],
  ["Regulation No. 213-QD/TW", ["Quy định 213-QĐ/TW"], "No."],
  ["Regulation No 213", ["Quy định 213"], "No without a stop"],
  ["Regulation number 213", ["Quy định 213"], "number"],
  ["Regulation #213", ["Quy định 213"], "#"],
  ["Conclusion No. 28", ["Kết luận 28"], "Conclusion"],
  ["Resolution No. 18-NQ/TW", ["Nghị quyết 18-NQ/TW"], "Resolution"],
  ["Directive 05", ["Chỉ thị 5"], "Directive"],
  ["Guidance 33-HD/BTCTW", ["Hướng dẫn 33-HD/BTCTW"], "Guidance"],
  ["Guidelines 33", ["Hướng dẫn 33"], "Guidelines"],
  ["Official Letter No. 398", ["Công văn 398"], "two words"],
  ["What does QĐ 213 require?", ["QĐ? 213"], "mixed"],
  ["resolutions 18 and 19", ["Nghị quyết 18", "Nghị quyết 19"], "plural and list"],
  // of the state
  ["16/2020/NĐ-CP", ["Nghị định 16/2020/NĐ-CP"], "number, year, kind and issuer"],
  ["Nghị định số 30/2020/NĐ-CP", ["Nghị định 30/2020/NĐ-CP"], "in full"],
  ["Decree 30/2020/ND-CP", ["Nghị định 30/2020/NĐ-CP"], "in English"],
  ["nghi dinh 30/2020/nd-cp", ["Nghị định 30/2020/NĐ-CP"], "without diacritics"],
  ["Thông tư 5/2019/TT-BNV", ["Thông tư 05/2019/TT-BNV"], "Thông tư is not Thông tri"],
  ["10/2019/TT-BNV", ["Thông tư 10/2019/TT-BNV"], "TT of the state is Thông tư"],
  ["16/CT-TTg", ["Chỉ thị 16/CT-TTg"], "without a year"],
  ["16/ct-ttg", ["Chỉ thị 16/CT-TTg"], "in small letters"],
  ["Quyết định 899/QĐ-TTg", ["Quyết định 899/QĐ-TTg"], "a decision"],
  ["60/QĐ-UBND", ["Quyết định 60/QĐ-UBND"], "the state has no Quy định numbered QĐ"],
  ["764/HD-BTL", ["Hướng dẫn 764/HD-BTL"], "an army office, in the order of the state"],
  ["Nghị định 30/2020", ["Nghị định 30"], "year without kind and issuer"],
  ["Nghị quyết 76/2025/UBTVQH15", [], "a form without the kind is not read yet"],
  // several
  ["Nghị quyết 18 và 19", ["Nghị quyết 18", "Nghị quyết 19"], "a list of two"],
  ["số 920 và 1011-CTr/TƯ", ["Chương trình 920-CTr/TƯ", "Chương trình 1011-CTr/TƯ"], "one symbol for both"],
  ["Quy định 680, 681 và 682-QĐ/TU", ["680", "681", "682"].map((n) => `Quy định ${n}-QĐ/TU`), "a list of three"],
  ["Nghị quyết số 18-NQ/TW và 19-NQ/TW", ["Nghị quyết 18-NQ/TW", "Nghị quyết 19-NQ/TW"], "one kind, two numbers"],
  ["Quy định 58-QĐ/TW và Hướng dẫn 12-HD/BTCTW", ["Quy định 58-QĐ/TW", "Hướng dẫn 12-HD/BTCTW"], "two kinds"],
  ["QĐ 213 hay 76 còn hiệu lực?", ["QĐ? 213", "QĐ? 76"], "either of two"],
  ["Nghị quyết 18, 5 năm qua", ["Nghị quyết 18"], "what follows counts years"],
  ["năm 2020, 213-QĐ/TW", ["QĐ? 213-QĐ/TW"], "a year before a number is no list"],
  ["khoản 2, 213-QĐ/TW", ["QĐ? 213-QĐ/TW"], "a clause before a number is no list"],
  ["Điều 3 - QĐ 213", ["QĐ? 213"], "the symbol belongs to what follows"],
];

const unwritten: readonly (readonly [text: string, reason: string])[] = [
  ["ngày 16/4/2020", "a date"],
  ["ngày 02 tháng 01 năm 2020", "a date in words"],
  ["28-12-2010", "a date with dashes"],
  ["năm 2020", "a year"],
  ["Kế hoạch 2024", "a plan is called by its year"],
  ["báo cáo 2023", "a report is called by its year"],
  ["Kế hoạch 2021-2025", "years from and to"],
  ["giai đoạn 2021-2025", "a period"],
  ["kế hoạch 2021 – 2025", "a period with spaces"],
  ["kế hoạch 5 năm", "a plan for five years"],
  ["ke hoach 5 nam", "the same without diacritics"],
  ["the plan 5 years later", "the same in English"],
  ["báo cáo 6 tháng đầu năm", "a report on six months"],
  ["quy định 3 lần", "it says how often"],
  ["quy định 19 điều đảng viên không được làm", "it counts articles"],
  ["kết luận 5 nội dung", "it counts matters: party documents have 05"],
  ["có 5 nhóm nhiệm vụ", "a count"],
  ["hướng dẫn 12 người", "it counts people"],
  ["chương trình 10 triệu đồng", "money"],
  ["kế hoạch 95%", "a percentage"],
  ["kế hoạch 95 %", "a percentage with a space"],
  ["kế hoạch 12,5", "a decimal"],
  ["kế hoạch 1.250 tỷ", "a thousand"],
  ["quy định 3.1", "a paragraph number"],
  ["Kế hoạch\n1. Mục tiêu", "a heading above a numbered paragraph"],
  ["Chương trình: 1) Khai mạc", "an agenda"],
  ["theo quy định\n\n12 đơn vị", "another paragraph"],
  ["điện thoại: 0243 8234567", "a telephone number"],
  ["công văn 0912345678", "more digits than a number has"],
  ["số 1900 6192", "a telephone number with số"],
  ["Điều 5", "an article"],
  ["khoản 2 Điều 5", "a clause of an article"],
  ["khóa XIII", "a term"],
  ["quý I-2022", "a quarter"],
  ["Chương II", "a chapter"],
  ["đảng viên 213", "those whom a regulation concerns, not the regulation"],
  ["4263", "a number alone"],
  ["số 10 Nguyễn Cảnh Chân", "a street number"],
  ["HĐ 33", "HĐ is not HD"],
  ["33-HĐ/BTCTW", "HĐ is not HD, in full"],
  ["da 5 năm", "DA is not ĐA"],
  ["da 3 thang", "đã, typed without diacritics"],
  ["dang vien da 30 tuoi", "đã before a number"],
  ["Nghị quyết Trung ương 4 khóa XII", "a plenum has no number in the series"],
  ["Nghị quyết Đại hội XIII", "a congress"],
  ["Covid-19", "a name with a number"],
  ["TCVN ISO 9001", "a standard"],
  ["Nghị quyết 30a", "a letter is part of that number"],
  ["kế hoạch 5G", "a technology"],
  ["Kế hoạch 10/2024", "a month"],
  ["Luật số 117/2025/QH15", "a law has no symbol"],
  ["", "nothing"],
];

describe("findReferences finds", () => {
  it.each(written)("%j → %j: %s", (text, expected) => {
    expect(named(text)).toEqual(expected);
  });
});

describe("findReferences passes over", () => {
  it.each(unwritten)("%j: %s", (text) => {
    expect(named(text)).toEqual([]);
  });
});

describe("a found reference", () => {
  it("spans kind and number, not what follows", () => {
    const text = "Theo Quy định số 213-QĐ/TW, ngày 02/01/2020.";
    expect(findReferences(text).map(({ span }) => text.slice(span.start, span.end))).toEqual(["Quy định số 213-QĐ/TW"]);
  });

  it("does not span what is counted behind a list", () => {
    const text = "Nghị quyết 18, 5 năm qua";
    expect(findReferences(text).map(({ span }) => text.slice(span.start, span.end))).toEqual(["Nghị quyết 18"]);
  });

  it("shares its span with the others of its list", () => {
    const spans = findReferences("Nghị quyết 18 và 19").map(({ span }) => span);
    expect(spans).toEqual([
      { start: 0, end: 19 },
      { start: 0, end: 19 },
    ]);
  });

  it.each<[text: string, expected: string | null, reason: string]>([
    ["213-QĐ/TW, ngày 02/01/2020", "2020-01-02", "as the rules print it"],
    ["213-QĐ/TW ngày 2/1/2020", "2020-01-02", "without zeros and comma"],
    ["213-QĐ/TW ngày 02-01-2020", "2020-01-02", "with dashes"],
    ["213-QĐ/TW ngày 02.01.2020", "2020-01-02", "with stops"],
    ["213-QĐ/TW (ngày 02/01/2020)", "2020-01-02", "in brackets"],
    ["213-QĐ/TW ngày 02 tháng 01 năm 2020", "2020-01-02", "in words"],
    ["213-QĐ/TW dated 02/01/2020", "2020-01-02", "in English"],
    ["213-QĐ/TW của Bộ Chính trị ngày 02/01/2020", "2020-01-02", "behind the issuer"],
    ["213-QĐ/TW của Bộ Chính trị khóa XII, ngày 02/01/2020", "2020-01-02", "behind issuer and term"],
    ["213-QĐ/TW, 02/01/2020", "2020-01-02", "without the word"],
    ["qd 213-qd/tw ngay 2/1/2020", "2020-01-02", "without diacritics"],
    ["213-QĐ/TW ngày 31/02/2020", null, "no such day"],
    ["213-QĐ/TW ngày 02/01/20201", null, "no such year"],
    ["213-QĐ/TW năm 2020", null, "a year alone is no date"],
    ["213-QĐ/TW. Ngày 02/01/2020 họp", null, "another sentence"],
    ["213-QĐ/TW", null, "nothing"],
  ])("%s is of %s: %s", (text, expected) => {
    expect(findReferences(text)[0]?.reference.issuedOn).toBe(expected);
  });

  it.each<[text: string, expected: string | null, reason: string]>([
    ["213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị", "Bộ Chính trị", "behind the date"],
    ["213-QĐ/TW của Bộ Chính trị về trách nhiệm", "Bộ Chính trị", "before the title"],
    ["96-QĐ/TW của Ban Bí thư", "Ban Bí thư", "the Secretariat"],
    ["18-NQ/TW của Ban Chấp hành Trung ương Đảng", "Ban Chấp hành Trung ương Đảng", "the Central Committee"],
    ["33-HD/BTCTW của Ban Tổ chức Trung ương", "Ban Tổ chức Trung ương", "a commission"],
    ["680-QĐ/TU của Tỉnh ủy Hà Tĩnh", "Tỉnh ủy Hà Tĩnh", "a province"],
    ["680-QĐ/TU của Tỉnh uỷ Hà Tĩnh", "Tỉnh uỷ Hà Tĩnh", "a province, newer tone placement, as printed"],
    ["680-QĐ/TU của Ban Thường vụ Tỉnh ủy", "Ban Thường vụ Tỉnh ủy", "a standing committee"],
    ["02-NQ/ĐUK của Ban Thường vụ Đảng ủy Khối", "Ban Thường vụ Đảng ủy Khối", "a bloc"],
    ["213-QĐ/TW do Bộ Chính trị ban hành", "Bộ Chính trị", "do"],
    ["16/2020/NĐ-CP của Chính phủ", "Chính phủ", "the government"],
    ["213-QĐ/TW của đảng viên", null, "no issuer"],
    ["213-QĐ/TW. Bộ Chính trị họp", null, "another sentence"],
  ])("%s is by %s: %s", (text, expected) => {
    expect(findReferences(text)[0]?.reference.issuer).toBe(expected);
  });

  it.each<[text: string, expected: string | null, reason: string]>([
    ["Quy định 680-QĐ/TU về phân cấp quản lý cán bộ.", "về phân cấp quản lý cán bộ", "up to the stop"],
    [
      "213-QĐ/TW ngày 02/01/2020 của Bộ Chính trị về trách nhiệm của đảng viên; và",
      "về trách nhiệm của đảng viên",
      "behind date and issuer",
    ],
    ["124-QĐ/TW “về kiểm điểm, đánh giá; xếp loại”", "về kiểm điểm, đánh giá; xếp loại", "in quotation marks, whole"],
    ['61-QĐ/TW, "Về quy chế làm việc"', "Về quy chế làm việc", "in straight quotation marks"],
    [
      "58-QĐ/TW về một số vấn đề bảo vệ chính trị nội bộ, quy định 60",
      "về một số vấn đề bảo vệ chính trị nội bộ",
      "up to the next document",
    ],
    [
      "18-NQ/TW về tinh gọn tổ chức bộ máy gắn với tinh giản biên chế",
      "về tinh gọn tổ chức bộ máy",
      "up to where the sentence goes on",
    ],
    ["213-QĐ/TW có hiệu lực", null, "no title"],
    ["213-QĐ/TW về", null, "no words behind về"],
  ])("%s is titled %s: %s", (text, expected) => {
    expect(findReferences(text)[0]?.reference.title).toBe(expected);
  });
});

describe("whatever the text", () => {
  const piece = fc.constantFrom(
    ..."Quy định|quy dinh|QĐ|qd|Kết luận|NQ|số|so|:|-|–|/|.|,| |\n|213|05|2020|1011|TW|TƯ|T.Ư|QĐ/TW|và|and|năm|ngày|02/01/2020|của|Bộ Chính trị|về|“|”|No.|đ|Ð|😀|%".split(
      "|",
    ),
  );
  const likely = fc.array(fc.oneof(piece, fc.string({ unit: "binary", maxLength: 3 })), { maxLength: 30 });
  const texts = likely.chain((pieces) => fc.constantFrom(pieces.join(""), pieces.join(" "))).map(normalise);

  it("spans lie in the text, in order, and hold the digits of the serial", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const found = findReferences(text);
        for (const [at, { reference, span }] of found.entries()) {
          const before = found[at - 1]?.span ?? { start: 0, end: 0 };
          expect(span.start === before.start ? span.end : span.start).toBeGreaterThanOrEqual(before.end);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(text.slice(span.start, span.end)).toMatch(new RegExp(`(?<!\\d)0*${reference.serial}(?!\\d)`));
        }
      }),
      { numRuns: 500 },
    );
  });

  it("a number that is read is found again in its canonical spelling", () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { reference } of findReferences(text)) {
          if (reference.number) expect(findReferences(reference.number)[0]?.reference.number).toBe(reference.number);
        }
      }),
      { numRuns: 500 },
    );
  });

  const hostile: readonly (readonly [what: string, text: string])[] = [
    ["spaces behind a kind", `quy định${" ".repeat(100_000)}x`],
    ["spaces behind số", `số${" ".repeat(100_000)}x`],
    ["spaces in a kind", `quy${" ".repeat(100_000)}định 213`],
    ["spaces behind a number", `quy định 213${" ".repeat(100_000)}x`],
    ["spaces in the tail", `213-${" ".repeat(100_000)}QĐ/TW`],
    ["line ends behind a kind", `quy định${"\n".repeat(100_000)}`],
    ["kinds without a number", "quy định ".repeat(11_000)],
    ["số without a number", "số ".repeat(33_000)],
    ["numbers alone", "213 ".repeat(25_000)],
    ["digits", "2".repeat(100_000)],
    ["a list", "1, ".repeat(33_000)],
    ["a list that ends badly", `quy định ${"1, ".repeat(33_000)}1a`],
    ["a list with its symbol", `quy định ${"1 và ".repeat(20_000)}1-QĐ/TW`],
    ["dashes", `213${"-".repeat(100_000)}`],
    ["dashes and spaces", `213${" - ".repeat(33_000)}`],
    ["tails without a number", "-QĐ/TW".repeat(16_000)],
    ["dates", "213-QĐ/TW, ngày ".repeat(6_000)],
    ["titles", `213-QĐ/TW về ${"a ".repeat(50_000)}`],
    ["titles again and again", "213-QĐ/TW về công tác, ".repeat(4_000)],
    ["one letter", "q".repeat(100_000)],
    ["marks", "\u0301".repeat(100_000)],
  ];

  it.each(hostile)("ends soon on 100 kB of %s", (_what, text) => {
    expect(findReferences(normalise(text))).toBeInstanceOf(Array);
  });
});
