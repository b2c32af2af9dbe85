import type { Composer } from "grammy";
import type { BotContext } from "./context.ts";

/** Handlers that administrators alone reach, in the chat with the bot; for everybody else there is no such command. */
export function adminOnly(composer: Composer<BotContext>): Composer<BotContext> {
  return composer.filter(({ chat, person }) => chat?.type === "private" && person?.role === "admin");
}
