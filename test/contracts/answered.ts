import { beforeEach, expect, it } from "vitest";
import type { AnsweredQuestion, AnsweredQuestions } from "../../src/core/answered.ts";

/** Asked by person 7 in the chat with that person. */
export function answeredQuestion(facts: Partial<AnsweredQuestion> = {}): AnsweredQuestion {
  return {
    chatId: 7,
    messageId: 1,
    threadId: null,
    userId: 7,
    question: "QĐ 213 yêu cầu gì?",
    understood: "Quy định 213 yêu cầu gì?",
    language: "vi",
    outcome: "answered",
    replies: [2, 3],
    quotes: [{ passageId: "qd-213.1", within: { start: 4, end: 9 } }],
    ...facts,
  };
}

/** What every `AnsweredQuestions` promises. `create` returns an empty one. */
export function testAnsweredQuestions(create: () => Promise<AnsweredQuestions>): void {
  let answered: AnsweredQuestions;
  beforeEach(async () => {
    answered = await create();
  });

  it("finds a question by its message as it was put", async () => {
    const question = answeredQuestion({ chatId: -100_123_456_789_012, threadId: 5, userId: 9_007_199_254_740_000 });
    await answered.put(question, 1000);
    expect(await answered.find(question.chatId, 1)).toEqual(question);
    expect(await answered.find(question.chatId, 2)).toBeUndefined();
    expect(await answered.find(7, 1)).toBeUndefined();
  });

  it("finds a question by each message of its answer, in its own chat", async () => {
    await answered.put(answeredQuestion(), 1000);
    await answered.put(answeredQuestion({ chatId: 8, messageId: 20, replies: [21, 2] }), 1000);
    const found = await Promise.all([1, 2, 3, 20].map((id) => answered.findByReply(7, id)));
    expect(found.map((question) => question?.messageId)).toEqual([undefined, 1, 1, undefined]);
    expect((await answered.findByReply(8, 2))?.messageId).toBe(20);
  });

  it("keeps the last answer to a message alone", async () => {
    await answered.put(answeredQuestion(), 1000);
    const again = answeredQuestion({ question: "QĐ 214?", outcome: "no-evidence", replies: [2], quotes: [] });
    await answered.put(again, 2000);
    expect(await answered.find(7, 1)).toEqual(again);
  });

  it("tells what a person asked last, by time and not by message", async () => {
    await answered.put(answeredQuestion({ messageId: 9 }), 1000);
    await answered.put(answeredQuestion({ messageId: 1, question: "sau" }), 2000);
    expect((await answered.latest({ chatId: 7, threadId: null, userId: 7 }))?.question).toBe("sau");
  });

  it.each([
    ["another person", { userId: 8 }],
    ["another chat", { chatId: 8 }],
    ["another topic", { threadId: 2 }],
    ["no topic", { threadId: null }],
  ])("what was asked in a topic is nothing that %s asked", async (_what, other) => {
    const asker = { chatId: -5, threadId: 1, userId: 7 };
    await answered.put(answeredQuestion(asker), 1000);
    expect(await answered.latest(asker)).toBeDefined();
    expect(await answered.latest({ ...asker, ...other })).toBeUndefined();
  });
}
