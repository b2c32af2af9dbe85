import { OPEN } from "../core/reference.ts";
import { fold, hasDiacritics } from "../core/text.ts";
import type { CitedList } from "./cited-list.ts";
import type { FoundReference } from "./find.ts";
import { attributeIssued } from "./issued-lists.ts";
import type { Kind } from "./kinds.ts";
import { misreadKind } from "./misread-kind.ts";
import { ANCHOR, kindNames, LIST_JOINT } from "./patterns.ts";
import { readQualified } from "./qualified.ts";
import { type Numbers, readNumber, readNumbers, type Source } from "./read-numbers.ts";
import { shareIssuers } from "./shared-issuers.ts";
import { isWrittenAs } from "./spelling.ts";
import { NOTHING, readSurroundings, type Surroundings } from "./surroundings.ts";

/** What was read at one place of the text. */
interface Citation extends Numbers {
  readonly start: number;
  /** The kind that its word says, or that of the list it stands in. */
  readonly word: Kind | undefined;
  /** What stands between that word and the number. */
  readonly between?: Surroundings;
  readonly isOpen?: boolean;
}

/** The citation before, which a list may go on from. */
interface Last {
  readonly word: Kind | undefined;
  readonly ends: readonly number[];
}

/** Every document named by its number, in reading order; those of a list share a span ("số 920 và 1011-CTr/TƯ"). */
export function findNumbered(text: string): FoundReference[] {
  const source = { text, folded: fold(text), typedPlain: !hasDiacritics(text) };
  const lists: CitedList[] = [];
  let last: Last = { word: undefined, ends: [0] };
  let at = 0;
  for (let anchor = anchorAfter(source, at); anchor; anchor = anchorAfter(source, at)) {
    const citation = readCitation(source, anchor, last);
    at = citation?.end ?? anchor.index + (anchor[0].length || digitsAt(source, anchor.index));
    if (!citation) continue;
    const list = listOf(source, citation, lists.at(-1));
    lists.push(list);
    last = { word: citation.word, ends: [citation.end, list.extent.end] };
  }
  return attributeIssued(source, shareIssuers(source.folded, lists)).flatMap(({ references, span, extent }) =>
    references.map((reference) => ({ reference, span, extent })),
  );
}

function anchorAfter({ folded }: Source, at: number): RegExpExecArray | null {
  ANCHOR.lastIndex = at;
  return ANCHOR.exec(folded);
}

function digitsAt({ folded }: Source, at: number): number {
  return /^[\dloi]{1,30}/.exec(folded.slice(at, at + 30))?.[0].length ?? 1;
}

function readCitation(source: Source, anchor: RegExpExecArray, last: Last): Citation | undefined {
  const { word, short, number } = anchor.groups ?? {};
  const start = anchor.index;
  const end = start + anchor[0].length;
  const printed = source.text.slice(start, end);
  if (word !== undefined) return readKind(source, word, { start, end, since: Math.max(...last.ends) });
  if (short !== undefined) {
    const numbers = readNumbers(source, end, { start, short: printed });
    return numbers && { ...numbers, start, word: undefined };
  }
  if (number !== undefined && !isWrittenAs(printed, "số")) return undefined;
  return readBare(source, { start, end, isCalled: number !== undefined }, last);
}

/** The word for a kind with its number; a word with other marks ("Chí thị") only where the number's symbol agrees. */
function readKind(
  source: Source,
  word: string,
  at: { start: number; end: number; since: number },
): Citation | undefined {
  const { start, end } = at;
  const { kind, written } = kindNames.get(word.replace(/\s+/g, " ")) ?? {};
  if (!kind || !written) return undefined;
  const direct = readNumbers(source, end, { start, word: kind });
  const isSound = isWrittenAs(source.text.slice(start, end), written);
  if (direct && (isSound || (direct.isWhole && direct.numbering.kind === kind.name)))
    return { ...direct, start, word: kind };
  const qualified = direct || !isSound ? undefined : readQualified(source, kind, at);
  return qualified && { ...qualified, start, word: kind };
}

/** A number without a word for its kind; in a list it is of the kind before it. */
function readBare(
  source: Source,
  at: { start: number; end: number; isCalled: boolean },
  last: Last,
): Citation | undefined {
  const { start, end, isCalled } = at;
  const read = (word?: Kind) =>
    isCalled ? readNumbers(source, end, { start, word, isCalled }) : readNumber(source, end, word);
  const joint = last.ends.some(
    (from) => from <= start && start - from < 20 && LIST_JOINT.test(source.folded.slice(from, start)),
  );
  const listed = joint && last.word ? read(last.word) : undefined;
  if (listed && last.word && listed.numbering.kind === last.word.name)
    return { ...listed, start: startOf(listed, at), word: last.word };
  const numbers = read();
  if (!numbers?.isWhole) return undefined;
  const since = Math.max(...last.ends);
  const misread = misreadKind(source.folded, { start, since, symbol: numbers.numbering.symbol });
  if (!misread) return { ...numbers, start: startOf(numbers, at), word: undefined };
  const again = read(misread.kind);
  return again && { ...again, start: misread.start, word: misread.kind };
}

function startOf({ listed }: Numbers, { start, isCalled }: { start: number; isCalled: boolean }): number {
  return isCalled ? start : (listed[0]?.start ?? start);
}

function listOf({ text, folded }: Source, citation: Citation, before: CitedList | undefined): CitedList {
  const { start, end, listed, numbering, between, isOpen = false } = citation;
  const { kind, symbol, suffix } = numbering;
  // Of a document that ends a title, nothing is said where the title's own goes on behind it.
  const isClaimed = before?.titleEnd === end && before.extent.end > end;
  const behind = isClaimed ? NOTHING : readSurroundings(text, folded, { from: end, suffix, kind, symbol, isOpen });
  const around = {
    name: between?.name ?? behind.name,
    issuedOn: between?.issuedOn ?? behind.issuedOn,
    issuer: between?.issuer ?? behind.issuer,
    place: between?.place ?? behind.place,
    // What a list is about together is the title of none of it.
    title: listed.length > 1 ? null : (between?.title ?? behind.title),
  };
  const numbered = { ...OPEN, kind, symbol, suffix, ...around };
  return {
    references: listed.map(({ serial }) => ({ ...numbered, serial, number: numbering.numberOf(serial) })),
    span: { start, end },
    extent: { start, end: Math.max(end, behind.end) },
    issuerEnd: behind.issuerEnd,
    titleEnd: behind.titleEnd,
  };
}
