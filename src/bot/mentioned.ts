import type { CiteCandidate, Evidence } from "../core/cite.ts";

/** Where other documents name one. */
export interface Mentioned {
  /** One for each passage, however often it names the document. */
  readonly places: readonly Evidence[];
  /** The first place of each document. */
  readonly documents: readonly Evidence[];
}

/** Who cites a document; what its own text says of it does not count. */
export function mentioned({ mentions, documentId }: Pick<CiteCandidate, "mentions" | "documentId">): Mentioned {
  const places = firstOfEach(
    mentions.filter((mention) => mention.documentId !== documentId),
    ({ passageId }) => passageId,
  );
  return { places, documents: firstOfEach(places, (place) => place.documentId) };
}

function firstOfEach(mentions: readonly Evidence[], keyOf: (mention: Evidence) => string): Evidence[] {
  return [...new Map(mentions.toReversed().map((mention) => [keyOf(mention), mention])).values()].toReversed();
}
