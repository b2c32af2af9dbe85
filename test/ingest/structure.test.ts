import fc from "fast-check";
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

it.each([
  ["in straight quotes", '"Điều 9. Cũ', '1. Câu trích."'],
  ["behind a colon", "Điểm a khoản 1 Điều 9 nêu: “a) Họp;", "b) Ghi sổ.”"],
  ["with every paragraph opened anew", "“Điều 9. Cũ", "“1. Câu trích.”"],
])("leaves what is quoted %s in its item", (_, first, last) => {
  const text = ["Điều 1. Họp", "1. Sửa như sau:", first, last, "2. Nghỉ."];
  expect(paths(text).map((line) => line.split(" | ")[0])).toEqual([
    "Điều 1",
    "Điều 1 › khoản 1",
    "Điều 1 › khoản 1",
    "Điều 1 › khoản 1",
    "Điều 1 › khoản 2",
  ]);
});

it("takes a quotation that is never closed for a slip", () => {
  expect(paths(["Điều 1. Họp", "“Họp đều.", "Điều 2. Nghỉ"]).at(-1)).toBe("Điều 2 | Điều 2. Nghỉ");
});

it.each([
  ["a step back", ["Điều 1. Một", "Điều 2. Hai", "Điều 3. Ba", "Điều 1. Trích"], "Điều 3 › về Điều 1"],
  ["a leap that is taken back", ["Điều 1. Một", "Điều 9. Trích", "Điều 2. Hai", "Điều 3. Ba"], "Điều 1 › về Điều 9"],
])("takes %s for another text's article", (_, lines, path) => {
  const found = paths(lines);
  expect(found.find((line) => line.endsWith("Trích"))?.split(" | ")[0]).toBe(path);
  expect(found.filter((line) => /^Điều \d \|/.test(line))).toHaveLength(3);
});

it("takes a second beginning for a text of its own, and its title for its name", () => {
  const issued = ["Điều 1. Ban hành.", "Điều 2. Hiệu lực."];
  const own = ["Điều 1. Phạm vi", "Điều 2. Đối tượng", "Điều 3. Họp"];
  expect(paths([...issued, "Quy chế làm việc của Đảng ủy", ...own]).slice(2)).toEqual([
    "Quy chế | Quy chế làm việc của Đảng ủy",
    ...own.map((line) => `Quy chế › ${line.slice(0, 6)} | ${line}`),
  ]);
  expect(paths([...issued, ...own]).at(-1)).toBe("Điều 3 | Điều 3. Họp");
});

it("reads articles that lost their full stop where their series says so", () => {
  const lines = ["Điều 1 Phạm vi", "Họp.", "Điều 2 Đối tượng", "Điều 7 Quy chế này nêu rõ", "Điều 3. Họp"];
  expect(paths(lines).map((line) => line.split(" | ")[0])).toEqual(["Điều 1", "Điều 1", "Điều 2", "Điều 2", "Điều 3"]);
});

it("takes a number out of its series for the end of the sentence that breaks off above it", () => {
  const broken = "1. Chi bộ họp mỗi tháng một lần vào ngày đã được đảng ủy ấn định";
  expect(paths(["Điều 1. Họp", broken, "15. Ngày đó được ghi sổ.", "2. Nghỉ."]).slice(1)).toEqual([
    `Điều 1 › khoản 1 | ${broken}\n15. Ngày đó được ghi sổ.`,
    "Điều 1 › khoản 2 | 2. Nghỉ.",
  ]);
  expect(paths(["1. Họp.", "V. Lênin viết về việc họp.", "2. Nghỉ."])[1]).toBe("1 | V. Lênin viết về việc họp.");
});

it("takes the numbers in a table for no khoản", () => {
  expect(paths(["Điều 1. Lịch", "1. | Chi bộ A | Sáng", "2. | Chi bộ B | Chiều"]).at(-1)).toBe(
    "Điều 1 | 2. | Chi bộ B | Chiều",
  );
});

it("loses no word of any lines, keeps their order, and gives the same paths again", () => {
  const starts =
    'Điều 1. |Điều 2. |Điều 5|Điều 3 Họp|Chương I|Chương II. |Phần thứ nhất|Mục 1. |I- H|II. H|A- KẾT QUẢ CHUNG|1. |2. |1.1. |1a. |a) |đ) |(1) |(i) |- |+ |Thứ nhất, |Một là, |QUY CHẾ|PHỤ LỤC I|Mẫu 1: |Nơi nhận:|T/M BAN BÍ THƯ|“|"|* Khoản 2|Khoản 2 Điều 4 |.... 12| | | | | '.split(
      "|",
    );
  const ends = ["", "họp", "họp.", "họp:", "quy định tại", "Họp của", "” họp.”", "của Quy chế này kèm theo"];
  const line = fc
    .tuple(fc.constantFrom(...starts), fc.oneof(fc.constantFrom(...ends), fc.string(), fc.string({ minLength: 45 })))
    .map((parts) => parts.join(""));
  const texts = fc
    .array(line, { maxLength: 40 })
    .chain((lines) => fc.constantFrom("\n", "\n\n", "\n \n").map((end) => lines.join(end)));
  fc.assert(
    fc.property(texts, fc.array(fc.nat(200), { maxLength: 4 }), (text, places) => {
      const headings = headingsAt(text, places);
      const blocks = structure(text, headings);
      let end = 0;
      for (const { span, path } of blocks) {
        expect(span.start).toBeGreaterThanOrEqual(end);
        expect(text.slice(end, span.start).trim()).toBe("");
        expect(text.slice(span.start, span.end).trim()).not.toBe("");
        expect(path.every((name) => name.trim() === name && name !== "")).toBe(true);
        end = span.end;
      }
      expect(text.slice(end).trim()).toBe("");
      expect(structure(text, headings)).toEqual(blocks);
    }),
    { numRuns: 300 },
  );
});

/** Whole lines as headings, in order. */
function headingsAt(text: string, places: readonly number[]) {
  const lines = Array.from(text.matchAll(/[^\n]*\S[^\n]*/g), ({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }));
  const chosen = [...new Set(places)].sort((one, other) => one - other);
  return chosen.flatMap((place, at) => {
    const span = lines[place];
    return span ? [{ span, level: (at % 3) + 1 }] : [];
  });
}
