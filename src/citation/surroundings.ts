import { isoDate } from "./dates.ts";

const DATE =
  /^[\s,(]*(?:(?:ngay|dated)\s+)?(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})(?!\d)|^[\s,(]*ngay\s+(\d{1,2})\s+thang\s+(\d{1,2})\s+nam\s+(\d{4})/;
const ISSUER =
  /^[\s,]*(?:cua|do)\s+((?:Bộ Chính trị|Ban Bí thư|Ban Chấp hành Trung ương(?: Đảng)?|BCH Trung ương(?: Đảng)?|Ban [Tt]hường vụ (?:Tỉnh|Thành) (?:ủy|uỷ)|Ban [Tt]hường vụ Đảng (?:ủy|uỷ) Khối|Ban Chấp hành Đảng bộ (?:Khối|tỉnh)|Ban [\p{Lu}][\p{L} ]{2,30}? Trung ương|(?:Tỉnh|Thành|Huyện|Đảng) (?:ủy|uỷ)(?: \p{Lu}\p{Ll}+){0,3}|Hội nghị Trung ương \d+|Thủ tướng Chính phủ|Chính phủ|Quốc hội))(?![\p{L}])/u;
const TERM = /^[\s,(]*kh(?:óa|oá)\s+[IVX]+\)?/;
const QUOTED_TITLE = /^[\s,]*[“"]\s*((?:về|Về)\s[^”"]{5,300})[”"]/;
const PLAIN_TITLE = /^[\s,]*((?:về)\s[^.;:()“”"\n]{5,250})/;
// A title in running text ends where the sentence goes on about something else.
const TITLE_END =
  /,\s(?=quy định|kết luận|nghị quyết|chỉ thị|hướng dẫn|quyết định|góp phần|với|đã|và các)|\s(?=(?:gắn với|cùng nhiều|theo Kết luận|theo Quy định|trong tình hình|đã nêu|trong thời gian)\b)|,\s(?=trong đó)/iu;

/** Date, issuer and title as they stand behind a number; `null` for what is not said. */
export function readSurroundings(text: string, folded: string, from: number) {
  let at = from;
  const step = (length: number | undefined) => {
    at += length ?? 0;
  };
  const date = DATE.exec(folded.slice(at, at + 40));
  step(date?.[0].length);
  const issuer = ISSUER.exec(withFoldedLink(text, folded, at));
  step(issuer?.[0].length);
  step(TERM.exec(text.slice(at, at + 20))?.[0].length);
  const lateDate = date ?? DATE.exec(folded.slice(at, at + 40));
  if (!date) step(lateDate?.[0].length);
  const rest = text.slice(at, at + 320);
  const title = QUOTED_TITLE.exec(rest)?.[1] ?? PLAIN_TITLE.exec(rest)?.[1]?.split(TITLE_END)[0];
  return {
    issuedOn: lateDate
      ? isoDate(lateDate[1] ?? lateDate[4] ?? "", lateDate[2] ?? lateDate[5] ?? "", lateDate[3] ?? lateDate[6] ?? "")
      : null,
    issuer: issuer?.[1] ?? null,
    title: title?.trim().replace(/,$/, "") ?? null,
  };
}

/** The text behind `at` with "của" unmarked, so that one pattern reads the link and the accented name. */
function withFoldedLink(text: string, folded: string, at: number): string {
  const link = /^[\s,]*(?:cua|do)\s/.exec(folded.slice(at, at + 12))?.[0] ?? "";
  return link + text.slice(at + link.length, at + link.length + 80);
}
