import { CITED, COUNTED, MEASURED, matchAt } from "./patterns.ts";

/** A title as it stands in a sentence. */
export interface ReadTitle {
  /** Begins with "về", unless it stood in quotation marks without; white space is single spaces. */
  readonly title: string;
  readonly end: number;
  readonly isQuoted: boolean;
  /** Whether date or issuer may go on behind it. */
  readonly goesOn: boolean;
}

/** The title right at `at`: in quotation marks, or behind "về" as far as the sentence does not go on otherwise. */
export function readTitle(text: string, folded: string, at: number): ReadTitle | undefined {
  return readQuoted(text, at) ?? readPlain(text, folded, at);
}

const QUOTED =
  /[\s,:]{0,3}(?<about>(?:[Vv]ề|V\/v|v\/v)(?:\s{1,3}việc)?\s{1,3})?[“"«]\s{0,3}(?<words>[^“”"«»]{5,400}?)\s{0,3}[”"»]/uy;
const ABOUT = /^(?:về|v\/v)\s/iu;

function readQuoted(text: string, at: number): ReadTitle | undefined {
  const match = matchAt(QUOTED, text, at);
  const words = (match?.groups?.["words"] ?? "").replace(/\s+/g, " ");
  const about = match?.groups?.["about"];
  // Without "về" only what is written like a title: a few words from a capital on.
  const isTitle = about !== undefined || ABOUT.test(words) || (/^\p{Lu}/u.test(words) && words.split(" ").length > 3);
  if (!match || !isTitle) return undefined;
  return {
    title: about === undefined ? words : `về ${words}`,
    end: at + match[0].length,
    isQuoted: true,
    goesOn: true,
  };
}

const PLAIN = /[\s,]{0,3}(?<words>(?:về|VỀ|[Vv]\/v)\s{1,3}(?:[^.;:()“”"«»\n]|\n(?=\p{Ll})(?!\p{L}{1,20}:)){3,400})/uy;
const WORDS_BEFORE_CITATION = /(?:^|\s)(?<word>\S+)\s*$/;
// What puts it beside the title, not into it: "và", "cùng với". Behind "của" or "theo" it belongs to what the title says.
const JOINTS = new Set("va cung voi hoac hay nhu".split(" "));
// What the document does, or what was done with it, is no part of its title.
const PREDICATE =
  /\s(?:đã(?!\s+(?:nghỉ|chuyển|từ|qua|mất|hưu|bị|thôi|xuất|hoàn|từng)(?!\p{L}))|sẽ|vừa|có hiệu lực|hết hiệu lực|được (?:ban hành|triển khai|quán triệt|tổ chức|thực hiện)|nêu rõ|chỉ rõ|quy định rõ|quy định cụ thể|xác định rõ|bước đầu|đi vào cuộc sống|thay thế|thay cho)(?!\p{L})/iu;
// What a clause behind a comma begins with.
const CLAUSE =
  /^(?:trong đó|đồng thời|nhằm|góp phần|với|theo|gắn với|qua đó|từ đó|do|vì|để|khi|sau khi|trước khi|nếu|nhưng|song|tuy|hiện|đến nay|đã|đang|sẽ|được|bị|cùng|căn cứ|trên cơ sở|ngày|năm|tháng|còn|mà|thì|kèm theo|thay thế|thay cho|ban hành|quy định rõ|nêu rõ)(?!\p{L})/iu;
const ASPECT = /(?<!\p{L})(?:đã|sẽ|đang|phải|cần|ban hành|chỉ đạo|yêu cầu|tổ chức|giao)(?!\p{L})/u;
// "do Ban Bí thư ban hành" is who issued it.
const ISSUED = /\s(?:do|được)\s\p{Lu}[^,]{2,80}?\sban hành(?!\p{L})/u;
const DATE = /,?\s+(?:ban hanh\s+)?ngay\s+\d/;
// Shorter, it is no title.
const LEAST = 5;

function readPlain(text: string, folded: string, at: number): ReadTitle | undefined {
  const match = matchAt(PLAIN, text, at);
  const printed = match?.groups?.["words"];
  if (!match || printed === undefined) return undefined;
  const start = at + match[0].length - printed.length;
  const words = folded.slice(start, start + printed.length);
  const cited = citedIn(words);
  const cuts = [
    cited.cut,
    clauseIn(printed),
    PREDICATE.exec(printed)?.index,
    ISSUED.exec(printed)?.index,
    // Behind a document within the title a date is that document's.
    cited.nested ?? DATE.exec(words)?.index,
  ].filter((cut) => cut !== undefined);
  const whole = printed.length < 400 ? printed.length : printed.lastIndexOf(" ");
  const cut = Math.min(whole, ...cuts);
  const kept = printed.slice(0, cut).replace(/(?:[\s,]|\s(?:và|của|theo|với|tại|do|hoặc|cùng|các|là|trong))+$/u, "");
  if (kept.replace(/^\S+\s+/, "").length < LEAST) return undefined;
  return { title: kept.replace(/\s+/g, " "), end: start + kept.length, isQuoted: false, goesOn: cut !== cited.nested };
}

/**
 * Where another document is named: behind "và" it is another matter; otherwise it belongs to what the title says
 * ("về thực hiện Quy định số 213-QĐ/TW"), which is then read up to its number.
 */
function citedIn(words: string): { readonly cut?: number; readonly nested?: number } {
  const match = [...words.matchAll(CITED)].find(
    (found) => !isAmount(found, words.slice(found.index + found[0].length)),
  );
  if (!match) return {};
  const before = words.slice(0, match.index);
  const word = WORDS_BEFORE_CITATION.exec(before)?.groups?.["word"] ?? "";
  const isObject =
    match.groups?.["kind"] !== undefined && !JOINTS.has(word) && !/[,;]$/.test(word) && before.length > 3;
  return isObject ? { nested: match.index + match[0].length } : { cut: before.length };
}

/** "kế hoạch 2025", "báo cáo 12 tháng". */
function isAmount({ groups }: RegExpExecArray, rest: string): boolean {
  if (groups?.["kind"] === undefined || groups["whole"] !== undefined) return false;
  return /^(?:19|20)\d\d$/.test(groups["serial"] ?? "") || COUNTED.test(rest) || MEASURED.test(rest);
}

/** Where a comma begins another clause rather than goes on with the matters of the title. */
function clauseIn(printed: string): number | undefined {
  const segments = printed.replace(/^\s*(?:về|v\/v)/iu, (about) => " ".repeat(about.length)).split(",");
  let at = segments[0]?.length ?? 0;
  for (const [index, segment] of segments.entries()) {
    if (index === 0) continue;
    const shown = segment.trimStart();
    const isListed = /(?<!\p{L})\p{Lu}/u.test(segments[index - 1] ?? "");
    if (CLAUSE.test(shown) || (/^\p{Lu}/u.test(shown) && (!isListed || ASPECT.test(shown)))) return at;
    at += segment.length + 1;
  }
  return undefined;
}
