import { type Context, GrammyError } from "grammy";
import type { RenderedMessage } from "./part.ts";

/** Sends messages in order as replies to the message that asked, also when that has been deleted. */
export async function reply(ctx: Context, rendered: readonly RenderedMessage[], messageId = ctx.msgId): Promise<void> {
  for (const { text, entities, reply_markup } of rendered) {
    await ctx.reply(text, {
      entities: [...entities],
      link_preview_options: { is_disabled: true },
      ...(reply_markup && { reply_markup }),
      ...replyTo(messageId),
    });
  }
}

/** One line or a few, without formatting. */
export async function replyText(ctx: Context, text: string, messageId?: number): Promise<void> {
  await reply(ctx, [{ text, entities: [] }], messageId);
}

/** Asks for text in a field that is already a reply to the question: that is how the answer is known. */
export async function promptFor(ctx: Context, text: string): Promise<void> {
  await ctx.reply(text, { reply_markup: { force_reply: true, selective: true }, ...replyTo(ctx.msgId) });
}

/** Turns the message whose button was pressed into another one. */
export async function replacePressed(ctx: Context, { text, entities, reply_markup }: RenderedMessage): Promise<void> {
  const isAsBefore = (error: unknown) =>
    error instanceof GrammyError && error.description.includes("message is not modified");
  try {
    await ctx.editMessageText(text, {
      entities: [...entities],
      link_preview_options: { is_disabled: true },
      ...(reply_markup && { reply_markup }),
    });
  } catch (error) {
    // The same button pressed twice.
    if (!isAsBefore(error)) throw error;
  }
}

function replyTo(messageId: number | undefined) {
  return messageId !== undefined && { reply_parameters: { message_id: messageId, allow_sending_without_reply: true } };
}
