import type { InlineKeyboardButton } from "grammy/types";
import { printedDate } from "../citation/dates.ts";
import { roles as allRoles, isRole } from "../core/access.ts";
import type { KnownPerson } from "../core/people.ts";
import { dayOf } from "../core/spending.ts";
import type { Access } from "./access.ts";
import type { BotContext } from "./context.ts";
import type { Messages } from "./messages.ts";
import { concat, keyboard, piece, type RenderedMessage, toMessage } from "./part.ts";
import { replacePressed, reply, replyText } from "./reply.ts";

/** How the data of the buttons begins. */
export const PEOPLE = "nguoi";

const PAGE_SIZE = 8;
const NO_ROLE = "none";

/** `/nguoidung`: a page of people, or the person whose number stands after the command. */
export async function showPeople(ctx: BotContext, words: string, access: Access): Promise<void> {
  const id = words.trim();
  const userId = Number(id);
  const isId = /^\d+$/.test(id) && userId > 0 && Number.isSafeInteger(userId);
  if (id !== "" && !isId) return replyText(ctx, ctx.messages.access.people.usage);
  await reply(ctx, [id === "" ? await list(0, ctx, access) : await card(userId, ctx, access)]);
}

/** A button of `/nguoidung`. */
export async function pressPeople(ctx: BotContext, access: Access): Promise<void> {
  const [, act, one = "", role = ""] = (ctx.callbackQuery?.data ?? "").split(":");
  const number = Number(one);
  if (!ctx.person || !Number.isSafeInteger(number) || number < 0) return;
  if (act === "list") return replacePressed(ctx, await list(number, ctx, access));
  if (act === "show") return replacePressed(ctx, await card(number, ctx, access));
  if (act !== "set" || !(isRole(role) || role === NO_ROLE)) return;
  const by = { actorId: ctx.person.userId, now: access.now() };
  const outcome = await access.people.setRole(number, isRole(role) ? role : null, by);
  const { people } = ctx.messages.access;
  const notes: Partial<Record<typeof outcome, string>> = { fixed: people.fixedNote, "last-admin": people.lastAdmin };
  await replacePressed(ctx, await card(number, ctx, access, notes[outcome]));
}

async function list(page: number, { messages }: BotContext, { people }: Access): Promise<RenderedMessage> {
  const { access } = messages;
  const offset = page * PAGE_SIZE;
  // One more than is shown tells whether there is another page.
  const found = await people.list({ offset, limit: PAGE_SIZE + 1 });
  const shown = found.slice(0, PAGE_SIZE);
  const turn = (to: number, text: string): InlineKeyboardButton => ({ text, callback_data: `${PEOPLE}:list:${to}` });
  const buttons = keyboard([
    ...shown.map(({ userId }, index) => [
      { text: `${offset + index + 1}. ${userId}`, callback_data: `${PEOPLE}:show:${userId}` },
    ]),
    [
      ...(page > 0 ? [turn(page - 1, access.previous)] : []),
      ...(found.length > PAGE_SIZE ? [turn(page + 1, access.next)] : []),
    ],
  ]);
  const lines = shown.map((person, index) =>
    piece(`${offset + index + 1}. ${person.userId} · ${describe(person, messages)}`),
  );
  const title = piece(shown.length === 0 ? access.people.none : access.people.title, "bold");
  return toMessage(concat([concat([title, ...lines], "\n"), buttons], ""));
}

async function card(userId: number, ctx: BotContext, access: Access, note = ""): Promise<RenderedMessage> {
  const { messages } = ctx;
  const { roles, people } = messages.access;
  const nobody: KnownPerson = { userId, role: null, isFixed: false, language: null, seenAt: 0 };
  const person = (await access.people.find(userId)) ?? nobody;
  const set = (text: string, role: string): InlineKeyboardButton => ({
    text,
    callback_data: `${PEOPLE}:set:${userId}:${role}`,
  });
  const others = allRoles.filter((role) => role !== person.role).map((role) => [set(roles[role], role)]);
  const remove = person.role === null ? [] : [set(people.remove, NO_ROLE)];
  const buttons = keyboard([
    ...(person.isFixed ? [] : [...others, remove]),
    [{ text: people.back, callback_data: `${PEOPLE}:list:0` }],
  ]);
  const remark = person.isFixed ? people.fixedNote : note;
  const words = [piece(people.person(userId), "bold"), piece(describe(person, messages)), piece(remark)];
  return toMessage(concat([concat(words, "\n"), buttons], ""));
}

function describe({ role, isFixed, seenAt }: KnownPerson, { access: { roles, noRole, people } }: Messages): string {
  const seen = seenAt === 0 ? people.neverSeen : people.seen(printedDate(dayOf(seenAt)));
  const held = role === null ? noRole : roles[role];
  return [isFixed ? `${held} (${people.fixed})` : held, seen].join(" · ");
}
