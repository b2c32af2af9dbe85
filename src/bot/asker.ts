import type { Answer } from "../core/answer.ts";
import type { AnsweredQuestion } from "../core/answered.ts";
import type { BotContext } from "./context.ts";
import { originalMessage } from "./original-message.ts";

/** Topic of the chat that an update is in; `null` where it has none. */
export function threadOf({ msg }: BotContext): number | null {
  return (msg?.is_topic_message && msg.message_thread_id) || null;
}

/** Under which a person's questions in one topic of one chat follow on each other; `undefined` where nobody asks. */
export function conversationKey(ctx: BotContext): string | undefined {
  const { chatId, from } = ctx;
  return chatId === undefined || !from ? undefined : `${chatId}:${threadOf(ctx) ?? ""}:${from.id}`;
}

/** Whether the pressed button stands under the answer to a message of the person who pressed it. */
export function isOwnPress(ctx: BotContext): boolean {
  return ctx.chat?.type === "private" || originalMessage(ctx)?.from?.id === ctx.from?.id;
}

/** What is kept of a question and its answer; `undefined` where nobody asked. */
export function answeredQuestion(
  ctx: BotContext,
  { question, ...asked }: Pick<AnsweredQuestion, "question" | "messageId" | "replies">,
  answer: Answer,
): AnsweredQuestion | undefined {
  const { chatId, from } = ctx;
  if (chatId === undefined || !from) return undefined;
  const citations = answer.kind === "answered" ? answer.citations : [];
  const quotes = citations.map(({ passage, span }) => ({
    passageId: passage.id,
    within: { start: span.start - passage.span.start, end: span.end - passage.span.start },
  }));
  return {
    chatId,
    threadId: threadOf(ctx),
    userId: from.id,
    messageId: asked.messageId,
    replies: asked.replies,
    question,
    understood: answer.followsOn ?? answer.understoodAs ?? question,
    language: answer.language,
    outcome: answer.kind,
    quotes,
  };
}
