import { attributed, type CitedList, isOpen } from "./cited-list.ts";
import { type IssuingSubject, issuingSubject } from "./issuing-subject.ts";
import type { Source } from "./read-numbers.ts";
import { signsWith } from "./signing.ts";

/** A subject with what it issues, as far as the sentence was read. */
interface Issuing {
  readonly subject: IssuingSubject;
  /** Series that its documents are of. */
  readonly own: Set<string>;
  /** Suffixes of documents that they only carry out. */
  readonly others: Set<string | null>;
  isAside: boolean;
}

// Longer, a sentence is no sentence.
const FARTHEST = 1500;

/**
 * Gives documents the issuer that is the subject of the verb they are the objects of: "Ban Thường vụ Tỉnh ủy ban hành Quy
 * định số 680-QĐ/TU …; Quy định số 681-QĐ/TU …". A document that another one carries out is no object of the verb.
 */
export function attributeIssued(source: Source, lists: readonly CitedList[]): CitedList[] {
  let issuing: Issuing | undefined;
  let end = 0;
  return lists.map((list) => {
    const [from, isWithin] = [end, list.span.start < end];
    end = Math.max(end, list.extent.end);
    if (isWithin) {
      issuing?.others.add(suffixOf(list));
      return list;
    }
    const subject = issuingSubject(source, from, list.span.start);
    if (subject) issuing = { subject, own: new Set(), others: new Set(), isAside: false };
    else if (issuing && !goesOn(source, issuing, { from, list })) issuing = undefined;
    if (!issuing || !isIssued(issuing, list)) {
      // What the verb's first object is not, no further one is.
      if (subject) issuing = undefined;
      return list;
    }
    issuing.own.add(seriesOf(list));
    const { start, end: behind } = issuing.subject;
    return isOpen(list) ? attributed(list, issuing.subject, { start, end: behind }) : list;
  });
}

function seriesOf({ references: [reference] }: CitedList): string {
  return `${reference?.symbol ?? reference?.kind ?? ""}/${reference?.suffix ?? ""}`;
}

function suffixOf({ references: [reference] }: CitedList): string | null {
  return reference?.suffix ?? null;
}

function isIssued({ subject, isAside }: Issuing, { references: [reference] }: CitedList): boolean {
  if (isAside || !reference) return false;
  const { issuer, name, suffix } = reference;
  if (issuer !== null || name !== null) return issuer === subject.issuer && name === subject.name;
  if (subject.rival !== null && signsWith(subject.rival, suffix) !== false) return false;
  if (suffix === null) return true;
  // A congress numbers its own.
  return subject.issuer === null ? suffix === "ĐH" : signsWith(subject.issuer, suffix) === true;
}

const VERB_AGAIN =
  "(?:(?:dong\\s{1,3}thoi|tiep\\s{1,3}tuc|tiep\\s{1,3}do|sau\\s{1,3}do)\\s{1,3}){0,2}(?:ban\\s{1,3}hanh\\s{1,3})?";
const JOINT = new RegExp(
  `^\\)?\\s{0,3}(?:(?<mark>[,;])\\s{0,4}(?:[-–+•]\\s{0,3})?(?:(?:va|cung|cung\\s{1,3}voi)\\s{1,3})?|(?:va|cung|cung\\s{1,3}voi)\\s{1,3})${VERB_AGAIN}(?:cac\\s{1,3})?$`,
);
// What a document is for, or goes by.
const PURPOSE =
  /^\s{1,3}\(?\s{0,2}(?:de|nham|ve|thuc hien|trien khai|huong dan|cu the hoa|theo|quan triet|thi hanh|sua doi|bo sung|thay the|thay cho|tren co so)\s[^.;:\n]{0,200}$/;
// A title without "về" and a semicolon.
const TITLED = /^\s{1,3}(?!(?:và|cùng)\s)[^,;.:\n()“”"]{3,200};\s{0,4}(?:[-–+•]\s{0,3})?$/u;
// Another verb, or another subject.
const CLAUSE =
  /,\s{0,3}\p{Lu}|(?<!\p{L})(?:đã|sẽ|đang|được|bị|là|có|yêu cầu|chỉ đạo|giao|nêu|xác định|tham mưu|trình|ban hành|tổ chức|lãnh đạo|góp phần|tạo)(?!\p{L})/u;

/** Whether the verb still reaches the list, as its object or aside from it. */
function goesOn(
  { text, folded, typedPlain }: Source,
  issuing: Issuing,
  { from, list }: { readonly from: number; readonly list: CitedList },
): boolean {
  const { span } = list;
  if (span.start - issuing.subject.start > FARTHEST || span.start - from > 260) return false;
  const [words, shown] = [folded.slice(from, span.start), text.slice(from, span.start)];
  const joint = JOINT.exec(words);
  if (joint) {
    const { mark } = joint.groups ?? {};
    const isOfSeries = issuing.own.has(seriesOf(list)) && !issuing.others.has(suffixOf(list));
    issuing.isAside &&= mark !== ";" && !(mark === "," && isOfSeries);
  } else {
    const isPurpose = PURPOSE.test(words);
    if (typedPlain || !(isPurpose || TITLED.test(shown)) || CLAUSE.test(shown)) return false;
    issuing.isAside = isPurpose;
  }
  if (issuing.isAside) issuing.others.add(suffixOf(list));
  return true;
}
