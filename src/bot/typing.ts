import type { Context } from "grammy";
import { grammySignal } from "./sleep.ts";

// Telegram shows the action for 5 seconds. https://core.telegram.org/bots/api#sendchataction
const REPEAT_MS = 4000;

/** Shows "typing …" while the work lasts. Whether it is shown never decides about the work. */
export async function whileTyping<Result>(ctx: Context, work: () => Promise<Result>): Promise<Result> {
  const done = new AbortController();
  const show = () => showTyping(ctx, done.signal);
  show();
  const timer = setInterval(show, REPEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    done.abort();
  }
}

/** Shows "typing …" once, in the topic of the update; returns at once. */
export function showTyping({ api, chatId, msg }: Context, signal: AbortSignal): void {
  // Replies in a group without topics have a thread, too, in which nothing can be shown.
  const thread = msg?.is_topic_message && msg.message_thread_id && { message_thread_id: msg.message_thread_id };
  if (chatId === undefined) return;
  void api.sendChatAction(chatId, "typing", { ...thread }, grammySignal(signal)).catch(() => undefined);
}
