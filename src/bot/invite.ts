import type { InlineKeyboardButton } from "grammy/types";
import { printedDate } from "../citation/dates.ts";
import { isRole, type Role } from "../core/access.ts";
import { dayOf } from "../core/spending.ts";
import type { Access } from "./access.ts";
import type { BotContext } from "./context.ts";
import type { Messages } from "./messages.ts";
import { concat, keyboard, piece, type RenderedMessage, toMessage } from "./part.ts";
import { INVITATION_START } from "./redeem.ts";
import { replacePressed, reply, replyText } from "./reply.ts";
import { copyTextButton } from "./source-line.ts";

/** How the data of the buttons begins. */
export const INVITE = "moi";

// A link can be passed on: administrators are made one by one, with /nguoidung.
const ROLES = ["member", "trainer", "staff"] as const satisfies readonly Role[];
const USES = [1, 10, 50, 200] as const;
const DAYS = [1, 7, 30] as const;
const PAGE_SIZE = 10;
const DAY_MS = 24 * 3_600_000;

/** What an invitation is going to be. */
interface Wish {
  readonly role: Role;
  readonly uses: number;
  readonly days: number;
}

const USUAL: Wish = { role: "member", uses: 1, days: 7 };

/** `/moi`: what the invitation is to be, with buttons to change it, make it, and see those that are open. */
export async function offerInvitation(ctx: BotContext, { mode }: Access): Promise<void> {
  if (mode === "list") return replyText(ctx, ctx.messages.access.invite.off);
  await reply(ctx, [offer(USUAL, ctx.messages)]);
}

/** A button of `/moi`. */
export async function pressInvite(ctx: BotContext, access: Access): Promise<void> {
  const [, act = "", ...rest] = (ctx.callbackQuery?.data ?? "").split(":");
  const { person, messages } = ctx;
  if (!person) return;
  if (access.mode === "list") return replyText(ctx, messages.access.invite.off);
  if (act === "list") return replacePressed(ctx, await openList(Number(rest[0]) || 0, ctx, access));
  if (act === "end") {
    const [code = "", page = ""] = rest;
    await access.invitations.revoke(code, { actorId: person.userId, now: access.now() });
    return replacePressed(ctx, await openList(Number(page) || 0, ctx, access));
  }
  const wish = readWish(rest);
  if (!wish) return;
  if (act === "set") return replacePressed(ctx, offer(wish, messages));
  if (act === "make") await make(ctx, wish, access);
}

async function make(ctx: BotContext, { role, uses, days }: Wish, access: Access): Promise<void> {
  const now = access.now();
  const invitation = { role, uses, expiresAt: now + days * DAY_MS };
  const code = await access.invitations.make(invitation, { actorId: ctx.person?.userId ?? 0, now });
  const { invite } = ctx.messages.access;
  const link = linkOf(code, ctx.me.username);
  const buttons = keyboard([copyTextButton(invite.copy, link), [listButton(0, invite.list)]]);
  // The offer goes, so that a second press does not make a second one.
  await replacePressed(
    ctx,
    toMessage(
      concat([piece(`${invite.made}\n${link}\n\n${describe({ role, uses, days }, ctx.messages)}`), buttons], ""),
    ),
  );
}

function linkOf(code: string, username: string): string {
  return `https://t.me/${username}?start=${INVITATION_START}${code}`;
}

function offer(wish: Wish, messages: Messages): RenderedMessage {
  const { roles, invite } = messages.access;
  const choose = (label: string, changed: Partial<Wish>): InlineKeyboardButton => {
    const next = { ...wish, ...changed };
    const isChosen = JSON.stringify(next) === JSON.stringify(wish);
    return { text: isChosen ? `● ${label}` : label, callback_data: wishData("set", next) };
  };
  const buttons = keyboard([
    ROLES.map((role) => choose(roles[role], { role })),
    USES.map((uses) => choose(invite.usesButton(uses), { uses })),
    DAYS.map((days) => choose(invite.daysButton(days), { days })),
    [{ text: invite.make, callback_data: wishData("make", wish) }],
    [listButton(0, invite.list)],
  ]);
  const words = [piece(invite.title, "bold"), piece(invite.explain), piece(describe(wish, messages)), buttons];
  return toMessage(concat(words, "\n\n"));
}

function describe({ role, uses, days }: Wish, { access: { invite, roles } }: Messages): string {
  return [invite.role(roles[role]), invite.uses(uses), invite.days(days)].map((line) => `• ${line}`).join("\n");
}

async function openList(page: number, ctx: BotContext, { invitations, now }: Access): Promise<RenderedMessage> {
  const {
    access,
    access: { invite, roles },
  } = ctx.messages;
  const offset = page * PAGE_SIZE;
  // One more than is shown tells whether there is another page.
  const found = await invitations.open({ offset, limit: PAGE_SIZE + 1 }, now());
  const shown = found.slice(0, PAGE_SIZE);
  const lines = shown.map(({ role, usesLeft, expiresAt }, index) => {
    const until = printedDate(dayOf(expiresAt));
    return piece(`${offset + index + 1}. ${invite.entry({ role: roles[role], uses: usesLeft, until })}`);
  });
  const buttons = keyboard([
    ...shown.map(({ code }, index) => [
      { text: invite.revoke(offset + index + 1), callback_data: `${INVITE}:end:${code}:${page}` },
    ]),
    [
      ...(page > 0 ? [listButton(page - 1, access.previous)] : []),
      ...(found.length > PAGE_SIZE ? [listButton(page + 1, access.next)] : []),
    ],
    [{ text: invite.new, callback_data: wishData("set", USUAL) }],
  ]);
  const title = piece(shown.length === 0 ? invite.none : invite.openList);
  return toMessage(concat([concat([title, ...lines], "\n"), buttons], ""));
}

function listButton(page: number, text: string): InlineKeyboardButton {
  return { text, callback_data: `${INVITE}:list:${page}` };
}

function wishData(act: "set" | "make", { role, uses, days }: Wish): string {
  return `${INVITE}:${act}:${role}:${uses}:${days}`;
}

/** Only what the buttons offer: data of a callback can be made up. */
function readWish([role = "", uses = "", days = ""]: readonly string[]): Wish | undefined {
  const wish = { role, uses: Number(uses), days: Number(days) };
  const isOffered =
    ROLES.some((one) => one === role) && USES.some((one) => one === wish.uses) && DAYS.some((one) => one === wish.days);
  return isOffered && isRole(role) ? { ...wish, role } : undefined;
}
