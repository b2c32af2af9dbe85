import { fold } from "../core/text.ts";
import { BODIES, ORGANS, SEATS } from "./issuer-table.ts";
import { KINDS, type Kind } from "./kinds.ts";

// All patterns run on folded text, are sticky where they continue something, and bound every repetition: what is read
// at one place costs no more than a constant, however long the text goes on.

/** The words as alternatives of a pattern, longer ones first; a space in them is any short white space. */
export function anyOf(words: Iterable<string>): string {
  return [...new Set(words)]
    .sort((a, b) => b.length - a.length)
    .join("|")
    .replaceAll(" ", "\\s{1,3}");
}

/** The match of a sticky pattern right at `at`. */
export function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}

/** Kinds by their folded names, Vietnamese and English, and how each is written; without those that have no numbers. */
export const kindNames: ReadonlyMap<string, { readonly kind: Kind; readonly written: string }> = new Map(
  KINDS.filter(({ naming }) => naming !== "title").flatMap((kind) =>
    [kind.name, ...(kind.aliases ?? []), ...kind.english.flatMap((word) => [word, `${word}s`])].map(
      (written) => [fold(written), { kind, written }] as const,
    ),
  ),
);

/** Every symbol, as it is spelled. */
export const symbols: readonly string[] = [
  ...new Set(KINDS.flatMap(({ symbols: own, inferred = [] }) => [...own, ...inferred])),
];

const shortSymbols = KINDS.filter(({ naming }) => naming === "short").flatMap((kind) => kind.symbols);
const SYMBOL = anyOf(symbols.map(fold));
const DASH = "-\\u2010-\\u2015\\u2212";
const SEPARATOR = `\\s{0,3}[${DASH}/_]\\s{0,3}`;

const SERIAL = "\\d{1,5}(?![\\d%]|\\s{1,2}%|[.:]\\d)";
const AND = "(?:va|and|or|hoac|hay|cung)\\s{1,3}";
const JOINT = `(?:\\s{0,3}[,;&]\\s{0,3}(?:${AND})?|\\s{1,3}(?:${AND}|(?:den|toi)\\s{1,3}))(?:so\\s{0,3})?`;
const SERIALS = `${SERIAL}(?:${JOINT}${SERIAL}){0,30}`;
const YEAR = "(?:\\s?/\\s?(?<year>(?:19|20)\\d\\d)(?!\\d))?";
const HEAD =
  "(?<from>\\s{1,3}tu(?=\\s{1,3}so))?(?<so>\\s{1,3}so|\\s{1,3}number)?\\s{0,3}:?\\s{0,3}(?<no>n[o°º]\\.?\\s{0,3}|#)?";

// Suffixes that are known even where the slash or the symbol before them was lost: "11-HDVPTW", "NQ 18/TW".
const BODY = anyOf(
  [
    ...BODIES.filter(({ rank }) => rank !== "state").flatMap(({ suffixes }) => suffixes),
    ...SEATS.flatMap(({ suffixes }) => suffixes.flatMap((own) => ORGANS.map(({ stem }) => `${stem ?? ""}${own}`))),
  ]
    .map(fold)
    .filter((suffix) => suffix.length > 2 || /^t[uw]$/.test(suffix)),
);
// Joint documents name several bodies: "TTLT-BNV-BTC".
const SUFFIX = "t\\.\\s?[uw]|(?:qk|qd|qh|ubtvqh)\\d{1,2}|[a-z]{2,20}(?:-[a-z]{2,20}){0,5}";
// "-QĐ/TW", with the separators swapped or spaced as the web has them ("/NQ-TW", "- KL/TU"), or without the first.
const TAIL =
  `(?:${SEPARATOR}|\\s?(?=(?:${SYMBOL})\\s?/))(?<symbol>${SYMBOL})` +
  `(?:(?<link>${SEPARATOR})(?<suffix>${SUFFIX})|(?<joined>${BODY})|(?!\\s{0,3}(?:so\\s{1,3})?\\d))` +
  `|${SEPARATOR}(?<body>${BODY})|\\s(?<spaced>tw)|\\s?/\\s?(?<assembly>(?:ubtv)?qh\\d{1,2})`;

/** Where a document may be named: by the word for its kind, a symbol, "số", or a number, digits perhaps misread. */
export const ANCHOR = new RegExp(
  `(?<![a-z0-9])(?:(?<word>${anyOf(kindNames.keys())})(?![a-z])|(?<short>${anyOf(shortSymbols.map(fold))})(?![a-z])` +
    `|(?<number>so)(?![a-z])|(?<![\\d.,/-])(?=[loi]{0,2}\\d))`,
  "g",
);

/** Numbers behind a kind or "số": "số 920 và 1011-CTr/TU". */
export const NUMBERS = new RegExp(
  `${HEAD}(?<serials>${SERIALS})${YEAR}(?:(?<tail>${TAIL})(?![a-z])|(?![a-z]|,\\d|[${DASH}/]\\d))`,
  "dy",
);

/** One number with all that makes it one. */
export const NUMBER = new RegExp(`(?<serials>${SERIAL})${YEAR}(?<tail>${TAIL})(?![a-z])`, "dy");

/** The same where a digit was misread as a letter: "l14-QĐ/TW", "2O5-QĐ/TW". */
export const MISREAD = new RegExp(
  `${HEAD}(?<serials>(?=[loi]{0,4}\\d)[\\dloi]{2,5})` +
    `(?<tail>${SEPARATOR}(?<symbol>${SYMBOL})(?<link>${SEPARATOR})(?<suffix>${SUFFIX}))(?![a-z])`,
  "dy",
);

/** What joins a number to the one before it in a list: ", số", "và". */
export const LIST_JOINT = new RegExp(`^\\)?(?:\\s{0,3}[,;]\\s{0,3}|\\s{1,3})(?:${AND}|(?:den|toi)\\s{1,3})?$`);

/** What follows a number of any length that measures money, time or size. */
export const MEASURED =
  /^\s{1,3}(?!(?:ha\s(?:tinh|noi|nam|giang)|dong\s(?:nai|thap))(?![a-z]))(?:trieu|ty|nghin|ngan|dong|usd|vnd|ha|km2?|m2|met|tan|tang|trang|gio|phut|giay|tuan(?!\s{1,3}thu)|(?:hour|day|week|month|year|time)s?)(?![a-z])/;

/** What follows a number that counts time, people or parts: "kế hoạch 5 năm", "quy định 19 điều". */
export const COUNTED =
  /^\s{1,3}(?:lan|nguoi|buoi|nam(?!\s{1,3}(?:\d{4}(?!\s?[-\u2010-\u2015]\s?\d)|nao|bao|o\b))|thang(?!\s{0,3}\d|\s{1,3}nao)|ngay(?!\s{0,3}\d|\s{1,3}(?:nao|bao))|dieu(?!\s{1,3}(?:chinh|le|hanh|tra|kien|\d|may|nao))|(?:member|point)s?)(?![a-z])/;

/** What a small number before it counts rather than names: "quy định 5 nội dung". */
export const COUNTED_FEW =
  /^\s{1,3}(?:noi dung|nhiem vu|nhom|giai phap|van de|diem|buoc|loai|truong hop|muc tieu|tieu chi|chuc danh|dong chi|dang vien|can bo|don vi|co so|cap|muc|hinh thuc|khoan|chuong|phan|nguyen tac|yeu cau|mat|khau|viec|van ban|tieu ban|tinh|huyen|xa|chi bo|to chuc|hoi nghi|task|dut(?:y|ies)|group|step)(?![a-z])/;

/** What a further number of a list counts: "và 3 kết luận". */
export const COUNTED_KINDS = new RegExp(`^\\s{1,3}(?:${anyOf(kindNames.keys())})(?![a-z])`);

/** What goes on after a document's number rather than is counted by it: "quy định 5 có gì mới", "kl 7 nói gì". */
export const NAMED_ON =
  /^\s{1,3}(?:la|co|ve|cua|nam|ngay|quy dinh|noi|neu|yeu cau|thay|con|da|duoc|va|voi|gi|khoa|do|thi|cho|thuoc|ban hanh|het|hieu luc|khong con|o|tai|theo|hay|hoac|den|of|on|and|or|is|in|does|do|says?|dated|issued|by)(?![a-z])/;

const WHOLE = `${SEPARATOR}(?:${SYMBOL})${SEPARATOR}[a-z][a-z.]{0,10}[a-z]`;

/** A document named by its number within other words; `kind` where the word for it stands before. */
export const CITED = new RegExp(
  `(?<![a-z0-9])(?:(?<kind>(?:${anyOf(kindNames.keys())})\\s{1,3}(?:so\\s{0,3})?|(?:${anyOf(shortSymbols.map(fold))})\\s?)` +
    `(?<serial>\\d{2,5})(?:/\\d{4})?(?<whole>${WHOLE})?(?![a-z\\d%])|(?:so\\s{0,3}:?\\s{0,3})?\\d{1,5}(?:/\\d{4})?${WHOLE}(?![a-z]))`,
  "g",
);

/** The word for a kind, anywhere. */
export const KIND_WORD = new RegExp(`(?<![a-z])(?:${anyOf(kindNames.keys())})(?![a-z])`);
