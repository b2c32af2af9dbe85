import type { Span } from "../core/passage.ts";
import type { DocumentReference } from "../core/reference.ts";
import type { RelationEnd } from "../core/relation.ts";
import { fold } from "../core/text.ts";
import type { FoundReference } from "./find.ts";
import { KINDS } from "./kinds.ts";
import { anyOf } from "./patterns.ts";

/** Where a text names a document, or several in one ("số 76, 77-QĐ/TW"). */
export interface Item extends Span {
  /** None where "Quy định này" stands for a document that is not known. */
  readonly ends: readonly RelationEnd[];
}

/** The places of the text that name documents, "Quy định này" among them, in order. */
export function itemsOf(text: string, references: readonly FoundReference[], own: DocumentReference | null): Item[] {
  const items: Item[] = [];
  for (const { reference, span } of [...references].sort((a, b) => a.span.start - b.span.start)) {
    const last = items.at(-1);
    const end = { reference, span };
    if (last && span.start === last.start) items[items.length - 1] = { ...last, ends: [...last.ends, end] };
    else if (span.end > span.start && span.start >= (last?.end ?? 0)) items.push({ ...span, ends: [end] });
  }
  return [...items, ...ownItems(text, items, own)].sort((a, b) => a.start - b.start);
}

const THIS = new RegExp(
  `(?<![a-z0-9])(?<kind>${anyOf(["van ban", ...KINDS.map(({ name }) => fold(name))])})\\s{1,3}nay(?![a-z0-9])`,
  "g",
);

function ownItems(text: string, named: readonly Item[], own: DocumentReference | null): Item[] {
  const folded = fold(text);
  let next = 0;
  return Array.from(folded.matchAll(THIS), ({ 0: words, index: start, groups }): Item | undefined => {
    const end = start + words.length;
    while ((named[next]?.end ?? end) <= start) next += 1;
    if ((named[next]?.start ?? end) < end) return undefined;
    const kind = (groups?.["kind"] ?? "").replace(/\s+/g, " ");
    // In an attached text "Quy chế này" is not the decision that it is attached to.
    const isSame = kind === "van ban" || own?.kind == null || fold(own.kind) === kind;
    return { start, end, ends: own && isSame && !isQuoted(text, start) ? [{ reference: own, span: null }] : [] };
  }).filter((item) => item !== undefined);
}

/** What is quoted speaks of the document that it is quoted from. */
function isQuoted(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 1000), at);
  return before.lastIndexOf("“") > before.lastIndexOf("”");
}
