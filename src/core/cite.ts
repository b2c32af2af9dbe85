import type { Role } from "./access.ts";
import type { DirectiveStatus } from "./directive.ts";
import type { Span } from "./passage.ts";
import type { RelationType } from "./relation.ts";

/** A place of the library that shows something: `quote` equals the canonical text of the document at `span`. */
export interface Evidence {
  readonly documentId: string;
  readonly passageId: string;
  readonly quote: string;
  readonly span: Span;
  /** Places of its passage, beyond the quote too, that character recognition is not sure of. */
  readonly uncertain: readonly Span[];
}

/** A relation seen from the document that carries it: what it does, or what is done to it. */
export type SeenRelationType =
  | "supersedes"
  | "superseded-by"
  | "orders-replacement-of"
  | "replacement-ordered-by"
  | Exclude<RelationType, "replaces" | "orders-replacement">
  | "amended-by"
  | "supplemented-by"
  | "repealed-by"
  | "guided-by"
  | "implemented-by"
  | "issued-with";

export interface Relation {
  readonly type: SeenRelationType;
  /** Canonical spelling of the other document's number, or as much of its name as is known. */
  readonly number: string;
  /** ISO date of the other document. */
  readonly issuedOn: string | null;
  readonly evidence: Evidence;
}

/** A value that texts of the library give for a fact about a document, with where they give it. */
export interface Fact {
  readonly value: string;
  /** Empty where the document's own head says it. */
  readonly evidence: readonly Evidence[];
}

export type FactField = "kind" | "issuer" | "issuedOn" | "title";

/** Facts that texts of the library state differently, all kept. */
export interface Contradiction {
  readonly field: FactField;
  readonly values: readonly [Fact, Fact, ...Fact[]];
}

/** Whether a document is in force, as far as the library shows, and what shows it. */
export interface Standing {
  readonly status: DirectiveStatus;
  /** What replaced it, ordered its replacement, or shows that it is in force. */
  readonly by: Relation | null;
  /** ISO date from which it holds, where known. */
  readonly since: string | null;
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
  /** Whether the library has its whole text, or a digest of it; otherwise it is known from `mentions` only. */
  readonly held: boolean;
  readonly relations: readonly Relation[];
  readonly mentions: readonly Evidence[];
  /** Id of the text held. */
  readonly documentId: string | null;
  /** Who may read that text at least; `null` where everyone may, or nothing is held. */
  readonly access: Role | null;
  readonly isDigest: boolean;
  /** The canonical citation, to be copied. */
  readonly citation: string;
  /** As it is cited again later: `Quy định 213-QĐ/TW`. */
  readonly shortCitation: string;
  readonly standing: Standing;
  /** Every value that is given for a fact: the document's own first, then those given most often. */
  readonly facts: Readonly<Record<FactField, readonly Fact[]>>;
  /** Those of `facts` with more than one value. */
  readonly contradictions: readonly Contradiction[];
}

/** A document of the register without what proves it. */
export interface RegisterLine
  extends Omit<CiteCandidate, "access" | "relations" | "mentions" | "standing" | "facts" | "contradictions"> {
  /** How often texts of the library name it. */
  readonly mentions: number;
}

/** What the library knows under a number; no candidates means "not in this library", never "does not exist". */
export interface CiteResult {
  readonly query: string;
  readonly candidates: readonly CiteCandidate[];
}

/** `asOf` (ISO date) asks for the standing on that day. */
export type Cite = (text: string, options?: { readonly asOf?: string }) => Promise<CiteResult>;
