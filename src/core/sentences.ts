import type { Span } from "./passage.ts";

/**
 * Sentences of Vietnamese text, in order, trimmed; every character that is not white space is in exactly one.
 * A line end parts list items, headings and table rows, but not the lines of a paragraph that goes on in lower case.
 */
export function sentences(text: string, from = 0, to = text.length): Span[] {
  const part = text.slice(from, to);
  const asides = closedAsides(part);
  const spans: Span[] = [];
  let aside = 0;
  let start = 0;
  const close = (end: number) => {
    const span = trimmed(part, start, end);
    if (span.end > span.start) spans.push({ start: from + span.start, end: from + span.end });
    start = end;
  };
  for (const mark of part.matchAll(/\n|(?:\.\/\.?|[.!?…]+)(?:\[\d{1,3}\])*["”’»)\]]*(?=[ \n])/g)) {
    const end = mark.index + mark[0].length;
    while ((asides[aside]?.end ?? end) < end) aside += 1;
    const around = asides[aside];
    if (around && mark[0] !== "\n" && around.start < mark.index && end < around.end) continue;
    const ends = mark[0] === "\n" ? lineEnds(part, start, mark.index) : markEnds(part, start, mark.index, end);
    if (ends) close(end);
  }
  close(part.length);
  return spans;
}

/** The span without white space at its ends; empty where there is nothing else. */
export function trimmed(text: string, start: number, end: number): Span {
  let first = start;
  let last = end;
  while (first < last && isSpace(text, first)) first += 1;
  while (last > first && isSpace(text, last - 1)) last -= 1;
  return { start: first, end: last };
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}

/** Quotes and brackets that are closed soon after: a full stop inside does not end the sentence around them. */
function closedAsides(text: string): Span[] {
  const pairs = /“[^“”\n]{1,300}”|\([^()\n]{1,300}\)|"[^"\n]{1,300}"|«[^«»\n]{1,300}»/g;
  return Array.from(text.matchAll(pairs), ({ 0: aside, index }) => ({ start: index, end: index + aside.length }));
}

const TERMINATED = /(?:[.!?…;:]|\.\/)["”’»)\]]*$/;
const LIST_ITEM = /^(?:[-–—•·●▪+*]\s|\(?(?:\d{1,3}|[a-zđ])[.)]\s|\d{1,3}[-–]\s?\p{Lu}|[a-zđ]\))/u;

function lineEnds(text: string, start: number, at: number): boolean {
  const next = text.slice(at + 1, at + 41);
  if (/^ *(?:\n|$)/.test(next)) return true;
  const line = text.slice(Math.max(start, text.lastIndexOf("\n", at - 1) + 1), at).trimEnd();
  const following = next.trimStart();
  if (TERMINATED.test(line) || line.includes(" | ") || LIST_ITEM.test(following)) return true;
  return !/^\p{Ll}/u.test(following) && !line.endsWith(",");
}

const OPENS_SENTENCE = /^ +(?:[-–+•] *)?["“‘«([]*[\p{Lu}\p{N}]/u;
const BARE_MARKER =
  /^[“"(]?(?:(?:Điều|Khoản|Mục|Chương|Phần|Phụ lục|Tiểu mục|Điểm)\s+)?(?:\d{1,3}[a-zđ]?(?:\.\d{1,3})*|[IVXLC]+|\p{L})$/iu;

function markEnds(text: string, start: number, at: number, end: number): boolean {
  if (!OPENS_SENTENCE.test(text.slice(end, end + 20))) return false;
  if (text.slice(at, end) !== ".") return true;
  if (at - start < 24 && BARE_MARKER.test(text.slice(start, at).trim())) return false;
  const before = text.slice(Math.max(start, at - 40), at);
  const word = /[^\s("“«[]*$/.exec(before)?.[0] ?? "";
  if (ABBREVIATIONS.has(word)) return false;
  if (/^\d{1,2}$/.test(word)) return !/^ +\d/.test(text.slice(end, end + 4));
  if (/^\p{Lu}$/u.test(word)) return NAMED_BY_LETTER.test(before.slice(0, -word.length));
  return !/^(?:\p{Lu}\p{Ll}?\.)+\p{Lu}$/u.test(word) || /^T\.(?:Ư|U|W)$/.test(word);
}

// "Đại hội X. Ban …" ends a sentence, "C. Mác" does not.
const NAMED_BY_LETTER = /(?:khóa|khoá|hội|thứ|quý|loại|hạng|nhóm|cấp|vùng|kỳ|phần|mục|điểm|bảng|mẫu|khối)\s+$/iu;

const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    "TP Tp tp TX Tx TT Q P H ThS Ths TS Ts PGS GS BS Bs KS đ/c Đ/c đc Đc Nxb NXB nxb tr Tr TM KT TL TUQ T/M K/T T/L " +
    "Ph Mr Mrs Ms Dr St No vd Vd VD cf x Tel ĐT"
  ).split(" "),
);
