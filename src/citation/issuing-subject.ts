import type { Span } from "../core/passage.ts";
import { fold, hasDiacritics, matchForm } from "../core/text.ts";
import type { Attributed } from "./cited-list.ts";
import { KINDS } from "./kinds.ts";
import { readMeetings } from "./meetings.ts";
import { anyOf } from "./patterns.ts";
import { readIssuer } from "./read-issuer.ts";
import type { Source } from "./read-numbers.ts";

/** A body that issues what stands behind its verb, with where it stands. */
export interface IssuingSubject extends Attributed, Span {
  /** Another body named in one breath with it, which may have issued it as well: "Bộ Chính trị, Ban Bí thư ban hành". */
  readonly rival: string | null;
}

// Longer than a verb with what leads from it to its first object.
const BACK = 200;
// Longer than the name of a body.
const LONGEST_NAME = 90;

const DIRECT =
  "(?:\\s{1,3}(?:ngay|kip thoi|them|cac|nhung|ca|hai|ba|bon|\\d{1,2}|van ban)){0,3}\\s{0,3}(?::\\s{0,3}(?:[-–+•]\\s{0,3})?)?";
const LISTED =
  `(?:[\\s,]{1,3}(?:ngay|kip thoi|dong bo|cac|nhung|nhieu|mot so|hang loat|he thong|\\d{1,2}|hai|ba|bon|va|van ban|quan trong|moi|${anyOf(KINDS.map(({ name }) => fold(name)))})(?![a-z])){1,10}` +
  "(?:,?\\s{1,3}(?:nhu|gom|bao gom|cu the|cu the la|dien hinh la|trong do co|sau|sau day)\\s{0,3}:?|\\s{0,3}:)\\s{0,3}(?:[-–+•]\\s{0,3})?";
const VERB = new RegExp(
  `(?<![a-z])(?:(?<verb>(?:ky\\s{1,3})?ban\\s{1,3}hanh)(?:${DIRECT}|${LISTED})|(?<short>ra|ky)(?:\\s{1,3}cac)?\\s{1,3})$`.replaceAll(
    " ",
    "\\s{1,3}",
  ),
);
// Between a body and its verb: how and when it is done, not whether.
const ADVERBS =
  /(?:\s{1,3}(?:da|vua|moi|cung|con|lai|ngay|som|kip thoi|tiep tuc|chinh thuc|thong nhat|quyet dinh|xem xet|chu dong|lan luot|truc tiep|dong thoi|khan truong|nhanh chong|thuong xuyen|luon|ky))$/;
const TERM = /[\s,]{0,3}\(?khoa\s{1,3}(?:[ivx]{1,6}|\d{1,2})\)?$/;

/** The body whose verb leads to the citation at `to`: "Bộ Chính trị đã ban hành"; nothing before `from` belongs to it. */
export function issuingSubject({ text, folded }: Source, from: number, to: number): IssuingSubject | undefined {
  const start = Math.max(from, to - BACK);
  const verb = VERB.exec(folded.slice(start, to));
  if (!verb || !isVerb(text.slice(start + verb.index, to))) return undefined;
  const ends = subjectEnds(folded, Math.max(from, start + verb.index - LONGEST_NAME - 60), start + verb.index);
  const subject = bodyEndingAt(text, folded, from, ends);
  if (!subject || !opensClause(text, subject.start)) return undefined;
  return { ...subject, rival: rivalOf(text, folded, from, subject.start) };
}

/** "ra" and "ký" are other words with other marks. */
function isVerb(printed: string): boolean {
  return !hasDiacritics(printed) || /^(?:ký|ra|ban)(?!\p{L})/u.test(matchForm(printed));
}

/** Where a name can end before the verb: behind its term, or before it. */
function subjectEnds(folded: string, from: number, verb: number): readonly number[] {
  let before = folded.slice(from, verb).trimEnd();
  for (let adverb = ADVERBS.exec(before); adverb; adverb = ADVERBS.exec(before)) before = before.slice(0, adverb.index);
  const term = TERM.exec(before);
  return [from + before.length, ...(term ? [from + term.index] : [])];
}

/** The known body, or the meeting, whose name ends at one of the places; the longest of those. */
function bodyEndingAt(
  text: string,
  folded: string,
  from: number,
  ends: readonly number[],
): (Attributed & Span) | undefined {
  const [last = 0] = ends;
  const first = Math.max(from, last - LONGEST_NAME);
  for (const { index } of text.slice(first, last).matchAll(/(?<![\p{L}\p{M}\p{N}])\p{L}/gu)) {
    const start = first + index;
    const [meeting, another] = readMeetings(text, folded, start)?.meetings ?? [];
    if (meeting && !another && ends.includes(meeting.end)) return { ...meeting, start };
    const { name: issuer, body, seat, organ, place, end } = readIssuer(text, folded, start) ?? {};
    const isKnown = body != null || seat != null || organ != null;
    if (issuer !== undefined && isKnown && end !== undefined && ends.includes(end))
      return { issuer, name: null, place: place ?? null, start, end };
  }
  return undefined;
}

const OPENING = /(?:^|[.,;:!?…“"(\n–-]\s{0,3}|\d\s{1,3})$/;
// Words that lead to the one who acts: whoever drafts for it, and when.
const LEADING =
  /(?<!\p{L})(?:(?:tham\s)?(?:mưu|muu)(?:\s(?:cho|giúp|giup|để|de))?|giúp|giup|trình|trinh|(?:đề|kiến)\s(?:nghị|xuất)|de\s(?:nghi|xuat)|kien\snghi|(?:trước|sau)\s(?:khi|đó)|khi|mà|qua|nay|đó|nhiệm\skỳ|nhiem\sky|việc|viec|thay\smặt|và|va)\s{1,3}$/u;

/** Whether the name begins what it stands in: in "Bí thư Tỉnh ủy" it does not. */
function opensClause(text: string, start: number): boolean {
  const before = matchForm(text.slice(Math.max(0, start - 40), start));
  return start === 0 || OPENING.test(before) || LEADING.test(before);
}

const JOINED = /(?:\s{0,3}[,/]\s{0,3}|\s{1,3}(?:va|cung)\s{1,3})$/;

/** The body before a comma or "và", unless it belongs to what was cited before. */
function rivalOf(text: string, folded: string, from: number, start: number): string | null {
  const joint = JOINED.exec(folded.slice(Math.max(from, start - 10), start))?.[0];
  if (joint === undefined) return null;
  const end = start - joint.length;
  const body = bodyEndingAt(text, folded, from, subjectEnds(folded, Math.max(from, end - 40), end));
  return body?.issuer ?? body?.name ?? null;
}
