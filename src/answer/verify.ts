import { type FoundReference, findReferences } from "../citation/find.ts";
import type { Citation, Language } from "../core/answer.ts";
import type { ScoredPassage } from "../core/passage.ts";
import { agrees, type DocumentReference } from "../core/reference.ts";
import { blanked, matchForm, tokenise } from "../core/text.ts";
import { type Amount, findAmounts } from "./amounts.ts";
import { locate } from "./locate.ts";

/** A quote that was found in the text of the library: `quote` is the directive's text at `span`. */
export type VerifiedQuote = Omit<Citation, "marker" | "uncertain">;

/** What can be shown: text, and the quotes that bear it out. */
export interface Draft {
  /** With markers `[1]`; one sentence a line when there are more than three. */
  readonly text: string;
  readonly citations: readonly [Citation, ...Citation[]];
}

/**
 * The place in the first of `passages` that has the words of `quote`, with the text as it stands there; `undefined`
 * when none has, or when a quote from there would mislead (`locate`).
 */
export function verifyQuote(quote: string, passages: readonly ScoredPassage[]): VerifiedQuote | undefined {
  const longest = Math.max(0, ...passages.map(({ passage }) => passage.text.length));
  if (quote.length > 2 * longest + 100) return undefined;

  for (const { passage, directive } of passages) {
    const found = locate(quote, passage.text);
    if (!found) continue;

    const span = { start: passage.span.start + found.start, end: passage.span.start + found.end };
    return { passage, directive, span, quote: passage.text.slice(found.start, found.end) };
  }
  return undefined;
}

/**
 * Figures, dates and numbers in words of `text` that the quotes do not say, as printed. The same amount may be written
 * otherwise ("ba" for 3, "2 January 2020" for 02/01/2020); a part of one (`5` of `50`) is another.
 */
export function unsupported(
  text: string,
  citations: readonly { readonly quote: string }[],
  language: Language = "vi",
): string[] {
  const quotes = citations.map(({ quote }) => quote);
  const shown = quotes.flatMap((quote) => findReferences(quote));
  const amounts = quotes.map((quote) => ({ quote, amounts: findAmounts(quote, "vi") }));
  const said = new Set(amounts.flatMap((of) => of.amounts).flatMap(({ says, shows }) => [...says, ...shows]));
  const named = findReferences(text);
  const isShown = ({ reference }: FoundReference) => shown.some((other) => isShownBy(reference, other.reference));
  // Numbers of a list share a span.
  const borneOut = named.filter(({ span: { start } }) =>
    named.filter(({ span }) => span.start === start).every(isShown),
  );
  const rest = blanked(
    text.replace(MARKERS, (marker) => " ".repeat(marker.length)),
    borneOut.map(({ span }) => span),
  );
  return findAmounts(rest, language)
    .filter((amount) => !amount.says.some((saying) => said.has(saying)) && !isArticle(amount, rest, amounts))
    .map((amount) => amount.text);
}

/**
 * Citations for the markers of `text`, where `[k]` stands for the k-th of `quotes`, numbered anew in the order of the
 * text; the same place has one number. A sentence with a marker that has no verified quote is left out with it.
 * `undefined` when no citation remains. What is uncertain in them is looked up once the answer stands.
 */
export function toCitations(text: string, quotes: readonly (VerifiedQuote | undefined)[]): Draft | undefined {
  const kept = text
    .split(SENTENCE_END)
    .filter((sentence) => markersOf(sentence).every((marker) => quotes[marker - 1]))
    .join("")
    .trim();

  const citations = new Map<string, Citation>();
  const renumbered = kept.replace(MARKERS, (brackets) => {
    const cited = markersOf(brackets).flatMap((marker) => quotes[marker - 1] ?? []);
    const markers = cited.map((quote) => {
      const place = `${quote.directive.id} ${quote.span.start} ${quote.span.end}`;
      const citation = citations.get(place) ?? { ...quote, uncertain: [], marker: citations.size + 1 };
      citations.set(place, citation);
      return citation.marker;
    });
    return [...new Set(markers)].map((marker) => `[${marker}]`).join("");
  });

  const [first, ...rest] = citations.values();
  return first && { text: renumbered, citations: [first, ...rest] };
}

/** A quote that names a document more fully shows the shorter name, never the other way round. */
function isShownBy(named: DocumentReference, other: DocumentReference): boolean {
  const fields = ["kind", "symbol", "suffix", "number", "name", "issuedOn", "place"] as const;
  return (
    named.serial !== "" &&
    agrees(named, other) &&
    fields.every((field) => named[field] === null || other[field] !== null)
  );
}

/** "Một" is mostly an article; it is a number where a quote counts the same thing otherwise. */
function isArticle(
  { text, end }: Amount,
  from: string,
  quotes: readonly { readonly quote: string; readonly amounts: readonly Amount[] }[],
): boolean {
  const counted = tokenise(from.slice(end, end + 30))[0]?.text;
  if (matchForm(text) !== "một" || counted === "lần") return false;
  return !quotes.some(({ quote, amounts }) =>
    amounts.some((amount) => tokenise(quote.slice(amount.end, amount.end + 30))[0]?.text === counted),
  );
}

const MARKERS = /\[\d+(?:\s*,\s*\d+)*\]/g;
// Markers and closing quotation marks belong to the sentence they follow; a capital before the full stop is an
// abbreviation ("TP. Hồ Chí Minh").
const SENTENCE_END = /(?<=\n|(?<!\p{Lu})[.!?…]["”»]?(?:\s?\[\d+(?:\s*,\s*\d+)*\])*\s+)(?=[^\s[])/u;

function markersOf(text: string): number[] {
  return (text.match(MARKERS) ?? []).flatMap((brackets) => brackets.slice(1, -1).split(",").map(Number));
}
