import type { DirectiveHead } from "./directive.ts";

/** Half-open range of UTF-16 offsets into a directive's canonical text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The unit that is retrieved and cited: `directive.text.slice(span.start, span.end) === text`. */
export interface Passage {
  /** Stable over repeated ingests of the same text; at most 64 bytes. */
  readonly id: string;
  readonly directiveId: string;
  /** Where it stands, outermost first: `["Chương II", "Điều 5", "khoản 2"]` or headings; may be empty. */
  readonly path: readonly string[];
  /** Page of the source file where it starts, from 1; `null` where the format has no pages. */
  readonly page: number | null;
  readonly span: Span;
  readonly text: string;
}

/** A passage as found, with the document it is cited from. */
export interface ScoredPassage {
  readonly passage: Passage;
  readonly directive: DirectiveHead;
  /** Comparable within one result only; higher is better. */
  readonly score: number;
  /** Parts of the passage that are near to the question by meaning, nearest first; empty where meaning was not searched. */
  readonly near: readonly NearPart[];
}

export interface NearPart {
  readonly span: Span;
  /** Cosine. Differences tell something, the absolute value little. */
  readonly similarity: number;
}
