import { describe, expect, it } from "vitest";
import { findReferences } from "../../src/citation/find.ts";
import { findPinpoints } from "../../src/citation/pinpoints.ts";

/** `Điều 5 › khoản 2 @ 213`: the path and whose it is. */
function places(text: string): string[] {
  return findPinpoints(text, findReferences(text)).map(({ path, of }) => {
    const owner = of === null || of === "own" ? of : of.reference.serial || of.reference.kind;
    return `${path.join(" › ")}${owner === null ? "" : ` @ ${owner}`}`;
  });
}

type Row = [text: string, expected: string[], reason: string];

const orders: Row[] = [
  ["Điều 5", ["Điều 5"], "an article"],
  ["khoản 2", ["khoản 2"], "a clause"],
  ["điểm đ", ["điểm đ"], "đ is a letter of its own"],
  ["điểm a khoản 2 Điều 5", ["Điều 5 › khoản 2 › điểm a"], "from the inside"],
  ["điểm a, khoản 2, Điều 5", ["Điều 5 › khoản 2 › điểm a"], "from the inside, with commas"],
  ["điểm a của khoản 2 thuộc Điều 5", ["Điều 5 › khoản 2 › điểm a"], "with links"],
  ["Điều 5, khoản 2", ["Điều 5 › khoản 2"], "from the outside"],
  ["Điều 5 khoản 2 điểm a", ["Điều 5 › khoản 2 › điểm a"], "from the outside, without commas"],
  ["Điều 1 (Khoản 2)", ["Điều 1 › khoản 2"], "in brackets"],
  ["Điều 5(2)", ["Điều 5 › khoản 2"], "a number in brackets"],
  ["ĐIỀU 5, KHOẢN 2", ["Điều 5 › khoản 2"], "capitals"],
  ["Điểm A Khoản 2", ["khoản 2 › điểm a"], "a capital letter"],
  ["điểm 9.3.2, Điều 9", ["Điều 9 › điểm 9.3.2"], "a decimal"],
  ["điểm 9.3", ["điểm 9.3"], "a decimal alone"],
  ["Điều 5a", ["Điều 5a"], "an inserted article"],
  ["khoản 2a Điều 5", ["Điều 5 › khoản 2a"], "an inserted clause"],
  ["điểm a) khoản 2", ["khoản 2 › điểm a"], "a bracket behind the letter"],
  ["điểm “a” khoản 2", ["khoản 2 › điểm a"], "a quoted letter"],
  ["Điểm 2, Điều 1", ["Điều 1 › điểm 2"], "a numbered point"],
  ["dieu 5 khoan 2", ["Điều 5 › khoản 2"], "without diacritics"],
  ["diem a khoan 2 dieu 5", ["Điều 5 › khoản 2 › điểm a"], "without diacritics, from the inside"],
  ["Điều\n5", ["Điều 5"], "over a line end"],
];

const levels: Row[] = [
  ["Chương II", ["Chương II"], "a chapter"],
  ["chương 2", ["Chương 2"], "a chapter by an Arabic number"],
  ["Mục 3 Phần II", ["Phần II › Mục 3"], "a section of a part"],
  ["mục III", ["Mục III"], "a section by a Roman number"],
  ["Mục A", ["Mục A"], "a section by a letter"],
  ["Phụ lục I", ["Phụ lục I"], "an appendix"],
  ["Phụ lục số 2", ["Phụ lục 2"], "số says nothing"],
  ["Phần thứ nhất", ["Phần thứ nhất"], "an ordinal"],
  ["Điều 5 Chương II", ["Chương II › Điều 5"], "an article of a chapter"],
  ["khoản 1 mục II", ["Mục II › khoản 1"], "a clause of a section"],
  ["điểm 2 mục III phần B", ["Phần B › Mục III › điểm 2"], "three levels without articles"],
  ["Article 5(2)", ["Điều 5 › khoản 2"], "English, in brackets"],
  ["Article 5(2)(a)", ["Điều 5 › khoản 2 › điểm a"], "English, three levels"],
  ["Clause 2, Article 5", ["Điều 5 › khoản 2"], "English words"],
  ["Articles 5 and 6", ["Điều 5", "Điều 6"], "English list"],
];

const lists: Row[] = [
  [
    "Khoản 1, 2, 5, 6, 7, Điều 2",
    ["1", "2", "5", "6", "7"].map((name) => `Điều 2 › khoản ${name}`),
    "clauses of one article",
  ],
  ["khoản 1 và 2 Điều 5", ["Điều 5 › khoản 1", "Điều 5 › khoản 2"], "two, joined by và"],
  ["khoản 1 và khoản 2 Điều 5", ["Điều 5 › khoản 1", "Điều 5 › khoản 2"], "each with its word"],
  ["điểm a, b và c khoản 2", ["khoản 2 › điểm a", "khoản 2 › điểm b", "khoản 2 › điểm c"], "letters"],
  ["các Điều 5, 6, 7", ["Điều 5", "Điều 6", "Điều 7"], "articles"],
  ["Điều 5 và Điều 6", ["Điều 5", "Điều 6"], "articles, each with its word"],
  ["từ Điều 5 đến Điều 8", ["Điều 5", "Điều 6", "Điều 7", "Điều 8"], "a range"],
  ["các điều từ 5 đến 7", ["Điều 5", "Điều 6", "Điều 7"], "a range with one word"],
  ["Điều 5-7", ["Điều 5", "Điều 6", "Điều 7"], "a range with a dash"],
  [
    "điểm c đến điểm e khoản 2",
    ["khoản 2 › điểm c", "khoản 2 › điểm d", "khoản 2 › điểm đ", "khoản 2 › điểm e"],
    "a range of letters has đ",
  ],
  [
    "điểm a khoản 1 và điểm b khoản 2 Điều 5",
    ["Điều 5 › khoản 1 › điểm a", "Điều 5 › khoản 2 › điểm b"],
    "the article is both's",
  ],
  ["khoản 2 Điều 5, khoản 3 Điều 6", ["Điều 5 › khoản 2", "Điều 6 › khoản 3"], "pairs from the inside"],
  ["Điều 5, khoản 2 Điều 6", ["Điều 5", "Điều 6 › khoản 2"], "what stands closer belongs together"],
  ["Điều 5, Điều 6 khoản 2", ["Điều 5", "Điều 6 › khoản 2"], "only the last article has a clause"],
  ["Điều 5 khoản 2 và khoản 3", ["Điều 5 › khoản 2", "Điều 5 › khoản 3"], "clauses from the outside"],
  ["Điều 5 khoản 2 điểm a, khoản 3", ["Điều 5 › khoản 2 › điểm a", "Điều 5 › khoản 3"], "one level back"],
  ["khoản 1, 2 Điều 5 và Điều 7", ["Điều 5 › khoản 1", "Điều 5 › khoản 2", "Điều 7"], "an article of its own behind"],
];

const owners: Row[] = [
  ["Điều 5 Quy định 213", ["Điều 5 @ 213"], "the document behind"],
  ["khoản 2 Điều 5 của Quy định số 213-QĐ/TW", ["Điều 5 › khoản 2 @ 213"], "with của"],
  ["khoản 2, Điều 5, Quy định 213", ["Điều 5 › khoản 2 @ 213"], "with a comma"],
  ["Điểm 2, Điều 1, Điều lệ Đảng", ["Điều 1 › điểm 2 @ Điều lệ Đảng"], "the Charter"],
  ["Điều 5 và Điều 6 của Quy định 213", ["Điều 5 @ 213", "Điều 6 @ 213"], "of both"],
  ["Quy định số 213-QĐ/TW (Điều 5)", ["Điều 5 @ 213"], "the document before, in brackets"],
  ["Quy định 213, Điều 5", ["Điều 5 @ 213"], "the document before, with a comma"],
  ["Quy định 213 tại Điều 5", ["Điều 5 @ 213"], "tại"],
  [
    "Quy định 213, ngày 02/01/2020 của Bộ Chính trị, tại khoản 2 Điều 5",
    ["Điều 5 › khoản 2 @ 213"],
    "behind date and issuer",
  ],
  ["Điều 5 Quy định 213 và Điều 6 Quy định 66", ["Điều 5 @ 213", "Điều 6 @ 66"], "each its own"],
  ["Điều 5 của Quy định này", ["Điều 5 @ own"], "the text itself"],
  ["khoản 2 Điều này", ["khoản 2 @ own"], "the article itself"],
  ["Quy định này (Điều 5)", ["Điều 5 @ own"], "the text itself, before"],
  ["Theo Điều 5, đảng viên báo cáo.", ["Điều 5"], "nobody's"],
  ["Quy định 213, Điều 5, Quy định 66", ["Điều 5"], "as near to both"],
  ["Điều 5 Quy chế làm việc", ["Điều 5"], "of what has no number"],
  ["Quy định 213 có hiệu lực. Điều 5 nêu rõ.", ["Điều 5"], "a document of another sentence"],
  ["điểm a khoản 2 Điều 5 Nghị định 30/2020/NĐ-CP", ["Điều 5 › khoản 2 › điểm a @ 30"], "a decree"],
];

const nothing: [text: string, reason: string][] = [
  ["Điều lệ Đảng", "a charter is no article"],
  ["điều kiện 5 năm", "a condition"],
  ["đạt điểm 9", "a mark"],
  ["67 điểm cầu", "points are counted"],
  ["khoản 5 triệu đồng", "a sum"],
  ["phần lớn", "a share"],
  ["Điều 5. Giờ họp\nChi bộ họp.", "a heading of the text"],
  ["Chương II\nHỌP", "a heading on its own line"],
  ["mục tiêu 3", "an aim"],
  ["", "nothing"],
];

describe("findPinpoints", () => {
  it.each([...orders, ...levels, ...lists, ...owners])("%j → %j: %s", (text, expected) =>
    expect(places(text)).toEqual(expected),
  );

  it.each(nothing)("%j names no place: %s", (text) => expect(places(text)).toEqual([]));

  it.each<Row>([
    ["Theo điểm a khoản 2 Điều 5, chi bộ họp.", ["điểm a khoản 2 Điều 5"], "all levels"],
    ["Theo khoản 1, 2 Điều 5.", ["khoản 1, 2 Điều 5", "khoản 1, 2 Điều 5"], "a list shares it"],
    ["Theo khoản 1 và khoản 2 Điều 5.", ["khoản 1", "khoản 2 Điều 5"], "the article stands beside the second"],
    ["Theo Điều 5 và 3 đảng viên.", ["Điều 5"], "a number that counts is no article"],
  ])("covers in %j %j: %s", (text, expected) => {
    const spans = findPinpoints(text, findReferences(text)).map(({ span }) => text.slice(span.start, span.end));
    expect(spans).toEqual(expected);
  });
});
