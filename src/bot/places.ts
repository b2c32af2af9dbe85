import type { Role } from "../core/access.ts";
import type { Evidence } from "../core/cite.ts";
import type { DirectiveHead } from "../core/directive.ts";
import type { Passage } from "../core/passage.ts";
import type { PassageStore } from "../core/ports.ts";
import type { Messages } from "./messages.ts";
import { concat, type Part, piece } from "./part.ts";
import { placeLine, uncertainLine } from "./source-line.ts";
import { cleanText, shorten } from "./text-limits.ts";

/** A passage and the document it is in. */
export interface Place {
  readonly passage: Passage;
  readonly directive: DirectiveHead;
}

/** Places by the id of the passage; one that has gone since it was found is missing. */
export type Places = ReadonlyMap<string, Place>;

/** What rendering needs besides the thing to be shown. */
export interface View {
  readonly messages: Messages;
  readonly places: Places;
  readonly publicUrl: string | undefined;
}

/** The passages that evidence points to. */
export async function readPlaces(passages: Pick<PassageStore, "get">, evidence: readonly Evidence[]): Promise<Places> {
  const ids = [...new Set(evidence.map(({ passageId }) => passageId))];
  const found = ids.length === 0 ? [] : await passages.get(ids);
  return new Map(found.map((place) => [place.passage.id, place]));
}

/** Evidence with the access level of the document that it stands in. */
export function placed(evidence: Evidence, places: Places): Evidence & { readonly access: Role | null | undefined } {
  return { ...evidence, access: places.get(evidence.passageId)?.directive.access };
}

interface Lengths {
  readonly quote: number;
  readonly line: number;
}

/** The quote, folded, with its source and what is not sure in it; each cut to its length in code points. */
export function evidencePart(evidence: Evidence, { messages, places }: View, { quote, line }: Lengths): Part {
  const place = places.get(evidence.passageId);
  const source = place ? shorten(`— ${placeLine(place, messages)}`, line) : "";
  const doubts = uncertainLine(evidence, messages, line);
  return concat([quotePiece(evidence.quote, quote), piece(source), piece(doubts)], "\n");
}

/** Words of the library, folded. */
export function quotePiece(quote: string, length: number): Part {
  return piece(shorten(cleanText(quote), length), "expandable_blockquote");
}
