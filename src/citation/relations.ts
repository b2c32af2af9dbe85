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

// "Quy định số 680-QĐ/TU, ngày … về … (thay thế Quy định 335)"; "thể" is how one source misprints "thế".
const REPLACES = /^[^.;\n]{0,250}?(?:thay the|thay cho)(?:\s+cho)?\s*$/;
const REPLACED_BY = /^[^.;\n]{0,120}?(?:duoc|bi)\s+thay the\s+(?:bang|boi)\s*$/;

// "Kết luận 229 … yêu cầu sớm có văn bản thay thế Quy định 213" replaces nothing yet.
const ORDERED =
  /yeu cau|de nghi|giao .{0,80}(?:tham muu|xay dung)|tham muu|som (?:co|ban hanh)|chuan bi|du kien|can thay the/;

/** The replacements that a text states between two documents it names one after the other. */
export function findReplacements(text: string, references: readonly FoundReference[]): Replacement[] {
  const folded = fold(text);
  return references.flatMap((reference, at) => {
    const next = references[at + 1];
    if (!next || next.span.start <= reference.span.end) return [];
    const between = folded.slice(reference.span.end, next.span.start);
    const evidence = { start: reference.span.start, end: next.span.end };
    const type = ORDERED.test(between) ? "orders-replacement" : "replaces";
    if (REPLACED_BY.test(between)) return [{ type, successor: next, replaced: reference, evidence }];
    if (REPLACES.test(between)) return [{ type, successor: reference, replaced: next, evidence }];
    return [];
  });
}
