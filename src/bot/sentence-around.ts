import type { Evidence } from "../core/cite.ts";
import { sentences } from "../core/sentences.ts";
import type { Place } from "./places.ts";

/** The sentence that the evidence stands in, or about `length` UTF-16 units of it around the evidence. */
export function sentenceAround({ quote, span }: Evidence, place: Place | undefined, length: number): string {
  if (!place) return quote;
  const { text, span: whole } = place.passage;
  const at = span.start - whole.start;
  const sentence = sentences(text).find(({ start, end }) => start <= at && at < end);
  if (!sentence) return quote;
  const from = at - sentence.start <= length / 2 ? sentence.start : wordStart(text, at - Math.floor(length / 3), at);
  const to = sentence.end - from <= length ? sentence.end : wordEnd(text, from + length, at);
  return `${from === sentence.start ? "" : "…"}${text.slice(from, to)}${to === sentence.end ? "" : "…"}`;
}

function wordStart(text: string, from: number, latest: number): number {
  const space = text.slice(from, latest).search(/\s/);
  return space < 0 ? latest : from + space + 1;
}

function wordEnd(text: string, to: number, earliest: number): number {
  const space = text.lastIndexOf(" ", to);
  return space <= earliest ? to : space;
}
