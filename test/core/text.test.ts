import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, hasDiacritics, matchForm, normalise, tokenise, wordsOf } from "../../src/core/text.ts";

const anyText = fc.string({ unit: "binary", maxLength: 60 });
const vietnamese = fc
  .array(
    fc.constantFrom(
      ..."aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊÔƠƯQUY \u0300\u0301\u0303\u0309\u0323".split(""),
      ...["oà", "uỷ", "ÔNG", "uý", "\u00ad", "\u200b", "\u00a0", "\r\n"],
    ),
    { maxLength: 40 },
  )
  .map((letters) => letters.join(""));
const texts = fc.oneof(anyText, vietnamese);

describe("normalise", () => {
  it.each<[typed: string, canonical: string, reason: string]>([
    ["Đảng ủy".normalize("NFD"), "Đảng ủy", "decomposed letters"],
    ["Tỉnh\u00a0ủy", "Tỉnh ủy", "a non-breaking space"],
    ["Tỉnh\u202fủy\u3000Hà\u2009Tĩnh", "Tỉnh ủy Hà Tĩnh", "spaces of other widths"],
    ["a\tb", "a b", "a tabulator"],
    ["đảng\u00ad viên", "đảng viên", "a soft hyphen"],
    ["đảng\u200bviên", "đảngviên", "a zero-width space"],
    ["\ufeffQuy định", "Quy định", "a byte order mark"],
    ["\u202aQĐ\u202c \u2066213\u2069", "QĐ 213", "direction marks of both generations"],
    ["a\u0000b\u0007", "ab", "control characters"],
    ["a\r\nb\rc", "a\nb\nc", "line ends of Windows and old Macs"],
    ["a\u2028b\u2029c\u0085d", "a\nb\nc\nd", "line ends of Unicode"],
    ["a\u000bb\u000cc", "a\nb\nc", "a line end inside a paragraph, and a page end"],
    ["a\u0301\u200b", "á", "a mark and something invisible"],
    ["e\u200b\u0301", "é", "something invisible before a mark"],
    ["  a  b ", "  a  b ", "spaces stay as many as they are"],
    ["uỷ và ủy", "uỷ và ủy", "the spelling is quoted as it is printed"],
    ["“18” – 19…", "“18” – 19…", "punctuation stays"],
    ["😀 Đ", "😀 Đ", "characters beyond the first plane stay"],
  ])("%j → %j: %s", (typed, canonical) => expect(normalise(typed)).toBe(canonical));

  it("gives composed text, and the same again when it is given that", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const canonical = normalise(text);
        expect(canonical).toBe(canonical.normalize("NFC"));
        expect(normalise(canonical)).toBe(canonical);
      }),
      { numRuns: 500 },
    );
  });
});

describe("fold", () => {
  it.each<[text: string, folded: string, reason: string]>([
    ["Đảng uỷ", "dang uy", "đ, tone and letter marks"],
    ["QUY ĐỊNH", "quy dinh", "capitals"],
    ["ĂÂÊÔƠƯ ăâêôơư", "aaeoou aaeoou", "letter marks"],
    ["ằẵẳắặ ệ ợ ự", "aaaaa e o u", "two marks on a letter"],
    ["Đảng".normalize("NFD"), "dang", "decomposed letters"],
    ["QÐ", "qd", "the Icelandic letter of old fonts"],
    ["İ ß ﬁ", "i ß ﬁ", "letters that would grow longer stay one"],
    ["213-QĐ/TW", "213-qd/tw", "digits and signs"],
  ])("%s → %s: %s", (text, folded) => expect(fold(text)).toBe(folded));

  it("keeps the length of composed text", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const composed = text.normalize("NFC");
        expect(fold(composed)).toHaveLength(composed.length);
      }),
      { numRuns: 500 },
    );
  });

  it("leaves no mark on any Vietnamese letter, and changes nothing more when applied again", () => {
    const letters = [..."aăâeêioôơuưyđ"].flatMap((base) => {
      return ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"].map((tone) => (base + tone).normalize("NFC"));
    });
    for (const letter of letters.filter((each) => each.length === 1)) {
      expect(fold(letter)).toMatch(/^[a-z]$/);
      expect(fold(letter.toUpperCase())).toBe(fold(letter));
      expect(hasDiacritics(fold(letter))).toBe(false);
    }
    expect(letters.filter((each) => each.length === 1)).toHaveLength(73);
  });
});

describe("matchForm", () => {
  it.each<[text: string, form: string, reason: string]>([
    ["Uỷ", "ủy", "uỷ is ủy"],
    ["ỦY", "ủy", "capitals"],
    ["hoà", "hòa", "oa"],
    ["HOÀ", "hòa", "oa in capitals"],
    ["xoá bỏ", "xóa bỏ", "oa with another tone"],
    ["khoẻ", "khỏe", "oe"],
    ["thuỷ", "thủy", "uy"],
    ["Thuý", "thúy", "uy at a name"],
    ["Thúy", "thúy", "the older spelling stays"],
    ["tuỳ", "tùy", "uy with grave"],
    ["quý", "quý", "the u of qu is no vowel"],
    ["quỳ", "quỳ", "qu with grave"],
    ["Quỹ", "quỹ", "qu with tilde"],
    ["qua", "qua", "no tone"],
    ["giờ", "giờ", "another vowel"],
    ["hoàn", "hoàn", "a consonant follows: both spellings agree"],
    ["thuyền", "thuyền", "three vowels"],
    ["khuỷu", "khuỷu", "a vowel follows"],
    ["ngoèo", "ngoèo", "a vowel follows oe"],
    ["loà xoà,", "lòa xòa,", "before space and comma"],
    ["hoà".normalize("NFD"), "hòa", "decomposed letters"],
    ["QÐ", "qđ", "the Icelandic letter of old fonts"],
  ])("%s → %s: %s", (text, form) => expect(matchForm(text)).toBe(form));

  it("keeps the length of composed text", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const composed = text.normalize("NFC");
        expect(matchForm(composed)).toHaveLength(composed.length);
      }),
      { numRuns: 500 },
    );
  });

  it("is the same for both placements of every tone", () => {
    const pairs = [
      ["oà oá oả oã oạ", "òa óa ỏa õa ọa"],
      ["oè oé oẻ oẽ oẹ", "òe óe ỏe õe ọe"],
      ["uỳ uý uỷ uỹ uỵ", "ùy úy ủy ũy ụy"],
    ];
    for (const [newer = "", older = ""] of pairs) expect(matchForm(newer)).toBe(matchForm(older));
  });
});

describe("tokenise", () => {
  it("gives syllables and numbers", () => {
    expect(tokenise("Quy định 213-QĐ/TW, Uỷ ban.").map(({ text }) => text)).toEqual(
      "quy định 213 qđ tw ủy ban".split(" "),
    );
  });

  it("parts every text at what is no letter, mark or digit of any script", () => {
    const anyChar = fc.integer({ min: 0, max: 0x2fff }).map((code) => String.fromCharCode(code));
    const latin = fc.integer({ min: 0, max: 0x24f }).map((code) => String.fromCharCode(code));
    const mixed = fc.oneof(texts, fc.string({ unit: anyChar }), fc.string({ unit: latin }));
    fc.assert(
      fc.property(mixed, (text) => {
        const expected = matchForm(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
        expect(wordsOf(text)).toEqual(expected);
        expect(tokenise(text).map((token) => token.text)).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it("gives spans whose text is the token", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const canonical = normalise(text);
        for (const token of tokenise(canonical)) {
          expect(matchForm(canonical.slice(token.start, token.end))).toBe(token.text);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("hasDiacritics", () => {
  it.each<[text: string, marked: boolean]>([
    ["đ", true],
    ["ư", true],
    ["ệ", true],
    ["Ủy".normalize("NFD"), true],
    ["quy dinh 213", false],
    ["213-QD/TW", false],
    ["“” – … 😀", false],
    ["3 × 4 ÷ 2", false],
    ["", false],
  ])("%j: %s", (text, marked) => expect(hasDiacritics(text)).toBe(marked));
});
