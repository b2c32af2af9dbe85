import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../src/core/text.ts";
import { createRestore } from "../../src/search/restore.ts";
import { spellingsOf } from "../../src/search/spellings.ts";

/** Restores by how often syllables and pairs stand in these sentences. */
function restoreBy(...sentences: readonly string[]) {
  const counts = new Map<string, number>();
  for (const sentence of sentences) {
    const words = sentence.split(" ");
    const pairs = words.slice(1).map((word, at) => `${words[at]} ${word}`);
    for (const term of new Set([...words, ...pairs])) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return createRestore({
    frequencies: async (terms) =>
      new Map(terms.flatMap((term) => (counts.has(term) ? [[term, counts.get(term) ?? 0]] : []))),
  });
}

describe("spellingsOf", () => {
  it.each(["đảng", "viên", "nghị", "quyết", "người", "được", "tuyên", "giáo", "ủy", "hoà", "đ", "y", "khuỷu"])(
    "has %j among the spellings of what is left of it without marks",
    (syllable) => {
      const plain = fold(syllable);
      expect(spellingsOf(plain).map(fold)).toEqual(spellingsOf(plain).map(() => plain));
      if (/[aeiouy]/.test(plain)) expect(spellingsOf(plain)).toContain(syllable === "hoà" ? "hòa" : syllable);
    },
  );

  it.each(["213", "nq", "duk", "xyz", "email1"])("leaves %j alone", (word) => {
    expect(spellingsOf(word)).toContain(word);
  });
});

describe("restoring diacritics", () => {
  it("takes the spelling that the library has", async () => {
    const restore = restoreBy("đảng viên nơi cư trú");
    expect(await restore("dang vien noi cu tru")).toBe("đảng viên nơi cư trú");
  });

  it("takes of two spellings the one that stands beside its neighbours", async () => {
    const restore = restoreBy("cán bộ công chức", "cán bộ công chức", "công chúng", "bổ nhiệm cán bộ");
    expect(await restore("bo nhiem can bo")).toBe("bổ nhiệm cán bộ");
  });

  it("knows how people ask, though no document does", async () => {
    const restore = restoreBy("bảo vệ", "nhiều đảng viên", "bảo đảm nhiều việc");
    expect(await restore("co bao nhieu dang vien")).toMatch(/bao nhiêu đảng viên$/);
  });

  it("keeps capitals, signs and what no library knows", async () => {
    const restore = restoreBy("đảng viên");
    expect(await restore("Dang VIEN: qwerty 12/3?")).toBe("Đảng VIÊN: qwerty 12/3?");
  });

  it("changes nothing but marks: the text stays as long as it was", async () => {
    const restore = restoreBy("đảng viên nơi cư trú", "nghị quyết của đảng bộ", "người được kết nạp");
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.constantFrom(..."dang vien noi cu tru nghi quyet nguoi duoc ket nap 213 QD ?!, 😀 e\u0301".split(" ")),
        ),
        async (words) => {
          const text = words.join(" ").normalize("NFC");
          const restored = await restore(text);
          expect(restored).toHaveLength(text.length);
          expect(fold(restored)).toBe(fold(text));
        },
      ),
    );
  });
});
