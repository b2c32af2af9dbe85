import { describe, expect, it } from "vitest";
import { countsIn, missingOf } from "../../src/answer/musts.ts";

describe("countsIn", () => {
  it.each<[string, string[]]>([
    ["Có phải kết nạp 300 quần chúng không?", ["300"]],
    ["1.077 trường hợp và 5,5% là gì?", ["1.077", "5,5"]],
    ["Đại hội 13 nói gì, khoá XII thì sao?", ["Đại hội 13", "khoá XII"]],
    ["dai hoi lan thu 14 cua dang", ["dai hoi lan thu 14"]],
    ["Giải báo chí lần thứ X trao khi nào?", ["lần thứ X"]],
    ["How many got the 50-year Party badge?", ["50"]],
    ["What did the 13th Party congress decide?", ["13th Party congress"]],
    ["Năm 2023 có mấy chi bộ 4 tốt?", []],
    ["Từ 2016-2018 và 02/12/2019, quý 1-2022, 398-CV/ĐUK, A10", []],
  ])("finds in %j what must be there", (question, counts) => {
    expect(countsIn(question)).toEqual(counts);
  });
});

describe("missingOf", () => {
  const missing = (must: string, text: string, context = "") =>
    missingOf({ kind: "open", musts: [must], plain: false, textLanguage: "vi", foldedRewording: null }, text, context);

  it.each<[string, string]>([
    ["1077", "Có 1.077 trường hợp."],
    ["1.077", "Có 1077 trường hợp."],
    ["12", "Ngày 30/12/2025."],
    ["Đại hội 14", "Chuẩn bị Đại hội XIV của Đảng"],
    ["đại hội lần thứ XIV", "dự thảo văn kiện Đại hội 14"],
    ["14th congress", "Đại hội đại biểu toàn quốc lần thứ XIV"],
    ["khoá 13", "Ban Chấp hành Trung ương khóa XIII"],
    ["tháng 9", "Đến tháng 9/2018 đã kết nạp"],
    ["Q3/2022", "Nhiệm vụ quý III"],
    ["lần thứ 10", "Giải báo chí lần thứ X"],
  ])("takes %j as said in %j", (must, text) => {
    expect(missing(must, text)).toEqual([]);
    expect(missing(must, "", text)).toEqual([]);
  });

  it.each<[string, string]>([
    ["300", "Kết nạp 269 quần chúng trong 1.300 người."],
    ["77", "Có 1.077 trường hợp."],
    ["2019", "Quy định ngày 23/9/2019 được quán triệt."],
    ["Đại hội 13", "Chuẩn bị Đại hội XIV của Đảng ở 13 tỉnh"],
    ["tháng 12", "Kết luận ngày 30/12/2025"],
    ["quý III", "Nhiệm vụ quý II"],
    ["khóa VI", "Quy định khóa VIII và vị trí việc làm"],
    ["lần thứ X", "Giải báo chí lần thứ VII"],
  ])("misses %j in %j", (must, text) => {
    expect(missing(must, text)).toEqual([must]);
  });

  it("finds the years of a period in one only where a period is asked for", () => {
    const text = "Trong ba năm 2015-2017 kết nạp 9.818 đảng viên.";
    const years = (...musts: readonly string[]) =>
      missingOf({ kind: "number", musts, plain: false, textLanguage: "vi", foldedRewording: null }, text, "");
    expect(years("2015", "2017")).toEqual([]);
    expect(years("2015")).toEqual(["2015"]);
  });

  it("finds names that an English question has without their marks", () => {
    const parts = { kind: "open", musts: ["Ha Tinh"], plain: false, foldedRewording: null } as const;
    expect(missingOf({ ...parts, textLanguage: "en" }, "Hà Tĩnh kết nạp đảng viên.", "")).toEqual([]);
  });
});
