import type { DocumentReference } from "../core/reference.ts";
import { findAliases } from "./aliases.ts";
import type { FoundReference } from "./find.ts";
import { KINDS } from "./kinds.ts";
import { anyOf } from "./patterns.ts";
import { isQuoted } from "./quoted.ts";

/** A document that a text names by another name; where that is a reference by itself, it says more than that does. */
export interface Antecedent extends FoundReference {
  /** A name that the text gave it, or "Quy định này", "Nghị quyết nêu trên". */
  readonly form: "alias" | "back-reference";
}

/**
 * Where the text means a document without naming it, in reading order, with the reference that it stands for; `own` is
 * the document that the text is. What could mean several documents is left out.
 */
export function findAntecedents(
  text: string,
  references: readonly FoundReference[],
  own: DocumentReference | null,
): Antecedent[] {
  const named = [...references].sort((a, b) => a.span.start - b.span.start);
  const aliases = findAliases(text, named).map((found): Antecedent => ({ ...found, form: "alias" }));
  const known = [...named, ...aliases].sort((a, b) => a.span.start - b.span.start);
  const back = findBackReferences(text, known, own).map((found): Antecedent => ({ ...found, form: "back-reference" }));
  return [...aliases, ...back].sort((a, b) => a.span.start - b.span.start);
}

const KIND_NAMES = anyOf(KINDS.map(({ name }) => name));
// "trên" alone goes on in "trên cơ sở", "trên địa bàn": what follows must leave it alone.
const ALONE =
  '(?=\\s{0,3}(?:[.,;:)”"!?]|$)|\\s{1,3}(?:của|đã|được|là|có|và|thì|để|nêu|yêu cầu|quy định|cần|phải|không|chưa|vẫn|cũng|sẽ|còn|do|thay thế|hết)(?!\\p{L}))';
const BACK = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<several>(?:[Cc]ác|[Nn]hững|[Hh]ai|[Bb]a|[Bb]ốn|\\d{1,2})\\s{1,3})?(?:(?<kind>${KIND_NAMES})|(?<any>[Vv]ăn bản))\\s{1,3}` +
    `(?:(?<this>này)(?!\\p{L})|(?<above>(?:đã\\s{1,3})?(?:nêu|nói|dẫn|kể)\\s{1,3}(?:ở\\s{1,3})?trên(?!\\p{L})|trên${ALONE}))`,
  "gu",
);

function findBackReferences(
  text: string,
  known: readonly FoundReference[],
  own: DocumentReference | null,
): FoundReference[] {
  let next = 0;
  return Array.from(text.matchAll(BACK), ({ 0: words, index, groups = {} }): FoundReference | undefined => {
    const { several = "", kind = "", any } = groups;
    const span = { start: index + several.length, end: index + words.length };
    while ((known[next]?.span.start ?? span.end) < span.start) next += 1;
    if (several || isQuoted(text, index) || (known[next]?.span.start ?? span.end) < span.end) return undefined;
    const name = kind.replace(/\s+/g, " ");
    if (groups["this"]) {
      const isOwn = own !== null && (any !== undefined || own.kind === name);
      return isOwn ? { reference: own, span, extent: span } : undefined;
    }
    const meant = any
      ? undefined
      : lastOfKind(text, known.slice(Math.max(0, next - 40), next), { name, at: span.start });
    return meant && { reference: meant.reference, span, extent: span };
  }).filter((found) => found !== undefined);
}

/** The last document of the kind in the same paragraph or the one before; none where another stands beside it. */
function lastOfKind(
  text: string,
  before: readonly FoundReference[],
  { name, at }: { name: string; at: number },
): FoundReference | undefined {
  const from = paragraphsStart(text, at);
  const ofKind = before.filter(({ reference, span }) => reference.kind === name && span.start >= from);
  const last = ofKind.at(-1);
  const other = ofKind.findLast(({ reference }) => last !== undefined && !isSame(reference, last.reference));
  return last && other && isBeside(text, other, last) ? undefined : last;
}

// Longer than two paragraphs that are read in one go.
const FAR = 3000;

/** Where the paragraph before the one of `at` begins. */
function paragraphsStart(text: string, at: number): number {
  const from = Math.max(0, at - FAR);
  const before = text.slice(from, at);
  const own = before.lastIndexOf("\n") + 1;
  return from + before.slice(0, own).trimEnd().lastIndexOf("\n") + 1;
}

/** "Nghị quyết 18 và Nghị quyết 19", "số 18, 19-NQ/TW": in one breath. */
function isBeside(text: string, { span, extent }: FoundReference, last: FoundReference): boolean {
  if (span.start === last.span.start || extent.end > last.span.start) return true;
  const joint = /^[\s,;)”"]*(?:(?:và|cùng với|cùng|hoặc|với|số)\s*)*(?:các\s*)?$/;
  return [span.end, extent.end].some((end) => end <= last.span.start && joint.test(text.slice(end, last.span.start)));
}

function isSame(a: DocumentReference, b: DocumentReference): boolean {
  return (
    a.kind === b.kind && a.serial === b.serial && a.name === b.name && (a.suffix ?? b.suffix) === (b.suffix ?? a.suffix)
  );
}
