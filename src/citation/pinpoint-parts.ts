import type { Span } from "../core/passage.ts";
import { fold, hasDiacritics } from "../core/text.ts";
import { anyOf } from "./patterns.ts";

/** Parts of one level as a text names them: "Điều 5", "khoản 1, 2 và 5", "từ Điều 5 đến Điều 8". */
export interface NamedPart extends Span {
  /** Smaller stands above. */
  readonly rank: number;
  /** As the outline of a document has them; several where they are a list. */
  readonly labels: readonly string[];
}

interface Unit {
  readonly words: readonly string[];
  readonly label: string;
  readonly rank: number;
  readonly name: RegExp;
}

const ROMAN = "[IVXLC]{1,5}|[ivxlc]{2,5}";
const UNITS: readonly Unit[] = [
  {
    words: ["phụ lục", "appendix", "annex"],
    label: "Phụ lục",
    rank: 1,
    name: RegExp(`^(?:${ROMAN}|\\d{1,2}\\p{Lu}?|\\p{Lu})$`, "u"),
  },
  { words: ["phần", "part"], label: "Phần", rank: 2, name: RegExp(`^(?:${ROMAN}|\\d{1,2}|\\p{Lu}|thứ .+)$`, "iu") },
  { words: ["chương", "chapter"], label: "Chương", rank: 3, name: RegExp(`^(?:${ROMAN}|[ivx]|\\d{1,2})$`) },
  { words: ["tiểu mục", "subsection"], label: "Tiểu mục", rank: 5, name: RegExp(`^(?:${ROMAN}|\\d{1,2})$`) },
  {
    words: ["mục", "section"],
    label: "Mục",
    rank: 4,
    name: RegExp(`^(?:${ROMAN}|\\d{1,2}(?:\\.\\d{1,2}){0,3}|\\p{Lu})$`, "u"),
  },
  { words: ["điều", "article"], label: "Điều", rank: 6, name: /^\d{1,3}[a-zđ]?$/ },
  { words: ["khoản", "clause"], label: "khoản", rank: 7, name: /^\d{1,2}(?:[a-zđ]|(?:\.\d{1,2}){1,3})?$/ },
  {
    words: ["điểm", "tiết", "point"],
    label: "điểm",
    rank: 8,
    name: /^(?:[a-zđ]|\d{1,2}[a-zđ]?|\d{1,2}(?:\.\d{1,2}){1,4})$/,
  },
];

const NAME =
  '(?<![\\p{L}\\p{N}])(?:thứ\\s{1,2}\\p{L}{2,5}|\\d{1,3}(?:\\.\\d{1,3}){0,4}\\p{L}?|[ivxlc]{1,5}|["“(]?\\p{L}["”)]?)' +
  "(?![\\p{L}\\p{N}%]|[./]\\d|\\s?[-/]\\s?\\p{L})";
const LIST = "\\s{0,2}(?:[,;&]\\s{0,2}(?:và\\s{1,2})?|(?:và|and|hoặc|or)\\s{1,2})";
const RANGE = "\\s{0,2}(?:đến|tới|to|[-–])\\s{0,2}";
const BRACKETS = "(?<brackets>(?:\\s?\\((?:\\d{1,2}|[a-zđ])\\)){0,2})(?!\\p{L})";
// What follows a number that counts, or a mark that was given.
const COUNTED = "(?!\\s{1,2}(?:triệu|tỷ|tỉ|nghìn|đồng|người|năm\\s|tháng|ngày|lần|phút|giờ|trên\\s\\d)(?!\\p{L}))";
const GIVEN = "(?<!(?:đạt|được|chấm|cộng|trừ|thang|tổng|số|đủ|trên|dưới)\\s)";

// What goes on about parts; behind anything else the last number of a list counts it: "Điều 5 và 3 đảng viên".
const GOES_ON =
  "điều|khoản|điểm|tiết|mục|chương|phần|phụ|của|thuộc|tại|trong|theo|và|hoặc|này|đến|nêu|quy|nghị|chỉ|kết|hướng|thông|" +
  "kế|quyết|luật|là|có|được|thì|phải|để|như|do|nói|trên|dưới|sau|với|cho|về|đã|không|cũng|bị|sẽ|of|and|or|in|the";

type Source = (pattern: string) => string;

function compile(spell: Source) {
  const units = new Map(UNITS.flatMap((unit) => unit.words.map((word) => [spell(word), unit] as const)));
  const UNIT = anyOf(units.keys());
  const again = `(?:(?:${UNIT})s?\\s{1,2})?`;
  const pattern =
    `(?<![\\p{L}\\p{N}])${spell(GIVEN)}(?<unit>${UNIT})s?\\s{1,3}(?:${spell("số")}\\s{1,2})?(?:${spell("từ")}\\s{1,2})?` +
    `(?<names>${spell(NAME)}(?:(?:${spell(LIST)}|${spell(RANGE)}${again})${spell(NAME)}){0,30})${spell(BRACKETS)}${spell(COUNTED)}`;
  const goesOn = new RegExp(`^\\s{1,3}(?!(?:${spell(GOES_ON)})(?!\\p{L}))\\p{Ll}`, "u");
  const name = new RegExp(`(?<range>${spell(RANGE)}${again})?(?<name>${spell(NAME)})`, "giu");
  return { units, part: new RegExp(pattern, "giud"), goesOn, name };
}

// Patterns are folded but for what escapes a letter in them.
const plain: Source = (pattern) =>
  pattern.replace(/\\p\{\w+\}|\\.|[^\\]+/g, (piece) => (piece.startsWith("\\") ? piece : fold(piece)));
const ACCENTED = compile((pattern) => pattern);
const PLAIN = compile(plain);

/** The parts that a text names, in order. */
export function findParts(text: string): NamedPart[] {
  const { units, part, goesOn, name } = hasDiacritics(text) ? ACCENTED : PLAIN;
  return Array.from(text.matchAll(part), ({ groups = {}, index, indices }): NamedPart[] => {
    const unit = units.get((groups["unit"] ?? "").toLowerCase().replace(/\s+/g, " "));
    const [from = 0, to = 0] = indices?.groups?.["names"] ?? [];
    if (!unit) return [];
    const names: string[] = [];
    let end = from;
    for (const match of (groups["names"] ?? "").matchAll(name)) {
      const printed = (match.groups?.["name"] ?? "").replace(/["“”()]/g, "");
      const stop = from + match.index + match[0].length;
      if (!unit.name.test(printed) && !unit.name.test(printed.toLowerCase())) break;
      if (names.length > 0 && goesOn.test(text.slice(stop, stop + 12))) break;
      const last = names.at(-1);
      if (match.groups?.["range"] && last !== undefined) names.push(...between(last, printed));
      names.push(printed);
      end = stop;
    }
    if (names.length === 0) return [];
    const whole = { rank: unit.rank, labels: names.map((each) => labelOf(unit, each)), start: index, end };
    return end === to ? [whole, ...bracketed(groups["brackets"] ?? "", indices?.groups?.["brackets"], unit)] : [whole];
  }).flat();
}

/** "Article 5(2)(a)". */
function bracketed(brackets: string, place: readonly [number, number] | undefined, { rank }: Unit): NamedPart[] {
  const [clause, point] = [UNITS[6], UNITS[7]];
  const start = place?.[0] ?? 0;
  if (!clause || !point || rank < 6) return [];
  return Array.from(brackets.matchAll(/\((\w+|đ)\)/gu), ({ 0: all, 1: name = "", index }) => {
    const unit = /^\d/.test(name) && rank === 6 ? clause : point;
    return { rank: unit.rank, labels: [labelOf(unit, name)], start: start + index, end: start + index + all.length };
  });
}

function labelOf({ label, rank }: Unit, name: string): string {
  if (rank >= 6) return `${label} ${name.toLowerCase()}`;
  return /^th/i.test(name) ? `${label} ${name.toLowerCase()}` : `${label} ${name.toUpperCase()}`;
}

const LETTERS = "abcdđeghiklmnopqrstuvxy";
const LONGEST_RANGE = 40;

/** What stands between the ends of a range; nothing where they do not make one. */
function between(first: string, last: string): string[] {
  const [a, b] = [Number(first), Number(last)];
  if (b - a > 1 && b - a <= LONGEST_RANGE) return Array.from({ length: b - a - 1 }, (_, at) => String(a + at + 1));
  const [from, to] = [LETTERS.indexOf(first.toLowerCase()), LETTERS.indexOf(last.toLowerCase())];
  if (first.length === 1 && last.length === 1 && from >= 0) return [...LETTERS.slice(from + 1, to)];
  return [];
}
