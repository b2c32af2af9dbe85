import { expect, it } from "vitest";
import { clean } from "../../ingest/clean.ts";
import type { ReadDocument } from "../../ingest/read.ts";

const page = (lines: readonly string[], more: Partial<ReadDocument> = {}): ReadDocument => ({
  text: lines.join("\n"),
  headings: [],
  frontMatter: null,
  titleHint: null,
  dateHint: null,
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
