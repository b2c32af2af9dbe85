import type { Span } from "../core/passage.ts";
import type { DocumentReference } from "../core/reference.ts";
import type { RelationEnd } from "../core/relation.ts";
import { fold } from "../core/text.ts";
import type { FoundReference } from "./find.ts";
import { KINDS } from "./kinds.ts";
import { anyOf } from "./patterns.ts";
import { isQuoted } from "./quoted.ts";

/** Where a text names a document, or several in one ("số 76, 77-QĐ/TW"). */
export interface Item extends Span {
  /** None where "Quy định này" stands for a document that is not known. */
  readonly ends: readonly RelationEnd[];
  /** Where what was read of its date and issuer ends; with a title behind the number, where the number ends. */
  readonly said: number;
}

/** The places of the text that name documents, "Quy định này" among them, in order. */
export function itemsOf(text: string, references: readonly FoundReference[], own: DocumentReference | null): Item[] {
  const items: Item[] = [];
  for (const { reference, span, extent } of [...references].sort((a, b) => a.span.start - b.span.start)) {
    const last = items.at(-1);
    const end = { reference, span };
    // A name that the text gave a document may be a reference by itself too.
    if (last?.ends.some((other) => other.span?.start === span.start && isAsNumbered(other.reference, reference)))
      continue;
    if (last && span.start === last.start) items[items.length - 1] = { ...last, ends: [...last.ends, end] };
    else if (span.end > span.start && span.start >= (last?.end ?? 0)) {
      items.push({ ...span, ends: [end], said: saidUntil(text, reference, { span, extent }) });
    }
  }
  return [...items, ...ownItems(text, items, own)].sort((a, b) => a.start - b.start);
}

function isAsNumbered(a: DocumentReference, b: DocumentReference): boolean {
  return a.kind === b.kind && a.serial === b.serial && a.name === b.name;
}

// "do Ban Tổ chức soạn thảo": who wrote it is read word by word.
function saidUntil(
  text: string,
  { title }: DocumentReference,
  { span, extent }: Omit<FoundReference, "reference">,
): number {
  return title === null && !/\sdo\s/iu.test(text.slice(span.end, extent.end)) ? extent.end : span.end;
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
    // In small letters it is any rule; "các Quy định này" are several.
    const isName = kind === "van ban" || /^\p{Lu}/u.test(text.slice(start));
    const isOne = !/(?:các|những|mọi)\s{1,3}$/iu.test(text.slice(Math.max(0, start - 10), start));
    // In an attached text "Quy chế này" is not the decision that it is attached to.
    const isSame = kind === "van ban" || own?.kind == null || fold(own.kind) === kind;
    return {
      start,
      end,
      said: end,
      ends: own && isSame && isName && isOne && !isQuoted(text, start) ? [{ reference: own, span: null }] : [],
    };
  }).filter((item) => item !== undefined);
}
