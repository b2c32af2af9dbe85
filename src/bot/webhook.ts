import { type Api, GrammyError } from "grammy";
import { messages } from "./messages.ts";

/** The kinds of update the bot reacts to; Telegram keeps the rest to itself. */
export const ALLOWED_UPDATES = [
  "message",
  "edited_message",
  "callback_query",
  "inline_query",
  "guest_message",
  "message_reaction",
  // Without it the button under a draft does nothing.
  "stopped_message_generation",
  "my_chat_member",
] as const;

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

// Of no use in a group, or nobody else's business there.
const PRIVATE_COMMANDS: readonly string[] = ["start", "ngonngu", "language", "quenhet", "forget"];

const LANGUAGES = [
  { strings: messages.vi, other: {} },
  { strings: messages.en, other: { language_code: "en" } },
] as const;

/**
 * The command menus of private chats, of groups and of the administrators' own chats: Vietnamese, and English for those
 * whose app is in English. An administrator who has not written yet has no chat; `setAdminCommands` comes with the first
 * /start.
 */
export async function setCommands(api: Api, adminIds: readonly number[]): Promise<void> {
  for (const { strings, other } of LANGUAGES) {
    await api.setMyCommands(commandsOf(strings.commands), { scope: { type: "all_private_chats" }, ...other });
    const shared = commandsOf(strings.commands).filter(({ command }) => !PRIVATE_COMMANDS.includes(command));
    await api.setMyCommands(shared, { scope: { type: "all_group_chats" }, ...other });
  }
  for (const id of adminIds) await setAdminCommands(api, id);
}

/** The menu of the chat with an administrator. */
export async function setAdminCommands(api: Api, chatId: number): Promise<void> {
  for (const { strings, other } of LANGUAGES) {
    const commands = commandsOf({ ...strings.commands, ...strings.adminCommands });
    await api.setMyCommands(commands, { scope: { type: "chat", chat_id: chatId }, ...other }).catch(noSuchChat);
  }
}

function noSuchChat(error: unknown): void {
  if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
}

function commandsOf(descriptions: Readonly<Record<string, string>>) {
  return Object.entries(descriptions).map(([command, description]) => ({ command, description }));
}
