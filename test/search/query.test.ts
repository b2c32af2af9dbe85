import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readQuery } from "../../src/search/query.ts";

describe("readQuery", () => {
  it("reads documents, language and terms of a question", () => {
    const query = readQuery("Quy định 213 nói gì?");
    expect(query).toMatchObject({ text: "Quy định 213 nói gì?", language: "vi", field: "words" });
    expect(query.references.map(({ reference }) => reference.serial)).toEqual(["213"]);
  });

  it("has syllables and pairs of neighbours as terms, without repeats", () => {
    expect(readQuery("tinh giản biên chế, tinh giản").terms).toEqual([
      ..."tinh giản biên chế".split(" "),
      "tinh giản",
      "giản biên",
      "biên chế",
      "chế tinh",
    ]);
  });

  it("looks up what was typed without diacritics in text without them", () => {
    expect(readQuery("tinh gian bien che")).toMatchObject({
      field: "folded",
      terms: expect.arrayContaining(["tinh gian"]),
    });
  });

  it("has one spelling for both placements of tone marks", () => {
    expect(readQuery("Uỷ ban khoẻ").terms).toEqual(readQuery("Ủy ban khỏe").terms);
  });

  it.each(["", "   ", "???", "😀", "\n"])("finds no terms and no documents in %j", (text) => {
    expect(readQuery(text)).toMatchObject({ terms: [], references: [] });
  });

  it("never throws, and gives terms without white space at their ends, each once", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const { terms } = readQuery(text);
        expect(new Set(terms).size).toBe(terms.length);
        for (const term of terms) expect(term).toMatch(/^\S+(?: \S+)?$/);
      }),
    );
  });
});
