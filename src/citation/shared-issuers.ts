import { attributed, type CitedList, isOpen } from "./cited-list.ts";
import { signsWith } from "./signing.ts";

const JOINT =
  /^\s{0,3}(?:,\s{0,3}(?:(?:va|cung|cung\s{1,3}voi)\s{1,3})?|(?:va|cung|cung\s{1,3}voi)\s{1,3})(?:cac\s{1,3})?$/;

/**
 * Gives documents the issuer that is said once behind the last of them: "Quy định số 105-QĐ/TW, Quy định số 89-QĐ/TW của
 * Bộ Chính trị". Only documents of one series can share it: "Nghị quyết số 18-NQ/TW và Chỉ thị số 10-CT/TW của Ban Bí thư"
 * are not of one body.
 */
export function shareIssuers(folded: string, lists: readonly CitedList[]): CitedList[] {
  const shared = [...lists];
  for (let at = shared.length - 2; at >= 0; at -= 1) {
    const [list, next] = [shared[at], shared[at + 1]];
    const [said] = next?.references ?? [];
    if (!list || !next || !said || next.issuerEnd === null || !isBeside(folded, list, next)) continue;
    const end = { start: list.extent.end, end: next.issuerEnd };
    shared[at] = { ...attributed(list, said, end), issuerEnd: next.issuerEnd };
  }
  return shared;
}

function isBeside(folded: string, list: CitedList, next: CitedList): boolean {
  const [own, other] = [list.references[0], next.references[0]];
  if (!own || !other || !isOpen(list)) return false;
  // Behind a title without quotation marks the words may still be the title's.
  if (own.title !== null && !/[”"]/.test(folded.charAt(list.extent.end - 1))) return false;
  if (own.kind !== other.kind || own.symbol !== other.symbol || own.suffix !== other.suffix) return false;
  if (other.issuer !== null && signsWith(other.issuer, other.suffix) === false) return false;
  const { end } = list.extent;
  return end <= next.span.start && next.span.start - end < 20 && JOINT.test(folded.slice(end, next.span.start));
}
