import { expect, it } from "vitest";
import { readDocx } from "../../ingest/docx.ts";
import { formatNumber } from "../../ingest/docx-number-format.ts";
import { inList, listLevel, oneList, paragraph, type WordParts, wordFile } from "../fakes/word-files.ts";

/** The paragraphs as they print, with nothing in them but their numbers. */
const linesOf = async (parts: WordParts) => (await readDocx(wordFile(parts), "a.docx")).text.split("\n\n");
const items = (...places: readonly (readonly [list: number, level: number])[]) =>
  places.map(([list, level]) => paragraph("x", inList(list, level))).join("");

it.each([
  ["decimal", 4, "4"],
  ["decimalZero", 4, "04"],
  ["decimalZero", 14, "14"],
  ["upperRoman", 14, "XIV"],
  ["upperRoman", 1999, "MCMXCIX"],
  ["lowerRoman", 9, "ix"],
  // Word counts by the English alphabet: d is followed by e, there is no đ.
  ["lowerLetter", 5, "e"],
  ["lowerLetter", 26, "z"],
  ["lowerLetter", 27, "aa"],
  ["upperLetter", 54, "BBB"],
  ["ordinal", 1, "1st"],
  ["ordinal", 12, "12th"],
  ["ordinal", 22, "22nd"],
  ["vietnameseCounting", 1, "một"],
  ["vietnameseCounting", 15, "mười lăm"],
  ["vietnameseCounting", 21, "hai mươi mốt"],
  ["vietnameseCounting", 100, "100"],
  ["decimalEnclosedParen", 3, "(3)"],
  ["numberInDash", 3, "- 3 -"],
  ["none", 3, ""],
  ["chicago", 3, "3"],
  ["lowerLetter", 0, ""],
  ["lowerLetter", 2_000_000_000, "2000000000"],
])("writes %s %i as %j", (format, value, expected) => expect(formatNumber(value, format)).toBe(expected));

const levels = [
  listLevel(0, "upperRoman", "%1-"),
  listLevel(1, "decimal", "%1.%2.", '<w:suff w:val="space"/>'),
  listLevel(2, "lowerLetter", "%3)", '<w:suff w:val="nothing"/>'),
];

it.each<[string, readonly (readonly [number, number])[], string[]]>([
  [
    "counts each level, anew under every level above",
    [
      [1, 0],
      [1, 1],
      [1, 1],
      [1, 2],
      [1, 1],
      [1, 2],
      [1, 0],
      [1, 1],
    ],
    ["I- x", "I.1. x", "I.2. x", "a)x", "I.3. x", "a)x", "II- x", "II.1. x"],
  ],
  [
    "takes a skipped level for begun",
    [
      [1, 1],
      [1, 0],
      [1, 2],
      [1, 1],
    ],
    ["I.1. x", "II- x", "a)x", "II.2. x"],
  ],
  [
    "numbers nothing for list 0 or a list that is not there",
    [
      [0, 0],
      [9, 0],
    ],
    ["x", "x"],
  ],
])("%s", async (_, places, expected) => {
  expect(await linesOf({ body: items(...places), numbering: oneList(...levels) })).toEqual(expected);
});

const secondList = (...overrides: readonly string[]) =>
  `<w:num w:numId="2"><w:abstractNumId w:val="7"/>${overrides.join("")}</w:num>`;

it.each<[string, string, readonly (readonly [number, number])[], string[]]>([
  [
    "lists of one definition count on from each other",
    secondList(),
    [
      [1, 0],
      [2, 0],
      [1, 0],
    ],
    ["1. x", "2. x", "3. x"],
  ],
  [
    "a list may start anew, once, and lists of its definition go on from there",
    secondList('<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
    [
      [1, 0],
      [2, 0],
      [2, 0],
      [1, 0],
    ],
    ["1. x", "5. x", "6. x", "7. x"],
  ],
  [
    "a list may number a level in its own way",
    secondList(`<w:lvlOverride w:ilvl="0">${listLevel(0, "upperLetter", "(%1)")}</w:lvlOverride>`),
    [
      [1, 0],
      [2, 0],
    ],
    ["1. x", "(B) x"],
  ],
])("%s", async (_, list, places, expected) => {
  const numbering = oneList(listLevel(0, "decimal", "%1.")) + list;
  expect(await linesOf({ body: items(...places), numbering })).toEqual(expected);
});

it.each([
  ["any level above", "", ["1.1.1", "1.1.2", "1.2.1", "2.1.1"]],
  ["the first level alone", '<w:lvlRestart w:val="1"/>', ["1.1.1", "1.1.2", "1.2.3", "2.1.1"]],
  ["no level", '<w:lvlRestart w:val="0"/>', ["1.1.1", "1.1.2", "1.2.3", "2.1.4"]],
])("starts a level anew behind %s", async (_, restart, expected) => {
  const numbering = oneList(
    listLevel(0, "decimal", "%1"),
    listLevel(1, "decimal", "%1.%2"),
    listLevel(2, "decimal", "%1.%2.%3", restart),
  );
  const body = items([1, 0], [1, 1], [1, 2], [1, 2], [1, 1], [1, 2], [1, 0], [1, 1], [1, 2]);
  const third = (await linesOf({ body, numbering })).filter((line) => /^\d\.\d\.\d/.test(line));
  expect(third).toEqual(expected.map((label) => `${label} x`));
});

it("starts with the level's own number, and writes the levels above in digits for legal numbering", async () => {
  const numbering = oneList(
    listLevel(0, "upperRoman", "%1.").replace('w:val="1"', 'w:val="4"'),
    listLevel(1, "decimalZero", "%1.%2", "<w:isLgl/>"),
  );
  expect(await linesOf({ body: items([1, 0], [1, 1]), numbering })).toEqual(["IV. x", "4.01 x"]);
});

it.each([
  ["\uf0b7", "- x"],
  ["o", "- x"],
  ["–", "- x"],
  ["+", "+ x"],
  ["", "x"],
])("writes the bullet %j as text: %s", async (sign, expected) => {
  const numbering = oneList(listLevel(0, "bullet", sign));
  expect(await linesOf({ body: items([1, 0]) + paragraph("", inList(1)), numbering })).toEqual([expected]);
});

it("prints the number of an empty paragraph, as in the first column of a table", async () => {
  const numbering = oneList(listLevel(0, "decimal", "%1."));
  expect(await linesOf({ body: paragraph("", inList(1)) + items([1, 0]), numbering })).toEqual(["1.", "2. x"]);
});

const style = (id: string, properties: string, based = "") =>
  `<w:style w:type="paragraph" w:styleId="${id}">${based}<w:pPr>${properties}</w:pPr></w:style>`;
const styled = (id: string, more = "") => paragraph("x", `<w:pStyle w:val="${id}"/>${more}`);

it("takes numbers from styles: by the level that names the style, else by the style's own level", async () => {
  const numbering = oneList(
    listLevel(0, "decimal", "Điều %1.", '<w:pStyle w:val="Dieu"/>'),
    listLevel(1, "decimal", "%2.", '<w:pStyle w:val="Khoan"/>'),
    listLevel(2, "lowerLetter", "%3)"),
  );
  const styles = [
    style("Dieu", '<w:numPr><w:numId w:val="1"/></w:numPr>'),
    style("Khoan", '<w:numPr><w:numId w:val="1"/></w:numPr>'),
    style("Diem", inList(1, 2)),
    style("DiemCon", "", '<w:basedOn w:val="Diem"/>'),
    style("DieuCon", "", '<w:basedOn w:val="Dieu"/>'),
  ].join("");
  const body = [
    styled("Dieu"),
    styled("Khoan"),
    styled("Diem"),
    styled("DiemCon"),
    styled("DieuCon"),
    styled("Khoan", '<w:numPr><w:numId w:val="0"/></w:numPr>'),
    styled("Dieu", '<w:numPr><w:ilvl w:val="1"/></w:numPr>'),
    styled("Dieu"),
  ].join("");
  expect(await linesOf({ body, numbering, styles })).toEqual([
    "Điều 1. x",
    "1. x",
    "a) x",
    "b) x",
    "x",
    "x",
    "2. x",
    "Điều 2. x",
  ]);
});

it("follows a list that names a list style", async () => {
  const numbering = [
    `<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Kieu"/></w:abstractNum>`,
    `<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="Kieu"/>${listLevel(0, "decimal", "%1/")}</w:abstractNum>`,
    `<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>`,
  ].join("");
  const styles = `<w:style w:type="numbering" w:styleId="Kieu"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>`;
  expect(await linesOf({ body: items([1, 0], [2, 0]), numbering, styles })).toEqual(["1/ x", "2/ x"]);
});

it("numbers the default style, and prints a number as its level or the end of its paragraph looks", async () => {
  const numbering = oneList(
    listLevel(0, "decimal", "Mục %1:", "<w:rPr><w:caps/></w:rPr>"),
    listLevel(1, "decimal", "mục %2:"),
    listLevel(2, "decimal", "%3:", "<w:rPr><w:vanish/></w:rPr>"),
  );
  const styles = `<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:pPr>${inList(1)}</w:pPr></w:style>`;
  const body =
    paragraph("x") + paragraph("x", `${inList(1, 1)}<w:rPr><w:caps/></w:rPr>`) + paragraph("x", inList(1, 2));
  expect(await linesOf({ body, numbering, styles })).toEqual(["MỤC 1: x", "MỤC 1: x", "x"]);
});

it("counts text boxes and notes by themselves", async () => {
  const box = `<w:r><w:pict><w:txbxContent>${items([1, 0], [1, 0])}</w:txbxContent></w:pict></w:r>`;
  const body = items([1, 0]) + paragraph(box, inList(1)) + items([1, 0]);
  const numbering = oneList(listLevel(0, "decimal", "%1."));
  expect(await linesOf({ body, numbering })).toEqual(["1. x", "2.", "1. x", "2. x", "3. x"]);
});
