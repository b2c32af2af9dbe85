import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode } from "../../ingest/decode.ts";
import { TCVN3, VNI } from "../../ingest/legacy-table.ts";
import { UnreadableFileError } from "../../src/core/errors.ts";

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, isBigEndian: boolean) => {
  const bytes = Buffer.from(text, "utf16le");
  return isBigEndian ? bytes.swap16() : bytes;
};

const backwards = (table: ReadonlyMap<string, string>) => {
  const codes = new Map([...table].reverse().map(([code, letter]) => [letter, code]));
  return (text: string) => Array.from(text, (letter) => codes.get(letter) ?? letter).join("");
};
const tcvn3 = backwards(TCVN3);
const vni = backwards(VNI);
const MARKS: Readonly<Record<string, string>> = {
  "\u0300": "Ì",
  "\u0309": "Ò",
  "\u0303": "Þ",
  "\u0301": "ì",
  "\u0323": "ò",
};
const LETTERS: Readonly<Record<string, string>> = { ă: "ã", đ: "ð", ơ: "õ", ư: "ý", Đ: "Ð" };
/** The letter with its shape, then the tone: as Windows writes it. */
const windows1258 = (text: string) =>
  Array.from(text, (letter) => {
    const tone = /[\u0300\u0309\u0303\u0301\u0323]/.exec(letter.normalize("NFD"))?.[0] ?? "";
    const shape = letter.normalize("NFD").replace(tone, "").normalize("NFC");
    return (LETTERS[shape] ?? shape) + (MARKS[tone] ?? "");
  }).join("");

const tones = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];
const open = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư"].flatMap((vowel) =>
  ["n", "m", ""].filter((end) => end !== "" || !"ăâ".includes(vowel)).map((end) => [vowel, end] as const),
);
const syllable = fc
  .tuple(
    fc.constantFrom("b", "đ", "h", "l", "m", "n", "nh", "s", "t", "th", "tr", "v", "x"),
    fc.constantFrom(...open, ["ươ", "ng"] as const, ["iê", "n"] as const, ["uô", "ng"] as const, ["oa", "n"] as const),
    fc.constantFrom(...tones),
  )
  .map(([onset, [vowel, end], tone]) => (onset + vowel + tone + end).normalize("NFC"));
const sentence = fc
  .array(syllable, { minLength: 40, maxLength: 80 })
  .map((syllables) => `Họp 12-QĐ/TW:\r\n${syllables.join(" ")}.\n“Tổ” – 5%`.normalize("NFC"));

describe.each([
  [
    "TCVN3 (ABC)",
    (text: string) => latin(tcvn3(text).replace("“", "\u0093").replace("”", "\u0094").replace("–", "\u0096")),
  ],
  [
    "VNI-Windows",
    (text: string) => latin(vni(text).replace("“", "\u0093").replace("”", "\u0094").replace("–", "\u0096")),
  ],
  [
    "Windows-1258",
    (text: string) => latin(windows1258(text).replace("“", "\u0093").replace("”", "\u0094").replace("–", "\u0096")),
  ],
])("%s", (name, encode) => {
  it("comes out as it was written, whatever the words", () => {
    fc.assert(
      fc.property(sentence, (text) => {
        const decoded = decode(encode(text), "a.txt");
        expect(decoded.text).toBe(text);
        expect(decoded.notices).toEqual([
          { code: "converted-encoding", message: `read as ${name} and converted to Unicode` },
        ]);
      }),
      { numRuns: 60 },
    );
  });

  it("is converted line by line where other lines are UTF-8", () => {
    fc.assert(
      fc.property(sentence, sentence, (one, other) => {
        const bytes = Buffer.concat([utf8(`${one}\n`), encode(other)]);
        const decoded = decode(bytes, "a.txt");
        expect(decoded.text).toBe(`${one}\n${other}`);
        expect(decoded.notices[0]?.message).toMatch(/^\d of \d lines with marks read as/);
      }),
      { numRuns: 20 },
    );
  });
});

it.each([
  [
    "TCVN3",
    "§¶ng Céng s¶n ViÖt Nam: nghÞ quyÕt, h\u00adíng dÉn, tæ chøc",
    "Đảng Cộng sản Việt Nam: nghị quyết, hướng dẫn, tổ chức",
  ],
  [
    "capitals of TCVN3",
    "§¶NG CéNG S¶N VIÖT NAM\nQuy ®Þnh vÒ tæ chøc vµ CHÝNH s¸ch",
    "ĐẢNG CỘNG SẢN VIỆT NAM\nQuy định về tổ chức và CHÍNH sách",
  ],
  [
    "VNI",
    "Ñaûng Coäng saûn Vieät Nam: nghò quyeát, höôùng daãn, toå chöùc, UÛY BAN, Aán",
    "Đảng Cộng sản Việt Nam: nghị quyết, hướng dẫn, tổ chức, ỦY BAN, Ấn",
  ],
  [
    "Windows-1258",
    "Ðaòng Cộng".replace("ộ", "ôò").replace("aò", "aÒ").concat(" viêòt, hýõìng dâÞn, tôÒ chýìc"),
    "Đảng Cộng việt, hướng dẫn, tổ chức",
  ],
])("knows %s", (_, bytes, text) => expect(decode(latin(bytes), "a.txt").text).toBe(text));

it("has every letter of the tables of TCVN3 and VNI in its place", () => {
  const alphabet = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđĂÂÊÔƠƯĐ";
  expect(tcvn3(alphabet)).toBe("µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊËÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ®¡¢£¤¥¦§");
  expect(vni(alphabet)).toBe(
    "aøaûaõaùaïaêaèaúaüaéaëaâaàaåaãaáaäeøeûeõeùeïeâeàeåeãeáeäìæóíòoøoûoõoùoïoâoàoåoãoáoäôôøôûôõôùôïuøuûuõuùuïööøöûöõöùöïyøyûyõyùîñAÊAÂEÂOÂÔÖÑ",
  );
});

it.each([
  ["little end first", false],
  ["big end first", true],
])("reads UTF-16 without a byte order mark, %s", (_, isBigEndian) => {
  const text = "Nghị quyết số 5 của Đảng ủy.\nHướng dẫn.";
  expect(decode(utf16(text, isBigEndian), "a.txt")).toEqual({ text, notices: [] });
});

it("never converts what is UTF-8, and leaves ASCII alone", () => {
  const text = fc.oneof(sentence, fc.string({ unit: "grapheme", maxLength: 200 }), fc.lorem({ maxCount: 60 }));
  fc.assert(
    fc.property(text, (written) => {
      const plain = written.replace(/[\u0000-\u001f\ufeff]/g, "");
      expect(decode(utf8(plain), "a.txt")).toEqual({ text: plain, notices: [] });
    }),
  );
});

it("takes punctuation of Windows in an English text for what it is", () => {
  expect(decode(latin("It\u0092s \u0093here\u0094."), "a.txt")).toEqual({
    text: "It’s “here”.",
    notices: [{ code: "converted-encoding", message: "read as Windows-1252 and converted to Unicode" }],
  });
});

it.each([
  ["French", "Le comité est réuni à l'école, où les élèves préfèrent naître et être fâchés après la forêt."],
  ["German", "Für Schüler größer: über schöne Türen, fünf Mädchen können natürlich süß üben."],
  ["a word that two encodings read as different words", "T\u00f4i"],
  ["noise", "\u00ff\u00fe\u00df\u00f0 \u00b7x\u00a4 \u00bf\u00a1z \u00ffqq\u00fe"],
])("refuses %s with a remedy", (_, text) => {
  expect(() => decode(latin(text), "a.txt")).toThrow(UnreadableFileError);
  expect(() => decode(latin(text), "a.txt")).toThrow(/a\.txt is not UTF-8 text.*save it as UTF-8/);
});
