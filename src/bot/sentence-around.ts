import type { Evidence } from "../core/cite.ts";
import { sentences } from "../core/sentences.ts";
import type { Place } from "./places.ts";

/**
 * The evidence with the sentence that it stands in as its quote, or with about `length` UTF-16 units of it around the
 * evidence; `…` stands for what is left out.
 */
export function sentenceAround(evidence: Evidence, place: Place | undefined, length: number): Evidence {
  const { span } = evidence;
  if (!place) return evidence;
  const { text, span: whole } = place.passage;
  const at = span.start - whole.start;
  const sentence = sentences(text).find(({ start, end }) => start <= at && at < end);
  if (!sentence) return evidence;
  const from = at - sentence.start <= length / 2 ? sentence.start : wordStart(text, at - Math.floor(length / 3), at);
  const to = sentence.end - from <= length ? sentence.end : wordEnd(text, from + length, at);
  const [before, after] = [from === sentence.start ? "" : "…", to === sentence.end ? "" : "…"];
  const around = { start: whole.start + from - before.length, end: whole.start + to + after.length };
  return { ...evidence, quote: `${before}${text.slice(from, to)}${after}`, span: around };
}

function wordStart(text: string, from: number, latest: number): number {
  const space = text.slice(from, latest).search(/\s/);
  return space < 0 ? latest : from + space + 1;
}

function wordEnd(text: string, to: number, earliest: number): number {
  const space = text.lastIndexOf(" ", to);
  return space <= earliest ? to : space;
}
