import { fold, hasDiacritics, tokenise } from "../core/text.ts";

// Function words as they are shortened in chats; what may be something else ("vs", "đ/c", "CB") is left out.
const SHORTENED: ReadonlyMap<string, string> = new Map([
  ["dc", "được"],
  ["đc", "được"],
  ["ko", "không"],
  ["hok", "không"],
  ["khg", "không"],
  ["j", "gì"],
  ["nhiu", "nhiêu"],
  ["bnhiu", "bao nhiêu"],
  ["bn", "bao nhiêu"],
  ["bgio", "bao giờ"],
  ["ng", "người"],
  ["cx", "cũng"],
  ["ktra", "kiểm tra"],
  ["z", "vậy"],
  ["ntn", "như thế nào"],
  ["trc", "trước"],
]);

// Kinds of documents, where one is asked for or pointed at: "qđ nào", "nq này". Beside a number they are found as they are.
const KINDS: ReadonlyMap<string, string> = new Map([
  ["qd", "quy định"],
  ["nq", "nghị quyết"],
  ["kl", "kết luận"],
  ["ct", "chỉ thị"],
  ["hd", "hướng dẫn"],
  ["kh", "kế hoạch"],
  ["cv", "công văn"],
  ["vb", "văn bản"],
]);
const POINTED = /^\s(?:nào|nao|này|nay|đó|do|ấy|ay|kia|gì|gi|j|trên|tren)(?![\p{L}\p{M}])/iu;

/** The text with words that are shortened in chats in full, without marks where it has none. */
export function fromShorthand(text: string): string {
  const isMarked = hasDiacritics(text);
  return tokenise(text).reduceRight((rest, { text: word, start, end }) => {
    const kind = POINTED.test(text.slice(end)) ? KINDS.get(fold(word)) : undefined;
    const full = kind ?? (text.slice(start, end) === word ? SHORTENED.get(word) : undefined);
    return full ? rest.slice(0, start) + (isMarked ? full : fold(full)) + rest.slice(end) : rest;
  }, text);
}
