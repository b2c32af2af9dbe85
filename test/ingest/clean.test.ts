import fc from "fast-check";
import { expect, it } from "vitest";
import { clean } from "../../ingest/clean.ts";
import type { ReadDocument } from "../../ingest/read.ts";

const page = (lines: readonly string[], more: Partial<ReadDocument> = {}): ReadDocument => ({
  text: lines.join("\n"),
  headings: [],
  frontMatter: null,
  titleHint: null,
  dateHint: null,
  pages: [],
  notices: [],
  uncertain: [],
  ...more,
});
const cleaned = (...lines: string[]) => clean(page(lines)).text.split("\n").filter(Boolean);

it.each<[string, string[], string[]]>([
  ["boxes behind the text", ["Họp.", "", "Phản hồi", "", "Các tin khác", "Mới nhất", "Xem nhiều nhất"], ["Họp."]],
  [
    "dotted box titles",
    ["Họp.", ".:: Các bài viết liên quan", "Video hoạt độngHình ảnh hoạt động", "Website liên kết"],
    ["Họp."],
  ],
  ["a menu before the text", ["Trang chủ", "Đăng nhập", "Họp."], ["Họp."]],
  ["rows of punctuation", ["Họp.", ",", ",", " . ", "* * *", "Hết."], ["Họp.", "Hết."]],
  ["share bars", ["Họp.", "Chia sẻ | Facebook | Zalo", "Hết."], ["Họp.", "Hết."]],
  ["comment counters", ["Họp.", "Ý kiến bạn đọc (0)", "120 lượt xem", "Hết."], ["Họp.", "Hết."]],
  ["the title said twice", ["HỌP CHI BỘ", "Họp chi bộ", "Họp."], ["HỌP CHI BỘ", "Họp."]],
])("takes away %s", (_, lines, kept) => expect(cleaned(...lines)).toEqual(kept));

it.each<[string, string[]]>([
  ["a box title in the middle of the text", ["Họp.", "Phản hồi", "Chi bộ trả lời."]],
  ["furniture words inside a paragraph", ["Họp. Phản hồi của dân.", "Ghi sổ. Chia sẻ"]],
  ["a caption said twice", ["Sổ tay", "Họp ở nhà.", "Họp ở nhà.", "Hết."]],
  ["a list item of one such word", ["Gửi qua:", "- Email", "- Zalo", "Hết."]],
  ["the place and date of an official text", ["QUY ĐỊNH", "Hà Nội, ngày 02 tháng 01 năm 2020", "Họp."]],
  ["a date line far below", ["Sổ", ..."bcdefghij", "Thứ Ba, 03/12/2019", "Hết."]],
  ["a text of nothing else", ["Phản hồi"]],
])("leaves %s", (_, lines) => expect(cleaned(...lines)).toEqual(lines));

it.each([
  ["Cập nhật lúc18:19, Thứ Ba, 05/04/2022 (GMT+7)", "2022-04-05"],
  ["Thứ Ba, 03/12/2019, 03:41:31", "2019-12-03"],
  ["Thứ 2, Ngày 08 / 01 / 2024", "2024-01-08"],
  ["Ngày đăng: 7.5.2021 | 8h30", "2021-05-07"],
])("takes the date of the page from %j", (line, date) => {
  expect(clean(page(["Họp chi bộ", line, "Họp."]))).toMatchObject({ text: "Họp chi bộ\n\nHọp.", dateHint: date });
});

it("moves headings with their lines, and drops those that are taken away", () => {
  const lines = ["Trang chủ", "Sổ tay", "", ",", "Giờ họp", "Tám giờ.", "Phản hồi"];
  const text = lines.join("\n");
  const headings = ["Sổ tay", "Giờ họp", "Phản hồi"].map((words) => {
    const start = text.indexOf(words);
    return { span: { start, end: start + words.length }, level: 2 };
  });
  const document = clean(page(lines, { headings }));
  expect(document.headings.map(({ span }) => document.text.slice(span.start, span.end))).toEqual(["Sổ tay", "Giờ họp"]);
});

it("moves pages and uncertain words, and drops those that are taken away", () => {
  const lines = ["Trang chủ", "  Sổ tay", "-1-", "* * *", "Giờ họp", "Tám giờ.", "* * *", "Phản hồi"];
  const text = lines.join("\n");
  const at = (words: string) => text.indexOf(words);
  const pages = ["Trang chủ", "-1-", "* * *", "Tám", "Phản hồi"].map((words, index) => ({
    page: index + 1,
    start: at(words),
  }));
  const uncertain = ["Trang chủ", "tay", "giờ", "Phản"].map((words) => ({
    start: at(words),
    end: at(words) + words.length,
  }));
  const document = clean(page(lines, { pages, uncertain }));
  expect(document.pages.map(({ page, start }) => `${page} ${document.text.slice(start, start + 3)}`)).toEqual([
    "1 Sổ ",
    "2 -1-",
    "3 Giờ",
    "4 Tám",
  ]);
  expect(document.uncertain.map(({ start, end }) => document.text.slice(start, end))).toEqual(["tay", "giờ"]);
});

it("keeps every place on the words that it was on, whatever is taken away", () => {
  const line = fc.constantFrom(
    "Trang chủ",
    "",
    "* * *",
    "  Sổ tay  ",
    "Tám giờ.",
    "Chia sẻ | Zalo",
    "Thứ Ba, 03/12/2019",
    "Họp",
  );
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 14 }), fc.nat(), fc.nat(), (lines, one, other) => {
      const { text } = page(lines);
      const [start = 0, end = 0] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b);
      const document = clean(page(lines, { uncertain: [{ start, end }], pages: [{ page: 1, start: 0 }] }));
      const letters = (words: string) => words.replace(/\s/g, "");
      for (const span of document.uncertain) {
        const words = letters(document.text.slice(span.start, span.end));
        expect(isSubsequence(words, letters(text.slice(start, end)))).toBe(true);
      }
      expect(document.pages).toEqual(document.text.trim() ? [{ page: 1, start: 0 }] : document.pages);
    }),
  );
});

function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (const letter of whole) if (letter === part[at]) at += 1;
  return at === part.length;
}
