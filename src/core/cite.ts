import type { DirectiveStatus } from "./directive.ts";
import type { Span } from "./passage.ts";

/** A place of the library that shows something: `quote` equals the canonical text of the document at `span`. */
export interface Evidence {
  readonly documentId: string;
  readonly quote: string;
  readonly span: Span;
}

/** What one document does to another, seen from the candidate that carries it. */
type RelationType = "supersedes" | "superseded-by" | "replacement-ordered-by";

export interface Relation {
  readonly type: RelationType;
  /** Canonical spelling of the other document's number. */
  readonly number: string;
  readonly evidence: Evidence;
}

/** A document that the text may mean. */
export interface CiteCandidate {
  readonly number: string | null;
  readonly kind: string | null;
  readonly title: string | null;
  readonly issuer: string | null;
  /** ISO date. */
  readonly issuedOn: string | null;
  readonly status: DirectiveStatus;
  /** Whether the library has its whole text; otherwise it is known from `mentions` only. */
  readonly held: boolean;
  readonly relations: readonly Relation[];
  readonly mentions: readonly Evidence[];
}

/** What the library knows under a number; no candidates means "not in this library", never "does not exist". */
export interface CiteResult {
  readonly query: string;
  readonly candidates: readonly CiteCandidate[];
}
