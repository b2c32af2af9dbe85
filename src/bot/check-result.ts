import type { CheckedCitation, CheckResult, Verdict } from "../core/check.ts";
import type { Evidence } from "../core/cite.ts";
import { entryParts, evidenceOf, type Repeated } from "./check-entry.ts";
import type { Messages } from "./messages.ts";
import { addPart, concat, type Part, pack, piece, plain, type RenderedMessage, toMessage } from "./part.ts";
import type { View } from "./places.ts";
import { codePointLength, oneLine, shorten } from "./text-limits.ts";

// With one more for the rest, a result is no flood.
const MAX_MESSAGES_OF_ENTRIES = 9;
const MAX_LINES = 60;
const MAX_LINE = 150;
const MAX_LIST = 1500;
const ORDER: readonly Verdict[] = ["verified", "mismatch", "superseded", "ambiguous", "unknown"];

/** The result of a check: in sum, then what needs a look, then what is right; at most ten messages. */
export function renderCheck({ citations }: CheckResult, view: View): RenderedMessage[] {
  const { check } = view.messages;
  if (citations.length === 0) return pack(plain(check.noCitations));
  const summary = `${check.count(citations.length)}: ${countsOf(citations, check)}`;
  const doubtful = repeated(citations.filter((citation) => !isSound(citation)));
  const { packed, shown } = packEntries(piece(summary, "bold"), doubtful, view);
  const tail = concat(
    [rest(doubtful.slice(shown), check), spelledOut(citations, check), soundOnes(citations, check)],
    "\n\n",
  );
  return (tail.text === "" ? packed : addPart(packed, tail)).map(toMessage);
}

/** What has to be read from the library before the result can be shown. */
export function evidenceOfCheck({ citations }: CheckResult): Evidence[] {
  return citations.flatMap(evidenceOf);
}

/** Nothing is wrong with it; it may still be better written in full. */
function isSound({ verdict, problems }: CheckedCitation): boolean {
  return verdict === "verified" && problems.length === 0;
}

function repeated(citations: readonly CheckedCitation[]): Repeated[] {
  const groups = new Map<string, CheckedCitation[]>();
  for (const citation of citations) {
    const { text, verdict, suggestion, problems } = citation;
    const key = JSON.stringify([text, verdict, suggestion, problems.map(({ message }) => message)]);
    groups.set(key, [...(groups.get(key) ?? []), citation]);
  }
  return [...groups.values()].flatMap(([citation, ...others]) =>
    citation ? [{ citation, times: others.length + 1 }] : [],
  );
}

function packEntries(summary: Part, doubtful: readonly Repeated[], view: View) {
  let packed: readonly Part[] = [summary];
  for (const [shown, entry] of doubtful.entries()) {
    const longer = entryParts(entry, shown + 1, view).reduce(addPart, packed);
    if (longer.length > MAX_MESSAGES_OF_ENTRIES) return { packed, shown };
    packed = longer;
  }
  return { packed, shown: doubtful.length };
}

function rest(hidden: readonly Repeated[], check: Messages["check"]): Part {
  const citations = hidden.flatMap(({ citation, times }) => Array.from({ length: times }, () => citation));
  return piece(citations.length === 0 ? "" : check.rest(citations.length, countsOf(citations, check)));
}

function countsOf(citations: readonly CheckedCitation[], check: Messages["check"]): string {
  return ORDER.map((verdict) => ({ verdict, count: citations.filter((one) => one.verdict === verdict).length }))
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) => `${count} ${check.counts[verdict]}`)
    .join(", ");
}

/** The right document under a short or careless name. */
function spelledOut(citations: readonly CheckedCitation[], check: Messages["check"]): Part {
  const lines = repeated(citations.filter((citation) => isSound(citation) && citation.suggestion !== null)).map(
    ({ citation: { text, suggestion } }) =>
      concat([piece(`• ${short(text)} →`), piece(short(suggestion ?? ""), "code")], " "),
  );
  return lines.length === 0 ? piece("") : concat([piece(check.toSpellOut), ...withinList(lines, check)], "\n");
}

/** What is right, folded. */
function soundOnes(citations: readonly CheckedCitation[], check: Messages["check"]): Part {
  const sound = citations.filter((citation) => isSound(citation) && citation.suggestion === null);
  if (sound.length === 0) return piece("");
  const lines = repeated(sound).map(({ citation: { text, candidates }, times }) => {
    const isOrdered = candidates[0]?.standing.status === "replacement-ordered";
    const notes = [times > 1 ? check.times(times) : "", isOrdered ? `– ⚠️ ${check.replacementOrdered}` : ""];
    return piece([short(text), ...notes].filter((note) => note !== "").join(" "));
  });
  const list = concat(withinList(lines, check), "\n").text;
  return concat([piece(`${check.verdicts.verified} (${sound.length}):`), piece(list, "expandable_blockquote")], "\n");
}

function short(text: string): string {
  return shorten(oneLine(text), MAX_LINE);
}

/** As many lines as a list may have, and how many there are besides. */
function withinList(lines: readonly Part[], check: Messages["check"]): Part[] {
  const lengthUpTo = (index: number) =>
    codePointLength(
      lines
        .slice(0, index + 1)
        .map(({ text }) => text)
        .join("\n"),
    );
  const kept = lines.slice(0, MAX_LINES).filter((_, index) => lengthUpTo(index) <= MAX_LIST);
  const others = lines.length - kept.length;
  return others > 0 ? [...kept, piece(check.more(others))] : kept;
}
