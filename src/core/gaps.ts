import type { NoEvidenceReason } from "./answer.ts";
import { fold, normalise } from "./text.ts";

/** What somebody found wrong with an answer. */
export const complaints = ["wrong-document", "incomplete", "outdated", "other"] as const;

export type Complaint = (typeof complaints)[number];

/** Why a question counts as a gap: it found no answer, or one that somebody called wrong (`disliked` until they say why). */
export type GapReason = Exclude<NoEvidenceReason, "empty-question" | "empty-library"> | "disliked" | Complaint;

/** A question that the library could not answer well, without who asked. Times in milliseconds since 1970. */
export interface Gap {
  readonly id: number;
  readonly question: string;
  /** Of the latest time. */
  readonly reason: GapReason;
  readonly count: number;
  readonly firstAt: number;
  readonly lastAt: number;
}

export type GapOrder = "newest" | "most";

/** What the library lacks, as questions show it. */
export interface Gaps {
  /** Counts the question once more; opens it again where it was settled. Nothing is kept of an empty one. */
  note(question: string, reason: GapReason, now: number): Promise<void>;
  /** Takes one count back: who disliked an answer has changed their mind. */
  retract(question: string): Promise<void>;
  /** Another reason for a question that was noted already; its count stays. */
  explain(question: string, reason: GapReason): Promise<void>;
  /** Those that are not settled, and how many there are in all. */
  open(page: {
    readonly order: GapOrder;
    readonly offset: number;
    readonly limit: number;
  }): Promise<{ readonly gaps: readonly Gap[]; readonly total: number }>;
  /** Settles one; `false` where it was not open. */
  close(id: number, now: number): Promise<boolean>;
}

const MAX_LENGTH = 300;
const CONTACTS = [
  /\b(?:https?:\/\/|www\.|t\.me\/)\S+/giu,
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu,
  /(?<![\p{L}\p{N}])@\w{3,}/gu,
  // Telephone numbers as they are written in Vietnam and abroad; no document number or date has such groups.
  /(?<![\p{L}\p{N}/-])(?:\+\d{1,3}[ .-]?\(?\d{1,4}|\(?0\d{1,3})\)?(?:[ .-]?\d{3,4}){2,3}(?![\p{N}/])/gu,
  /(?<![\p{L}\p{N}/-])\d{9,}(?![\p{N}/-])/gu,
];

/** The question as it may be kept: without mentions, addresses, telephone numbers and links, of bounded length. */
export function keptQuestion(question: string): string {
  const text = CONTACTS.reduce((rest, contact) => rest.replace(contact, " "), normalise(question));
  const clean = text.replace(/\s+/g, " ").trim();
  return clean.length <= MAX_LENGTH ? clean : `${clean.slice(0, MAX_LENGTH - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

/** The same for a question however it is typed: words and numbers without case, diacritics and marks. */
export function gapKey(question: string): string {
  return (fold(keptQuestion(question)).match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}
