import type { InlineKeyboardButton } from "grammy/types";
import { printedDate } from "../citation/dates.ts";
import { isRole } from "../core/access.ts";
import type { AuditEntry } from "../core/audit.ts";
import { dayOf, timeOf } from "../core/spending.ts";
import type { Access } from "./access.ts";
import type { BotContext } from "./context.ts";
import type { Messages } from "./messages.ts";
import { concat, keyboard, piece, type RenderedMessage, toMessage } from "./part.ts";
import { replacePressed, reply } from "./reply.ts";
import { oneLine, shorten } from "./text-limits.ts";

/** How the data of the buttons begins. */
export const AUDIT = "nhatky";

const PAGE_SIZE = 15;
const MAX_SUBJECT = 100;

/** `/nhatky`: who did what, the latest first. */
export async function showAudit(ctx: BotContext, access: Access): Promise<void> {
  await reply(ctx, [await page(0, ctx, access)]);
}

/** A button of `/nhatky`. */
export async function pressAudit(ctx: BotContext, access: Access): Promise<void> {
  const number = Number((ctx.callbackQuery?.data ?? "").split(":")[1]);
  if (Number.isSafeInteger(number) && number >= 0) await replacePressed(ctx, await page(number, ctx, access));
}

async function page(number: number, { messages }: BotContext, { audit }: Access): Promise<RenderedMessage> {
  const { access } = messages;
  // One more than is shown tells whether there is another page.
  const found = await audit.list({ offset: number * PAGE_SIZE, limit: PAGE_SIZE + 1 });
  const shown = found.slice(0, PAGE_SIZE);
  const turn = (to: number, text: string): InlineKeyboardButton => ({ text, callback_data: `${AUDIT}:${to}` });
  const buttons = keyboard([
    [
      ...(number > 0 ? [turn(number - 1, access.earlier)] : []),
      ...(found.length > PAGE_SIZE ? [turn(number + 1, access.later)] : []),
    ],
  ]);
  const title = piece(shown.length === 0 ? access.audit.none : access.audit.title, "bold");
  return toMessage(concat([concat([title, ...shown.map((entry) => piece(line(entry, messages)))], "\n"), buttons], ""));
}

function line(entry: AuditEntry & { readonly at: number }, { access: { audit, roles, noRole } }: Messages): string {
  const { at, actorId, action, personId, subject } = entry;
  const role = subject === null && action === "role-changed" ? noRole : subject;
  const what = role !== null && isRole(role) ? roles[role] : role;
  const whom = personId === null || personId === actorId ? null : String(personId);
  const parts = [
    `${printedDate(dayOf(at))} ${timeOf(at)}`,
    actorId === null ? audit.somebody : String(actorId),
    [audit.actions[action], whom].filter((part) => part !== null).join(" "),
    what === null ? null : shorten(oneLine(what), MAX_SUBJECT),
  ];
  return parts.filter((part) => part !== null).join(" · ");
}
