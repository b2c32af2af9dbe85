import type { Context } from "grammy";
import type { CallbackQuery } from "grammy/types";
import type { Answer, Ask } from "../core/answer.ts";
import { questionIn } from "./addressed.ts";
import { findChoice } from "./choice.ts";
import { describeError } from "./describe-error.ts";
import type { Log } from "./log.ts";
import { messagesFor } from "./messages.ts";
import { renderAnswer } from "./render.ts";
import { reply, replyText } from "./reply.ts";
import { codePointLength, MAX_MESSAGE_LENGTH } from "./text-limits.ts";
import { whileTyping } from "./typing.ts";

// Well within the lease of the inbox, so that no second worker starts on the same question.
const ASK_TIMEOUT_MS = 60_000;

/** What answering needs besides the update. */
export interface Answering {
  readonly ask: Ask;
  readonly publicUrl?: string;
  readonly log: Log;
}

/** Question in, answer out, as replies to the message that asked. */
export async function answerQuestion(ctx: Context, question: string, answering: Answering): Promise<void> {
  const messages = messagesFor(ctx.from?.language_code);
  if (question === "") return replyText(ctx, messages.emptyQuestion);
  if (codePointLength(question) > MAX_MESSAGE_LENGTH) return replyText(ctx, messages.longQuestion);
  await sendAnswer(ctx, answering, async (ask) => ask(question));
}

/**
 * The document that a `which` answer asked for was chosen. Nothing was stored: the original question is read from the
 * message that the choices reply to, asked again, and the chosen document's own question after it.
 */
export async function answerChoice(ctx: Context, answering: Answering): Promise<void> {
  // Telegram waits about 15 seconds for this; an update that waited longer in the inbox is answered all the same.
  await ctx.answerCallbackQuery().catch(() => undefined);
  const data = ctx.callbackQuery?.data ?? "";
  if (!data.startsWith("which:")) return;
  const asked = originalMessage(ctx.callbackQuery);
  const question = asked ? questionIn(asked, ctx.me) : "";
  if (!asked || question === "") return replyText(ctx, messagesFor(ctx.from?.language_code).questionGone);
  await sendAnswer(
    ctx,
    answering,
    async (ask) => {
      const answer = await ask(question);
      const choice = answer.kind === "which" ? findChoice(answer.choices, data) : undefined;
      return choice ? ask(choice.question) : answer;
    },
    asked.message_id,
  );
}

function originalMessage(query: CallbackQuery | undefined) {
  const pressed = query?.message;
  return pressed && "reply_to_message" in pressed ? pressed.reply_to_message : undefined;
}

async function sendAnswer(
  ctx: Context,
  { ask, publicUrl, log }: Answering,
  work: (ask: Ask) => Promise<Answer>,
  messageId?: number,
): Promise<void> {
  const signal = AbortSignal.timeout(ASK_TIMEOUT_MS);
  const answer = await whileTyping(ctx, () =>
    work((question) => ask(question, { signal })).catch((error: unknown) => {
      log({ level: "error", event: "ask-failed", ...describeError(error) });
      return undefined;
    }),
  );
  if (!answer) return replyText(ctx, messagesFor(ctx.from?.language_code).failed);
  await reply(ctx, renderAnswer(answer, publicUrl), messageId);
}
