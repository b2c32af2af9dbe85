import { expect, it } from "vitest";
import { structure } from "../../ingest/structure.ts";

const paths = (lines: readonly string[], headings: readonly [string, number][] = []) => {
  const text = lines.join("\n");
  const spans = headings.map(([words, level]) => {
    const start = text.indexOf(words);
    return { span: { start, end: start + words.length }, level };
  });
  return structure(text, spans).map(({ span, path }) => `${path.join(" › ")} | ${text.slice(span.start, span.end)}`);
};

it("nests Chương, Điều, khoản and điểm", () => {
  expect(
    paths([
      "Chương II",
      "HỌP",
      "Điều 5. Giờ họp",
      "1. Chi bộ:",
      "a) họp sáng;",
      "b) họp chiều.",
      "2. Tổ họp tối.",
      "Điều 6. Nghỉ",
    ]),
  ).toEqual([
    "Chương II | Chương II",
    "Chương II | HỌP",
    "Chương II › Điều 5 | Điều 5. Giờ họp",
    "Chương II › Điều 5 › khoản 1 | 1. Chi bộ:",
    "Chương II › Điều 5 › khoản 1 › điểm a | a) họp sáng;",
    "Chương II › Điều 5 › khoản 1 › điểm b | b) họp chiều.",
    "Chương II › Điều 5 › khoản 2 | 2. Tổ họp tối.",
    "Chương II › Điều 6 | Điều 6. Nghỉ",
  ]);
});

it("names numbers outside a Điều as they stand, and the Điều that they speak of is no heading", () => {
  expect(paths(["1- Điều 1 (khoản 2): sổ sách.", "1.1. Sổ họp.", "2- Điều 3: thẻ."])).toEqual([
    "1 | 1- Điều 1 (khoản 2): sổ sách.",
    "1 › 1.1 | 1.1. Sổ họp.",
    "2 | 2- Điều 3: thẻ.",
  ]);
});

it("leaves quoted articles of another text where they are quoted", () => {
  expect(paths(["Điều 2. Sửa khoản 1 như sau:", "“Điều 9. Cũ", "1. Câu trích.”", "Điều 3. Hiệu lực"])).toEqual([
    "Điều 2 | Điều 2. Sửa khoản 1 như sau:",
    "Điều 2 | “Điều 9. Cũ",
    "Điều 2 | 1. Câu trích.”",
    "Điều 3 | Điều 3. Hiệu lực",
  ]);
});

it("begins again inside an attached text", () => {
  expect(paths(["QUYẾT ĐỊNH", "Điều 1. Ban hành.", "QUY CHẾ", "Làm việc", "Điều 1. Phạm vi."])).toEqual([
    " | QUYẾT ĐỊNH",
    "Điều 1 | Điều 1. Ban hành.",
    "Quy chế | QUY CHẾ",
    "Quy chế | Làm việc",
    "Quy chế › Điều 1 | Điều 1. Phạm vi.",
  ]);
});

it("lets a paragraph behind a series end it, where items had no paragraphs of their own", () => {
  expect(
    paths(["Kết quả:", "Thứ nhất, họp đều.", "Thứ hai, ghi sổ.", "Tuy vậy còn thiếu.", "Sắp tới:", "Một là, họp."]),
  ).toEqual([
    " | Kết quả:",
    "Thứ nhất | Thứ nhất, họp đều.",
    "Thứ hai | Thứ hai, ghi sổ.",
    " | Tuy vậy còn thiếu.",
    " | Sắp tới:",
    "Một là | Một là, họp.",
  ]);
});

it("keeps a second paragraph with its item, with the last one too where others had one", () => {
  expect(paths(["1. Họp đều.", "Họp ở nhà.", "2. Ghi sổ.", "Sổ xanh.", "Hết."])).toEqual([
    "1 | 1. Họp đều.",
    "1 | Họp ở nhà.",
    "2 | 2. Ghi sổ.",
    "2 | Sổ xanh.",
    " | Hết.",
  ]);
});

it("nests mark-up headings by level, without the document's own title", () => {
  const lines = ["Sổ tay", "Mở đầu.", "Họp", "Giờ", "Tám giờ.", "Điều 4. Nghỉ", "Chủ nhật."];
  const headings: [string, number][] = [
    ["Sổ tay", 1],
    ["Họp", 2],
    ["Giờ", 3],
    ["Điều 4. Nghỉ", 2],
  ];
  expect(paths(lines, headings)).toEqual([
    " | Sổ tay",
    " | Mở đầu.",
    "Họp | Họp",
    "Họp › Giờ | Giờ",
    "Họp › Giờ | Tám giờ.",
    "Điều 4 | Điều 4. Nghỉ",
    "Điều 4 | Chủ nhật.",
  ]);
});

it("cuts the name of a very long heading at 120 characters", () => {
  const heading = "Họp ".repeat(40).trim();
  const [, block] = structure(`Sổ\n${heading}\nHọp đều.`, [{ span: { start: 3, end: 3 + heading.length }, level: 2 }]);
  expect(block?.path[0]).toHaveLength(119);
});

it("does not take a line of a file with hard line breaks for a Điều", () => {
  const wrapped = Array.from(
    { length: 8 },
    (_, at) => `Chi bộ thứ ${at} họp đều đặn hằng tháng theo lịch đã\nđịnh sẵn từ đầu năm.`,
  );
  const text = [...wrapped, "Việc này chi bộ làm theo đúng quy định đã nêu rõ tại", "Điều 5. Sau đó chi bộ ghi sổ."];
  expect(paths(text).at(-1)).toBe(` | ${text.slice(-2).join("\n")}`);
});
