import { printedDate } from "../citation/dates.ts";
import { type Part, piece } from "./part.ts";
import { oneLine, shorten } from "./text-limits.ts";

const MAX_BUTTON_LENGTH = 60;
const MAX_CITATION_LENGTH = 300;

/** What tells a document from others with its number. */
export interface LabelFacts {
  readonly issuedOn: string | null;
  readonly issuer: string | null;
  readonly title: string | null;
}

/** A document on a button: `18-NQ/TW · 25/10/2017 · tinh gọn bộ máy`. */
export function documentLabel(name: string, { issuedOn, issuer, title }: LabelFacts): string {
  const date = issuedOn === null ? null : printedDate(issuedOn);
  const label = [name, date, title ?? issuer].filter((part) => part !== null).join(" · ");
  return shorten(oneLine(label), MAX_BUTTON_LENGTH);
}

/** The canonical citation in bold, with which every view of a document begins. */
export function documentName(citation: string): Part {
  return piece(shorten(oneLine(citation), MAX_CITATION_LENGTH), "bold");
}
