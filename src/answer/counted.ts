import { fold, matchForm } from "../core/text.ts";
import type { ReadQuestion } from "./read-question.ts";

/**
 * The thing counted, folded: what follows "bao nhiêu", "mấy" or "how many", or "số" in "số … là bao nhiêu". Two
 * syllables, or one where its predicate begins behind it.
 */
export function countedIn(text: string, plain: boolean): string | null {
  const form = plain ? fold(text) : matchForm(text);
  const [counting, number] = plain ? [COUNTING_PLAIN, NUMBER_PLAIN] : [COUNTING, NUMBER];
  const [, first, second] =
    [counting.exec(form), number.exec(form)].find((found) => !PREDICATES.has(found?.[1] ?? "là")) ?? [];
  if (first === undefined) return null;
  const counted = fold(second === undefined || PREDICATES.has(second) ? first : `${first} ${second}`);
  return counted === "phan tram" ? "%" : counted;
}

const PREDICATES = new Set(
  "được bị đã của có là trong theo ở và không vào duoc bi da cua co la trong o va khong vao were was are did has have in".split(
    " ",
  ),
);
// "máy" is no "mấy".
const COUNTING = /(?:bao nhiêu|(?<!\p{L})mấy|how many)\s+(\p{L}+)(?:\s(\p{L}+))?/u;
const NUMBER = /(?:tổng số|số lượng|quân số|(?<!\p{L})số)\s+(\p{L}+)(?:\s(\p{L}+))?.* là (?:bao nhiêu|mấy)/u;
const NUMBER_PLAIN = /(?:tong so|so luong|quan so|\bso)\s+([a-z]+)(?:\s([a-z]+))?.* la (?:bao nhieu|may)\b/;
const COUNTING_PLAIN = /(?:bao nhieu|\bmay|how many)\s+([a-z]+)(?:\s([a-z]+))?/;

// "Bao nhiêu người" is answered by these.
const PERSONS =
  "nguoi|dong chi|can bo|dang vien|quan chung|doan vien|hoi vien|hoc vien|sinh vien|ca nhan|cong chuc|vien chuc|cong nhan|" +
  "nhan vien|uy vien|dai bieu|bi thu|ung vien";

/** "Bao nhiêu quần chúng" is answered by a figure that counts the thing: "269 quần chúng", "số quần chúng … là 269". */
export function isCounted(
  { countedAs, foldedRewording }: Pick<ReadQuestion, "countedAs" | "foldedRewording">,
  text: string,
): boolean {
  if (!countedAs) return false;
  const folded = fold(text);
  return countedAs.test(folded) || (foldedRewording !== null && countedAs.test(foldedRewording.reword(folded)));
}

/** What counts the thing in a folded text. */
export function countingPattern(counted: string): RegExp {
  const thing = `(?:${/^nguoi(?: |$)/.test(counted) ? PERSONS : counted})`;
  return new RegExp(
    `\\d[\\d.,]*\\s*(?:[\\p{L}]+\\s+){0,2}${thing}|\\bso (?:luong )?${thing}[^.;:]{0,80}? (?:la|dat|co|gom) \\d`,
    "u",
  );
}
