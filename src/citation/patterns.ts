import { fold } from "../core/text.ts";
import { KINDS } from "./kinds.ts";

// All patterns run on folded text. White space is bounded, so that a long run of it costs no more than its length.

/** Folded names of kinds, Vietnamese and English, with the kind each stands for. */
export const kindNames: ReadonlyMap<string, string> = new Map(
  KINDS.flatMap(({ name, english }) => [
    [fold(name), name] as const,
    ...english.flatMap((word) => [[word, name] as const, [`${word}s`, name] as const]),
  ]),
);

/** Every symbol, as it is spelled. */
export const symbols: readonly string[] = [...new Set(KINDS.flatMap((kind) => kind.symbols))];

const either = (words: Iterable<string>) =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .join("|")
    .replaceAll(" ", "\\s{1,3}");
const KIND = either(kindNames.keys());
const SYMBOL = either(symbols.map(fold));
const DASH = "-\\u2010-\\u2015\\u2212";
const SEPARATOR = `\\s{0,3}[${DASH}/]\\s{0,3}`;

const HEAD =
  `(?<kind>${KIND}|${SYMBOL})(?:\\s{1,3}hanh\\s{1,3}dong)?(?<so>\\s{1,3}so|\\s{1,3}number)?\\s{0,3}:?\\s{0,3}` +
  "(?<no>no\\.?\\s{0,3}|#)?";
const SERIAL = "\\d{1,5}(?![\\d%]|\\s%|[.,]\\d)";
const SERIALS = `${SERIAL}(?:\\s{0,3}(?:[,;&]|va|and|or|hoac|hay)\\s{0,3}${SERIAL})*`;
// Bodies whose suffix is known even where the slash or the symbol before it was lost: "11-HDVPTW", "NQ 18/TW".
const BODY = "(?:vp|btc|ubkt|btg|btgdv)?t[uw]|duk";
const SUFFIX = "t\\.\\s?[uw]|[a-z]{2,12}";
// "-QĐ/TW", with the separators swapped or spaced as the web has them ("/NQ-TW", "- KL/TU"), or without the first.
const TAIL =
  `(?:${SEPARATOR}|\\s?(?=(?:${SYMBOL})\\s?/))(?<symbol>${SYMBOL})` +
  `(?:(?<link>${SEPARATOR})(?<suffix>${SUFFIX})|(?<joined>${BODY})|(?!\\s{0,3}(?:so\\s{1,3})?\\d))` +
  `|${SEPARATOR}(?<body>${BODY})|\\s(?<spaced>tw)`;

/** A kind with a number, or a number with its symbol; which of them it is, the reader has to decide. */
export const CITATION = new RegExp(
  `(?<![a-z0-9])(?:${HEAD}|so\\s{0,3}:?\\s{0,3})?(?<![\\d.,/-])(?<serials>${SERIALS})(?:/(?<year>(?:19|20)\\d\\d)(?!\\d))?` +
    `(?:(?<tail>${TAIL})(?![a-z])|(?![a-z]|[${DASH}/]\\d))`,
  "gd",
);

/** What follows a number that counts time, people or money: "kế hoạch 5 năm", "quy định 19 điều". */
export const COUNTED =
  /^\s{1,3}(?:lan|nguoi|buoi|gio|phut|trieu|ty|nghin|nam(?!\s+(?:\d|nao|bao|o\b))|thang(?!\s*\d|\s+nao)|ngay(?!\s*\d|\s+(?:nao|bao))|tuan(?!\s+thu)|dieu(?!\s+(?:chinh|le|hanh|tra|kien|\d|may|nao))|(?:hour|day|week|month|year|time|member|point)s?)(?![a-z])/;

/** What a small number before it counts rather than names: "quy định 5 nội dung". */
export const COUNTED_FEW =
  /^\s{1,3}(?:noi dung|nhiem vu|nhom|giai phap|van de|diem|buoc|loai|truong hop|muc tieu|tieu chi|chuc danh|dong chi|dang vien|can bo|don vi|cap|muc|hinh thuc|khoan|chuong|phan|nguyen tac|yeu cau|mat|khau|viec|van ban|tieu ban|tinh|huyen|xa|task|dut(?:y|ies)|group|step)/;
