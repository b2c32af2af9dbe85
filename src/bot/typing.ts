import type { Context } from "grammy";
import { grammySignal } from "./sleep.ts";

// Telegram shows the action for 5 seconds. https://core.telegram.org/bots/api#sendchataction
const REPEAT_MS = 4000;

/** Shows "typing …" while the work lasts. Whether it is shown never decides about the work. */
export async function whileTyping<Result>(ctx: Context, work: () => Promise<Result>): Promise<Result> {
  const done = new AbortController();
  const show = () => void ctx.replyWithChatAction("typing", {}, grammySignal(done.signal)).catch(() => undefined);
  show();
  const timer = setInterval(show, REPEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    done.abort();
  }
}
