import type { Answer } from "../core/answer.ts";
import { questionIn } from "./addressed.ts";
import type { BotContext } from "./context.ts";
import { describeError } from "./describe-error.ts";
import type { Log } from "./log.ts";
import { messages as stringsOf } from "./messages.ts";
import { concat, fitOne, type Part, piece } from "./part.ts";
import { quotePiece } from "./places.ts";
import { sourceLine } from "./source-line.ts";
import { cleanText, codePointLength, MAX_MESSAGE_LENGTH, shorten } from "./text-limits.ts";

// Telegram says no limit; who waits in somebody else's chat does not wait long.
const ASK_TIMEOUT_MS = 20_000;
const MAX_ANSWER = 1500;
const MAX_QUOTE = 1500;

/** A question to the bot in a chat where it is a guest: one short message, with what is open to all; nothing is kept. */
export async function answerGuest(ctx: BotContext, { log }: { readonly log: Log }): Promise<void> {
  const { guestMessage, messages } = ctx;
  if (!guestMessage?.guest_query_id) return;
  const question = questionIn(guestMessage, ctx.me);
  const { text, entities } = await shortAnswer(ctx, question).catch((error: unknown) => {
    log({ level: "error", event: "guest-failed", ...describeError(error) });
    return piece(messages.failed);
  });
  await ctx.answerGuestQuery({
    type: "article",
    id: "answer",
    title: messages.guest.title,
    input_message_content: {
      message_text: text,
      entities: [...entities],
      link_preview_options: { is_disabled: true },
    },
  });
}

async function shortAnswer(ctx: BotContext, question: string): Promise<Part> {
  if (question === "") return piece(ctx.messages.guest.empty);
  if (codePointLength(question) > MAX_MESSAGE_LENGTH) return piece(ctx.messages.longQuestion);
  const refusal = await ctx.countQuestion();
  if (refusal !== undefined) return piece(refusal);
  return renderShort(await ctx.reading.ask(question, { signal: AbortSignal.timeout(ASK_TIMEOUT_MS) }));
}

/** The answer with its first quote, in one message without buttons. */
export function renderShort(answer: Answer): Part {
  const messages = stringsOf[answer.language];
  const text = piece(shorten(cleanText(answer.text), MAX_ANSWER));
  if (answer.kind !== "answered") return text;
  const [first] = answer.citations;
  const quote = concat([quotePiece(first.quote, MAX_QUOTE), piece(sourceLine(first, messages))], "\n");
  return fitOne([text, quote], piece(""));
}
