import type { Answer, Ask } from "../core/answer.ts";
import { questionIn } from "./addressed.ts";
import { attempt } from "./attempt.ts";
import { findChoice } from "./choice.ts";
import type { BotContext } from "./context.ts";
import type { Log } from "./log.ts";
import { originalMessage } from "./original-message.ts";
import { renderAnswer } from "./render.ts";
import { reply, replyText } from "./reply.ts";
import { codePointLength, MAX_MESSAGE_LENGTH } from "./text-limits.ts";

// Well within the lease of the inbox, so that no second worker starts on the same question.
const ASK_TIMEOUT_MS = 60_000;

/** What answering needs besides the update. */
export interface Answering {
  readonly publicUrl?: string;
  readonly log: Log;
}

/** Question in, answer out, as replies to the message that asked. */
export async function answerQuestion(ctx: BotContext, question: string, answering: Answering): Promise<void> {
  const messages = ctx.messages;
  if (question === "") return replyText(ctx, messages.emptyQuestion);
  if (codePointLength(question) > MAX_MESSAGE_LENGTH) return replyText(ctx, messages.longQuestion);
  await sendAnswer(ctx, answering, async (ask) => ask(question));
}

/**
 * The document that a `which` answer asked for was chosen. Nothing was stored: the original question is read from the
 * message that the choices reply to, asked again, and the chosen document's own question after it.
 */
export async function answerChoice(ctx: BotContext, answering: Answering): Promise<void> {
  const data = ctx.callbackQuery?.data ?? "";
  const asked = originalMessage(ctx);
  const question = asked ? questionIn(asked, ctx.me) : "";
  if (!asked || question === "") return replyText(ctx, ctx.messages.questionGone);
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

async function sendAnswer(
  ctx: BotContext,
  { publicUrl, log }: Answering,
  work: (ask: Ask) => Promise<Answer>,
  messageId?: number,
): Promise<void> {
  const signal = AbortSignal.timeout(ASK_TIMEOUT_MS);
  const asked = () => work((question) => ctx.reading.ask(question, { signal }));
  const answer = await attempt(ctx, asked, { log, event: "ask-failed" });
  if (answer) await reply(ctx, renderAnswer(answer, publicUrl), messageId);
}
