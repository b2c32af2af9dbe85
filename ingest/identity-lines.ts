import { KINDS } from "../src/citation/kinds.ts";

const PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM";
const STATE = "CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập ?[-–] ?Tự do ?[-–] ?Hạnh phúc";
// Whole words in capitals before it are the body that issued the document.
const DATE =
  "(?:\\p{Lu}\\p{Ll}+\\.?|TP\\.)(?:[ -](?:\\p{Lu}\\p{Ll}+|\\d{1,2})){0,4}, ?ngày[ .…_]{0,12}\\d{0,2}[ .…_]{0,12}(?:tháng|/|-).*";
const BREAKS = [
  / \| |\t| {3,}(?=\p{Lu})/gu,
  / ?(?:\*{1,3}|[-–—_=~]{3,}) ?/gu,
  new RegExp(`(?<!\\p{L})(?:${PARTY}|${STATE})(?!\\p{L})`, "gu"),
  / (?=Số ?:? ?[\d.…_-])/gu,
  new RegExp(`(?<=^| )${DATE}`, "gu"),
];
const KIND = new RegExp(`^(?:${KINDS.map(({ name }) => name.toUpperCase()).join("|")})(?!\\p{L})`, "u");

// "Q U Y   Đ Ị N H"
const SPACED = /^(?:\p{Lu} {1,4}){3,}\p{Lu}$/u;

/** What stands on a line of a document's head, which often has two columns: the issuer and the Party's name, number and date. */
export function partsOf(line: string): string[] {
  if (KIND.test(line) || SPACED.test(line)) return [line.replace(/ *[-–—_=~*]{3,}$/u, "")];
  const broken = BREAKS.reduce((parts, pattern) => parts.replace(pattern, (found) => `\n${found.trim()}\n`), line);
  return broken
    .split("\n")
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\d]/u.test(part));
}

/** The name of the Party or the state, which stands on every document. */
export function isLetterhead(part: string): boolean {
  return new RegExp(`^(?:${PARTY}|${STATE})$`, "u").test(part);
}
