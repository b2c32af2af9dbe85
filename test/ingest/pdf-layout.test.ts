import fc from "fast-check";
import { expect, it } from "vitest";
import { readPdf } from "../../ingest/pdf.ts";
import { LETTER, linesDown, type PrintedPage, type PrintedWords, pdfOf } from "../fakes/pdf-files.ts";

it("reads the two blocks of a head one after the other, line by line", async () => {
  const left = at(90, 780, ["TỈNH ỦY HẢI VÂN", "*", "Số 213-QĐ/TU"]);
  const right = at(330, 776, ["ĐẢNG CỘNG SẢN VIỆT NAM", "Hải Vân, ngày 02 tháng 01 năm 2020"]);
  const title = at(250, 700, ["QUY ĐỊNH", "về những điều đảng viên không được làm"]);
  expect(await lines([...left, ...right, ...title])).toEqual([
    "TỈNH ỦY HẢI VÂN",
    "*",
    "Số 213-QĐ/TU",
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    "Hải Vân, ngày 02 tháng 01 năm 2020",
    "QUY ĐỊNH",
    "về những điều đảng viên không được làm",
  ]);
});

it("reads two columns of running text one after the other, and a sentence over both as one", async () => {
  const left = "một hai ba bốn năm sáu bảy tám chín mười".split(" ").map((word) => `${word} chữ chữ chữ chữ chữ chữ`);
  const right = left.map((line) => line.toUpperCase().toLowerCase().replace("chữ", "lời"));
  const text = (await lines([...at(60, 780, left), ...at(330, 780, right)])).join(" ");
  expect(text).toBe([...left, ...right].join(" "));
});

it("reads a table without borders row by row", async () => {
  const rows = [
    ["TT", "Nội dung", "Thời hạn"],
    ["1", "Báo cáo tháng", "Ngày 20"],
    ["2", "Báo cáo năm", "Ngày 05/12"],
  ];
  const words = rows.flatMap((cells, row) =>
    cells.map((text, cell) => ({ text, x: 72 + cell * 160, y: 700 - row * 20 })),
  );
  expect(await lines(words)).toEqual([
    "TT | Nội dung | Thời hạn",
    "1 | Báo cáo tháng | Ngày 20",
    "2 | Báo cáo năm | Ngày 05/12",
  ]);
});

it("keeps cells apart that only a border parts, and lines of a cell together", async () => {
  const words = [
    ...at(80, 690, ["Ủy ban Kiểm tra", "Tỉnh ủy"]),
    ...at(80 + 15 * 12 * LETTER + 4, 690, ["Ngày 18"]),
    ...at(80, 650, ["Văn phòng"]),
    ...at(80 + 15 * 12 * LETTER + 4, 650, ["Ngày 20"]),
  ];
  const [left, middle, right] = [75, 80 + 15 * 12 * LETTER + 2, 300];
  const across = [705, 665, 640].map((y) => [left, y, right, y] as const);
  const down = [left, middle, right].map((x) => [x, 640, x, 705] as const);
  expect(await lines(words, { rules: [...across, ...down] })).toEqual([
    "Ủy ban Kiểm tra Tỉnh ủy | Ngày 18",
    "Văn phòng | Ngày 20",
  ]);
});

it.each([
  [
    "a number cut behind its hyphen",
    ["Thực hiện Quy định số 213-", "QĐ/TW của Bộ Chính trị."],
    "Quy định số 213-QĐ/TW của",
  ],
  [
    "a date cut behind its stroke",
    ["được ban hành tại Hà Nội ngày 22/12/", "2020 của Bộ Chính trị."],
    "ngày 22/12/2020 của",
  ],
  [
    "a foreign word cut by a hyphen",
    ["Theo báo cáo của United Nations Organi-", "zation về giáo dục."],
    "Nations Organization về",
  ],
  [
    "a sentence with capitals at its end",
    ["Nội dung này thực hiện theo Quy định số", "213-QĐ/TW, UBND."],
    "Quy định số 213-QĐ/TW, UBND.",
  ],
  ["a dash between words", ["về phát triển nhanh, bền vững kinh tế -", "xã hội vùng cao."], "kinh tế - xã hội"],
])("joins %s over a line end", async (_, words, expected) => {
  expect((await lines(at(72, 700, words))).join("\n")).toContain(expected);
});

it("parts the items of a list, though their lines are full and begin at one place", async () => {
  const items = [
    "a) Ban Thường vụ, Thường trực Tỉnh ủy và các ban của Đảng;",
    "đ) Đảng viên sinh hoạt tại các tổ chức đảng đã nêu ở trên;",
  ];
  expect(await lines(at(72, 700, items))).toEqual(items);
});

it("joins the lines of an item that hang below its first word", async () => {
  const item = [
    { text: "•", x: 72, y: 700 },
    { text: "Ủy ban Kiểm tra Tỉnh ủy, Ban Tổ chức Tỉnh ủy và các", x: 90, y: 700 },
    { text: "Đảng ủy trực thuộc.", x: 90, y: 684 },
  ];
  expect(await lines(item)).toEqual(["• Ủy ban Kiểm tra Tỉnh ủy, Ban Tổ chức Tỉnh ủy và các Đảng ủy trực thuộc."]);
});

it("joins a heading over two lines, and keeps it apart from what stands above and below", async () => {
  const heading = ["TRÁCH NHIỆM CỦA CẤP ỦY, TỔ CHỨC ĐẢNG", "VÀ NGƯỜI ĐỨNG ĐẦU TRONG VIỆC THỰC HIỆN"];
  const centred = ["Chương II", ...heading].map((text, line) => ({
    text,
    x: 297 - (text.length * 12 * LETTER) / 2,
    y: 700 - line * 16,
  }));
  const body = at(72, 640, [
    "Điều 5. Cấp ủy lãnh đạo, chỉ đạo việc thực hiện Quy định này trong phạm",
    "vi phụ trách.",
  ]);
  expect(await lines([...centred, ...body])).toEqual([
    "Chương II",
    heading.join(" "),
    "Điều 5. Cấp ủy lãnh đạo, chỉ đạo việc thực hiện Quy định này trong phạm vi phụ trách.",
  ]);
});

it("keeps a note's mark out of the number before it, and the square of a metre as it is", async () => {
  const words = [
    { text: "theo Điều 5", x: 72, y: 700 },
    { text: "1", x: 72 + 11 * 12 * LETTER, y: 705, size: 7 },
    { text: "Diện tích 20 m", x: 72, y: 660 },
    { text: "2", x: 72 + 14 * 12 * LETTER, y: 665, size: 7 },
  ];
  expect(await lines(words)).toEqual(["theo Điều 5[1]", "Diện tích 20 m²"]);
});

it("prints letters once that were painted twice, and composes those with marks of their own", async () => {
  const words = [
    ...at(72, 700, ["ĐẢNG ỦY"]),
    ...at(72.4, 700, ["ĐẢNG ỦY"]),
    ...at(
      72,
      660,
      ["Quy định"].map((text) => text.normalize("NFD")),
    ),
  ];
  expect(await lines(words)).toEqual(["ĐẢNG ỦY", "Quy định"]);
});

it.each([0, 90, 180, 270])("reads a page that is shown turned by %i degrees", async (turn) => {
  expect(await lines(at(72, 700, ["Điều 1. Phạm vi", "Điều 2. Đối tượng"]), { turn })).toEqual([
    "Điều 1. Phạm vi",
    "Điều 2. Đối tượng",
  ]);
});

it("drops page numbers that count on, and keeps a number that does not", async () => {
  const pages = [4, 5, 6].map((number) => ({
    words: [...at(297, 800, [`- ${number} -`]), ...at(72, 740, [`Trang có số ${number}.`]), ...at(72, 60, ["2024"])],
  }));
  const { text } = await readPdf(pdfOf(pages), "numbers.pdf");
  expect(text.match(/^- \d -$/gm)).toBeNull();
});

it("keeps a line that tops several pages, but not page after page", async () => {
  const pages = [1, 2, 3, 4, 5, 6].map((number) => ({
    words: [
      ...at(72, 800, [number % 3 === 1 ? "PHỤ LỤC" : `Dòng đầu của trang ${"abcdef"[number]}`]),
      ...at(72, 740, ["Nội dung."]),
    ],
  }));
  const { text } = await readPdf(pdfOf(pages), "annexes.pdf");
  expect(text.match(/PHỤ LỤC/g)).toHaveLength(2);
});

it("keeps an article's number at the top of every page", async () => {
  const pages = [5, 6, 7].map((number) => ({ words: at(72, 790, [`Điều ${number}`, "Nội dung của điều này."]) }));
  const { text } = await readPdf(pdfOf(pages), "articles.pdf");
  expect(text).toContain("Điều 5\n");
  expect(text).toContain("Điều 7\n");
});

it("loses no word and no place, whatever the lines are", async () => {
  const word = fc.stringMatching(/^[a-zđơưĐ0-9]{1,9}[.,;:]?$/);
  const line = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(" "));
  const page = fc.array(line, { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(fc.array(page, { minLength: 1, maxLength: 3 }), async (printed) => {
      const file = pdfOf(printed.map((text) => ({ words: linesDown(text, { top: 600 }) })));
      const { text, pages } = await readPdf(file, "any.pdf");
      expect(text.split(/\s+/)).toEqual(printed.flat().join(" ").split(" "));
      const firsts = printed.map(([first = ""]) => first.split(" ")[0]);
      expect(pages.map(({ start }) => text.slice(start).split(/\s/)[0])).toEqual(firsts);
    }),
    { numRuns: 40 },
  );
});

async function lines(words: readonly PrintedWords[], page: Omit<PrintedPage, "words"> = {}): Promise<string[]> {
  const { text } = await readPdf(pdfOf([{ ...page, words }]), "page.pdf");
  return text.split(/\n+/);
}

function at(x: number, top: number, texts: readonly string[]): PrintedWords[] {
  return linesDown(texts, { x, top });
}
