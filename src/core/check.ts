import type { CiteCandidate, Evidence } from "./cite.ts";
import type { Span } from "./passage.ts";

/**
 * `verified`: nothing that the draft says differs from the library. `mismatch`: something does. `superseded`: right, but
 * replaced. `ambiguous`: several documents fit. `unknown`: not in this library, which is not "does not exist".
 */
export type Verdict = "verified" | "mismatch" | "superseded" | "ambiguous" | "unknown";

/** One thing that is not as the library has it. */
export interface Problem {
  readonly field: "number" | "kind" | "issuedOn" | "issuer" | "title" | "status" | "place";
  /** As the draft has it. */
  readonly found: string;
  /** As the library has it; `null` where it does not know. */
  readonly expected: string | null;
  /** One sentence for people, in Vietnamese. */
  readonly message: string;
  readonly evidence: readonly Evidence[];
}

/** A citation of the draft; `span` points into the draft's canonical text and slices to `text`. */
export interface CheckedCitation {
  readonly text: string;
  readonly span: Span;
  readonly number: string | null;
  readonly verdict: Verdict;
  readonly problems: readonly Problem[];
  /** The citation as it should read; `null` where the library cannot tell, or nothing is to be changed. */
  readonly suggestion: string | null;
  /** Documents of the library that it may mean; one for all verdicts but `ambiguous` and `unknown`. */
  readonly candidates: readonly CiteCandidate[];
}

export interface CheckResult {
  /** Canonical text of the draft, which the spans point into. */
  readonly text: string;
  readonly citations: readonly CheckedCitation[];
}

export type Check = (draft: string) => Promise<CheckResult>;
