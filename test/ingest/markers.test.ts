import { expect, it } from "vitest";
import { follows, markerOf } from "../../ingest/markers.ts";

it.each([
  ["Điều 5. Trách nhiệm", "article", "Điều 5"],
  ["Điều 5", "article", "Điều 5"],
  ["ĐIỀU 6: Nhiệm vụ", "article", "Điều 6"],
  ["Chương II", "chapter", "Chương II"],
  ["CHƯƠNG II QUY ĐỊNH CHUNG", "chapter", "Chương II"],
  ["Phần thứ nhất", "part", "Phần thứ nhất"],
  ["PHẦN THỨ HAI: KẾT QUẢ", "part", "Phần thứ hai"],
  ["Mục 1. Quy định chung", "section", "Mục 1"],
  ["PHỤ LỤC I", "appendix", "Phụ lục I"],
  ["I- ĐÁNH GIÁ CHUNG", "roman", "I"],
  ["VIII. Tổ chức thực hiện", "roman", "VIII"],
  ["A. KẾT QUẢ ĐẠT ĐƯỢC", "letter-part", "A"],
  ["1. Chi bộ họp", "number", "1"],
  ["1- Điều 1 (Khoản 2): giải thích", "number", "1"],
  ["2-Đảng viên", "number", "2"],
  ["1.1. Chi bộ", "decimal", "1.1"],
  ["9.3.2- Hồ sơ", "decimal", "9.3.2"],
  ["a) Làm tốt", "point", "điểm a"],
  ["đ) Làm tốt", "point", "điểm đ"],
  ["Thứ nhất, làm tốt", "ordinal", "Thứ nhất"],
  ["Mười một là, làm tốt", "count", "Mười một là"],
  ["- Làm tốt", "bullet", null],
  ["• Làm tốt", "bullet", null],
  ["+ Làm tốt", "plus", null],
  ["Điều 5a. Trách nhiệm", "article", "Điều 5a"],
  ["Điều 5.", "article", "Điều 5"],
  ["Điều 5- Trách nhiệm", "article", "Điều 5"],
  ["Tiểu mục 2. Hồ sơ", "subsection", "Tiểu mục 2"],
  ["PHẦN II", "part", "Phần II"],
  ["PHỤ LỤC", "appendix", "Phụ lục"],
  ["Phụ lục số 02", "appendix", "Phụ lục số 02"],
  ["Mẫu 1: Đơn xin", "form", "Mẫu 1"],
  ["MẪU SỐ 01", "form", "Mẫu số 01"],
  ["Mẫu 3-KNĐ. Lý lịch", "form", "Mẫu 3-KNĐ"],
  ["I – ĐÁNH GIÁ", "roman", "I"],
  ["IV/ Tổ chức thực hiện", "roman", "IV"],
  ["1) Chi bộ họp", "number", "1"],
  ["1/ Chi bộ họp", "number", "1"],
  ["1a. Chi bộ họp", "number", "1a"],
  ["3.Chi bộ họp", "number", "3"],
  ["1.1 Chi bộ", "decimal", "1.1"],
  ["1.1.1- Chi bộ", "decimal", "1.1.1"],
  ["a. Làm tốt", "point", "điểm a"],
  ["f) Làm tốt", "point", "điểm f"],
  ["b- Làm tốt", "point", "điểm b"],
  ["b/ Làm tốt", "point", "điểm b"],
  ["(1) Làm tốt", "bracket", "(1)"],
  ["(đ) Làm tốt", "bracket-letter", "(đ)"],
  ["(iv) làm tốt", "bracket-roman", "(iv)"],
  ["* Khoản 11", "clause", "khoản 11"],
  ["– Làm tốt", "bullet", null],
])("reads %s", (line, type, label) => expect(markerOf(line)).toMatchObject({ type, label }));

it.each([
  ["Điều 5 của Quy định này", "a reference in running text"],
  ["Điều 5, Điều 6 và khoản 2", "a list of references"],
  ["Điều 5-7 quy định", "a range of references"],
  ["Điều 5 – Điều 7 quy định", "a range of references"],
  ["Điều 5.1 quy định", "a number of another form"],
  ["Điều 12 Quy định số 30-QĐ/TW", "a reference to another text"],
  ["Khoản 2 Điều 4 Điều lệ Đảng quy định", "a reference in running text"],
  ["điểm a khoản 2 nêu trên", "a reference in running text"],
  ["PHẦN VIỆC CỦA CHI BỘ", "another word"],
  ["MỤC LỤC", "another word"],
  ["Mẫu 1 kèm theo Hướng dẫn này", "a reference in running text"],
  ["Chương II nêu rõ việc này", "a reference in running text"],
  ["Phụ lục kèm theo quy định này", "a reference in running text"],
  ["Mục tiêu là làm tốt", "another word"],
  ["9.818 đảng viên", "a figure"],
  ["2023. Ban họp", "a year"],
  ["28-12-2010", "a date"],
  ["02.01.2020 họp", "a date"],
  ["5-7 ngày", "a range"],
  ["II-2022 là quý", "a quarter"],
  ["V.I. Lênin viết", "a name"],
  ["C. Mác viết", "a name"],
  ["Thứ Ba, 03/12/2019", "a weekday"],
  ["Thứ hai, ngày 3", "a weekday"],
  ["Hai là số chẵn", "a sentence"],
])("does not read %s: %s", (line) => expect(markerOf(line)).toBeUndefined());

it("orders the letters of điểm as Vietnamese does, and numerals by value", () => {
  const ordinals = ["c) x", "d) x", "đ) x", "e) x"].map((line) => markerOf(line)?.ordinal ?? -1);
  expect(ordinals).toEqual([...ordinals].sort((one, other) => one - other));
  expect(["IV. X", "IX- X", "XIV. X"].map((line) => markerOf(line)?.ordinal)).toEqual([4, 9, 14]);
  expect(["Phần thứ hai", "Phần II", "Chương 3", "Điều 4."].map((line) => markerOf(line)?.ordinal)).toEqual([
    2, 2, 3, 4,
  ]);
});

it.each([
  ["d) x", "đ) y", true],
  ["d) x", "e) y", true],
  ["e) x", "g) y", true],
  ["e) x", "f) y", true],
  ["c) x", "e) y", false],
  ["b) x", "a) y", false],
  ["4. x", "5. y", true],
  ["4. x", "4a. y", true],
  ["4a. x", "5. y", true],
  ["4. x", "6. y", false],
  ["Điều 4. X", "Điều 4a. Y", true],
  ["1.9. X", "1.10. Y", true],
  ["1.1. X", "1.2.1. Y", false],
  ["1. x", "2.1. y", false],
])("knows whether the series goes on from %j to %j", (one, other, goesOn) => {
  const [before, marker] = [markerOf(one), markerOf(other)];
  expect(before && marker && follows(before, marker)).toBe(goesOn);
});
