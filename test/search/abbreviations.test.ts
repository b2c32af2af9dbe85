import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KINDS } from "../../src/citation/kinds.ts";
import { fold } from "../../src/core/text.ts";
import { ABBREVIATIONS } from "../../src/search/abbreviations.ts";
import { findAbbreviations, findFullForms, inFull } from "../../src/search/in-full.ts";
import { isSyllable } from "../../src/search/syllables.ts";

const shortForms = ABBREVIATIONS.flatMap(({ short }) => short);

describe("the table of abbreviations", () => {
  it("has each short form once", () => {
    expect(shortForms.filter((short, at) => shortForms.indexOf(short) !== at)).toEqual([]);
  });

  it("leaves the symbols of document kinds to those", () => {
    const symbols = KINDS.flatMap((kind) => [...kind.symbols, ...(kind.inferred ?? [])]);
    expect(shortForms.filter((short) => symbols.includes(short))).toEqual([]);
  });

  it("has full forms of Vietnamese syllables in small letters", () => {
    const words = ABBREVIATIONS.flatMap(({ full }) => full).flatMap((full) => full.split(" "));
    expect(words.filter((word) => !isSyllable(word))).toEqual([]);
  });

  it("has short forms that have their letters from the full one", () => {
    const initials = (full: string) =>
      Array.from(full.replace(" và ", " ").split(" "), (word) => fold(word).charAt(0)).join("");
    const foreign = ABBREVIATIONS.flatMap(({ short, full }) =>
      short.filter((form) => {
        const letters = fold(form)
          .replace(/dang/, "d")
          .replace(/[^a-z]/g, "");
        const wanted = full.map((each) => initials(each));
        // TW is "TƯ" as it was once telegraphed, and TU stands for "tỉnh ủy" and "thành ủy" as well.
        return !wanted.some((each) => [each, each.replace(/tu$/, "tw")].includes(letters));
      }),
    );
    expect(foreign).toEqual([]);
  });
});

describe("inFull", () => {
  const cases: readonly (readonly [text: string, full: string, why: string])[] = [
    ["BTV họp mấy lần?", "ban thường vụ họp mấy lần?", "in capitals"],
    ["btv họp mấy lần?", "ban thường vụ họp mấy lần?", "in small letters"],
    ["TCCSD xếp loại gì?", "tổ chức cơ sở đảng xếp loại gì?", "without its marks"],
    ["B.T.V họp", "ban thường vụ họp", "with points"],
    ["BCH TW bầu ai?", "ban chấp hành trung ương bầu ai?", "of two parts"],
    ["văn phòng T.Ư", "văn phòng trung ương", "with a point between"],
    ["Văn phòng TƯ", "Văn phòng trung ương", "a syllable in capitals"],
    ["kinh tế tư nhân", "kinh tế tư nhân", "a syllable in small letters"],
    ["TU ban hành", "TU ban hành", "what stands for several things"],
    ["tu dưỡng, rèn luyện", "tu dưỡng, rèn luyện", "a syllable without marks"],
    ["CB nào được khen?", "CB nào được khen?", "what stands for several things"],
    ["CB, CC, VC nghỉ phép", "cán bộ công chức viên chức nghỉ phép", "with commas"],
    ["ban, co, van, hoi, dang", "ban, co, van, hoi, dang", "syllables"],
    ["khoản c, b", "khoản c, b", "letters of a list"],
    ["số 17-HD/ĐUK", "số 17-HD/ĐUK", "part of a number"],
    ["QĐ, NQ, KL, CT, HD", "QĐ, NQ, KL, CT, HD", "kinds of documents"],
  ];
  it.each(cases)("%j → %j: %s", (text, full) => {
    expect(inFull(text, findAbbreviations(text))).toBe(full);
  });

  it("leaves what is kept", () => {
    expect(findAbbreviations("NQ TW 4 và BTV", [{ start: 0, end: 7 }]).map(({ start }) => start)).toEqual([11]);
  });

  it("finds only what stands in the text, each once, in reading order", () => {
    const pieces = fc.constantFrom(...shortForms, "họp", "ban", "4", ",", ".", "/", "đảng viên");
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join(" ");
        const found = findAbbreviations(text);
        for (const [at, { start, end, meanings }] of found.entries()) {
          expect(start).toBeGreaterThanOrEqual(found[at - 1]?.end ?? 0);
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          expect(meanings.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe("findFullForms", () => {
  it("finds one within another, with marks or without", () => {
    const found = (text: string) => findFullForms(text).map(({ abbreviation }) => abbreviation.short[0]);
    expect(found("Ban Chấp hành Trung ương")).toEqual(["BCH", "BCHTW", "TW", "T.Ư"]);
    expect(found("uy ban kiem tra")).toEqual(["UBKT"]);
    expect(found("cán bộ")).toEqual([]);
  });
});
