import type { Span } from "./passage.ts";
import type { DocumentReference } from "./reference.ts";

/** What one document does to another, as a text states it. */
export type RelationType =
  | "replaces"
  | "orders-replacement"
  | "amends"
  | "supplements"
  | "repeals"
  | "guides"
  | "implements"
  | "issues";

/** One end of a relation. */
export interface RelationEnd {
  readonly reference: DocumentReference;
  /** Where the text names it; `null` where it is the document that the text itself is. */
  readonly span: Span | null;
}

/** `from` does it to `to`; `evidence` covers the words that say so. Spans point into one text. */
export interface StatedRelation {
  readonly type: RelationType;
  readonly from: RelationEnd;
  readonly to: RelationEnd;
  readonly evidence: Span;
}
