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

/** ISO date of a line such as `Hà Nội, ngày 02 tháng 01 năm 2020`; else `null`. */
export function placeAndDate(line: string): string | null {
  const [, day = "", month = "", year = ""] =
    /^\p{Lu}[\p{L}. -]{1,40}, ?ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})\.?$/u.exec(line) ?? [];
  return isoDate(day, month, year);
}
