import type { Span } from "../core/passage.ts";
import { matchForm, normalise } from "../core/text.ts";
import { findFigures } from "./figures.ts";

// What a quote may leave out in the middle, and how long it may be with what was left out.
const MAX_GAP = 400;
const MAX_WITH_GAPS = 800;

/**
 * Where the words of `quote` stand in the text. What was changed in a way that the text itself undoes is passed over:
 * white space, the shape of quotation marks and dashes, case, tone placement, marks around the quote; and an ellipsis
 * or square brackets in the middle, where the place found is the whole with what was left out. `undefined` where the
 * words do not stand there, or a quote from there would mislead.
 */
export function locate(quote: string, text: string): Span | undefined {
  const figures = findFigures(text);
  const isUncut = (span: Span) => isWhole(span, text, figures);
  const isFair = (span: Span) => isUncut(span) && !losesNegation(span.start, text) && saysSomething(span, text);
  const asked = normalise(quote).replace(/\s+/gu, " ").trim();
  const asWritten = wordingsOf(asked).flatMap((wording) => occurrences(wording, text));
  const exact = asWritten.find(isFair);
  if (exact) return exact;

  const form = formOf(text);
  const loose = wordingsOf(formOf(asked)).flatMap((wording) => occurrences(wording, form));
  const pieces = formOf(asked).split(OMISSION).map(trim).filter(Boolean);
  const joined = pieces.length > 1 || pieces[0] !== trim(formOf(asked)) ? stretches(pieces, form, isUncut) : [];
  return loose.find(isFair) ?? joined.filter(isFair).sort((a, b) => lengthOf(a) - lengthOf(b))[0];
}

/** As it is, without quotation marks around it, without any marks around it. */
function wordingsOf(asked: string): string[] {
  const wordings = [asked, asked.replace(QUOTATION_MARKS, ""), trim(asked)];
  return [...new Set(wordings)].filter((wording) => wording !== "");
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}

const MARKS = " \"'“”‘’«».…,;:";
const QUOTATION_MARKS = /^[ "'“”‘’«»]+|[ "'“”‘’«»]+$/gu;
// "[…]", "(...)", an ellipsis, or words that the writer put into brackets.
const OMISSION = /\s*(?:\[[^[\]]{0,200}\]|\((?:…|\.{3})\)|…|\.{3,})\s*/u;

/** In one case, with one shape of quotation marks and dashes; as long as the text. */
function formOf(text: string): string {
  return matchForm(text)
    .replace(/[“”„«»″]/g, '"')
    .replace(/[‘’‚ʼ´`′]/g, "'")
    .replace(/[‐‑‒–—−]/g, "-");
}

function trim(wording: string): string {
  let start = 0;
  let end = wording.length;
  while (start < end && MARKS.includes(wording.charAt(start))) start += 1;
  while (end > start && MARKS.includes(wording.charAt(end - 1))) end -= 1;
  return wording.slice(start, end);
}

function occurrences(wording: string, form: string): Span[] {
  if (wording.length > form.length) return [];
  const pattern = new RegExp(wording.split(" ").map(escapeRegExp).join("\\s+"), "gu");
  return Array.from(form.matchAll(pattern), (match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** From the first piece to the last, the others in order between them; from every place where the first one stands. */
function stretches(pieces: readonly string[], form: string, isUncut: (span: Span) => boolean): Span[] {
  const [first, ...others] = pieces.map((piece) =>
    piece.includes(" ") ? occurrences(piece, form).filter(isUncut) : [],
  );
  return (first ?? []).flatMap(({ start, end: from }) => {
    let end = from;
    for (const places of others) {
      const next = places.find((place) => place.start >= end);
      if (!next || next.start - end > MAX_GAP) return [];
      end = next.end;
    }
    return lengthOf({ start, end }) > MAX_WITH_GAPS ? [] : [{ start, end }];
  });
}

function isWhole({ start, end }: Span, text: string, figures: readonly Span[]): boolean {
  return ![start, end].some((offset) => cutsWord(offset, text) || cutsFigure(offset, figures));
}

function cutsWord(offset: number, text: string): boolean {
  return (
    /[\p{L}\p{M}\p{N}]$/u.test(text.slice(Math.max(0, offset - 2), offset)) &&
    /^[\p{L}\p{M}\p{N}]/u.test(text.slice(offset, offset + 2))
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
  if (wording.replace(/\s+/gu, " ").length >= 12 && wording.split(/\s+/u).length >= 3) return true;
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
