import type { MiddlewareFn } from "grammy";
import { type Clearance, mayUse, type Role } from "../core/access.ts";
import type { Reading, ReadingFor } from "../core/reading.ts";
import type { Limits } from "../core/spending.ts";
import type { Access } from "./access.ts";
import type { BotContext } from "./context.ts";
import { countQuestion } from "./count-question.ts";
import { messagesFor } from "./messages.ts";
import { isOpenToAll, turnAway } from "./turn-away.ts";

const DAY_MS = 24 * 3_600_000;

/** What telling people apart needs. */
export interface Identifying {
  readonly reading: ReadingFor;
  readonly access: Access;
}

/**
 * Sets who acts, in which language they are spoken to, and what of the library may be shown in this chat. Nothing comes
 * after it for those who have no access.
 */
export function identify({ reading, access }: Identifying): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    const userId = ctx.from?.id;
    const known = userId === undefined ? undefined : await access.people.find(userId);
    const role = known?.role ?? null;
    const language = known?.language ?? null;
    ctx.person = userId === undefined ? undefined : { userId, role, language };
    ctx.messages = messagesFor(language ?? ctx.from?.language_code);
    ctx.reading = onAccount(reading(clearanceHere(ctx, role)), access.limits, userId);
    ctx.countQuestion = () => countQuestion(ctx, access);
    if (!mayUse(access.mode, role) && access.mode !== "open") {
      if (!isOpenToAll(ctx)) return turnAway(ctx, access.mode);
    } else if (userId !== undefined && access.now() - (known?.seenAt ?? 0) >= DAY_MS) {
      await access.people.seen(userId, access.now());
    }
    await next();
  };
}

/** What may be shown where an update comes from: more than is open to everyone only where nobody else reads it. */
function clearanceHere(
  { inlineQuery, message, editedMessage, callbackQuery, from }: BotContext,
  role: Role | null,
): Clearance {
  // An inline result goes wherever the person is writing; only in the chat with the bot itself nobody else reads it.
  if (inlineQuery) return inlineQuery.chat_type === "sender" ? role : null;
  // Other updates, as those of guests and of businesses, come from chats of people with each other.
  const chat = (message ?? editedMessage ?? callbackQuery?.message)?.chat;
  return chat?.type === "private" && chat.id === from?.id ? role : null;
}

/** The same, with what the language model costs booked on that person. */
function onAccount(reading: Reading, limits: Limits, userId: number | undefined): Reading {
  const spending = limits.spendingOf(userId ?? null);
  return { ...reading, ask: (question, options) => reading.ask(question, { ...options, spending }) };
}
