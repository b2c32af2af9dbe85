import type { CiteCandidate } from "../core/cite.ts";
import { shortKey } from "./short-key.ts";
import { oneLine } from "./text-limits.ts";

// https://core.telegram.org/bots/api#inlinekeyboardbutton
const MAX_DATA_BYTES = 64;

/** What a button to a document's card carries. */
export interface CardPress {
  /** Page to turn the pressed message to: 0 is the card, the others its mentions; `null` asks for a message of its own. */
  readonly page: number | null;
  readonly key: string;
  /** What to look up; empty where it was too long for a button: then the message replied to says it. */
  readonly query: string;
}

/** At most 64 bytes. Nothing is stored: the document is looked up again when the button is pressed. */
export function cardData(candidate: CiteCandidate, page: number | null): string {
  const data = `card:${page ?? ""}:${cardKey(candidate)}:`;
  const withQuery = data + oneLine(candidate.number ?? candidate.shortCitation);
  return new TextEncoder().encode(withQuery).length <= MAX_DATA_BYTES ? withQuery : data;
}

/** The inverse of `cardData`. */
export function readCardData(data: string): CardPress | undefined {
  const [, page = "", key, query = ""] = /^card:(\d*):(\w+):(.*)$/s.exec(data) ?? [];
  return key === undefined ? undefined : { page: page === "" ? null : Number(page), key, query };
}

/** The same for the same document as long as the library does not learn more about it. */
export function cardKey({ citation, documentId, title, mentions }: CiteCandidate): string {
  return shortKey([citation, documentId, title, mentions[0]?.passageId].join("\n"));
}
