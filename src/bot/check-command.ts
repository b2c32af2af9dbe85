import type { Context } from "grammy";
import type { Message } from "grammy/types";
import type { Check } from "../core/check.ts";
import type { PassageStore } from "../core/ports.ts";
import { attempt } from "./attempt.ts";
import { evidenceOfCheck, renderCheck } from "./check-result.ts";
import { draftIn, fileName, type ReadDraft, readDraftWords } from "./draft.ts";
import type { Log } from "./log.ts";
import { messages as allMessages, messagesFor } from "./messages.ts";
import { originalMessage } from "./original-message.ts";
import { concat, keyboard, pack, piece, plain, toMessage } from "./part.ts";
import { readPlaces } from "./places.ts";
import { promptFor, reply, replyText } from "./reply.ts";

/** Data of the button under a file. The file itself is read from the message that the button's message replies to. */
export const CHECK_FILE = "check-file";

/** What checking needs besides the update. */
export interface Checking {
  readonly check: Check;
  /** Without it, only text can be checked. */
  readonly readDraft?: ReadDraft;
  /** Where the sources of evidence are read. */
  readonly passages: Pick<PassageStore, "get">;
  readonly publicUrl?: string;
  readonly log: Log;
}

/** `/kiemtra`: checks the message itself, or the one that it replies to, or asks for a text. */
export async function checkCommand(ctx: Context, parts: Checking): Promise<void> {
  const { msg: command } = ctx;
  const repliedTo = answersPrompt(ctx) ? undefined : command?.reply_to_message;
  const source = [command, repliedTo].find((message) => draftIn(message) !== undefined);
  if (source) return checkMessage(ctx, source, parts);
  await promptFor(ctx, messagesFor(ctx.from?.language_code).check.prompt);
}

/** Whether a message answers the question of `checkCommand`, which is known by its words alone. */
export function answersPrompt(ctx: Context): boolean {
  const asked = ctx.msg?.reply_to_message;
  return asked?.from?.id === ctx.me.id && Object.values(allMessages).some(({ check }) => check.prompt === asked.text);
}

/** A file without a command: what can be done with it. */
export async function offerCheck(ctx: Context): Promise<void> {
  const { check } = messagesFor(ctx.from?.language_code);
  const file = ctx.msg?.document;
  if (!file) return;
  const button = keyboard([[{ text: check.button, callback_data: CHECK_FILE }]]);
  await reply(ctx, [toMessage(concat([piece(check.offer(fileName(file))), button], ""))]);
}

/** The button of `offerCheck`. */
export async function pressCheck(ctx: Context, parts: Checking): Promise<void> {
  const source = originalMessage(ctx);
  if (source?.document) return checkMessage(ctx, source, parts);
  await replyText(ctx, messagesFor(ctx.from?.language_code).check.gone);
}

/** Checks the draft in a message and replies to it, so that its sender finds both together. */
export async function checkMessage(ctx: Context, source: Message, parts: Checking): Promise<void> {
  const { check, readDraft, passages, publicUrl, log } = parts;
  const messages = messagesFor(ctx.from?.language_code);
  const work = async () => {
    const read = await readDraftWords(ctx.api, draftIn(source) ?? "", { check: messages.check, readDraft });
    if ("refusal" in read) return pack(plain(read.refusal));
    const result = await check(read.words);
    return renderCheck(result, { messages, publicUrl, places: await readPlaces(passages, evidenceOfCheck(result)) });
  };
  const rendered = await attempt(ctx, work, { log, event: "check-failed" });
  if (rendered) await reply(ctx, rendered, source.message_id);
}
