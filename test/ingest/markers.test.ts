import { expect, it } from "vitest";
import { markerOf } from "../../ingest/markers.ts";

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
])("reads %s", (line, type, label) => expect(markerOf(line)).toMatchObject({ type, label }));

it.each([
  ["Điều 5 của Quy định này", "a reference in running text"],
  ["Điều 5, Điều 6 và khoản 2", "a list of references"],
  ["Điều 5-7 quy định", "a range of references"],
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
});
