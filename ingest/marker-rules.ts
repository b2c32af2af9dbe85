import { letterValue, NUMERAL, numberValue, numeralValue, romanValue } from "./numerals.ts";

/** How lines of one type begin. In `pattern` the second group is the name in its series. */
export interface MarkerRule {
  readonly type: string;
  readonly rank: number;
  readonly pattern: RegExp;
  readonly isSection?: boolean;
  readonly ordinal?: (name: string) => number;
  readonly label?: (name: string, match: RegExpExecArray) => string;
}

// "Điều 5 của Quy định này", "Điều 5.1" and "Chương II nêu rõ" are running text, and "PHẦN VIỆC" is another word; a title
// follows a stop or is in capitals.
const TITLE =
  "(?![\\p{L}\\d])(?=\\s*(?:[.:](?!\\d)|[-–—](?!\\s*(?:\\d|[Đđ]iều))|$|\\(?\\p{Lu}{2,}(?:[ ,]+\\p{Lu}{2,}|$)))";
const ROMAN = "[IVXLC]+";
const wholeOf = (name: string, match: RegExpExecArray) => `${match[1] ?? ""} ${name}`;
const bare = (name: string) => name;

/** In order: the first that fits names the line. */
export const MARKER_RULES: readonly MarkerRule[] = [
  titled("appendix", 0.5, "Phụ lục|PHỤ LỤC", `(?:số )?(?:${ROMAN}|\\d{1,3}\\p{Lu}?|\\p{Lu})|`),
  titled("form", 0.5, "Mẫu|MẪU|Biểu mẫu|BIỂU MẪU", "(?:(?:số|SỐ) )?\\d{1,3}\\p{Lu}?(?:[-/]\\p{Lu}+)*"),
  titled("part", 1, "Phần|PHẦN", `thứ \\p{L}+|THỨ \\p{L}+|${ROMAN}|\\d{1,2}`),
  titled("chapter", 2, "Chương|CHƯƠNG", `${ROMAN}|\\d{1,3}`),
  titled("section", 3, "Mục|MỤC", `${ROMAN}|\\d{1,3}|\\p{Lu}`),
  titled("subsection", 3.5, "Tiểu mục|TIỂU MỤC", `${ROMAN}|\\d{1,3}`),
  titled("article", 6, "Điều|ĐIỀU", "\\d{1,3}[a-zđ]?"),
  {
    type: "letter-part",
    rank: 4.8,
    isSection: true,
    pattern: /^()([A-H])(?:[.:)/] +|\s?[-–—] ?)(?=[^\p{Ll}]{8,}$)/u,
    ordinal: (name) => name.charCodeAt(0) - 64,
    label: bare,
  },
  {
    type: "roman",
    rank: 5,
    isSection: true,
    pattern: /^()(?=[IVXL])(X{0,3}L?X{0,3}(?:IX|IV|V?I{0,3}))(?:[.:)/] +| ?[-–—] ?)(?=[\p{Lu}“"(])/u,
    ordinal: romanValue,
    label: bare,
  },
  {
    type: "clause",
    rank: 7,
    // As guides head what they say on a part of another text: "* Khoản 11".
    pattern: /^(?:[*•-] ?)?(Khoản) (\d{1,2}[a-zđ]?)(?=\s*(?:[.:]|$))/u,
    ordinal: numberValue,
    label: (name) => `khoản ${name}`,
  },
  {
    type: "decimal",
    rank: 7.1,
    pattern: /^()(\d{1,2}(?:\.\d{1,2}){1,4})(?:[.)/] +| ?[-–—] +| +(?=[\p{Lu}“"(])|[.)](?=\p{Lu}))(?=\S)/u,
    ordinal: (name) => name.split(".").reduce((value, digits) => value * 100 + Number(digits), 0),
    label: bare,
  },
  {
    type: "number",
    rank: 7,
    pattern: /^()(\d{1,3}[a-zđ]?)(?:[.)/] +| ?[-–—] ?(?=[\p{Lu}“"(])|[.)](?=[\p{Lu}“]\p{L}))(?=\S)/u,
    ordinal: numberValue,
    label: bare,
  },
  {
    type: "ordinal",
    rank: 7.5,
    // Not the weekday of "Thứ hai, 03/12/2019".
    pattern: new RegExp(`^(Thứ) (${NUMERAL})(?: là)?(?=[,:.–-])(?!, *(?:ngày )?\\d)`, "u"),
    ordinal: numeralValue,
    label: wholeOf,
  },
  {
    type: "count",
    rank: 7.6,
    pattern: new RegExp(`^()(${NUMERAL}) là(?=[,:–-])`, "iu"),
    ordinal: numeralValue,
    label: (name) => `${name} là`,
  },
  {
    type: "point",
    rank: 8,
    pattern: /^()([a-zđ])(?:\) *|\. +|\/ *|[-–] +)(?=\S)/u,
    ordinal: letterValue,
    label: (name) => `điểm ${name}`,
  },
  {
    type: "bracket",
    rank: 8.5,
    pattern: /^()\((\d{1,2})\)[.,:]? +(?=\S)/u,
    ordinal: Number,
    label: (name) => `(${name})`,
  },
  {
    type: "bracket-roman",
    rank: 8.7,
    pattern: /^()\(([ivx]{1,5})\) +(?=\S)/u,
    ordinal: romanValue,
    label: (name) => `(${name})`,
  },
  {
    type: "bracket-letter",
    rank: 8.6,
    pattern: /^()\(([a-zđ])\) +(?=\S)/u,
    ordinal: letterValue,
    label: (name) => `(${name})`,
  },
  { type: "plus", rank: 10, pattern: /^\+ *(?=[\p{L}“"(])/u },
  { type: "bullet", rank: 9, pattern: /^(?:[-–—] *(?=[\p{L}“"(])|[-–—•·●▪○■✓*] +(?=\S)|[•●▪■] *(?=\p{L}))/u },
];

function titled(type: string, rank: number, words: string, names: string): MarkerRule {
  return {
    type,
    rank,
    isSection: true,
    pattern: new RegExp(`^(${words}) ?(${names})${TITLE}`, "u"),
    ordinal: (name) =>
      numberValue(name.replace(/\D*(\d+[a-zđ]?).*/u, "$1")) ||
      numeralValue(name.replace(/^thứ /iu, "")) ||
      romanValue(name),
    label: (name, match) => {
      const word = (match[1] ?? "").toLowerCase();
      return `${word.charAt(0).toUpperCase()}${word.slice(1)} ${/^(?:thứ|số) /iu.test(name) ? inLowerCase(name) : name}`;
    },
  };
}

function inLowerCase(name: string): string {
  return name.replace(/^\p{L}+ \p{L}+$|^\p{L}+/u, (words) => words.toLowerCase());
}
