import { describe, expect, it } from "vitest";
import { findReferences } from "../../src/citation/find.ts";
import { findNamed } from "../../src/citation/named.ts";

/** `Nghị quyết: Hội nghị Trung ương 4 khóa XII`; a question mark where the kind is open. */
function named(text: string): string[] {
  return findNamed(text).map(({ reference: { kind, name } }) => `${kind ?? "?"}: ${name}`);
}

const nq = (...numbers: number[]) => numbers.map((number) => `Nghị quyết: Hội nghị Trung ương ${number} khóa XII`);
const PARTY = "Nghị quyết: Đại hội XIII";
const PROVINCE = "Nghị quyết: Đại hội Đảng bộ tỉnh Hà Tĩnh lần thứ XVIII";
const CHARTER = "Điều lệ Đảng: Điều lệ Đảng";
const PLATFORM = "Cương lĩnh chính trị: Cương lĩnh chính trị";

describe("findNamed finds", () => {
  it.each<[text: string, expected: string[], reason: string]>([
    ["Nghị quyết Trung ương 4 khóa XII", nq(4), "as it is mostly called"],
    ["Nghị quyết Trung ương 4 (khóa XII)", nq(4), "the term in brackets"],
    ["Nghị quyết Trung ương 4, khoá XII", nq(4), "the term behind a comma, in the newer spelling"],
    ["Nghị quyết Trung ương 4 khóa 12", nq(4), "the term in digits"],
    ["Nghị quyết Trung ương bốn (khóa XII)", nq(4), "the number in words"],
    ["NQ TW 4 (khóa XII)", nq(4), "abbreviated"],
    ["NQTW4 khóa XII", nq(4), "abbreviated, without spaces"],
    ["nq tw 4 khoa xii", nq(4), "without diacritics"],
    ["Nghị quyết TƯ 4 khóa XII", nq(4), "TƯ"],
    ["Nghị quyết T.Ư 4 khóa XII", nq(4), "T.Ư"],
    ["Nghị quyết Hội nghị Trung ương 4 khóa XII", nq(4), "the word for the meeting"],
    ["Nghị quyết của Hội nghị Trung ương 4 khóa XII", nq(4), "with của"],
    ["Nghị quyết HNTW 4 khóa XII", nq(4), "the word abbreviated"],
    ["Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương khóa XII", nq(4), "the official name"],
    ["Nghị quyết Hội nghị lần thứ 4 của BCH TW Đảng khóa XII", nq(4), "the official name, abbreviated"],
    ["Nghị quyết Hội nghị lần thứ tư, Ban Chấp hành Trung ương Đảng (khóa XII)", nq(4), "with a comma"],
    ["Nghị quyết lần thứ tư Ban Chấp hành Trung ương khóa XII", nq(4), "without the word for the meeting"],
    ["Nghị quyết Hội nghị Ban Chấp hành Trung ương lần thứ mười một khóa XII", nq(11), "an ordinal of two words"],
    ["Kết luận Hội nghị Trung ương 4 (khóa XIII)", ["Kết luận: Hội nghị Trung ương 4 khóa XIII"], "a conclusion"],
    ["KL TW 4 khóa XIII", ["Kết luận: Hội nghị Trung ương 4 khóa XIII"], "a conclusion, abbreviated"],
    ["Nghị quyết Trung ương 7, Trung ương 8 (khóa XII)", nq(7, 8), "two of one term"],
    ["các nghị quyết Trung ương 4, 6 và 7 khóa XII", nq(4, 6, 7), "numbers alone"],
    ["Nghị quyết Trung ương 4 khóa XII và Trung ương 5 khóa XII", nq(4, 5), "each with its term"],
    [
      "Nghị quyết Trung ương 4 (khóa XI, XII)",
      ["XI", "XII"].map((term) => `Nghị quyết: Hội nghị Trung ương 4 khóa ${term}`),
      "one of two terms",
    ],
    [
      "các nghị quyết, kết luận của Hội nghị Trung ương 4, 5 (khóa XIII)",
      [4, 5].map((number) => `?: Hội nghị Trung ương ${number} khóa XIII`),
      "of two kinds: which, is open",
    ],
    ["Nghị quyết Trung ương 4 khóa XII, 5 năm qua", nq(4), "what follows counts years"],
    ["Nghị quyết Đại hội XIII của Đảng", [PARTY], "a congress"],
    ["Nghị quyết Đại hội XIII", [PARTY], "a congress, short"],
    ["Nghị quyết Đại hội 13 của Đảng", [PARTY], "in digits"],
    ["Nghị quyết Đại hội lần thứ mười ba của Đảng", [PARTY], "in words"],
    ["Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII", [PARTY], "the official name"],
    ["Nghị quyết Đại hội Đảng toàn quốc lần thứ XIII", [PARTY], "the order of the press"],
    ["Nghị quyết Đại hội Đảng lần thứ XIII", [PARTY], "shorter"],
    ["nghi quyet dai hoi xiii", [PARTY], "without diacritics"],
    ["Nghị quyết Đại hội XIII Đảng Cộng sản Việt Nam", [PARTY], "with the Party's name"],
    ["Nghị quyết Đại hội Đảng bộ tỉnh Hà Tĩnh lần thứ XVIII", [PROVINCE], "of a province"],
    ["Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Hà Tĩnh lần thứ XVIII", [PROVINCE], "of a province, official"],
    ["Nghị quyết Đại hội lần thứ XVIII Đảng bộ tỉnh Hà Tĩnh", [PROVINCE], "the body behind the number"],
    ["nghi quyet dai hoi dang bo tinh ha tinh lan thu xviii", [PROVINCE], "of a province, without diacritics"],
    ["Nghị quyết Đại hội Đảng bộ Khối lần thứ XIV", ["Nghị quyết: Đại hội Đảng bộ Khối lần thứ XIV"], "of a bloc"],
    [
      "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVIII",
      ["Nghị quyết: Đại hội Đảng bộ tỉnh lần thứ XVIII"],
      "of the province of whoever speaks",
    ],
    ["khoản 2, Điều 9 Điều lệ Đảng", [CHARTER], "an article of it"],
    ["Điều 9, Điều lệ Đảng Cộng sản Việt Nam", [CHARTER], "in full"],
    ["điểm 9.3.2 của Điều lệ Đảng", [CHARTER], "a point of it"],
    ["Điều 10, 11 và 12 Điều lệ Đảng", [CHARTER], "several articles"],
    ["dieu 9 dieu le dang", [CHARTER], "without diacritics"],
    ["Điều lệ Đảng, Điều 9", [CHARTER], "the article behind it"],
    ["Điều lệ Đảng quy định tại Điều 9", [CHARTER], "the article behind it, in a sentence"],
    ["Chương II Điều lệ Đảng", [CHARTER], "a chapter"],
    ["sửa đổi, bổ sung Điều lệ Đảng", [CHARTER], "what is changed"],
    ["sửa đổi một số điều, khoản của Điều lệ Đảng", [CHARTER], "what is changed in part"],
    ["Điều lệ Đảng được sửa đổi năm 2011", [CHARTER], "in the passive"],
    ["mục 2 Cương lĩnh chính trị", [PLATFORM], "a part of the platform"],
    ["bổ sung, phát triển Cương lĩnh năm 2011", [PLATFORM], "the platform changed, by its year"],
    ["sửa đổi Cương lĩnh", [PLATFORM], "written as a name"],
  ])("%j: %s", (text, expected) => expect(named(text)).toEqual(expected));
});

describe("findNamed passes over", () => {
  it.each<[text: string, reason: string]>([
    ["Nghị quyết Trung ương 4", "no term"],
    ["Nghị quyết Trung ương 4 về xây dựng Đảng", "no term right there"],
    ["Nghị quyết Trung ương 4, 5 khóa XI, XII", "which of which term is not said"],
    ["Nghị quyết Trung ương năm 2020", "a year is no fifth plenum"],
    ["Hội nghị Trung ương 4 khóa XII", "a meeting is no document"],
    ["Nghị quyết Trung ương Đoàn 4 khóa XII", "the Youth Union's"],
    ["NQ TU 4 khóa XVIII", "a province's"],
    ["Nghị quyết Đại hội", "which congress is not said"],
    ["Nghị quyết Đại hội Đảng bộ các cấp", "no number"],
    ["Nghị quyết Đại hội năm 2020", "a year is no fifth congress"],
    ["Nghị quyết Đại hội XVIII", "the Party has not had so many"],
    ["Nghị quyết Đại hội XIII Công đoàn Việt Nam", "the trade union's"],
    ["Nghị quyết Đại hội đại biểu toàn quốc lần thứ XII Đoàn TNCS", "the Youth Union's congress"],
    ["Đại hội XIII của Đảng", "a congress is no document"],
    ["Luật Đất đai 2013", "a law by its title"],
    ["Điều lệ Đảng", "what everyone goes by"],
    ["dieu le dang quy dinh gi", "the same without diacritics"],
    ["theo Điều lệ Đảng", "what someone goes by"],
    ["thi hành Điều lệ Đảng", "what a regulation puts into practice"],
    ["Quy định thi hành Điều lệ Đảng, Điều 9", "an article of the regulation"],
    ["Tiểu ban Điều lệ Đảng", "a task body"],
    ["Cương lĩnh chính trị, Điều lệ Đảng", "both, in passing"],
    ["phát triển Đảng theo Cương lĩnh", "no change of it"],
    ["Điều 9 Điều lệ Đảng bộ", "no such document"],
    ["Điều lệ Đảng bộ", "another word"],
    ["Điều lệ Công đoàn", "another charter"],
    ["cương lĩnh của tổ chức", "a common noun"],
    ["", "nothing"],
  ])("%j: %s", (text) => expect(named(text)).toEqual([]));
});

describe("a named document", () => {
  it("has date and title where they stand", () => {
    const text = "Nghị quyết Hội nghị Trung ương 4 khóa XII, ngày 30/10/2016 về tăng cường xây dựng, chỉnh đốn Đảng.";
    expect(findNamed(text)[0]?.reference).toEqual({
      kind: "Nghị quyết",
      serial: "",
      symbol: null,
      suffix: null,
      number: null,
      name: "Hội nghị Trung ương 4 khóa XII",
      issuedOn: "2016-10-30",
      issuer: null,
      title: "về tăng cường xây dựng, chỉnh đốn Đảng",
      place: null,
    });
  });

  it.each<[text: string, expected: string | null, reason: string]>([
    ["Nghị quyết Hội nghị Trung ương 4 khóa XII", null, "that the Central Committee met is only implied"],
    ["Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương khóa XII", "Ban Chấp hành Trung ương", "in the name"],
    ["Nghị quyết Trung ương 4 khóa XII của Ban Chấp hành Trung ương", "Ban Chấp hành Trung ương", "behind the name"],
    ["Nghị quyết Trung ương 4 khóa XII của Tỉnh ủy", null, "who carries it out"],
    ["Nghị quyết Đại hội XIII của Đảng", null, "a congress"],
  ])("%j is issued by %s: %s", (text, expected) => expect(findNamed(text)[0]?.reference.issuer).toBe(expected));

  it.each<[text: string, expected: string | null, reason: string]>([
    ["Nghị quyết Đại hội Đảng bộ tỉnh Hà Tĩnh lần thứ XVIII", "Hà Tĩnh", "printed"],
    ["Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVIII", null, "not printed"],
  ])("%j is of %s: %s", (text, expected) => expect(findNamed(text)[0]?.reference.place).toBe(expected));

  it("of a list spans its own words, and extends over the term it shares", () => {
    const text = "Nghị quyết Trung ương 7, Trung ương 8 (khóa XII) đã";
    expect(
      findNamed(text).map(({ span, extent }) => [
        text.slice(span.start, span.end),
        text.slice(extent.start, extent.end),
      ]),
    ).toEqual([
      ["Nghị quyết Trung ương 7", "Nghị quyết Trung ương 7, Trung ương 8 (khóa XII)"],
      ["Trung ương 8 (khóa XII)", "Trung ương 8 (khóa XII)"],
    ]);
  });

  it("may stand within the title of another", () => {
    const found = findReferences("Kế hoạch số 10-KH/TU về thực hiện Nghị quyết Trung ương 4 khóa XII");
    expect(found.map(({ reference }) => [reference.number, reference.name])).toEqual([
      ["10-KH/TU", null],
      [null, "Hội nghị Trung ương 4 khóa XII"],
    ]);
  });
});
