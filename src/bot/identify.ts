import type { MiddlewareFn } from "grammy";
import type { Role } from "../core/access.ts";
import type { ReadingFor } from "../core/reading.ts";
import type { BotContext } from "./context.ts";
import { messagesFor } from "./messages.ts";

/** What telling people apart needs. */
export interface Identifying {
  readonly reading: ReadingFor;
  readonly roleOf: (userId: number) => Promise<Role | null>;
}

/** Sets who acts, in which language they are spoken to, and what of the library may be shown in this chat. */
export function identify({ reading, roleOf }: Identifying): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    const userId = ctx.from?.id;
    ctx.person = userId === undefined ? undefined : { userId, role: await roleOf(userId) };
    ctx.messages = messagesFor(ctx.from?.language_code);
    ctx.reading = reading(isPrivate(ctx) ? (ctx.person?.role ?? null) : null);
    await next();
  };
}

/** What is written in a private chat is read by nobody else. */
function isPrivate({ chat, inlineQuery }: BotContext): boolean {
  // An inline result goes wherever the person is writing; only in the chat with the bot itself nobody else reads it.
  return inlineQuery ? inlineQuery.chat_type === "sender" : chat?.type === "private";
}
