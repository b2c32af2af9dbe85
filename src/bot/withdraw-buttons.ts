import type { InlineKeyboardButton } from "grammy/types";
import type { Uploads } from "../core/uploads.ts";
import type { BotContext } from "./context.ts";
import type { Messages } from "./messages.ts";
import type { Part } from "./part.ts";

// https://core.telegram.org/bots/api#inlinekeyboardbutton; the id of a document has at most 43 bytes.
type Step = "ask" | "yes" | "no";

/** Asks before anything is withdrawn. */
export function withdrawButton(documentId: string, { withdraw }: Messages): InlineKeyboardButton {
  return { text: withdraw.button, callback_data: withdrawData("ask", documentId) };
}

/** What an administrator can do with a document that is shown, where that can be done over Telegram. */
export function withdrawRows(
  { chat, person, messages }: BotContext,
  documentId: string | null,
  uploads: Uploads | undefined,
): Part["rows"] {
  const isAllowed = chat?.type === "private" && person?.role === "admin" && uploads !== undefined;
  return isAllowed && documentId !== null ? [[withdrawButton(documentId, messages)]] : [];
}

/** What a button carries: the document, and how far the question whether to withdraw it is. */
export function withdrawData(step: Step, documentId: string): string {
  return `wd:${step}:${documentId}`;
}

/** The inverse of `withdrawData`. */
export function readWithdrawData(data: string): { readonly step: Step; readonly documentId: string } | undefined {
  const [, step, documentId] = /^wd:(ask|yes|no):(.+)$/s.exec(data) ?? [];
  if ((step !== "ask" && step !== "yes" && step !== "no") || documentId === undefined) return undefined;
  return { step, documentId };
}
