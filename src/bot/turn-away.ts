import type { CallbackQuery } from "grammy/types";
import { type AccessMode, mayUse } from "../core/access.ts";
import type { Access } from "./access.ts";
import { isAddressed } from "./addressed.ts";
import type { BotContext } from "./context.ts";
import { FORGET } from "./forget.ts";
import { messagesFor } from "./messages.ts";
import { INVITATION_START } from "./redeem.ts";
import { replyText } from "./reply.ts";

/** What also someone without access may do: follow an invitation, have everything forgotten, block the bot. */
export function isOpenToAll(ctx: BotContext): boolean {
  if (ctx.myChatMember) return true;
  if (ctx.callbackQuery) return ctx.callbackQuery.data?.startsWith(`${FORGET}:`) ?? false;
  const isInvited = new RegExp(`^/start(?:@\\w+)? ${INVITATION_START}`).test(ctx.message?.text ?? "");
  return ctx.chat?.type === "private" && (isInvited || /^\/(?:quenhet|forget)\b/.test(ctx.message?.text ?? ""));
}

/**
 * One sentence on how to get access, in the way that the update can be answered; nothing where nobody was asked. Of
 * presses it has been said by `pressNotice`.
 */
export async function turnAway(ctx: BotContext, mode: Exclude<AccessMode, "open">): Promise<void> {
  const { access } = ctx.messages;
  const sentence = access.turnedAway[mode](ctx.from?.id ?? 0);
  if (ctx.inlineQuery) {
    const button = { text: access.turnedAwayButton, start_parameter: "access" };
    await ctx.answerInlineQuery([], { button, cache_time: 0, is_personal: true });
  } else if (ctx.guestMessage?.guest_query_id) {
    const content = { message_text: sentence };
    await ctx.answerGuestQuery({
      type: "article",
      id: "access",
      title: access.turnedAwayButton,
      input_message_content: content,
    });
  } else if (ctx.message && isAsked(ctx)) {
    await replyText(ctx, sentence);
  }
}

/** What is said to who presses a button without access: it has to be said before the press is handled. */
export async function pressNotice({ from, data }: CallbackQuery, { mode, people }: Pick<Access, "mode" | "people">) {
  if (mode === "open" || data?.startsWith(`${FORGET}:`)) return undefined;
  const person = await people.find(from.id);
  if (mayUse(mode, person?.role ?? null)) return undefined;
  const { access } = messagesFor(person?.language ?? from.language_code);
  return { text: access.turnedAway[mode](from.id), show_alert: true };
}

/** Whether a message is meant for the bot, and not only seen by it. */
function isAsked({ message, chat, me }: BotContext): boolean {
  if (!message || chat?.type === "private") return message !== undefined;
  const name = /^\/\w+@(\w+)/.exec(message.text ?? "")?.[1];
  return isAddressed(message, me) || name?.toLowerCase() === me.username.toLowerCase();
}
