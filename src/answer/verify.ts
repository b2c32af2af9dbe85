import type { Citation } from "../core/answer.ts";
import type { ScoredPassage, Span } from "../core/passage.ts";
import { normalise } from "../core/text.ts";
import { findFigures } from "./figures.ts";

/** A quote that was found in the text of the library: `quote` is the directive's text at `span`. */
export type VerifiedQuote = Omit<Citation, "marker">;

/**
 * Where `quote` stands, word for word, in the first of `passages` that has it; `undefined` when none has. White space
 * may differ, and quotation marks, an ellipsis or a full stop around the quote may be missing from the text; nothing
 * else. Refused although it stands there: what cuts a word or a figure, what leaves out the "không" it follows, and
 * what is too short to say anything unless it is a sentence or an item of a list.
 */
export function verifyQuote(quote: string, passages: readonly ScoredPassage[]): VerifiedQuote | undefined {
  const longest = Math.max(0, ...passages.map(({ passage }) => passage.text.length));
  if (quote.length > 2 * longest + 100) return undefined;

  const wordings = [...new Set([spaced(quote), unquoted(quote), bare(quote)])].filter((wording) => wording !== "");
  for (const { passage, directive } of passages) {
    for (const wording of wordings) {
      const found = find(wording, passage.text);
      if (!found) continue;

      const span = { start: passage.span.start + found.start, end: passage.span.start + found.end };
      return { passage, directive, span, quote: passage.text.slice(found.start, found.end) };
    }
  }
  return undefined;
}

/** Figures of `text` that stand in none of the quotes, as printed: `5` is not supported by `50`, nor by `05`. */
export function unsupported(text: string, citations: readonly { readonly quote: string }[]): string[] {
  const supported = new Set(citations.flatMap(({ quote }) => findFigures(quote).map((figure) => figure.text)));
  return findFigures(text.replace(MARKERS, " "))
    .map((figure) => figure.text)
    .filter((figure) => !supported.has(figure));
}

/**
 * Citations for the markers of `text`, where `[k]` stands for the k-th of `quotes`, numbered anew in the order of the
 * text; the same place has one number. A sentence with a marker that has no verified quote is left out with it.
 * `undefined` when no citation remains.
 */
export function toCitations(
  text: string,
  quotes: readonly (VerifiedQuote | undefined)[],
): { readonly text: string; readonly citations: readonly [Citation, ...Citation[]] } | undefined {
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
      const citation = citations.get(place) ?? { ...quote, marker: citations.size + 1 };
      citations.set(place, citation);
      return citation.marker;
    });
    return [...new Set(markers)].map((marker) => `[${marker}]`).join("");
  });

  const [first, ...rest] = citations.values();
  return first && { text: renumbered, citations: [first, ...rest] };
}

const MARKERS = /\[\d+(?:\s*,\s*\d+)*\]/g;
// Markers and closing quotation marks belong to the sentence they follow; a capital before the full stop is an
// abbreviation ("TP. Hồ Chí Minh").
const SENTENCE_END = /(?<=\n|(?<!\p{Lu})[.!?…]["”»]?(?:\s?\[\d+(?:\s*,\s*\d+)*\])*\s+)(?=[^\s[])/u;

function markersOf(text: string): number[] {
  return (text.match(MARKERS) ?? []).flatMap((brackets) => brackets.slice(1, -1).split(",").map(Number));
}

function spaced(quote: string): string {
  return normalise(quote).replace(/\s+/gu, " ").trim();
}

function unquoted(quote: string): string {
  return spaced(quote).replace(/^[\s"'“”‘’«»]+|[\s"'“”‘’«»]+$/gu, "");
}

function bare(quote: string): string {
  return spaced(quote).replace(/^[\s"'“”‘’«».…]+|[\s"'“”‘’«».…]+$/gu, "");
}

function find(wording: string, text: string): Span | undefined {
  if (wording.length > text.length) return undefined;

  const figures = findFigures(text);
  const pattern = new RegExp(wording.split(" ").map(escapeRegExp).join("\\s+"), "gu");
  for (const match of text.matchAll(pattern)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const isCut = [span.start, span.end].some((offset) => cutsWord(offset, text) || cutsFigure(offset, figures));
    if (!isCut && !losesNegation(span.start, text) && saysSomething(span, text)) return span;
  }
  return undefined;
}

function cutsWord(offset: number, text: string): boolean {
  return (
    /[\p{L}\p{M}\p{N}]$/u.test(text.slice(Math.max(0, offset - 2), offset)) &&
    /^[\p{L}\p{M}\p{N}]/u.test(text.slice(offset))
  );
}

function cutsFigure(offset: number, figures: readonly Span[]): boolean {
  return figures.some(({ start, end }) => start < offset && offset < end);
}

// "được nhận" is no fair quote from "không được nhận". A window, because the pattern is tried at every place of it.
function losesNegation(start: number, text: string): boolean {
  return NEGATION_AT_END.test(text.slice(Math.max(0, start - 60), start));
}

const NEGATION_AT_END =
  /(?<![\p{L}\p{M}])(?:không|chưa|chẳng|đừng|cấm|trừ|not|never)\s+(?:(?:được|phải|có|thể|là)\s+)*$/iu;

function saysSomething({ start, end }: Span, text: string): boolean {
  const wording = text.slice(start, end);
  if (spaced(wording).length >= 12 && wording.split(/\s+/u).length >= 3) return true;
  return (
    ENDS_BEFORE_ITEM.test(text.slice(0, start)) &&
    STARTS_AFTER_ITEM.test((/[.;!?…]$/.exec(wording)?.[0] ?? "") + text.slice(end))
  );
}

const ENDS_BEFORE_ITEM = /(?:^|\n\s*|[.;:!?…]\s+)(?:(?:[-–•*+]|\p{N}+[.)]|\p{L}[.)])\s+)?$/u;
const STARTS_AFTER_ITEM = /^[.;!?…]?\s*(?:$|\n)|^[.;!?…]\s/u;

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
