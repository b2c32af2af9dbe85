/** What a line begins with: its place in the hierarchy, and what people call it. */
export interface Marker {
  readonly type: string;
  /** Smaller stands above. */
  readonly rank: number;
  /** Position in its series; `null` for bullets. */
  readonly ordinal: number | null;
  /** `null` where the part has no name of its own: a bullet. */
  readonly label: string | null;
  /** A part that is never packed together with its neighbour. */
  readonly isSection: boolean;
  /** Nothing but the marker stands on the line, so that its title is on the next one. */
  readonly isBare: boolean;
}

interface Rule {
  readonly type: string;
  readonly rank: number;
  readonly pattern: RegExp;
  readonly isSection?: boolean;
  readonly ordinal?: (name: string) => number;
  readonly label?: (name: string, match: RegExpExecArray) => string;
}

const NUMERALS = "một nhất hai ba bốn tư năm sáu bảy bẩy tám chín mười";
const VALUES: Readonly<Record<string, number>> = {
  một: 1,
  nhất: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
};
const ORDINAL = `(?:mười )?(?:${NUMERALS.replaceAll(" ", "|")})`;
const COUNT = `(?:Mười )?(?:${NUMERALS.replaceAll(" ", "|")})`;
const LETTERS = "abcdđefghiklmnopqrstuvxy";
// "Điều 5 của Quy định này" and "Chương II nêu rõ" are running text; a title follows a stop or is in capitals.
const TITLE = "(?=\\s*(?:[.:]|[-–—](?!\\s*\\d)|$|\\(?\\p{Lu}{2,}))";
const wholeOf = (name: string, match: RegExpExecArray) => `${match[1] ?? ""} ${name}`;
const bare = (name: string) => name;

// In order: the first that fits names the line.
const RULES: readonly Rule[] = [
  titled("appendix", 0.5, "Phụ lục|PHỤ LỤC", "(?:số )?(?:[IVXLC]+|\\d{1,3}|\\p{Lu}(?!\\p{L}))|"),
  titled("part", 1, "Phần|PHẦN", "thứ \\p{L}+|THỨ \\p{L}+|[IVXLC]+|\\d{1,2}"),
  titled("chapter", 2, "Chương|CHƯƠNG", "[IVXLC]+|\\d{1,3}"),
  titled("section", 3, "Mục|MỤC", "[IVXLC]+|\\d{1,3}|\\p{Lu}(?!\\p{L})"),
  titled("subsection", 3.5, "Tiểu mục|TIỂU MỤC", "[IVXLC]+|\\d{1,3}"),
  titled("article", 6, "Điều|ĐIỀU", "\\d{1,3}[a-zđ]?"),
  {
    type: "letter-part",
    rank: 4.8,
    isSection: true,
    pattern: /^()([A-H])(?:[.:)] +|\s?[-–—] ?)(?=[^\p{Ll}]{8,}$)/u,
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
    type: "decimal",
    rank: 7.1,
    pattern: /^()(\d{1,2}(?:\.\d{1,2}){1,4})(?:[.)] +| ?[-–—] +| +(?=[\p{Lu}“"(]))(?=\S)/u,
    ordinal: (name) => name.split(".").reduce((value, digits) => value * 100 + Number(digits), 0),
    label: bare,
  },
  {
    type: "number",
    rank: 7,
    pattern: /^()(\d{1,3})(?:[.)/] +| ?[-–—] ?(?=[\p{Lu}“"(]))(?=\S)/u,
    ordinal: Number,
    label: bare,
  },
  {
    type: "ordinal",
    rank: 7.5,
    // Not the weekday of "Thứ hai, 03/12/2019".
    pattern: new RegExp(`^(Thứ) (${ORDINAL})(?: là)?(?=[,:.–-])(?!, *(?:ngày )?\\d)`, "u"),
    ordinal: numeralValue,
    label: wholeOf,
  },
  {
    type: "count",
    rank: 7.6,
    pattern: new RegExp(`^()(${COUNT}) là(?=[,:–-])`, "iu"),
    ordinal: numeralValue,
    label: (name) => `${name} là`,
  },
  {
    type: "point",
    rank: 8,
    pattern: /^()([a-zđ])(?:\) *|\. +|[-–] +)(?=\S)/u,
    ordinal: (name) => LETTERS.indexOf(name),
    label: (name) => `điểm ${name}`,
  },
  { type: "bracket", rank: 8.5, pattern: /^\((\d{1,2}|[a-zđ])\) +(?=\S)/u },
  { type: "plus", rank: 10, pattern: /^\+ *(?=[\p{L}“"(])/u },
  { type: "bullet", rank: 9, pattern: /^(?:[-–—] *(?=[\p{L}“"(])|[-–—•·●▪○■✓*] +(?=\S))/u },
];

/** The structure marker at the start of a line (without white space before it), or `undefined`. */
export function markerOf(line: string): Marker | undefined {
  for (const { type, rank, pattern, isSection = false, ordinal, label } of RULES) {
    const match = pattern.exec(line);
    if (!match) continue;
    const name = (match[2] ?? "").trim();
    return {
      type,
      rank: type === "decimal" ? rank + name.split(".").length / 100 : rank,
      ordinal: ordinal ? ordinal(name) : null,
      label: label ? label(name, match).trim() : null,
      isSection,
      isBare: /^[\s.:–—-]*$/.test(line.slice(match[0].length)),
    };
  }
  return undefined;
}

function titled(type: string, rank: number, words: string, names: string): Rule {
  const capital = words.slice(0, words.indexOf("|"));
  return {
    type,
    rank,
    isSection: true,
    pattern: new RegExp(`^(${words}) ?(${names})${TITLE}`, "u"),
    ordinal: (name) => Number.parseInt(name, 10) || romanValue(name) || numeralValue(name.replace(/^thứ /iu, "")),
    label: (name) => `${capital} ${/^thứ /iu.test(name) ? name.toLowerCase() : name}`,
  };
}

function romanValue(name: string): number {
  const digits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
  const values = Array.from(name, (digit) => digits[digit] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

function numeralValue(name: string): number {
  const [first = "", second] = name.toLowerCase().split(" ");
  const value = VALUES[first] ?? 0;
  return second ? value + (VALUES[second] ?? 0) : value;
}
