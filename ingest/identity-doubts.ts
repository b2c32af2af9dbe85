import type { FindReferences } from "./identify.ts";
import { type PageIdentity, readPageIdentity } from "./identity-page.ts";
import type { ReadDocument } from "./read.ts";

/** Facts of a page that rest on characters which recognition is not sure of; `null` for what is sure, or not there. */
export interface DoubtfulFacts {
  readonly number: string | null;
  /** ISO date. */
  readonly issuedOn: string | null;
}

/** What a page says of itself for sure; found by reading it again without the doubtful words: what goes with them rests on them. */
export function readSureIdentity(
  { text, uncertain }: Pick<ReadDocument, "text" | "uncertain">,
  findReferences: FindReferences,
): { readonly page: PageIdentity; readonly doubtful: DoubtfulFacts } {
  const page = readPageIdentity(text, findReferences);
  if (uncertain.length === 0) return { page, doubtful: { number: null, issuedOn: null } };
  const { own, kind, issuedOn } = readPageIdentity(without(uncertain, text), findReferences);
  const isNumberSure = own?.number === page.own?.number;
  const isDateSure = issuedOn === page.issuedOn;
  return {
    page: { ...page, kind, own: isNumberSure ? page.own : null, issuedOn: isDateSure ? issuedOn : null },
    doubtful: {
      number: isNumberSure ? null : (page.own?.number ?? null),
      issuedOn: isDateSure ? null : page.issuedOn,
    },
  };
}

/** A sign that is no part of any number or date, nor room for one. */
const UNREAD = "\ufffd";

function without(spans: ReadDocument["uncertain"], text: string): string {
  let result = "";
  let from = 0;
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    const words = text.slice(Math.max(start, from), end);
    result += text.slice(from, start) + (/[\d/-]/.test(words) ? words.replace(/\S/g, UNREAD) : words);
    from = Math.max(from, end);
  }
  return result + text.slice(from);
}
