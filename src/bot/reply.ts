import { GrammyError } from "grammy";
import type { BotContext } from "./context.ts";
import type { MessageCall } from "./delivery.ts";
import type { RenderedMessage } from "./part.ts";

/**
 * Sends messages in order as replies to the message that asked, also when that has been deleted; the ids of those that
 * have certainly arrived. What must hold whatever happens has to be done before it.
 */
export function reply(ctx: BotContext, rendered: readonly RenderedMessage[], messageId = ctx.msgId): Promise<number[]> {
  return send(
    ctx,
    rendered.map(({ text, entities, reply_markup }) => ({
      text,
      entities: [...entities],
      link_preview_options: { is_disabled: true },
      ...(reply_markup && { reply_markup }),
    })),
    messageId,
  );
}

/** As `reply`, in place of earlier messages as far as these can be edited; those that are too many are deleted. */
export async function replaceReplies(
  ctx: BotContext,
  earlier: readonly number[],
  rendered: readonly RenderedMessage[],
  messageId = ctx.msgId,
): Promise<number[]> {
  const edited: number[] = [];
  for (const message of rendered) {
    const id = earlier[edited.length];
    if (id === undefined || !(await edit(ctx, id, message))) break;
    edited.push(id);
  }
  const ids = [...edited, ...(await reply(ctx, rendered.slice(edited.length), messageId))];
  for (const id of earlier.filter((known) => !ids.includes(known)))
    await ctx.api.deleteMessage(ctx.chatId ?? 0, id).catch(() => undefined);
  return ids;
}

/** One line or a few, without formatting. */
export async function replyText(ctx: BotContext, text: string, messageId?: number): Promise<void> {
  await reply(ctx, [{ text, entities: [] }], messageId);
}

/** Asks for text in a field that is already a reply to the question: that is how the answer is known. */
export async function promptFor(ctx: BotContext, text: string): Promise<void> {
  await send(ctx, [{ text, reply_markup: { force_reply: true, selective: true } }], ctx.msgId);
}

/** Turns the message whose button was pressed into another one. */
export async function replacePressed(ctx: BotContext, rendered: RenderedMessage): Promise<void> {
  const pressed = ctx.callbackQuery?.message?.message_id;
  if (pressed === undefined || !(await edit(ctx, pressed, rendered))) await reply(ctx, [rendered]);
}

/** `false` where the message is gone or can no longer be edited. */
async function edit(ctx: BotContext, id: number, { text, entities, reply_markup }: RenderedMessage): Promise<boolean> {
  try {
    await ctx.api.editMessageText(ctx.chatId ?? 0, id, text, {
      entities: [...entities],
      link_preview_options: { is_disabled: true },
      ...(reply_markup && { reply_markup }),
    });
    return true;
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
    // The same button pressed twice, or an edit that changes nothing.
    if (error.description.includes("message is not modified")) return true;
    if (/message to edit not found|message can't be edited|MESSAGE_ID_INVALID/.test(error.description)) return false;
    throw error;
  }
}

async function send(
  ctx: BotContext,
  messages: readonly Omit<MessageCall, "chat_id">[],
  messageId: number | undefined,
): Promise<number[]> {
  const { chatId, msg } = ctx;
  if (chatId === undefined || messages.length === 0) return [];
  const place = {
    chat_id: chatId,
    ...(msg?.is_topic_message && msg.message_thread_id && { message_thread_id: msg.message_thread_id }),
    ...(messageId !== undefined && {
      reply_parameters: { message_id: messageId, allow_sending_without_reply: true },
    }),
  };
  return ctx.delivery.send(messages.map((message) => ({ ...message, ...place })));
}
