import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText, codePointLength, shorten, splitText } from "../../src/bot/text-limits.ts";

const withoutSpace = (text: string) => text.replace(/\s/g, "");
const anyText = fc.string({ unit: "grapheme", maxLength: 200 });

describe("cleanText", () => {
  it.each([
    ["decomposed letters are composed", "Điều".normalize("NFD"), "Điều"],
    ["line ends become \\n", "a\r\nb\rc", "a\nb\nc"],
    ["control characters and tabs become spaces", "a\u0000b\tc\u001fd", "a b c d"],
    ["characters that Telegram drops are dropped", "a\u2028b\u202ec\u0333d", "abcd"],
    ["half a surrogate pair cannot be sent", "a\ud83db", "a\ufffdb"],
    ["a whole pair stays", "📄", "📄"],
    ["the ends are trimmed", " \n a \n", "a"],
  ])("%s", (_reason, text, expected) => expect(cleanText(text)).toBe(expected));

  it("changes nothing the second time", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => cleanText(cleanText(text)) === cleanText(text)));
  });
});

describe("splitText", () => {
  it("loses nothing but white space and keeps to the limit", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 50 }), (text, limit) => {
        const parts = splitText(text, limit);
        expect(withoutSpace(parts.join(""))).toBe(withoutSpace(text));
        for (const part of parts) {
          expect(codePointLength(part)).toBeLessThanOrEqual(limit);
          expect(part).toBe(part.trim());
          expect(part).not.toBe("");
        }
      }),
    );
  });

  it.each([
    ["a paragraph before a sentence", "Một hai. Ba.\n\nBốn năm", 20, ["Một hai. Ba.", "Bốn năm"]],
    ["a sentence before a word", "Một hai ba. Bốn năm", 15, ["Một hai ba.", "Bốn năm"]],
    ["a word before a letter", "nghị quyết", 8, ["nghị", "quyết"]],
    ["never inside a surrogate pair", "📄📄📄", 2, ["📄📄", "📄"]],
  ])("cuts at %s", (_reason, text, limit, expected) => expect(splitText(text, limit)).toEqual(expected));
});

describe("shorten", () => {
  it("keeps to the limit, in code points", () => {
    expect([shorten("📄📄📄", 3), shorten("📄📄📄", 2)]).toEqual(["📄📄📄", "📄…"]);
  });
});
