import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printedDate } from "../../src/citation/dates.ts";
import { findReferences } from "../../src/citation/find.ts";
import { type Citable, formatCitation, formatFullCitation, formatShort } from "../../src/citation/format.ts";
import { KINDS } from "../../src/citation/kinds.ts";
import { OPEN } from "../../src/core/reference.ts";
import { heldDocument } from "../fakes/held-documents.ts";

const whole = { kind: "Quy định", number: "213-QĐ/TW", issuer: "Bộ Chính trị", issuedOn: "2020-01-02" };
const titled = { ...whole, title: "Về nơi cư trú" };
const plenum = {
  ...{ kind: "Nghị quyết", number: null, serial: "", name: "Hội nghị Trung ương 4 khóa XII" },
  ...{ issuer: "Ban Chấp hành Trung ương", issuedOn: "2016-10-30", title: null },
};

describe("formatCitation", () => {
  it.each([
    [whole, "Quy định số 213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị"],
    [{ ...whole, kind: null }, "213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị"],
    [{ ...whole, number: null }, "Về nơi cư trú, ngày 02/01/2020 của Bộ Chính trị"],
    [{ ...whole, issuedOn: null }, "Quy định số 213-QĐ/TW của Bộ Chính trị"],
    [{ ...whole, issuer: null }, "Quy định số 213-QĐ/TW, ngày 02/01/2020"],
    [{}, "Về nơi cư trú"],
  ])("what is known of %j is cited as %s", (facts, expected) => {
    const { directive } = heldDocument({ id: "a", title: "Về nơi cư trú", ...facts }, [{ text: "Điều 1." }]);
    expect(formatCitation(directive)).toBe(expected);
  });

  it.each<[facts: Citable, expected: string]>([
    [{ ...titled, number: null, serial: "213" }, "Quy định số 213, ngày 02/01/2020 của Bộ Chính trị"],
    [{ ...titled, kind: "Kế hoạch", number: null, serial: "3", issuedOn: null, issuer: null }, "Kế hoạch số 03"],
    [{ ...titled, kind: null, number: null, serial: "213", symbol: "QĐ", issuedOn: null, issuer: null }, "QĐ 213"],
    [plenum, "Nghị quyết Hội nghị Trung ương 4 khóa XII, ngày 30/10/2016"],
    [
      { ...plenum, number: "04-NQ/TW", serial: "4" },
      "Nghị quyết số 04-NQ/TW, ngày 30/10/2016 của Hội nghị Trung ương 4 khóa XII",
    ],
    [{ ...OPEN, serial: "", kind: "Điều lệ Đảng", name: "Điều lệ Đảng" }, "Điều lệ Đảng"],
    [{ ...titled, kind: "Luật", number: "117/2025/QH15", issuer: null, issuedOn: null }, "Luật số 117/2025/QH15"],
  ])("a reference %j is cited as %s", (facts, expected) => expect(formatCitation(facts)).toBe(expected));
});

describe("formatFullCitation", () => {
  const cited = "Quy định số 213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị";
  it.each<[title: string | null, expected: string, reason: string]>([
    ["Về nơi cư trú", `${cited} về nơi cư trú`, "a title goes on in small letters"],
    ["về nơi cư trú", `${cited} về nơi cư trú`, "as it is printed in a sentence"],
    ["Ban hành Quy chế làm việc", `${cited} ban hành Quy chế làm việc`, "what a decision does"],
    ["Một số vấn đề về nơi cư trú", `${cited} một số vấn đề về nơi cư trú`, "another form of titles"],
    ["VỀ NƠI CƯ TRÚ", `${cited} VỀ NƠI CƯ TRÚ`, "capitals stay"],
    [
      "Những điều đảng viên không được làm",
      `${cited} “Những điều đảng viên không được làm”`,
      "no phrase of a sentence",
    ],
    ["Về kiểm điểm; xếp loại", `${cited} “Về kiểm điểm; xếp loại”`, "a stop inside"],
    [null, cited, "no title"],
  ])("%j: %s, %s", (title, expected) => expect(formatFullCitation({ ...whole, title })).toBe(expected));

  it("does not say twice the title that stands in for the name", () => {
    expect(formatFullCitation({ ...titled, number: null })).toBe("Về nơi cư trú, ngày 02/01/2020 của Bộ Chính trị");
  });
});

describe("formatShort", () => {
  it.each<[facts: Citable, expected: string]>([
    [titled, "Quy định 213-QĐ/TW"],
    [{ ...titled, kind: null }, "213-QĐ/TW"],
    [{ ...titled, number: null, serial: "213" }, "Quy định 213"],
    [{ ...titled, kind: "Kế hoạch", number: null, serial: "3" }, "Kế hoạch 03"],
    [{ ...titled, kind: null, number: null, serial: "5", symbol: "KL" }, "KL 05"],
    [plenum, "Nghị quyết Hội nghị Trung ương 4 khóa XII"],
    [{ ...plenum, kind: null }, "Hội nghị Trung ương 4 khóa XII"],
    [{ ...titled, number: null }, "Về nơi cư trú"],
    [{ ...OPEN, serial: "" }, ""],
  ])("%j is cited again as %s", (facts, expected) => expect(formatShort(facts)).toBe(expected));
});

describe("whatever is cited", () => {
  const kinds = KINDS.filter(({ symbols, only }) => symbols.length > 0 && only !== "state");
  const suffixes = ["TW", "TU", "ĐUK", "BTCTW", "UBKTTU", "HU", "ĐU"];
  const party = fc
    .tuple(fc.constantFrom(...kinds), fc.integer({ min: 1, max: 99_999 }), fc.constantFrom(...suffixes))
    .map(([{ name, symbols }, serial, suffix]) => ({
      kind: name,
      serial: `${serial}`,
      symbol: symbols[0] ?? "",
      suffix,
    }))
    .map((facts) => ({ ...facts, number: `${facts.serial.padStart(2, "0")}-${facts.symbol}/${facts.suffix}` }));
  const day = fc
    .date({ min: new Date("1930-02-03"), max: new Date("2199-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const issuer = fc.constantFrom(
    ...["Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành Trung ương", "Tỉnh ủy Hà Tĩnh", "Ban Thường vụ Tỉnh ủy Nghệ An"],
    ...["Ban Tổ chức Trung ương", "Ban Thường vụ Đảng ủy Khối", "Đảng ủy xã Kỳ Anh", "Ban Cán sự đảng Bộ Công Thương"],
  );
  const words =
    "công tác cán bộ trách nhiệm nêu gương của đảng viên chức năng, nhiệm vụ, quyền hạn quản lý tổ chức đảng".split(
      " ",
    );
  const title = fc
    .array(fc.constantFrom(...words), { minLength: 3, maxLength: 20 })
    .map((some) => `về ${some.join(" ")}`)
    .filter((text) => !/(?:,|của)$/.test(text));
  const reference = fc.record({
    facts: party,
    issuedOn: fc.option(day),
    issuer: fc.option(issuer),
    title: fc.option(title),
  });

  it("is read again from its citation as it was", () => {
    fc.assert(
      fc.property(reference, ({ facts, issuedOn, issuer: name, title: about }) => {
        // A body that does not sign so is believed in a dated citation only.
        const cited = {
          ...facts,
          issuedOn: issuedOn ?? (name === null ? null : "2020-01-02"),
          issuer: name,
          title: about,
        };
        const text = formatFullCitation(cited);
        const [found, another] = findReferences(text);
        expect(another).toBeUndefined();
        expect(found?.reference).toMatchObject(cited);
        expect(found?.extent).toEqual({ start: 0, end: text.length });
        expect(formatFullCitation(found?.reference ?? { ...cited, title: null })).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it("is read again from its short citation", () => {
    fc.assert(
      fc.property(party, (facts) => {
        expect(findReferences(formatShort({ ...OPEN, ...facts }))[0]?.reference).toEqual({ ...OPEN, ...facts });
      }),
    );
  });

  it("by its meeting is read again", () => {
    const names = fc.oneof(
      fc
        .tuple(fc.integer({ min: 1, max: 15 }), fc.constantFrom("X", "XI", "XII", "XIII", "XIV"))
        .map(([nth, term]) => ({
          name: `Hội nghị Trung ương ${nth} khóa ${term}`,
          // The name implies who met, but does not say it.
          issuer: null,
          place: null,
        })),
      fc.constantFrom("IX", "XI", "XIII", "XIV").map((nth) => ({ name: `Đại hội ${nth}`, issuer: null, place: null })),
      fc
        .constantFrom("Hà Tĩnh", "Nghệ An", "Đắk Lắk")
        .map((place) => ({ name: `Đại hội Đảng bộ tỉnh ${place} lần thứ XVIII`, issuer: null, place })),
    );
    fc.assert(
      fc.property(names, fc.option(day), (meeting, issuedOn) => {
        const cited = { ...OPEN, serial: "", kind: "Nghị quyết", ...meeting, issuedOn };
        expect(findReferences(formatCitation(cited)).map((found) => found.reference)).toEqual([cited]);
      }),
    );
  });

  it("prints the day that it was given", () => {
    fc.assert(
      fc.property(day, (iso) => {
        expect(formatCitation({ ...titled, issuedOn: iso })).toContain(`ngày ${printedDate(iso)}`);
      }),
    );
  });
});
