import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findReferences } from "../../src/citation/find.ts";

/** Of every document its number, or as much of it as is known, and who issued it. */
function issuers(text: string): string[] {
  return findReferences(text).map(({ reference: { number, serial, name, issuer } }) => {
    return `${number ?? (serial || name)}: ${issuer ?? "?"}`;
  });
}

type Row = readonly [text: string, expected: readonly string[], reason: string];

const BCT = "Bộ Chính trị";
const BTV = "Ban Thường vụ Tỉnh ủy";

describe("the issuer before a document is", () => {
  it.each<Row>([
    [`${BCT} ban hành Quy định số 213-QĐ/TW`, [`213-QĐ/TW: ${BCT}`], "the subject of the verb"],
    [`${BCT} đã ban hành Quy định số 213-QĐ/TW`, [`213-QĐ/TW: ${BCT}`], "with an aspect"],
    ["BCT khóa XII vừa ký ban hành QĐ số 213-QĐ/TW", [`213-QĐ/TW: ${BCT}`], "abbreviated, with its term, signing"],
    [`${BCT} ra Kế hoạch số 03-KH/TW`, [`03-KH/TW: ${BCT}`], "with another verb"],
    [`Thay mặt ${BCT} ký Quy định số 213-QĐ/TW`, [`213-QĐ/TW: ${BCT}`], "for whom someone signs"],
    [`Ngày 02/01/2020, ${BCT} ban hành Quy định 213`, [`213: ${BCT}`], "behind when it was"],
    [`Việc ${BCT} ban hành Quy định 213`, [`213: ${BCT}`], "in a clause that is a noun"],
    [
      "Ban Tổ chức Trung ương đã ban hành Kế hoạch số 52",
      ["52: Ban Tổ chức Trung ương"],
      "of a number without a suffix",
    ],
    ["Ban Tổ chức T.Ư kịp thời ban hành Công văn số 97", ["97: Ban Tổ chức Trung ương"], "abbreviated"],
    ["bo chinh tri da ban hanh quy dinh so 213-qd/tw", [`213-QĐ/TW: ${BCT}`], "without diacritics"],
    ["Chính phủ ban hành Nghị định số 30/2020/NĐ-CP", ["30/2020/NĐ-CP: Chính phủ"], "of the state"],
    [
      "Hội nghị Trung ương 6 khóa XII đã ban hành Nghị quyết số 18-NQ/TW",
      ["18-NQ/TW: Ban Chấp hành Trung ương"],
      "the body that met",
    ],
    [`tham mưu cho ${BCT} ban hành Kết luận số 28-KL/TW`, [`28-KL/TW: ${BCT}`], "whom others advise"],
    [`tham mưu ${BCT} ban hành Kết luận số 28-KL/TW`, [`28-KL/TW: ${BCT}`], "likewise, without cho"],
    [
      `Thực hiện Nghị quyết số 18-NQ/TW của Ban Bí thư, ${BTV} ban hành Kế hoạch số 10-KH/TU`,
      ["18-NQ/TW: Ban Bí thư", `10-KH/TU: ${BTV}`],
      "not the one of the document before",
    ],
    [
      `Theo ý kiến của ${BTV}, Ban Tổ chức Tỉnh ủy ban hành Hướng dẫn số 05-HD/BTCTU`,
      ["05-HD/BTCTU: Ban Tổ chức Tỉnh ủy"],
      "of two the one that signs so",
    ],
  ])("%j → %j: %s", (text, expected) => expect(issuers(text)).toEqual(expected));
});

describe("the issuer before a document is shared by", () => {
  const three = ["680", "681", "682"].map((serial) => `${serial}-QĐ/TU: ${BTV}`);
  it.each<Row>([
    [
      `${BTV} đã ban hành Quy định số 680-QĐ/TU ngày 16/5/2018 về phân cấp quản lý; Quy định số 681-QĐ/TU về chính sách; Quy định số 682-QĐ/TU`,
      three,
      "all objects of the verb",
    ],
    [`${BTV} ban hành các Quy định số 680, 681-QĐ/TU và Quy định số 682-QĐ/TU`, three, "a list among them"],
    [
      `${BTV} ban hành Quy định 680-QĐ/TU; đồng thời ban hành Quy định 681-QĐ/TU, 682-QĐ/TU`,
      three,
      "the verb said again",
    ],
    [
      `${BTV} ban hành:\n- Quy định 680-QĐ/TU;\n- Quy định 681-QĐ/TU;\n- Quy định 682-QĐ/TU.`,
      three,
      "the items of a list",
    ],
    [
      `${BTV} ban hành nhiều quy định, kết luận quan trọng như: Quy định 680-QĐ/TU, Quy định 681-QĐ/TU, Quy định 682-QĐ/TU`,
      three,
      "examples",
    ],
    [
      `${BTV} ban hành Quy định 680-QĐ/TU phân cấp quản lý cán bộ; Quy định 681-QĐ/TU; Quy định 682-QĐ/TU`,
      three,
      "those behind a title without về",
    ],
    [
      "Tỉnh ủy ban hành Kế hoạch 10-KH/TU thực hiện Nghị quyết 18-NQ/TW; Kế hoạch 11-KH/TU thực hiện Chỉ thị 05-CT/TW, Kế hoạch 12-KH/TU",
      ["10-KH/TU: Tỉnh ủy", "18-NQ/TW: ?", "11-KH/TU: Tỉnh ủy", "05-CT/TW: ?", "12-KH/TU: Tỉnh ủy"],
      "all but what they carry out",
    ],
    [
      `${BCT} ban hành Quy định 205, Quy định 114, Ban Bí thư ban hành Quy định 50`,
      [`205: ${BCT}`, `114: ${BCT}`, "50: Ban Bí thư"],
      "those before another subject",
    ],
  ])("%j → %j: %s", (text, expected) => expect(issuers(text)).toEqual(expected));
});

describe("no issuer before a document is", () => {
  it.each<Row>([
    ["Ban Tổ chức Trung ương tham mưu ban hành Kết luận số 50-KL/TW", ["50-KL/TW: ?"], "who advises"],
    ["Ban Tổ chức Trung ương ban hành Kết luận số 50-KL/TW", ["50-KL/TW: ?"], "who does not sign so"],
    ["Bí thư Tỉnh ủy ký ban hành Quy định số 680-QĐ/TU", ["680-QĐ/TU: ?"], "a person of it"],
    [`${BCT}, Ban Bí thư ban hành Quy định số 132-QĐ/TW`, ["132-QĐ/TW: ?"], "one of two"],
    [`${BCT} và Ban Bí thư đã ban hành Quy định số 132-QĐ/TW`, ["132-QĐ/TW: ?"], "one of two, with và"],
    ["Các tỉnh ủy ban hành Quy định số 680-QĐ/TU", ["680-QĐ/TU: ?"], "many"],
    [`Cấp ủy thảo luận. ${BCT} họp; ban hành Quy định số 213-QĐ/TW`, ["213-QĐ/TW: ?"], "a subject of another verb"],
    ["Tỉnh ủy ban hành Kế hoạch thực hiện Nghị quyết số 05-NQ/TU", ["05-NQ/TU: ?"], "who issues what carries it out"],
    ["Tỉnh ủy ban hành Hướng dẫn Quy định số 680-QĐ/TU", ["680-QĐ/TU: ?"], "who issues guidance on it"],
    [`Quy định 205 được ${BCT} ban hành, Quy định 114`, [`205: ${BCT}`, "114: ?"], "the agent of a passive"],
    [
      `${BCT} ban hành Kết luận số 50-KL/TW để thực hiện Nghị quyết số 18-NQ/TW và Nghị quyết số 19-NQ/TW`,
      [`50-KL/TW: ${BCT}`, "18-NQ/TW: ?", "19-NQ/TW: ?"],
      "who issues what is for it",
    ],
    [
      `${BCT} ban hành Kết luận số 21-KL/TW, yêu cầu các cấp ủy thực hiện Chỉ thị số 10-CT/TW, Kết luận số 18-KL/TW`,
      [`21-KL/TW: ${BCT}`, "10-CT/TW: ?", "18-KL/TW: ?"],
      "who does something else with it",
    ],
    [
      `${BCT} ban hành Kết luận số 21-KL/TW và các cấp ủy nghiêm túc thực hiện; Chỉ thị số 10-CT/TW`,
      [`21-KL/TW: ${BCT}`, "10-CT/TW: ?"],
      "who issued what others carry out",
    ],
    [
      `${BCT} ban hành Quy định số 37-QĐ/TW thực hiện Nghị quyết số 21-NQ/TW, Quy định số 24-QĐ/TW`,
      [`37-QĐ/TW: ${BCT}`, "21-NQ/TW: ?", "24-QĐ/TW: ?"],
      "who may issue what only carries it out",
    ],
    [`${BCT} ban hành Quy định 205. Quy định 114 thì`, [`205: ${BCT}`, "114: ?"], "that of another sentence"],
    [`${BCT} bàn ra Kế hoạch, kỳ Quy định số 213-QĐ/TW`, ["213-QĐ/TW: ?"], "where the verb has other marks"],
  ])("%j → %j: %s", (text, expected) => expect(issuers(text)).toEqual(expected));
});

describe("the issuer behind a list is", () => {
  const three = ["105", "89", "90"].map((serial) => `${serial}-QĐ/TW: ${BCT}`);
  it.each<Row>([
    [`Quy định số 105-QĐ/TW, Quy định số 89-QĐ/TW, Quy định số 90-QĐ/TW của ${BCT}`, three, "shared by all"],
    [`Quy định 105-QĐ/TW, số 89-QĐ/TW và số 90-QĐ/TW của ${BCT}`, three, "shared where số goes on"],
    [
      "Kết luận 48-KL/TW ngày 26/4/2019 và Kết luận 71-KL/TW ngày 24/3/2020 “về xử lý sai phạm” của Ban Bí thư",
      ["48-KL/TW: Ban Bí thư", "71-KL/TW: Ban Bí thư"],
      "shared over dates and the last one's title",
    ],
    [`Quy định 105-QĐ/TW cùng với Quy định 89-QĐ/TW do ${BCT} ban hành`, three.slice(0, 2), "shared with do"],
    [
      `Quy định 105-QĐ/TW của Ban Bí thư, Quy định 89-QĐ/TW, Quy định 90-QĐ/TW của ${BCT}`,
      ["105-QĐ/TW: Ban Bí thư", ...three.slice(1)],
      "not that of one with its own",
    ],
    [
      "Nghị quyết số 18-NQ/TW và Chỉ thị số 10-CT/TW của Ban Bí thư",
      ["18-NQ/TW: ?", "10-CT/TW: Ban Bí thư"],
      "not that of another kind",
    ],
    [
      `Quy định 680-QĐ/TU và Quy định 105-QĐ/TW của ${BCT}`,
      ["680-QĐ/TU: ?", `105-QĐ/TW: ${BCT}`],
      "not that of another suffix",
    ],
    [
      `Quy định 105-QĐ/TW được thay bằng Quy định 80-QĐ/TW của ${BCT}`,
      ["105-QĐ/TW: ?", `80-QĐ/TW: ${BCT}`],
      "not that of one that is only named near it",
    ],
    [
      `Quy định 105-QĐ/TW về phân cấp, Quy định 89-QĐ/TW của ${BCT}`,
      ["105-QĐ/TW: ?", `89-QĐ/TW: ${BCT}`],
      "not that of one with a title",
    ],
    [
      `Quy định 105-QĐ/TW; Quy định 89-QĐ/TW của ${BCT}`,
      ["105-QĐ/TW: ?", `89-QĐ/TW: ${BCT}`],
      "not shared over a semicolon",
    ],
    [
      `Quy định 105-QĐ/TW, Quy định 89-QĐ/TW (${BCT})`,
      ["105-QĐ/TW: ?", `89-QĐ/TW: ${BCT}`],
      "not shared from a bracket",
    ],
    [
      "triển khai Nghị quyết 18-NQ/TW, Nghị quyết 19-NQ/TW, ngày 25/10/2017 của Tỉnh ủy",
      ["18-NQ/TW: ?", "19-NQ/TW: Tỉnh ủy"],
      "not that of one that does not sign so",
    ],
  ])("%j → %j: %s", (text, expected) => expect(issuers(text)).toEqual(expected));

  it("shared with its meeting, but with neither date nor title", () => {
    const text =
      "Nghị quyết 18-NQ/TW, Nghị quyết 19-NQ/TW ngày 25/10/2017 của Hội nghị Trung ương 6 (khóa XII) về tổ chức";
    const facts = findReferences(text).map(({ reference: { name, issuedOn, title } }) => [name, issuedOn, title]);
    expect(facts).toEqual([
      ["Hội nghị Trung ương 6 khóa XII", null, null],
      ["Hội nghị Trung ương 6 khóa XII", "2017-10-25", "về tổ chức"],
    ]);
  });
});

describe("the extent of a document goes", () => {
  const extents = (text: string) => findReferences(text).map(({ extent }) => text.slice(extent.start, extent.end));

  it("from the issuer before it", () => {
    const text = `Nay ${BCT} ban hành Quy định 205, Quy định 114 và họp.`;
    expect(extents(text)).toEqual([`${BCT} ban hành Quy định 205`, `${BCT} ban hành Quy định 205, Quy định 114`]);
  });

  it("to the issuer behind its list", () => {
    const text = `theo Quy định 105-QĐ/TW, Quy định 89-QĐ/TW của ${BCT} thì`;
    expect(extents(text)).toEqual([`Quy định 105-QĐ/TW, Quy định 89-QĐ/TW của ${BCT}`, `Quy định 89-QĐ/TW của ${BCT}`]);
  });
});

it("whatever the text, an issuer that signs with a known suffix is printed in the extent", () => {
  const pieces =
    "Bộ Chính trị|Ban Bí thư|ban hành|đã|và|, |; |của|Quy định 205-QĐ/TW|Quy định 114-QĐ/TW|Kết luận 21-KL/TW|thực hiện|về tổ chức|do|(|)|. ";
  const texts = fc
    .array(fc.constantFrom(...pieces.split("|")), { maxLength: 14 })
    .map((some) => some.join(" ").replace(/ ([,;.])/g, "$1"));
  fc.assert(
    fc.property(texts, (text) => {
      for (const { reference, extent } of findReferences(text)) {
        if (reference.issuer !== null) expect(text.slice(extent.start, extent.end)).toContain(reference.issuer);
      }
    }),
    { numRuns: 1000 },
  );
});
