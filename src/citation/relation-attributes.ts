import { matchAt } from "./patterns.ts";
import { readIssuer } from "./read-issuer.ts";
import type { Reading } from "./relation-reading.ts";

/** Behind what to read on: the document's name, or its date and issuer too where they end in time. */
export interface Named {
  readonly end: number;
  readonly said: number;
}

/** Where date, issuer, term and bracketed remarks behind a document's name end. */
export function attributesEnd(reading: Reading, named: Named, limit: number): number {
  return Math.max(...startsOf(named, limit).map((from) => passAttributes(reading, from, limit)));
}

/** What was found of date and issuer may go further than what is read here, and less far: "của Bộ Chính trị và Ban Bí thư". */
export function startsOf({ end, said }: Named, limit: number): number[] {
  return said > end && said <= limit ? [end, said] : [end];
}

function passAttributes(reading: Reading, from: number, limit: number): number {
  for (let end = from; ; ) {
    const start = end + (matchAt(/[\s,"“”]{0,6}/y, reading.form, end)?.[0].length ?? 0);
    const next = attributeEnd(reading, start);
    if (next === undefined || next > limit) return end;
    end = next;
  }
}

const BRACKETED = /\([^()\n]{0,250}\)/y;

/** Where one of these that stands at `at` ends. */
export function attributeEnd({ text, folded, form, patterns }: Reading, at: number): number | undefined {
  for (const pattern of [patterns.date, patterns.term, BRACKETED]) {
    if (matchAt(pattern, form, at)) return pattern.lastIndex;
  }
  const link = matchAt(patterns.link, form, at);
  if (!link) return undefined;
  const start = at + link[0].length + (matchAt(/\s{0,3}/y, form, at + link[0].length)?.[0].length ?? 0);
  return issuersEnd(text, folded, start);
}

/** Where "Bộ Chính trị và Ban Bí thư" ends; `undefined` where no body's name begins. The names are read in a part of the text, so that none of them runs on too far. */
export function issuersEnd(text: string, folded: string, at: number): number | undefined {
  const [part, foldedPart] = [text.slice(at, at + 120), folded.slice(at, at + 120)];
  // "của Hà Tĩnh": whose it is, without saying which body's.
  let end = readIssuer(part, foldedPart, 0)?.end ?? /^\p{Lu}\p{L}*(?:\s\p{Lu}\p{L}*){0,3}/u.exec(part)?.[0].length;
  if (end === undefined) return undefined;
  const joint = /^\s{1,2}và\s{1,2}(?=\p{Lu})/u.exec(part.slice(end));
  if (joint) end = readIssuer(part, foldedPart, end + joint[0].length)?.end ?? end;
  return at + end;
}
