import { describe, expect, it } from "vitest";
import { unsupported } from "../../src/answer/verify.ts";
import type { Language } from "../../src/core/answer.ts";

function missing(text: string, quote: string, language: Language = "vi"): string[] {
  return unsupported(text, [{ quote }], language);
}

describe("an amount is shown however it is written", () => {
  it.each<[Language, string, string]>([
    // numbers in words
    ["vi", "ba tiểu ban", "thành lập 3 tiểu ban"],
    ["vi", "5 tiểu ban", "thành lập năm tiểu ban"],
    ["vi", "05 tiểu ban", "thành lập 5 tiểu ban"],
    ["vi", "hai mươi lăm đảng viên", "25 đảng viên"],
    ["vi", "một trăm năm mươi hai cán bộ", "152 cán bộ"],
    ["vi", "mười năm", "trong 10 năm"],
    ["en", "Five sub-committees", "5 tiểu ban"],
    ["en", "twenty-five members", "hai mươi lăm đảng viên"],
    ["en", "once every 6 months", "sáu tháng một lần"],
    // thousands, decimals, percentages
    ["vi", "1077 và 1.077", "có 1.077 lượt"],
    ["en", "1,077 people and 1.077 as printed", "có 1.077 lượt"],
    ["vi", "88,02% và 88,02 phần trăm", "đạt 88,02 %"],
    ["en", "88.02% and 88.02 percent", "đạt 88,02%"],
    // scales
    ["vi", "5 triệu đồng", "5.000.000 đồng"],
    ["vi", "1.500.000.000 đồng", "1,5 tỷ đồng"],
    ["en", "1.5 billion", "1,5 tỷ đồng"],
    // dates
    ["en", "2 January 2020, January 2, 2020, the 2nd of January 2020", "ngày 02/01/2020"],
    ["vi", "2/1/2020, 02-01-2020, 2.1.2020, ngày 02 tháng 01 năm 2020", "ngày 02/01/2020"],
    ["vi", "02/01/2020", "ngày 02 tháng 01 năm 2020"],
    ["vi", "năm 2020, tháng 1 năm 2020, tháng 01/2020", "ngày 02/01/2020"],
    ["en", "in January 2020, in 2020", "ngày 02/01/2020"],
    ["vi", "ngày 03 tháng 02", "ngày 03/02/1930"],
    ["vi", "quý 1 năm 2022", "quý I/2022"],
    ["en", "the first quarter of 2022", "quý I-2022, năm 2022"],
    // ranges
    ["vi", "từ năm 2021 đến năm 2025", "giai đoạn 2021-2025"],
    ["vi", "giai đoạn 2021-2025", "từ năm 2021 đến 2025"],
    ["vi", "giai đoạn 2021–2025", "giai đoạn 2021-2025"],
    ["en", "from 2021 to 2025", "giai đoạn 2021-2025"],
    ["vi", "từ 5 đến 7 người", "5-7 người"],
    // Roman numerals and document numbers
    ["en", "the 14th Congress", "Đại hội XIV"],
    ["vi", "khóa 13", "khóa XIII"],
    ["vi", "Quy định 213", "theo Quy định số 213-QĐ/TW"],
    ["en", "Regulation 213-QĐ/TW", "Quy định số 213-QĐ/TW"],
    // what only looks like an amount
    ["vi", "Một số năm sau, mỗi năm, năm nay, tỷ lệ, đầu tư, thứ nhất", "chi bộ"],
    ["vi", "là một nhiệm vụ", "nhiệm vụ quan trọng"],
    ["en", "Members may not; one of the tasks; no one", "đảng viên"],
  ])("%s: %s", (language, text, quote) => expect(missing(text, quote, language)).toEqual([]));
});

describe("another amount is not shown", () => {
  it.each<[Language, string, string, string[]]>([
    ["vi", "ba tiểu ban", "thành lập 5 tiểu ban", ["ba"]],
    ["vi", "một tiểu ban", "thành lập 5 tiểu ban", ["một"]],
    ["vi", "năm tiểu ban", "thành lập 3 tiểu ban năm 2023", ["năm"]],
    ["vi", "hàng trăm cán bộ", "152 cán bộ", ["trăm"]],
    ["en", "three sub-committees", "thành lập 5 tiểu ban", ["three"]],
    // the same digits with another sign
    ["vi", "1,077 lượt", "có 1.077 lượt", ["1,077"]],
    ["en", "10.77 people", "có 1.077 lượt", ["10.77"]],
    ["vi", "88%", "đạt 88,02%", ["88%"]],
    ["vi", "88,02", "đạt 88,02%", ["88,02"]],
    ["vi", "5 tỷ đồng", "5 triệu đồng", ["5 tỷ"]],
    ["vi", "5 đồng", "5 triệu đồng", ["5"]],
    ["en", "5 million", "5 đồng", ["5 million"]],
    // day and month turned round, parts of a date, another date
    ["vi", "01/02/2020", "ngày 02/01/2020", ["01/02/2020"]],
    ["vi", "ngày 01 tháng 02 năm 2020", "ngày 02 tháng 01 năm 2020", ["01 tháng 02 năm 2020"]],
    ["en", "1 February 2020", "ngày 02/01/2020", ["1 February 2020"]],
    ["vi", "2020 cán bộ", "ngày 02/01/2020", ["2020"]],
    ["vi", "02 cán bộ", "ngày 02/01/2020", ["02"]],
    ["vi", "ngày 02/01/2020", "năm 2020", ["02/01/2020"]],
    ["vi", "tháng 6", "6 tháng một lần", ["tháng 6"]],
    ["vi", "quý II/2022", "quý I/2022", ["quý II"]],
    // ranges
    ["vi", "giai đoạn 2021-2025", "năm 2021 và năm 2025", ["2021-2025"]],
    ["vi", "năm 2021", "giai đoạn 2021-2025", ["2021"]],
    ["vi", "giai đoạn 2020-2025", "giai đoạn 2021-2025", ["2020-2025"]],
    // document numbers
    ["vi", "Quy định 213-QĐ/TU", "Quy định số 213-QĐ/TW", ["213-QĐ/TU"]],
    ["vi", "Quy định số 213-QĐ/TW", "Quy định 213", ["213-QĐ/TW"]],
    ["vi", "Nghị quyết 213", "Quy định số 213-QĐ/TW", ["213"]],
    ["vi", "số 020 và số 1011-CTr/TƯ", "số 920 và số 1011-CTr/TƯ", ["020"]],
    ["vi", "khóa XIV", "khóa XIII", ["XIV"]],
    ["en", "the 13th Congress", "Đại hội XIV", ["13th"]],
  ])("%s: %s", (language, text, quote, expected) => expect(missing(text, quote, language)).toEqual(expected));
});
