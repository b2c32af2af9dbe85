import fc from "fast-check";
import { expect, it } from "vitest";
import { sentences } from "../../src/core/sentences.ts";
import { vietnameseText } from "../fakes/vietnamese-text.ts";

const read = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end));

it.each<[string, string, string[]]>([
  ["two sentences", "Chi bộ họp. Đảng viên dự.", ["Chi bộ họp.", "Đảng viên dự."]],
  ["abbreviation with stops inside", "Ở T.Ư Đảng có 5 ban. Hết.", ["Ở T.Ư Đảng có 5 ban.", "Hết."]],
  ["T.Ư may end a sentence", "Theo T.Ư. Các ban làm.", ["Theo T.Ư.", "Các ban làm."]],
  ["stop between digits", "Kết nạp 9.818 người. Xong.", ["Kết nạp 9.818 người.", "Xong."]],
  ["v.v. in a sentence goes on in lower case", "Sổ, bút v.v. và giấy.", ["Sổ, bút v.v. và giấy."]],
  ["v.v. at the end", "Sổ, bút v.v. Giấy để sau.", ["Sổ, bút v.v.", "Giấy để sau."]],
  ["abbreviated city", "Họp tại TP. Vinh hôm qua.", ["Họp tại TP. Vinh hôm qua."]],
  ["abbreviated comrade", "Gặp đ/c. Lan nhé.", ["Gặp đ/c. Lan nhé."]],
  ["initials of a name", "C. Mác và V.I. Lênin viết.", ["C. Mác và V.I. Lênin viết."]],
  ["a numeral that names a congress", "Đại hội X. Ban họp.", ["Đại hội X.", "Ban họp."]],
  ["longer numerals", "Khóa XIII. Ban họp.", ["Khóa XIII.", "Ban họp."]],
  ["spaced date", "Ngày 02. 01. 2020 họp.", ["Ngày 02. 01. 2020 họp."]],
  ["year at the end", "Năm 2023. Ban họp.", ["Năm 2023.", "Ban họp."]],
  ["old closing sign", "Làm tốt./. Nơi nhận", ["Làm tốt./.", "Nơi nhận"]],
  ["quotation marks belong to the sentence", "Nói: “Tốt.” Rồi đi.", ["Nói: “Tốt.”", "Rồi đi."]],
  ["a stop inside a short quotation", "Câu “Làm đi. Làm ngay” hay.", ["Câu “Làm đi. Làm ngay” hay."]],
  ["a stop inside brackets", "Xong (x. Phụ lục. Bảng 2) rồi.", ["Xong (x. Phụ lục. Bảng 2) rồi."]],
  ["dots that trail off", "Làm... rồi nghỉ... Sau đó về.", ["Làm... rồi nghỉ...", "Sau đó về."]],
  ["a number that opens a line is no sentence", "1. Làm tốt. Nghỉ.", ["1. Làm tốt.", "Nghỉ."]],
  ["nor is the name of a Điều", "Điều 5. Nhiệm vụ của chi bộ", ["Điều 5. Nhiệm vụ của chi bộ"]],
  ["list items end with their line", "Gồm:\n- một;\n- hai", ["Gồm:", "- một;", "- hai"]],
  ["lettered items too, even in lower case", "Gồm\na) một\nb) hai", ["Gồm", "a) một", "b) hai"]],
  ["a wrapped line goes on in lower case", "Chi bộ\nhọp tối.", ["Chi bộ\nhọp tối."]],
  ["a blank line always ends", "Chi bộ\n\nhọp tối.", ["Chi bộ", "họp tối."]],
  ["table rows stay apart", "số | tên\nmột | hai", ["số | tên", "một | hai"]],
  ["footnote marks stay with their sentence", "Đã rõ.[2] Tiếp.", ["Đã rõ.[2]", "Tiếp."]],
  ["nothing", " \n ", []],
])("%s", (_, text, expected) => expect(read(text)).toEqual(expected));

it("reads a part of the text with offsets of the whole", () => {
  expect(sentences("Một. Hai. Ba.", 5, 9)).toEqual([{ start: 5, end: 9 }]);
});

it("puts every character that is not white space into exactly one trimmed sentence, in order", () => {
  fc.assert(
    fc.property(vietnameseText, (text) => {
      const parts = read(text);
      expect(parts.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      expect(parts.every((part) => part.trim() === part && part !== "")).toBe(true);
    }),
  );
});
