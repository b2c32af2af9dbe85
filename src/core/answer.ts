import type { DirectiveHead } from "./directive.ts";
import type { Passage, ScoredPassage, Span } from "./passage.ts";
import type { DocumentReference } from "./reference.ts";
import type { Spending } from "./spending.ts";

/** A verbatim quote: `quote` equals the canonical text of its document at `span`. Made by `verify` only. */
export interface Citation {
  /** As it stands in the answer, from 1: `[1]`. */
  readonly marker: number;
  readonly quote: string;
  readonly span: Span;
  readonly passage: Passage;
  readonly directive: DirectiveHead;
  /** Places of the quote that character recognition is not sure of; `uncertainWords` gives the words to be shown. */
  readonly uncertain: readonly Span[];
}

/** One of several documents that a number fits. */
export interface Choice {
  readonly number: string | null;
  readonly kind: string | null;
  readonly serial: string;
  readonly issuer: string | null;
  readonly issuedOn: string | null;
  readonly title: string | null;
  /** The same question with this document named in full: asking it gets the answer. */
  readonly question: string;
}

/** Why nothing could be answered. */
export type NoEvidenceReason = "empty-question" | "empty-library" | "unknown-document" | "no-passage" | "not-covered";

export interface Timings {
  readonly embedMs: number;
  readonly searchMs: number;
  readonly composeMs: number;
  readonly totalMs: number;
}

export type Language = "vi" | "en";

/** A document that a conversation was about: what names it, nothing of its text. */
export interface TopicDocument {
  /** Of the document of the library; `null` where it is only mentioned, or not known. */
  readonly id: string | null;
  /** Without its title. */
  readonly reference: DocumentReference;
}

/** What a conversation was about, for a question that follows on. It holds questions and names, no text of the library. */
export interface Topic {
  /** Of this topic, as they were understood, the latest last; at most three. */
  readonly questions: readonly string[];
  /** What the latest was about: named in it, or else cited in its answer; a handful at most. */
  readonly documents: readonly TopicDocument[];
  /** IDs of the passages that its answer quotes, those of the document quoted first; missing in what was kept before. */
  readonly passages?: readonly string[];
}

interface Common {
  readonly language: Language;
  /** The question as it was understood, where that differs from what was typed (restored diacritics). */
  readonly understoodAs: string | null;
  /** The question as it reads by itself, where it was understood from the ones before; `understoodAs` is `null` then. */
  readonly followsOn: string | null;
  /** To be given as `history` with the next question; `null` where nothing was asked. */
  readonly topic: Topic | null;
  readonly timings: Timings;
}

/**
 * `llm-failed`: no reply. `llm-unverified`: a reply of which nothing could be shown in the text. `llm-found-nothing`: the
 * model says that no passage answers. `llm-budget`: what may be spent in a day is spent.
 */
export type Fallback = "llm-failed" | "llm-unverified" | "llm-found-nothing" | "llm-budget";

/** An answer without a verified citation cannot be written down. */
export type Answer =
  | (Common & {
      readonly kind: "answered";
      /** One to three sentences (or a list) with markers `[1]`; warnings included. */
      readonly text: string;
      readonly citations: readonly [Citation, ...Citation[]];
      readonly composer: "extractive" | "llm";
      /** Why the language model was not used although one is set up; shown to the user. */
      readonly fallback: Fallback | null;
    })
  | (Common & {
      readonly kind: "which";
      readonly text: string;
      readonly choices: readonly [Choice, Choice, ...Choice[]];
    })
  | (Common & {
      readonly kind: "no-evidence";
      readonly text: string;
      readonly reason: NoEvidenceReason;
      /** Passages that are near but do not answer; best first; at most three. */
      readonly nearest: readonly ScoredPassage[];
    });

export interface AskOptions {
  readonly signal?: AbortSignal;
  /** Language of the answer; by default that of the question. */
  readonly language?: Language;
  /** What the questions before were about. */
  readonly history?: Topic;
  /** Called when the passages are found that the answer is looked for in, with their number. */
  readonly onFound?: ((passages: number) => void) | undefined;
  /** What the language model may still cost; without it there is no limit. */
  readonly spending?: Spending | undefined;
}

/** Question in, answer out: all that the bot and the web ever see. */
export type Ask = (question: string, options?: AskOptions) => Promise<Answer>;
