import type { Role } from "./access.ts";
import type { Span } from "./passage.ts";

/** What the library shows about a document's validity; `unknown` is the honest default, `in-force` "as far as it shows". */
export type DirectiveStatus = "unknown" | "in-force" | "superseded" | "replacement-ordered";

/** Where a text was taken from, as its publisher names it. */
export interface Source {
  readonly publisher: string | null;
  readonly title: string | null;
  /** ISO date. */
  readonly date: string | null;
  readonly url: string | null;
}

/** A document of the library without its text. Unknown facts are `null`, never guessed. */
export interface DirectiveHead {
  readonly id: string;
  /** Base name of the file it was read from. */
  readonly file: string;
  /** As the text says: `Quy định`, `Nghị quyết`, `Báo cáo` …; never derived from the symbol `QĐ` alone. */
  readonly kind: string | null;
  /** Canonical spelling, e.g. `213-QĐ/TW`. Not an identity: numbers recur across terms. */
  readonly number: string | null;
  readonly title: string;
  readonly issuer: string | null;
  /** ISO date. */
  readonly issuedOn: string | null;
  readonly status: DirectiveStatus;
  /** Number of the document that superseded this one, where the text states it. */
  readonly successor: string | null;
  /** A summary written for the library, not the wording of the document itself. */
  readonly isDigest: boolean;
  readonly source: Source | null;
  /** Who may read it at least; `null`: everyone. */
  readonly access: Role | null;
}

/** A whole text with everything known about it. Every span of the project points into `text`. */
export interface Directive extends DirectiveHead {
  /** Canonical text (`normalise`). */
  readonly text: string;
  /** Words that character recognition is not sure of, in order; empty for a text that was not recognised. */
  readonly uncertain: readonly Span[];
}
