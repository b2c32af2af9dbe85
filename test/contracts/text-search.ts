import { beforeEach, describe, expect, it } from "vitest";
import type { PassageStore } from "../../src/core/ports.ts";
import { newDocument } from "./new-document.ts";

const TEXTS = [
  "Ủy ban Kiểm tra Tỉnh uỷ thực hiện Chỉ thị 35-CT/TW về hoà giải.",
  "Điều kiện kết nạp đảng viên dự bị; không kết nạp người đã bị khai trừ.",
  "Đảng viên đóng đảng phí hằng tháng. Đảng phí là nghĩa vụ của đảng viên.",
  "QUYỀN ĐƯỢC THÔNG TIN của đảng viên: đảng viên hỏi, chi bộ trả lời, đảng phí không phải là điều kiện.",
  "Dieu le khong dau.",
];

/** What every `PassageStore` promises of its search for words; part of `testPassageStore`. */
export function testTextSearch(getStore: () => PassageStore): void {
  describe("searchText", () => {
    beforeEach(async () => {
      await getStore().put(newDocument({ id: "a", title: "Mẫu", number: "99-HD/BTCTW" }, TEXTS));
    });

    const words = async (...terms: string[]) => placesOf(await getStore().searchText(terms, "words", 10));
    const folded = async (...terms: string[]) => placesOf(await getStore().searchText(terms, "folded", 10));

    it.each<[string, string[], number[]]>([
      ["a word in any case", ["thông"], [4]],
      ["only as written: another tone is another word", ["điệu"], []],
      ["the new placement of tones in text", ["hòa giải", "tỉnh ủy"], [1]],
      ["the new placement of tones in the question", ["uỷ ban", "hoà giải"], [1]],
      ["a phrase, in this order only", ["phí đảng"], []],
      ["any of the terms", ["khai trừ", "không-có-đâu", "hòa giải"], [1, 2]],
      ["words of title, number and heading", ["99"], [1, 2, 3, 4, 5]],
      ["what has the rarer word, where one of most passages is asked for too", ["viên", "khai trừ"], [2]],
      ["a word of most passages, where nothing else is asked for", ["viên"], [2, 3, 4]],
      ["a number with its signs", ["35-CT/TW"], [1]],
    ])("finds %s", async (_, terms, expected) => {
      expect((await words(...terms)).sort()).toEqual(expected);
    });

    it("finds text with diacritics by a question without any, đ included", async () => {
      expect((await folded("dieu kien", "dieu le")).sort()).toEqual([2, 4, 5]);
      expect(await folded("quyen duoc thong tin")).toEqual([4]);
    });

    it.each([
      '"',
      '"đảng',
      "NOT",
      "đảng NOT phí",
      "*",
      "đ*",
      "(",
      "a:b",
      "words : x",
      "^đảng",
      "{a b}",
      "--",
      "'",
      "",
      " ",
      "%",
    ])("reads %j as words, not as a query language", async (term) => {
      expect(Array.isArray(await words(term, "hòa giải"))).toBe(true);
      expect(await words(term, "hòa giải")).toContain(1);
    });

    it("finds nothing for nothing", async () => {
      expect(await words()).toEqual([]);
      expect(await words("", "…", "?!")).toEqual([]);
    });

    it("puts the best first, with a higher score", async () => {
      const hits = await getStore().searchText(["đảng phí"], "words", 10);
      expect(placesOf(hits)).toEqual([3, 4]);
      expect(hits[0]?.score).toBeGreaterThan(hits[1]?.score ?? Number.POSITIVE_INFINITY);
      expect(hits[1]?.score).toBeGreaterThan(0);
    });

    it("gives at most as many as asked for", async () => {
      expect(await getStore().searchText(["đảng viên"], "words", 2)).toHaveLength(2);
    });

    it("takes hundreds of terms", async () => {
      const terms = Array.from({ length: 400 }, (_, at) => `từ ${at}`);
      expect(await words(...terms, "hòa giải")).toContain(1);
    });
  });

  describe("frequencies", () => {
    it("counts the passages in whose own text a term stands", async () => {
      await getStore().put(newDocument({ id: "a", title: "Đảng phí" }, TEXTS));
      expect(Object.fromEntries(await getStore().frequencies(["phí", "ủy", "chưa"], "words"))).toEqual({
        phí: 2,
        ủy: 1,
      });
      expect(Object.fromEntries(await getStore().frequencies(["phi", "dieu"], "folded"))).toEqual({ phi: 2, dieu: 3 });
    });

    it("counts anew what came, went, or was not there before", async () => {
      const counted = async () => Object.fromEntries(await getStore().frequencies(["phí", "mới"], "words"));
      expect(await counted()).toEqual({});
      await getStore().put(newDocument({ id: "a", title: "Mẫu" }, TEXTS));
      expect(await counted()).toEqual({ phí: 2 });
      await getStore().put(newDocument({ id: "b", title: "Thêm" }, ["Đảng phí mới.", "Mức mới."]));
      expect(await counted()).toEqual({ phí: 3, mới: 2 });
      await getStore().remove("a");
      expect(await counted()).toEqual({ phí: 1, mới: 2 });
    });

    it("has nothing for no terms", async () => {
      expect((await getStore().frequencies([], "words")).size).toBe(0);
    });
  });
}

function placesOf(hits: readonly { readonly passageId: string }[]): number[] {
  return hits.map(({ passageId }) => Number(passageId.split(":")[1]));
}
