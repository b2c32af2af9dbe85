import type { Answer, Language } from "./answer.ts";
import type { Span } from "./passage.ts";

/** A quote of an answer by its place alone: its words are read again, as far as the reader's clearance reaches. */
export interface AnsweredQuote {
  readonly passageId: string;
  /** In the passage's own text, which the id stands for. */
  readonly within: Span;
}

/** A question that was answered in a chat, for the buttons under the answer, its sources, and edits of the question. */
export interface AnsweredQuestion {
  readonly chatId: number;
  /** Of the message that asked. */
  readonly messageId: number;
  /** Topic of the chat; `null` where it has none. */
  readonly threadId: number | null;
  readonly userId: number;
  /** As typed. */
  readonly question: string;
  /** As it reads by itself. */
  readonly understood: string;
  readonly language: Language;
  readonly outcome: Answer["kind"];
  /** The answer's messages, in order. */
  readonly replies: readonly number[];
  /** By marker, from 1. */
  readonly quotes: readonly AnsweredQuote[];
}

/** Answered questions for as long as their buttons work. Times in milliseconds since 1970. */
export interface AnsweredQuestions {
  /** In place of what was kept of the same message. */
  put(question: AnsweredQuestion, now: number): Promise<void>;
  find(chatId: number, messageId: number): Promise<AnsweredQuestion | undefined>;
  /** By one of the answer's messages. */
  findByReply(chatId: number, replyId: number): Promise<AnsweredQuestion | undefined>;
  /** What a person asked last in a chat and topic. */
  latest(asker: Pick<AnsweredQuestion, "chatId" | "threadId" | "userId">): Promise<AnsweredQuestion | undefined>;
}
