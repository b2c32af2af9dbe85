import { isoDate } from "../src/citation/dates.ts";

const NUMERIC = /(?<!\d)(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4})(?!\d)/;
const WORDED = /ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})/iu;
// What web pages print around the date of an article.
const AROUND =
  /cập nhật|lúc|đăng|ngày|vào|thời gian|xuất bản|tin|bài|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|gmt ?\+? ?0?7(?::00)?|[ap]m|\d{1,2}(?::|h|giờ)\d{2}(?::\d{2})?|[\s,.:;|()•–-]/giu;

/** ISO date of a line that is nothing but the date of a web page, e.g. `Thứ Ba, 03/12/2019, 03:41:31`; else `null`. */
export function pageDate(line: string): string | null {
  if (line.length > 100) return null;
  const match = NUMERIC.exec(line) ?? WORDED.exec(line);
  if (!match) return null;
  const [printed, day = "", month = "", year = ""] = match;
  return line.replace(printed, " ").replace(AROUND, "") === "" ? isoDate(day, month, year) : null;
}

const PLACE = "\\p{Lu}[\\p{L}\\d. -]{1,40}?";
const DAY = "ngày {0,8}(\\d{1,2}) {0,3}(?:tháng {0,3}|[/.-] {0,2})(\\d{1,2}) {0,3}(?:năm {0,3}|[/.-] {0,2})(\\d{4})";
const PLACE_AND_DATE = new RegExp(`^${PLACE},? {0,8}${DAY}\\.?$`, "u");
const GAP = "[ .…_]{0,30}";
const BLANK_DATE = new RegExp(
  `^(?:${PLACE},? {0,8})?ngày${GAP}\\d{0,2}${GAP}tháng${GAP}\\d{0,2}${GAP}năm${GAP}\\d{0,4}${GAP}$`,
  "iu",
);

/** ISO date of a line such as `Hà Nội, ngày 02 tháng 01 năm 2020` or `Hà Nội, ngày 02/01/2020`; else `null`. */
export function placeAndDate(line: string): string | null {
  const [, day = "", month = "", year = ""] = PLACE_AND_DATE.exec(line) ?? [];
  return isoDate(day, month, year);
}

/** Whether the line leaves room for day or month, as drafts do: `Hà Nội, ngày   tháng 01 năm 2020`. */
export function isBlankDate(line: string): boolean {
  return BLANK_DATE.test(line) && !/ngày {0,8}\d{1,2} {0,3}tháng {0,3}\d{1,2} {0,3}năm {0,3}\d{4}/iu.test(line);
}
