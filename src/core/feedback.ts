/** An answer in a chat, known by the message that asked. */
export interface AnswerPlace {
  readonly chatId: number;
  readonly messageId: number;
}

/** What people think of answers: one word for each person and answer, the last one. Times in milliseconds since 1970. */
export interface Feedback {
  /** `same` where this person has said so before. */
  judge(answer: AnswerPlace, userId: number, isGood: boolean, now: number): Promise<"new" | "changed" | "same">;
  tally(answer: AnswerPlace): Promise<{ readonly good: number; readonly bad: number }>;
}
