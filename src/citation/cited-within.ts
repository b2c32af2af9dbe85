import { readMeetings } from "./meetings.ts";
import { suffixOf } from "./numbering.ts";
import { CITED, COUNTED, MEASURED, matchAt } from "./patterns.ts";

/** A document named within a title; places are of the title's words. */
export interface CitedWithin {
  readonly start: number;
  readonly end: number;
  readonly suffix: string | null;
  /** Where the title ends, if the document is not what it speaks of. */
  readonly cut: number | undefined;
}

/** The first document that the words name from `from` on. */
export function citedWithin(words: string, folded: string, from: number): CitedWithin | undefined {
  const [numbered, named] = [numberedWithin(words, folded, from), namedWithin(words, folded, from)];
  return (named?.start ?? Number.POSITIVE_INFINITY) < (numbered?.start ?? Number.POSITIVE_INFINITY) ? named : numbered;
}

function numberedWithin(words: string, folded: string, from: number): CitedWithin | undefined {
  CITED.lastIndex = from;
  for (let match = CITED.exec(folded); match; match = CITED.exec(folded)) {
    const end = match.index + match[0].length;
    if (isAmount(match, folded.slice(end))) continue;
    const { kind, whole = "" } = match.groups ?? {};
    const letters = /[a-z.]{2,12}$/.exec(whole)?.[0].length ?? 0;
    const suffix = letters > 0 ? suffixOf(words.slice(end - letters, end)) : null;
    return { start: match.index, end, suffix, cut: kind === undefined ? match.index : cutBefore(words, match.index) };
  }
  return undefined;
}

/** "kế hoạch 2025", "báo cáo 12 tháng". */
function isAmount({ groups }: RegExpExecArray, rest: string): boolean {
  if (groups?.["kind"] === undefined || groups["whole"] !== undefined) return false;
  return /^(?:19|20)\d\d$/.test(groups["serial"] ?? "") || COUNTED.test(rest) || MEASURED.test(rest);
}

const NAMED = /(?<![a-z0-9])(?:nghi\s{1,3}quyet|ket\s{1,3}luan|nq|kl)(?=\s|tw|hn|dh)/g;
const OF = /\s{0,3}(?:cua\s{1,3}|tai\s{1,3})?(?:cac\s{1,3})?/y;

/** "Nghị quyết Trung ương 4 (khóa XII)". */
function namedWithin(words: string, folded: string, from: number): CitedWithin | undefined {
  NAMED.lastIndex = from;
  for (let match = NAMED.exec(folded); match; match = NAMED.exec(folded)) {
    const end = match.index + match[0].length;
    const read = readMeetings(words, folded, end + (matchAt(OF, folded, end)?.[0].length ?? 0));
    if (read) return { start: match.index, end: read.end, suffix: "TW", cut: cutBefore(words, match.index) };
  }
  return undefined;
}

// What puts a document beside the title, or begins what the sentence does with it, instead of making it an object of the
// title's own words, as "thực hiện", "theo" and "của" do.
const BESIDE =
  /(?:[,;]|(?:^|\s)(?:và|hoặc|hay|như|với|cùng|lấy|làm|căn cứ|căn cứ vào|dựa vào|dựa trên|bám sát|viện dẫn|dẫn lại|nhắc lại|kế thừa|so với|thay thế|thay thế cho|thay cho|thay|kèm theo|ban hành)(?:\s+(?:các|những))?)\s*$/iu;
const BESIDE_TYPED_PLAIN = /(?:^|\s)(?:va|cung voi|hoac|nhu|voi|cung)(?:\s+cac)?\s*$/;

function cutBefore(words: string, at: number): number | undefined {
  const before = words.slice(0, at);
  const beside = BESIDE.exec(before) ?? BESIDE_TYPED_PLAIN.exec(before);
  // "về Quy định số …" speaks of that document, and is the title of none.
  return beside?.index ?? (before.trimEnd().length > 3 ? undefined : 0);
}
