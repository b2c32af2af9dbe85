import { readFileSync } from "node:fs";

/** A line of the directive of 30 Điều, with the path that a reader would give to it. */
export interface PlacedLine {
  readonly path: readonly string[];
  readonly line: string;
}

// By hand: what stands below each Điều, "-" for a paragraph without a number, "3a" for điểm a of khoản 3.
const ARTICLES: readonly (readonly [chapter: string, article: number, below: string])[] = [
  ["I", 1, "1 2"],
  ["I", 2, "- a b c d đ"],
  ["I", 3, "1 2 3"],
  ["I", 4, "- 1 2 3"],
  ["II", 5, "1 2 3 3a 3b 3c 3d 3đ"],
  ["II", 6, "1 2 3"],
  ["II", 7, "1 2 3"],
  ["II", 8, "1 2 3"],
  ["II", 9, "1 2 3"],
  ["II", 10, "1 2 3"],
  ["II", 11, "1 2 3 3a 3b 3c"],
  ["II", 12, "-"],
  ["III", 13, "1 2 3"],
  ["III", 14, "1 2 3 4"],
  ["III", 15, "- 1 2 2a 2b 2c 2d 2đ 3"],
  ["III", 16, "1 1a 1b 1c 1d 2"],
  ["III", 17, "1 2 3"],
  ["III", 18, "1 2"],
  ["IV", 19, "1 2"],
  ["IV", 20, "1 2 3"],
  ["IV", 21, "- a b c d đ"],
  ["IV", 22, "1 2 3"],
  ["IV", 23, "1 2 3"],
  ["IV", 24, "1 2"],
  ["V", 25, "1 2 3"],
  ["V", 26, "1 2"],
  ["V", 27, "1 2 2a 2b 2c"],
  ["VI", 28, "1 2 3"],
  ["VI", 29, "-"],
  ["VI", 30, "1 2 3"],
];
const HEAD_LINES = 11;
const CHAPTER_LINES = 2;
const SIGNATURE_LINES = 9;
const ANNEX: readonly (readonly string[])[] = [
  ["Phụ lục"],
  ["Phụ lục"],
  ["Phụ lục"],
  ...["1", "2", "3", "4", "5"].map((number) => ["Phụ lục", number]),
];

/** The fixture's text, and its lines with their places; lines and paragraphs are the same there. */
export function readDirective30(): { text: string; lines: PlacedLine[] } {
  const text = readFileSync(new URL("../fixtures/directive-30.txt", import.meta.url), "utf8").trim();
  const lines = text.split("\n").filter((line) => line.trim());
  const paths = expectedPaths();
  if (lines.length !== paths.length)
    throw new Error(`The fixture has ${lines.length} lines, ${paths.length} expected.`);
  return { text, lines: lines.map((line, at) => ({ line, path: paths[at] ?? [] })) };
}

function expectedPaths(): (readonly string[])[] {
  const none = (count: number): string[][] => Array.from({ length: count }, () => []);
  const body = ARTICLES.flatMap(([chapter, article, below], at) => {
    const isFirst = ARTICLES[at - 1]?.[0] !== chapter;
    const opening = Array.from({ length: isFirst ? CHAPTER_LINES : 0 }, () => [`Chương ${chapter}`]);
    const around = [`Chương ${chapter}`, `Điều ${article}`];
    return [...opening, around, ...below.split(" ").map((name) => [...around, ...namesOf(name)])];
  });
  return [...none(HEAD_LINES), ...body, ...none(SIGNATURE_LINES), ...ANNEX];
}

function namesOf(name: string): string[] {
  const [, number, letter] = /^(\d*)([a-zđ]?)$/u.exec(name) ?? [];
  return [...(number ? [`khoản ${number}`] : []), ...(letter ? [`điểm ${letter}`] : [])];
}
