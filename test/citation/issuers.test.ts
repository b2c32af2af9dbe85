import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BODIES, ORGANS, SEATS } from "../../src/citation/issuer-table.ts";
import { compareIssuers, type IssuerMatch, isPartySuffix, issuersOfSuffix } from "../../src/citation/issuers.ts";
import { PLACES, placeIn } from "../../src/citation/places.ts";
import { readIssuer } from "../../src/citation/read-issuer.ts";
import { fold } from "../../src/core/text.ts";

describe("compareIssuers", () => {
  it.each<[a: string, b: string, expected: IssuerMatch, reason: string]>([
    ["Bộ Chính trị", "Bộ Chính trị", "same", "one name"],
    ["Bộ Chính trị", "BỘ CHÍNH TRỊ", "same", "case"],
    ["Bộ Chính trị", "BCT", "same", "an abbreviation"],
    ["Bộ Chính trị", "Politburo", "same", "in English"],
    ["Tỉnh ủy Hà Tĩnh", "Tỉnh uỷ Hà Tĩnh", "same", "the placement of tone marks"],
    ["Ban Bí thư khóa X", "Ban Bí thư", "same", "a term tells no other body"],
    ["Ban Bí thư (khóa XIII)", "Ban Bí thư Trung ương Đảng", "same", "a term in brackets, and the full name"],
    ["Ban Chấp hành Trung ương Đảng", "BCH TW", "same", "two ways to write it"],
    ["Ban Chấp hành Trung ương", "Bộ Chính trị", "different", "two bodies that sign TW"],
    ["Ban Bí thư", "Bộ Chính trị", "different", "two bodies that sign TW"],
    ["Trung ương", "Bộ Chính trị", "compatible", "less said"],
    ["Trung ương", "Chính phủ", "different", "the state is not the Party"],
    ["Ban Tổ chức Trung ương", "Bộ Chính trị", "different", "a commission"],
    ["Ban Tuyên giáo Trung ương", "Ban Tuyên giáo và Dân vận Trung ương", "different", "before and after 03/02/2025"],
    ["Tỉnh ủy", "Ban Thường vụ Tỉnh ủy Hà Tĩnh", "compatible", "neither place nor organ said"],
    ["Tỉnh ủy Hà Tĩnh", "Ban Thường vụ Tỉnh ủy Hà Tĩnh", "compatible", "its standing committee speaks for it"],
    ["Tỉnh ủy Hà Tĩnh", "Ban Chấp hành Đảng bộ tỉnh Hà Tĩnh", "same", "two names of one committee"],
    ["Ban Thường vụ Tỉnh ủy", "Ban Chấp hành Đảng bộ tỉnh", "different", "the part and the whole"],
    ["Tỉnh ủy Hà Tĩnh", "Tỉnh ủy Nghệ An", "different", "two provinces"],
    ["Tỉnh ủy", "Tỉnh ủy Nghệ An", "compatible", "the province not said"],
    ["Tỉnh ủy Hà Tĩnh", "Thành ủy Hà Nội", "different", "a province and a city"],
    ["Ban Tổ chức Tỉnh ủy", "Tỉnh ủy", "different", "a commission does not speak for its committee"],
    ["Ban Tổ chức", "Ban Tổ chức Tỉnh ủy", "compatible", "whose is not said"],
    ["Ban Thường vụ", "Ban Thường vụ Đảng ủy Khối", "compatible", "whose is not said"],
    ["Đảng ủy Khối", "Đảng ủy Khối các cơ quan Trung ương", "compatible", "which bloc is not said"],
    ["Bộ Chính trị", "Tỉnh ủy Hà Tĩnh", "different", "the centre and a province"],
    ["Ban Bí thư", "Ban Bí thư Trung ương Đoàn", "different", "the Youth Union has one too"],
    ["Đảng đoàn Quốc hội", "Đảng đoàn quốc hội", "same", "unknown, but for case"],
    ["Đảng đoàn Quốc hội", "Ban cán sự đảng Chính phủ", "different", "two unknown bodies"],
    ["Tỉnh ủy Thừa Thiên Huế", "Thành ủy Huế", "different", "before and after 01/01/2025"],
  ])("%j and %j: %s, %s", (a, b, expected) => {
    expect([compareIssuers(a, b), compareIssuers(b, a)]).toEqual([expected, expected]);
  });

  it("finds every name the same as itself and its aliases, whatever it is given", () => {
    for (const { name, aliases, english } of BODIES) {
      for (const alias of [name, ...aliases, ...english])
        expect([alias, compareIssuers(name, alias)]).toEqual([alias, "same"]);
    }
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        expect(compareIssuers(name, name)).toBe("same");
      }),
    );
  });
});

describe("issuersOfSuffix", () => {
  it.each<[suffix: string, expected: string[], reason: string]>([
    ["TW", ["Ban Chấp hành Trung ương", "Bộ Chính trị", "Ban Bí thư"], "three bodies sign alike"],
    ["BTCTW", ["Ban Tổ chức Trung ương"], "a commission"],
    ["UBKTTW", ["Ủy ban Kiểm tra Trung ương"], "a commission"],
    ["BTCTU", ["Ban Tổ chức Tỉnh ủy", "Ban Tổ chức Thành ủy", "Ban Tổ chức Thị ủy"], "a local commission"],
    ["VPHU", ["Văn phòng Huyện ủy"], "a district office"],
    ["QH15", ["Quốc hội"], "with the number of its term"],
    ["TTg", ["Thủ tướng Chính phủ"], "the state"],
    ["XYZ", [], "nobody known"],
    ["", [], "nothing"],
  ])("%j: %j, %s", (suffix, expected) => expect(issuersOfSuffix(suffix)).toEqual(expected));

  it("takes a suffix typed without diacritics", () => {
    expect(issuersOfSuffix("DUK")).toEqual(issuersOfSuffix("ĐUK"));
    expect(issuersOfSuffix("ĐUK")).toContain("Ban Thường vụ Đảng ủy");
  });

  it("leaves open whose TƯ is", () => {
    expect(issuersOfSuffix("TƯ")).toEqual([...issuersOfSuffix("TW"), ...issuersOfSuffix("TU")]);
  });
});

describe("isPartySuffix", () => {
  it.each(["TW", "TU", "TƯ", "T.W", "HU", "ĐU", "ĐUK", "DUK", "CB", "ĐH", "TGV", "BTCTW", "UBKTTU", "QUTW", "VPQU"])(
    "%s is",
    (suffix) => {
      expect(isPartySuffix(suffix)).toBe(true);
    },
  );

  it.each(["CP", "TTg", "UBND", "BNV", "QH15", "BTL", "CĐKT", "TWĐTN", ""])("%s is not", (suffix) => {
    expect(isPartySuffix(suffix)).toBe(false);
  });
});

describe("readIssuer", () => {
  it.each<[text: string, expected: string | undefined, reason: string]>([
    ["Bộ Chính trị về", "Bộ Chính trị", "up to the end of the name"],
    ["Ban Tổ chức TƯ về", "Ban Tổ chức Trung ương", "TƯ"],
    ["Ban Tổ chức TU", "Ban Tổ chức TU", "TU is no Trung ương, so as printed"],
    ["Đảng ủy Khối các cơ quan Trung ương", "Đảng ủy Khối các cơ quan Trung ương", "a bloc"],
    ["Đảng ủy Khối và Ban Tổ chức", "Đảng ủy Khối", "up to another body"],
    ["Ban Cán sự đảng Bộ Công Thương về", "Ban Cán sự đảng Bộ Công Thương", "unknown, up to the title"],
    ["Ban Chỉ đạo Trung ương đã họp", "Ban Chỉ đạo Trung ương", "unknown, up to a verb"],
    ["Trung ương 6", undefined, "a plenum is no body"],
    ["Nguyễn Văn An", undefined, "a person"],
    ["đảng viên", undefined, "a common noun"],
  ])("%j: %s, %s", (text, expected) => expect(readIssuer(text, fold(text), 0)?.name).toBe(expected));
});

describe("the tables", () => {
  it("name every body once", () => {
    const names = [...BODIES, ...ORGANS, ...SEATS].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it("have the 63 provinces and cities of before 01/7/2025, and the 34 since", () => {
    const names = PLACES.flatMap(({ name, absorbed }) => [name, ...absorbed]);
    expect(PLACES).toHaveLength(34);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name !== "Huế")).toHaveLength(63);
  });
});

describe("placeIn", () => {
  it.each<[text: string, expected: string | null, reason: string]>([
    ["Tỉnh ủy Hà Tĩnh", "Hà Tĩnh", "a province"],
    ["TỈNH ỦY HÀ TĨNH", "Hà Tĩnh", "in capitals"],
    ["Tỉnh uỷ Thanh Hoá", "Thanh Hóa", "newer tone placement"],
    ["tinh uy hoa binh", "Hòa Bình", "without diacritics, behind what has a place"],
    ["hoa binh", null, "without diacritics it may be peace"],
    ["Hoa Binh", "Hòa Bình", "written as a name"],
    ["vì hòa bình", null, "peace"],
    ["Thành ủy TP. Hồ Chí Minh", "Thành phố Hồ Chí Minh", "a city"],
    ["tư tưởng Hồ Chí Minh", null, "the man"],
    ["Tỉnh ủy Bà Rịa-Vũng Tàu", "Bà Rịa - Vũng Tàu", "a dash without spaces"],
    ["Tỉnh ủy Đắc Lắc", "Đắk Lắk", "another spelling"],
    ["Tỉnh ủy Thừa Thiên - Huế", "Thừa Thiên Huế", "as it was called"],
    ["Thành ủy Huế", "Huế", "as it is called"],
    ["Thái Bình Dương", "Thái Bình", "an ocean: nothing tells it from the province"],
    ["Bộ Chính trị", null, "no place"],
  ])("%j: %s, %s", (text, expected) => expect(placeIn(text)).toBe(expected));

  it("finds every place by its own name", () => {
    for (const { name, absorbed } of PLACES) {
      for (const place of [name, ...absorbed]) expect(placeIn(`Tỉnh ủy ${place}`)).toBe(place);
    }
  });
});
