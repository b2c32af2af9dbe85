import type { Span } from "../core/passage.ts";
import { OPEN } from "../core/reference.ts";
import { hasDiacritics } from "../core/text.ts";
import type { FoundReference } from "./find.ts";
import { matchAt } from "./patterns.ts";

// The Charter is what everyone goes by, and the platform what everyone follows: only where a text points into them, or
// changes them, does it cite them.
const PART =
  "(?:(?:dieu|khoan|chuong|muc|phan)\\s{1,3}(?:\\d{1,2}|[ivx]{1,5})|diem\\s{1,3}(?:\\d{1,2}(?:\\.\\d{1,2}){0,3}|[a-z]))(?![a-z0-9])";
const POINTED_AT = new RegExp(
  `${PART}(?:(?:,|\\s{1,3}va)\\s{1,3}\\d{1,2}){0,5}\\s{0,3}[,(]?\\s{0,3}(?:(?:cua|trong|tai|thuoc)\\s{1,3})?$`,
);
const POINTING = new RegExp(
  `\\s{0,3}(?:\\(|,)?\\s{0,3}(?:(?:quy\\s{1,3}dinh\\s{1,3})?(?:tai|o)\\s{1,3})?(?:cac\\s{1,3})?${PART}`,
  "y",
);
const CHANGE =
  "(?:sua\\s{1,3}doi|chinh\\s{1,3}sua|bo\\s{1,3}sung|phat\\s{1,3}trien|thay\\s{1,3}the|bai\\s{1,3}bo|huy\\s{1,3}bo)";
const CHANGES =
  "(?:sua\\s{1,3}doi|chinh\\s{1,3}sua|bo\\s{1,3}sung|thay\\s{1,3}the|bai\\s{1,3}bo|huy\\s{1,3}bo)" +
  `(?:(?:\\s{0,3},\\s{0,3}|\\s{1,3}va\\s{1,3})${CHANGE}){0,3}`;
const CHANGED = new RegExp(
  `(?<![a-z])(?:${CHANGE}\\s{0,3},\\s{0,3})?${CHANGES}(?:\\s{1,3}mot\\s{1,3}so\\s{1,3}(?:dieu|khoan|noi\\s{1,3}dung|quy\\s{1,3}dinh)(?:\\s{0,3},\\s{0,3}(?:khoan|diem))?\\s{1,3}(?:cua|trong|tai))?\\s{1,3}$`,
);
const BEING_CHANGED = new RegExp(`\\s{1,3}(?:(?:da|moi)\\s{1,3})?duoc\\s{1,3}${CHANGES}(?![a-z])`, "y");
// "Quy định thi hành Điều lệ Đảng, Điều 9": an article of the regulation.
const IN_PRACTICE = /(?:thi|chap)\s{1,3}hanh\s{1,3}$/;
// Longer than what points to a document or changes it.
const BACK = 80;

const CHARTER = "Điều lệ Đảng";
const CHARTER_END = /(?:\s{1,3}cong\s{1,3}san\s{1,3}viet\s{1,3}nam)?(?!\s{1,3}(?:bo|uy|doan|vien)(?![a-z]))/y;

/** The Party's charter, where the words at `words.start` name it as a document. */
export function charterAt(folded: string, { start, end }: Span): FoundReference[] {
  const more = matchAt(CHARTER_END, folded, end)?.[0];
  return more === undefined ? [] : cited(CHARTER, folded, { start, end: end + more.length });
}

const PLATFORM = "Cương lĩnh chính trị";
const PLATFORM_END =
  /\s{1,3}(?:chinh\s{1,3}tri|cua\s{1,3}dang|xay\s{1,3}dung\s{1,3}dat\s{1,3}nuoc(?:\s{1,3}trong\s{1,3}thoi\s{1,3}ky\s{1,3}qua\s{1,3}do\s{1,3}len\s{1,3}chu\s{1,3}nghia\s{1,3}xa\s{1,3}hoi)?|(?:nam\s{1,3})?(?:1930|1991|2011))(?![a-z0-9])/y;

/** The Party's platform, likewise; "Cương lĩnh" alone is the Party's where it is written as a name. */
export function platformAt(text: string, folded: string, { start, end }: Span): FoundReference[] {
  const more = matchAt(PLATFORM_END, folded, end)?.[0].length ?? 0;
  const isParty = more > 0 || (hasDiacritics(text) && text.startsWith("C", start));
  return isParty ? cited(PLATFORM, folded, { start, end: end + more }) : [];
}

function cited(kind: string, folded: string, span: Span): FoundReference[] {
  const before = folded.slice(Math.max(0, span.start - BACK), span.start);
  const isPointed =
    POINTED_AT.test(before) || (matchAt(POINTING, folded, span.end) !== null && !IN_PRACTICE.test(before));
  const isChanged = CHANGED.test(before) || matchAt(BEING_CHANGED, folded, span.end) !== null;
  return isPointed || isChanged ? [{ reference: { ...OPEN, serial: "", kind, name: kind }, span, extent: span }] : [];
}
