import type { Context } from "grammy";
import type { Message } from "grammy/types";

/** The message that the one with the pressed button replies to; `undefined` where it is gone. */
export function originalMessage(ctx: Context): Message | undefined {
  const pressed = ctx.callbackQuery?.message;
  return pressed && "reply_to_message" in pressed ? pressed.reply_to_message : undefined;
}

/** What a message says after its command; all of it where there is none. */
export function wordsOf({ text, caption }: Pick<Message, "text" | "caption">): string {
  return (text ?? caption ?? "").replace(/^\/\w+(?:@\w+)?(?:\s+|$)/, "").trim();
}
