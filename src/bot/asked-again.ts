import type { InlineKeyboardMarkup, Update } from "grammy/types";
import type { Inbox } from "../core/ports.ts";
import { chatIdOf, senderOf } from "./accept-update.ts";

/** Data of the button that asks for an update to be handled once more. */
export const AGAIN = /^again:(\d+)$/;

// A press of such a button may itself be what is asked for again, and so on; nobody needs more.
const MAX_STEPS = 8;

export function againButton(updateId: number, label: string): InlineKeyboardMarkup {
  return { inline_keyboard: [[{ text: label, callback_data: `again:${updateId}` }]] };
}

/**
 * The update that is really to be handled: for a press of the button "again", the one that it stands for, as long as it
 * is kept and came from the same person in the same chat.
 */
export async function askedAgain(inbox: Pick<Inbox, "read">, pressed: Update): Promise<Update> {
  let asked = pressed;
  for (let steps = 0; steps < MAX_STEPS; steps += 1) {
    const [, id] = AGAIN.exec(asked.callback_query?.data ?? "") ?? [];
    if (id === undefined) return { ...asked, update_id: pressed.update_id };
    const earlier = await inbox.read(Number(id));
    if (chatIdOf(earlier) !== chatIdOf(pressed) || senderOf(earlier) !== senderOf(pressed)) return pressed;
    // The inbox holds what Telegram sent; a forgotten update has no chat.
    asked = earlier as Update;
  }
  return pressed;
}
