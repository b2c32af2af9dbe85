import { printedDate } from "../citation/dates.ts";
import { dayOf } from "../core/spending.ts";
import type { Access } from "./access.ts";
import type { BotContext } from "./context.ts";
import { concat, keyboard, piece, toMessage } from "./part.ts";
import { replacePressed, reply, replyText } from "./reply.ts";

/** How the data of the buttons begins. */
export const FORGET = "quenhet";

/** `/quenhet`: says what is kept about the person and asks whether it is to go. */
export async function offerToForget(ctx: BotContext, { personalData }: Access): Promise<void> {
  const { person, messages } = ctx;
  if (!person) return;
  const { forget, roles, privateOnly } = messages.access;
  if (ctx.chat?.type !== "private") return replyText(ctx, privateOnly);
  const about = await personalData.about(person.userId);
  const isKept = about.days + about.answers + about.feedback + about.conversations > 0;
  const lines = [
    ...(about.addedAt === null ? [] : [forget.since(printedDate(dayOf(about.addedAt)))]),
    ...(about.role === null ? [] : [forget.role(roles[about.role])]),
    ...(about.language === null ? [] : [forget.language]),
    ...(isKept ? [forget.counts(about)] : []),
    forget.messages,
  ];
  const buttons = keyboard([
    [
      { text: forget.yes, callback_data: `${FORGET}:yes` },
      { text: forget.no, callback_data: `${FORGET}:no` },
    ],
  ]);
  const words = [forget.stored, ...lines.map((line) => `• ${line}`), "", forget.confirm].join("\n");
  await reply(ctx, [toMessage(concat([piece(words), buttons], ""))]);
}

/** A button of `/quenhet`. */
export async function pressForget(ctx: BotContext, { personalData, people, mode, now }: Access): Promise<void> {
  const { person, messages } = ctx;
  if (!person || ctx.chat?.type !== "private") return;
  const { forget } = messages.access;
  if (ctx.callbackQuery?.data !== `${FORGET}:yes`) return replacePressed(ctx, toMessage(piece(forget.kept)));
  const isFixed = (await people.find(person.userId))?.isFixed ?? false;
  await personalData.forget(person.userId, now());
  const then = isFixed ? forget.afterwards.fixed : forget.afterwards[mode];
  await replacePressed(ctx, toMessage(piece(`${forget.done}\n\n${then}`)));
}
