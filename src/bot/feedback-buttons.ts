import type { InlineKeyboardButton } from "grammy/types";
import type { Answer } from "../core/answer.ts";
import { type Complaint, complaints } from "../core/gaps.ts";
import { type Messages, messages } from "./messages.ts";
import type { Part } from "./part.ts";

/** What somebody says about an answer. */
export type Word = "good" | "bad" | Complaint;

/** What a button carries. */
export interface FeedbackPress {
  readonly word: Word;
  /** Of the message that asked. */
  readonly messageId: number;
}

/** What has been said: as a mark where one person reads it, as numbers where many do. */
export interface Said {
  readonly good: number;
  readonly bad: number;
  readonly isPrivate: boolean;
  /** The word just said; reasons are offered after `bad`. */
  readonly word: Word;
}

const WORDS: readonly Word[] = ["good", "bad", ...complaints];

/** The inverse of the buttons' data, which are at most 64 bytes. */
export function readFeedbackData(data: string): FeedbackPress | undefined {
  const [, given, messageId] = /^fb:([a-z-]+):(\d{1,15})$/.exec(data) ?? [];
  const word = WORDS.find((known) => known === given);
  return word && messageId !== undefined ? { word, messageId: Number(messageId) } : undefined;
}

/** "Was this right?" under an answer; nothing under a refusal, which counts by itself. */
export function feedbackRows({ kind, language }: Answer, messageId: number): Part["rows"] {
  const { feedback } = messages[language];
  if (kind !== "answered") return [];
  return [[button("good", `👍 ${feedback.good}`, messageId), button("bad", `👎 ${feedback.bad}`, messageId)]];
}

/** The buttons of a message with its feedback rows as they are now; the others stay as they were. */
export function withFeedback(
  rows: readonly (readonly InlineKeyboardButton[])[],
  messageId: number,
  { said, feedback }: { readonly said: Said; readonly feedback: Messages["feedback"] },
): InlineKeyboardButton[][] {
  const isOurs = (row: readonly InlineKeyboardButton[]) =>
    row.some((other) => "callback_data" in other && other.callback_data.startsWith("fb:"));
  const at = rows.findIndex(isOurs);
  const others = rows.filter((row) => !isOurs(row)).map((row) => [...row]);
  return at < 0 ? others : others.toSpliced(at, 0, ...saidRows(messageId, said, feedback));
}

function saidRows(messageId: number, said: Said, feedback: Messages["feedback"]): InlineKeyboardButton[][] {
  const { good, bad, word } = said;
  const reason = word === "good" || word === "bad" ? "" : `: ${feedback.complaints[word].toLowerCase()}`;
  const words = [
    button("good", label(feedback.good, good, said, ["👍", "✅"]), messageId),
    button("bad", label(feedback.bad + reason, bad, said, ["👎", "❌"]), messageId),
  ];
  const reasons = complaints.map((complaint) => button(complaint, feedback.complaints[complaint], messageId));
  return word === "bad" ? [words, reasons.slice(0, 2), reasons.slice(2)] : [words];
}

function label(word: string, people: number, { isPrivate }: Said, [idle, pressed]: readonly [string, string]): string {
  if (isPrivate) return `${people > 0 ? pressed : idle} ${word}`;
  return people > 0 ? `${idle} ${word} · ${people}` : `${idle} ${word}`;
}

function button(word: Word, text: string, messageId: number): InlineKeyboardButton {
  return { text, callback_data: `fb:${word}:${messageId}` };
}
