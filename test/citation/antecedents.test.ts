import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findAntecedents } from "../../src/citation/antecedents.ts";
import { findReferences } from "../../src/citation/find.ts";
import { type DocumentReference, OPEN } from "../../src/core/reference.ts";

const own: DocumentReference = { ...OPEN, kind: "Quy định", serial: "399", number: "399-QĐ/TW" };

/** `Quy định này = 399`. */
function meant(text: string, self: DocumentReference | null = own): string[] {
  return findAntecedents(text, findReferences(text), self).map(
    ({ reference, span }) => `${text.slice(span.start, span.end)} = ${reference.serial || reference.name}`,
  );
}

type Row = [text: string, expected: string[], reason: string];

const aliases: Row[] = [
  [
    "Quy định số 213-QĐ/TW (sau đây gọi tắt là Quy định 213). Quy định 213 có 5 điều.",
    ["Quy định 213 = 213"],
    "a short number",
  ],
  [
    "Quy định số 213-QĐ/TW (sau đây gọi tắt là “Quy định 213”). Theo Quy định 213, chi bộ họp.",
    ["Quy định 213 = 213"],
    "in quotes",
  ],
  ["Nghị quyết số 18-NQ/TW (sau đây viết tắt là NQ18). Chi bộ học NQ18.", ["NQ18 = 18"], "a symbol and a number"],
  [
    "Quy định số 213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị về nơi cư trú (gọi tắt là Quy định nơi cư trú). Thực hiện Quy định nơi cư trú.",
    ["Quy định nơi cư trú = 213"],
    "words, behind date, issuer and title",
  ],
  [
    "Kết luận số 50-KL/TW về tiếp tục thực hiện Nghị quyết số 18-NQ/TW (sau đây gọi là Kết luận 50). Kết luận 50 yêu cầu.",
    ["Kết luận 50 = 50"],
    "not the document of its title, though that is nearer",
  ],
  [
    "Quy chế số 07-QC/TU, sau đây gọi tắt là Quy chế làm việc, có hiệu lực. Theo Quy chế làm việc và Quy chế làm việc.",
    ["Quy chế làm việc = 7", "Quy chế làm việc = 7"],
    "between commas, used twice",
  ],
  [
    "Quy định số 213-QĐ/TW (sau đây gọi tắt là Quy định 213). Quy định số 213-QĐ/TW nêu rõ.",
    [],
    "in full it is no alias",
  ],
  ["Quy định nơi cư trú có sau Quy định số 213-QĐ/TW (gọi tắt là Quy định nơi cư trú).", [], "before it was given"],
  ["Quy định số 213-QĐ/TW (sau đây gọi tắt là Quy định). Quy định nêu rõ.", [], "a word of every other sentence"],
  ["Quy định số 213-QĐ/TW của Ban Tổ chức (sau đây gọi tắt là Ban). Ban họp.", [], "the name is a body's"],
  [
    "Nghị quyết số 18-NQ/TW (gọi tắt là Nghị quyết bộ máy), Nghị quyết số 19-NQ/TW (gọi tắt là Nghị quyết bộ máy). Học Nghị quyết bộ máy.",
    [],
    "one name for two",
  ],
  [
    "Nghị quyết số 18-NQ/TW, Nghị quyết số 19-NQ/TW (sau đây gọi chung là Nghị quyết bộ máy). Học Nghị quyết bộ máy.",
    [],
    "a name for several",
  ],
  [
    "Quy định số 213-QĐ/TW có hiệu lực. Chi bộ (sau đây gọi tắt là Quy định nhà) họp. Quy định nhà là gì.",
    [],
    "given in another sentence",
  ],
  ["Quy chế số 07-QC/TU (gọi tắt là Quy chế họp). Quy chế họp hành khác.", ["Quy chế họp = 7"], "words behind it"],
];

const thisOne: Row[] = [
  ["Quy định này có hiệu lực từ ngày ký.", ["Quy định này = 399"], "the text itself"],
  ["Văn bản này có hiệu lực.", ["Văn bản này = 399"], "of any kind"],
  ["Theo văn bản này, cấp ủy báo cáo.", ["văn bản này = 399"], "in small letters"],
  ["Quyết định này có hiệu lực.", [], "another kind"],
  ["Các Quy định này có hiệu lực.", [], "several"],
  ["Mọi quy định này đều đúng.", [], "rules in general"],
  ["“Quy định này có hiệu lực.”", [], "quoted"],
  [
    "Quy định số 213-QĐ/TW có hiệu lực. Quy định này có 5 điều.",
    ["Quy định này = 399"],
    "the text itself, whatever it named",
  ],
];

const above: Row[] = [
  ["Nghị quyết số 18-NQ/TW có hiệu lực. Nghị quyết nêu trên được học.", ["Nghị quyết nêu trên = 18"], "nêu trên"],
  ["Hướng dẫn 33 có hiệu lực. Hướng dẫn nói trên được học.", ["Hướng dẫn nói trên = 33"], "nói trên"],
  ["Kết luận số 50-KL/TW có hiệu lực. Kết luận trên được học.", ["Kết luận trên = 50"], "trên alone"],
  ["Kết luận số 50-KL/TW có hiệu lực. Theo Kết luận trên, chi bộ họp.", ["Kết luận trên = 50"], "before a comma"],
  [
    "Kết luận số 50-KL/TW có hiệu lực.\nKết luận đã nêu trên được học.",
    ["Kết luận đã nêu trên = 50"],
    "in the paragraph before",
  ],
  [
    "Nghị quyết 18, Kết luận 50 được học. Nghị quyết nêu trên có hiệu lực.",
    ["Nghị quyết nêu trên = 18"],
    "of its own kind",
  ],
  [
    "Nghị quyết 18 được học. Sau đó có Nghị quyết 19. Nghị quyết nêu trên có hiệu lực.",
    ["Nghị quyết nêu trên = 19"],
    "the last one",
  ],
  [
    "Quy chế số 07-QC/TU (gọi tắt là Quy chế họp). Quy chế số 08-QC/TU mới. Quy chế họp cũ. Quy chế nêu trên được học.",
    ["Quy chế họp = 7", "Quy chế nêu trên = 7"],
    "through an alias",
  ],
  ["Nghị quyết 18 và Nghị quyết 19 được học. Nghị quyết nêu trên có hiệu lực.", [], "two in one breath"],
  ["Nghị quyết số 18, 19-NQ/TW được học. Nghị quyết nêu trên có hiệu lực.", [], "two of one list"],
  ["Nghị quyết 18 được học. Các Nghị quyết nêu trên có hiệu lực.", [], "several"],
  ["Nghị quyết 18 được học. Hai Nghị quyết trên có hiệu lực.".replace("Hai", "hai"), [], "two"],
  ["Nghị quyết 18 được học.\nChi bộ họp.\nNghị quyết nêu trên có hiệu lực.", [], "two paragraphs back"],
  ["Nghị quyết nêu trên có hiệu lực.", [], "none before"],
  ["Nghị quyết 18 được học. Kết luận nêu trên có hiệu lực.", [], "none of its kind"],
  ["Kế hoạch 5 được học. Kế hoạch trên cơ sở đó được làm.", [], "trên cơ sở"],
  ["Kế hoạch 5 được học. Kế hoạch trên địa bàn tỉnh.", [], "trên địa bàn"],
  ["Nghị quyết 18 được học. Văn bản nêu trên có hiệu lực.", [], "of no kind"],
  ["", [], "nothing"],
];

describe("findAntecedents", () => {
  it.each([...aliases, ...thisOne, ...above])("%j → %j: %s", (text, expected) => expect(meant(text)).toEqual(expected));

  it("does not guess what a text is", () => {
    expect(meant("Quy định số 213-QĐ/TW có hiệu lực. Quy định này có 5 điều.", null)).toEqual([]);
  });

  it("tells aliases from back-references", () => {
    const text = "Quy chế số 07-QC/TU (gọi tắt là Quy chế họp). Quy chế họp và Quy chế nêu trên.";
    expect(findAntecedents(text, findReferences(text), null).map(({ form }) => form)).toEqual([
      "alias",
      "back-reference",
    ]);
  });

  it("gives the very reference that was found, and places within the text", () => {
    const words = [
      "Quy định số 213-QĐ/TW",
      "(gọi tắt là Quy định cư trú)",
      "Quy định cư trú",
      "Quy định này",
      "Quy định trên",
      ".",
      "\n",
      "và",
      ",",
    ];
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: "grapheme", maxLength: 5 })), { maxLength: 20 }),
        (parts) => {
          const text = parts.join(" ").normalize("NFC");
          const references = findReferences(text);
          for (const { reference, span } of findAntecedents(text, references, own)) {
            expect([own, ...references.map((found) => found.reference)]).toContain(reference);
            expect(span.start >= 0 && span.start < span.end && span.end <= text.length).toBe(true);
          }
        },
      ),
    );
  });

  it.each([
    "Quy định số 213-QĐ/TW (gọi tắt là Quy định cư trú) ",
    "Quy định này ",
    "Nghị quyết 18. Nghị quyết trên. ",
    "gọi tắt là ",
  ])("ends soon on 100 kB of %j", (words) => {
    expect(meant(words.repeat(100_000 / words.length))).toBeInstanceOf(Array);
  });
});
