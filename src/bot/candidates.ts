import { findReferences } from "../citation/find.ts";
import type { CiteCandidate, CiteResult } from "../core/cite.ts";
import { cardData } from "./card-data.ts";
import { documentLabel } from "./document-label.ts";
import type { Messages } from "./messages.ts";
import { concat, keyboard, type Part, piece, type RenderedMessage, toMessage } from "./part.ts";
import { oneLine, shorten } from "./text-limits.ts";

const MAX_CANDIDATES = 20;
const MAX_LINE = 170;
const MAX_MISSING_LENGTH = 300;

/** Several documents that a number fits, to choose from. */
export function renderCandidates({ candidates }: CiteResult, { lookup }: Messages): RenderedMessage {
  const shown = candidates.slice(0, MAX_CANDIDATES);
  const others = candidates.length - shown.length;
  const more = others > 0 ? lookup.moreDocuments(others) : "";
  const lines = shown.map((candidate, index) => piece(`${index + 1}. ${nameInList(candidate)}`));
  const list = concat([piece(lookup.which(candidates.length)), ...lines, piece(more)], "\n");
  return toMessage(concat([list, candidateButtons(shown, (index) => `${index + 1}. `)], ""));
}

/** A document among others, by its citation and title. */
export function nameInList({ citation, title }: CiteCandidate): string {
  const name = oneLine(citation);
  const about = title === null || name.includes(oneLine(title)) ? "" : ` – ${oneLine(title)}`;
  return shorten(name + about, MAX_LINE);
}

/** A button to the card of each document, in a row of its own; `prefix` says which line of the text it belongs to. */
export function candidateButtons(candidates: readonly CiteCandidate[], prefix: (index: number) => string): Part {
  return keyboard(
    candidates.map((candidate, index) => {
      const label = documentLabel(prefix(index) + (candidate.number ?? candidate.shortCitation), candidate);
      return [{ text: label, callback_data: cardData(candidate, null) }];
    }),
  );
}

/** The numbers in the query that no candidate has, as typed; "" where there are none. */
export function missingNumbers({ query, candidates }: CiteResult): string {
  const names = candidates.map(({ number, shortCitation, citation }) => `${number} ${shortCitation} ${citation}`);
  const missing = findReferences(query).filter(
    ({ reference: { serial } }) => serial !== "" && !names.some((name) => hasNumber(name, serial)),
  );
  const printed = missing.map(({ span, reference }) => reference.number ?? query.slice(span.start, span.end));
  return shorten(oneLine([...new Set(printed)].join(", ")), MAX_MISSING_LENGTH);
}

/** Generous, because a number that is called missing must be. */
function hasNumber(name: string, serial: string): boolean {
  return (name.match(/\d+/g) ?? []).some((digits) => digits.replace(/^0+(?=\d)/, "") === serial);
}
