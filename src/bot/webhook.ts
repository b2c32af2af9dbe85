import type { Api } from "grammy";
import { messages } from "./messages.ts";

/** The kinds of update the bot reacts to; Telegram keeps the rest to itself. */
export const ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"] as const;

// Accepting an update is one small write, so few connections suffice.
const MAX_CONNECTIONS = 20;

/** Tells Telegram to deliver to `publicUrl`, with `secret` in the header of every delivery. */
export async function setUpWebhook(api: Api, publicUrl: string, secret: string): Promise<void> {
  await api.setWebhook(`${publicUrl.replace(/\/+$/, "")}/telegram/webhook`, {
    secret_token: secret,
    allowed_updates: ALLOWED_UPDATES,
    max_connections: MAX_CONNECTIONS,
  });
}

/** The command menu: Vietnamese, and English for those whose app is in English. */
export async function setCommands(api: Api): Promise<void> {
  await api.setMyCommands(commandsOf(messages.vi.commands));
  await api.setMyCommands(commandsOf(messages.en.commands), { language_code: "en" });
}

function commandsOf(descriptions: Readonly<Record<string, string>>) {
  return Object.entries(descriptions).map(([command, description]) => ({ command, description }));
}
