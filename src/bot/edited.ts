import { isAddressed, questionIn } from "./addressed.ts";
import type { BotContext } from "./context.ts";
import { type Answering, answerQuestion } from "./question.ts";
import { replyText } from "./reply.ts";

/** An edited question is answered again, in place of its earlier answer; an edit that leaves it as it was is nothing. */
export async function answerEdited(ctx: BotContext, answering: Answering): Promise<void> {
  const { msg, chatId, chat, me } = ctx;
  if (!msg || chatId === undefined) return;
  const isPrivate = chat?.type === "private";
  if (msg.text?.startsWith("/")) return isPrivate ? replyText(ctx, ctx.messages.edited) : undefined;
  const question = questionIn(msg, me);
  const before = await answering.answered.find(chatId, msg.message_id);
  if (before?.question === question) return;
  // Telegram also tells of edits by which a link preview was loaded.
  if (!before && !isPrivate && !isAddressed(msg, me)) return;
  await answerQuestion(ctx, question, answering, before?.replies);
}
