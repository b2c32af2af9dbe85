import type { Span } from "../core/passage.ts";
import { fold } from "../core/text.ts";
import type { FoundReference } from "./find.ts";

/** One document replaces another, as a text states it; `evidence` spans from the one to the other. */
export interface Replacement {
  readonly successor: FoundReference;
  readonly replaced: FoundReference;
  readonly evidence: Span;
}

// "Quy định số 680-QĐ/TU, ngày … về … (thay thế Quy định 335)"; "thể" is how one source misprints "thế".
const REPLACES = /^[^.;\n]{0,250}?(?:thay the|thay cho)(?:\s+cho)?\s*$/;
const REPLACED_BY = /^[^.;\n]{0,120}?(?:duoc|bi)\s+thay the\s+(?:bang|boi)\s*$/;

/** The replacements that a text states between two documents it names one after the other. */
export function findReplacements(text: string, references: readonly FoundReference[]): Replacement[] {
  const folded = fold(text);
  return references.flatMap((reference, at) => {
    const next = references[at + 1];
    if (!next || next.span.start <= reference.span.end) return [];
    const between = folded.slice(reference.span.end, next.span.start);
    const evidence = { start: reference.span.start, end: next.span.end };
    if (REPLACED_BY.test(between)) return [{ successor: next, replaced: reference, evidence }];
    if (REPLACES.test(between)) return [{ successor: reference, replaced: next, evidence }];
    return [];
  });
}
