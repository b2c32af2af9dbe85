import type { InlineKeyboardButton } from "grammy/types";
import type { BotContext } from "./context.ts";
import type { Messages } from "./messages.ts";
import type { RenderedMessage } from "./part.ts";
import { replacePressed, reply } from "./reply.ts";

/** `more`: passages that are near to a question. `sources`: the quotes that its answer rests on. */
type Pages = "more" | "sources";

/** What a button carries that turns pages of what is kept of an answer. */
export interface PagePress {
  /** Of the message that asked. */
  readonly messageId: number;
  /** From 0. */
  readonly page: number;
  /** Whose pages they are; `null` on a button that opens them anew for whoever presses it. */
  readonly owner: number | null;
}

/** At most 64 bytes: three numbers. https://core.telegram.org/bots/api#inlinekeyboardbutton */
export function pageData(pages: Pages, { messageId, page, owner }: PagePress): string {
  return `${pages}:${messageId}:${page}:${owner?.toString(36) ?? ""}`;
}

/** The inverse of `pageData`. */
export function readPageData(data: string): PagePress | undefined {
  const [, messageId, page, owner] = /^\w+:(\d+):(\d+):(\w*)$/.exec(data) ?? [];
  if (messageId === undefined || page === undefined) return undefined;
  return { messageId: Number(messageId), page: Number(page), owner: owner ? Number.parseInt(owner, 36) : null };
}

/** The buttons to the pages before and after one. */
export function turnButtons(
  pages: Pages,
  press: PagePress,
  { last, messages }: { readonly last: number; readonly messages: Messages },
): InlineKeyboardButton[] {
  const turn = (page: number, text: string) => ({ text, callback_data: pageData(pages, { ...press, page }) });
  return [
    ...(press.page > 0 ? [turn(press.page - 1, messages.lookup.previous)] : []),
    ...(press.page < last ? [turn(press.page + 1, messages.lookup.next)] : []),
  ];
}

/** Turns the pressed message to the page where it is the presser's own; anybody else gets a message of their own. */
export async function showPage(
  ctx: BotContext,
  page: RenderedMessage,
  { owner, messageId }: { readonly owner: number | null; readonly messageId?: number },
): Promise<void> {
  if (ctx.callbackQuery && owner !== null && owner === ctx.from?.id) await replacePressed(ctx, page);
  else await reply(ctx, [page], messageId);
}
