import type { Context } from "grammy";
import type { RenderedMessage } from "./render.ts";

/** Sends messages in order as replies to the message that asked, also when that has been deleted. */
export async function reply(ctx: Context, rendered: readonly RenderedMessage[], messageId = ctx.msgId): Promise<void> {
  for (const { text, entities, reply_markup } of rendered) {
    await ctx.reply(text, {
      entities: [...entities],
      link_preview_options: { is_disabled: true },
      ...(reply_markup && { reply_markup }),
      ...(messageId !== undefined && {
        reply_parameters: { message_id: messageId, allow_sending_without_reply: true },
      }),
    });
  }
}

/** One line or a few, without formatting. */
export async function replyText(ctx: Context, text: string): Promise<void> {
  await reply(ctx, [{ text, entities: [] }]);
}
