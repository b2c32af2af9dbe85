import type { Span } from "../core/passage.ts";
import { fold } from "../core/text.ts";
import type { FoundReference } from "./find.ts";

/** One document replaces another, or orders its replacement, as a text states it. */
export interface Replacement {
  readonly type: "replaces" | "orders-replacement";
  readonly successor: FoundReference;
  readonly replaced: FoundReference;
  /** From the one to the other. */
  readonly evidence: Span;
}

// "Quy định số 680-QĐ/TU, ngày … về … (thay thế Quy định 335)".
const REPLACES = /^[^.;\n]{0,250}?thay(?: the)?(?: cho)?\s*$/;
const REPLACED_BY = /^[^.;\n]{0,120}?(?:duoc|bi)\s+thay(?: the)?\s+(?:bang|boi)\s*$/;
// Longer than any of these patterns allows.
const FAR = 400;
const DENIED = /(?:khong|chua)\s+(?:\S+\s+){0,3}?thay/;

// "Kết luận 229 … về việc sớm thay thế Quy định 213" replaces nothing yet: the slightest sign of that counts, because
// a document wrongly shown as replaced costs more than a replacement shown as ordered. In brackets it is plain.
const ORDERED =
  /yeu cau|de nghi|giao |tham muu|som |chuan bi|du kien|can |sap |se |nghien cuu|xem xet|viec |xay dung|soan thao|chi dao/;
const IN_BRACKETS = /\(\s*thay the(?: cho)?\s*$/;

/** The replacements that a text states between two documents, or lists of them, that it names one after the other. */
export function findReplacements(text: string, references: readonly FoundReference[]): Replacement[] {
  const folded = fold(text);
  return references.flatMap((reference, at) => {
    const next = references.slice(at + 1).find((other) => other.span.start > reference.span.end);
    if (!next || next.span.start - reference.span.end > FAR) return [];
    const between = folded.slice(reference.span.end, next.span.start);
    if (DENIED.test(between)) return [];
    const evidence = { start: reference.span.start, end: next.span.end };
    const type = ORDERED.test(between) && !IN_BRACKETS.test(between) ? "orders-replacement" : "replaces";
    const listed = references.filter((other) => other.span.start === next.span.start);
    if (REPLACED_BY.test(between))
      return listed.map((successor) => ({ type, successor, replaced: reference, evidence }));
    if (REPLACES.test(between)) return listed.map((replaced) => ({ type, successor: reference, replaced, evidence }));
    return [];
  });
}
