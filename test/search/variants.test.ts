import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../src/core/text.ts";
import { rewordingFor } from "../../src/search/rewording.ts";
import { SENSES, SYNONYMS } from "../../src/search/synonyms.ts";
import { variantsOf } from "../../src/search/variants.ts";

/** What a library that has just these pairs of words may write otherwise. */
async function written(question: string, ...pairs: readonly string[]) {
  const frequencies = async (terms: readonly string[]) =>
    new Map(terms.filter((term) => pairs.includes(term)).map((term) => [term, 1]));
  return (await variantsOf(question, { frequencies })).map((variant) => `${variant.written} = ${variant.asked}`);
}

describe.each([
  ["SYNONYMS", SYNONYMS],
  ["SENSES", SENSES],
])("the list %s", (_, list) => {
  it("has each wording once, in lower case, and no other wording of its own", () => {
    const asked = list.map(([wording]) => wording);
    expect(new Set(asked).size).toBe(asked.length);
    for (const [wording, ...written] of list) {
      expect([wording, ...written].map((words) => words.toLowerCase().normalize("NFC"))).toEqual([wording, ...written]);
      expect(wording.split(" ").length).toBeLessThanOrEqual(4);
      expect(written.length).toBeGreaterThan(0);
      expect(written).not.toContain(wording);
    }
  });
});

describe("variantsOf", () => {
  it("gives the short form of a full one", async () => {
    expect(await written("tổ chức cơ sở đảng họp")).toContain("tccsđ = tổ chức cơ sở đảng");
  });

  it("gives all that an abbreviation can stand for", async () => {
    expect(await written("CB giỏi")).toEqual(["cán bộ = cb", "chi bộ = cb"]);
  });

  it("gives what texts write for the words of people", async () => {
    expect(await written("ai điều hành cuộc họp")).toEqual(["chủ trì = điều hành", "hội nghị = cuộc họp"]);
  });

  it("takes the longest of them, and nothing that the question has itself", async () => {
    expect(await written("chi bộ lập mới")).toEqual(["thành lập mới = lập mới"]);
    expect(await written("cuộc họp và hội nghị")).toEqual([]);
  });

  it("never takes a syllable for an abbreviation", async () => {
    expect(await written("đảng ủy, thường trực Trung ương", "trực tư", "trực tw")).not.toContain("tư = trung ương");
    expect(await written("đảng ủy họp")).toEqual([]);
  });

  it("takes TW, which is in most numbers, only beside a neighbour that the library has it with", async () => {
    expect(await written("văn phòng Trung ương họp", "phòng tw")).toContain("phòng tw = phòng trung ương");
    expect(await written("văn phòng Trung ương họp", "quỹ tw")).not.toContain("phòng tw = phòng trung ương");
  });

  const numbers: readonly (readonly [question: string, pair: string, variant: string])[] = [
    ["khu phố bốn không", "4 không", "4 không = bốn không"],
    ["khu phố 4 không", "bốn không", "bốn không = 4 không"],
    ["khu phố “bốn không”", "phố 4", "phố 4 = phố bốn"],
    ["có 5 tiêu chí", "05 tiêu", "05 tiêu = 5 tiêu"],
    ["có 05 tiêu chí", "năm tiêu", "năm tiêu = 05 tiêu"],
    ["mười lăm tiêu chí", "15 tiêu", "15 tiêu = mười lăm tiêu"],
    ["hai mươi mốt tiêu chí", "21 tiêu", "21 tiêu = hai mươi mốt tiêu"],
    ["21 tiêu chí", "mốt tiêu", "hai mươi mốt tiêu = 21 tiêu"],
    ["nhiệm kỳ khóa XI", "khóa 11", "khóa 11 = khóa xi"],
    ["nhiệm kỳ khoá 11", "khóa xi", "khóa xi = khóa 11"],
    ["lần thứ tư", "thứ iv", "thứ iv = thứ tư"],
    ["trong quý 2", "quý ii", "quý ii = quý 2"],
  ];
  it.each(numbers)("reads %j with %j in the library: %s", async (question, pair, variant) => {
    expect(await written(question, pair)).toContain(variant);
    expect(await written(question)).toEqual([]);
  });

  const noNumbers: readonly (readonly [question: string, pair: string, why: string])[] = [
    ["trong năm nay", "trong 5", "a year"],
    ["năm 2031", "5 2031", "a year"],
    ["một số nơi", "1 số", "an article"],
    ["kinh tế tư nhân", "tế 4", "private"],
    ["trong 5 năm", "trong năm", "five that would read as a year"],
    ["ngày 5/9", "5 9", "a date"],
    ["đạt 4,5 điểm", "4 điểm", "a fraction"],
    ["vi phạm x", "6 phạm", "no Roman numeral"],
    ["khóa XI, 5 người", "xi 5", "two sentences' worth"],
  ];
  it.each(noNumbers)("has none for %j, even with %j in the library: %s", async (question, pair) => {
    expect(await written(question, pair)).toEqual([]);
  });
});

describe("rewordingFor", () => {
  const variants = [
    { written: "tccsđ", asked: "tổ chức cơ sở đảng" },
    { written: "4 không", asked: "bốn không" },
    { written: "cán bộ", asked: "cb" },
  ];

  it("puts whole words alone into those of the question", () => {
    const reword = rewordingFor(variants, "words");
    expect(reword?.reword(" các tccsđ có 4 không ")).toBe(" các tổ chức cơ sở đảng có bốn không ");
    expect(reword?.reword(" 14 không tccsđk ")).toBe(" 14 không tccsđk ");
  });

  it("does so in folded texts", () => {
    expect(rewordingFor(variants, "folded")?.reword("cac tccsd")).toBe("cac to chuc co so dang");
  });

  it("is none where nothing may be written otherwise", () => {
    expect(rewordingFor([], "words")).toBeNull();
  });

  it("leaves every text that has nothing of it as it is", () => {
    const reword = rewordingFor(variants, "folded");
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        const folded = fold(text);
        if (!/tccs|4 khong|can bo/.test(folded)) expect(reword?.reword(folded)).toBe(folded);
      }),
    );
  });
});
