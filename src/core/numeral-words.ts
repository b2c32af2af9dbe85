import type { Language } from "./answer.ts";

/** The value of digits as `language` punctuates them; `undefined` where they are no number. */
export function numberOf(printed: string, language: Language): number | undefined {
  const [group, point] = language === "vi" ? [".", ","] : [",", "."];
  const grouped = new RegExp(`^\\d{1,3}(?:\\${group}\\d{3})+(?:\\${point}\\d+)?$`);
  const other = new RegExp(`^\\d{1,3}(?:\\${point}\\d{3}){2,}(?:\\${group}\\d+)?$`);
  // "088" is a code, "05" a number.
  if (/^0\d{2,}/.test(printed)) return undefined;
  if (grouped.test(printed)) return Number(printed.replaceAll(group, "").replace(point, "."));
  if (other.test(printed)) return Number(printed.replaceAll(point, "").replace(group, "."));
  return /^\d+(?:[.,]\d+)?$/.test(printed) ? Number(printed.replace(",", ".")) : undefined;
}

/** What a word of a number adds (`units`) or multiplies by (`scales`). */
export const NUMERALS: Record<Language, { units: ReadonlyMap<string, number>; scales: ReadonlyMap<string, number> }> = {
  vi: {
    units: new Map(
      "một hai ba bốn năm sáu bảy tám chín"
        .split(" ")
        .map((word, at): [string, number] => [word, at + 1])
        .concat([
          ["mốt", 1],
          ["tư", 4],
          ["lăm", 5],
          ["nhăm", 5],
          ["bẩy", 7],
          ["mười", 10],
        ]),
    ),
    scales: new Map([
      ["mươi", 10],
      ["chục", 10],
      ["trăm", 100],
      ["nghìn", 1e3],
      ["ngàn", 1e3],
      ["vạn", 1e4],
      ["triệu", 1e6],
      ["tỷ", 1e9],
      ["tỉ", 1e9],
    ]),
  },
  en: {
    units: new Map([
      ..."one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
        .split(" ")
        .map((word, at): [string, number] => [word, at + 1]),
      ..."second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth"
        .split(" ")
        .map((word, at): [string, number] => [word, at + 2]),
      ..."twenty thirty forty fifty sixty seventy eighty ninety"
        .split(" ")
        .map((word, at): [string, number] => [word, at * 10 + 20]),
      ["once", 1],
      ["twice", 2],
    ]),
    scales: new Map([
      ["hundred", 100],
      ["dozen", 12],
      ["thousand", 1e3],
      ["million", 1e6],
      ["billion", 1e9],
      ["trillion", 1e12],
    ]),
  },
};

/** Beside these "năm" is a year. */
export const AFTER_YEAR = new Set(
  "nay trước sau qua tới ngoái học tài kế đầu cuối gần liên vừa liền đó này ấy nào thứ kể trở dương âm lại và hoặc một".split(
    " ",
  ),
);
/** As `AFTER_YEAR`, on the other side. */
export const BEFORE_YEAR = new Set(
  "hằng hàng mỗi từng cả đầu cuối giữa các những nhiều mấy nhiêu vài trong nửa ngày tháng kỳ theo qua dịp vào từ đến trước sau".split(
    " ",
  ),
);
