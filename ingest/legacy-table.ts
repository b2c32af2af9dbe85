/**
 * Encodings of Vietnamese from before Unicode, as they look when their bytes are taken for Windows-1252. Letters that
 * Windows-1252 has in the same place are left out.
 */

/** TCVN 5712-1:1993 from 0xA0 on, as in glibc's TCVN5712-1; TCVN3, of the ABC fonts, is its part without toned capitals. */
export const TCVN3: ReadonlyMap<string, string> = new Map(
  Array.from(
    [
      "\u00a0ĂÂÊÔƠƯĐăâêôơưđẰ",
      "\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ",
      "ẮẦẨẪẤỀặầẩẫấậèỂẻẽ",
      "éẹềểễếệìỉỄẾỒĩíịò",
      "Ổỏõóọồổỗốộờởỡớợù",
      "ỖủũúụừửữứựỳỷỹýỵỐ",
    ].join(""),
    (letter, at) => [String.fromCharCode(0xa0 + at), letter],
  ),
);

// Letters of VNI that are no capital letters themselves but stand for one.
const VNI_LETTERS: Readonly<Record<string, string>> = { Ô: "Ơ", Ö: "Ư" };

/** VNI-Windows: a plain letter and the sign of its marks behind it, or one sign. https://en.wikipedia.org/wiki/VNI#Character_set */
export const VNI: ReadonlyMap<string, string> = new Map([
  ...pairs("AEOUYÔÖ", "ÙØÛÕ", ["\u0301", "\u0300", "\u0309", "\u0303"]),
  ...pairs("AEOUÔÖ", "Ï", ["\u0323"]),
  ...pairs("AEO", "ÂÁÀÅÃÄ", ["", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"], "\u0302"),
  ...pairs("A", "ÊÉÈÚÜË", ["", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"], "\u0306"),
  ...["ÍÍ", "ÌÌ", "ÆỈ", "ÓĨ", "ÒỊ", "ÎỴ", "ÑĐ", "ÔƠ", "ÖƯ"].flatMap(bothCases),
]);

/** Windows-1258 where it is not Windows-1252; marks stand behind their letter. https://encoding.spec.whatwg.org/index-windows-1258.txt */
export const WINDOWS_1258: ReadonlyMap<string, string> = new Map([
  ...["ÃĂ", "ÐĐ", "ÕƠ", "ÝƯ"].flatMap(bothCases),
  ["Ì", "\u0300"],
  ["Ò", "\u0309"],
  ["Þ", "\u0303"],
  ["ì", "\u0301"],
  ["ò", "\u0323"],
  ["þ", "₫"],
]);

/** Every letter with every sign. A capital may have a small sign behind it, where only the first letter was typed as one. */
function pairs(letters: string, signs: string, tones: readonly string[], shape = ""): [string, string][] {
  return Array.from(letters).flatMap((letter) =>
    Array.from(signs).flatMap((sign, at): [string, string][] => {
      const capital = `${VNI_LETTERS[letter] ?? letter}${shape}${tones[at] ?? ""}`.normalize("NFC");
      const small = sign.toLowerCase();
      return [
        [letter + sign, capital],
        [letter + small, capital],
        [letter.toLowerCase() + small, capital.toLowerCase()],
      ];
    }),
  );
}

function bothCases(pair: string): [string, string][] {
  const [from = "", to = ""] = pair;
  return [
    [from, to],
    [from.toLowerCase(), to.toLowerCase()],
  ];
}

/** Windows-1252 from 0x80 to 0x9F; the rest of it is Latin-1. Node's own decoder leaves these out: https://github.com/nodejs/node/issues/56542 */
export const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
export const WINDOWS_1252_START = 0x80;
