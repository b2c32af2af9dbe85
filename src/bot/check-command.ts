import type { Message } from "grammy/types";
import { attempt } from "./attempt.ts";
import { evidenceOfCheck, renderCheck } from "./check-result.ts";
import type { BotContext } from "./context.ts";
import { draftIn, fileName, type ReadDraft, readDraftWords } from "./draft.ts";
import type { Log } from "./log.ts";
import { messages as allMessages } from "./messages.ts";
import { originalMessage } from "./original-message.ts";
import { concat, keyboard, pack, piece, plain, toMessage } from "./part.ts";
import { readPlaces } from "./places.ts";
import { promptFor, reply, replyText } from "./reply.ts";

/** Data of the button under a file. The file itself is read from the message that the button's message replies to. */
export const CHECK_FILE = "check-file";

/** What checking needs besides the update. */
export interface Checking {
  /** Without it, only text can be checked. */
  readonly readDraft?: ReadDraft;
  readonly publicUrl?: string;
  readonly log: Log;
}

/** `/kiemtra`: checks the message itself, or the one that it replies to, or asks for a text. */
export async function checkCommand(ctx: BotContext, parts: Checking): Promise<void> {
  const { msg: command } = ctx;
  const repliedTo = answersPrompt(ctx) ? undefined : command?.reply_to_message;
  const source = [command, repliedTo].find((message) => draftIn(message) !== undefined);
  if (source) return checkMessage(ctx, source, parts);
  await promptFor(ctx, ctx.messages.check.prompt);
}

/** Whether a message answers the question of `checkCommand`, which is known by its words alone. */
export function answersPrompt(ctx: BotContext): boolean {
  const asked = ctx.msg?.reply_to_message;
  return asked?.from?.id === ctx.me.id && Object.values(allMessages).some(({ check }) => check.prompt === asked.text);
}

/** A file without a command: what can be done with it. */
export async function offerCheck(ctx: BotContext): Promise<void> {
  const { check } = ctx.messages;
  const file = ctx.msg?.document;
  if (!file) return;
  const button = keyboard([[{ text: check.button, callback_data: CHECK_FILE }]]);
  await reply(ctx, [toMessage(concat([piece(check.offer(fileName(file))), button], ""))]);
}

/** The button of `offerCheck`. */
export async function pressCheck(ctx: BotContext, parts: Checking): Promise<void> {
  const source = originalMessage(ctx);
  if (source?.document) return checkMessage(ctx, source, parts);
  await replyText(ctx, ctx.messages.check.gone);
}

/** Checks the draft in a message and replies to it, so that its sender finds both together. */
export async function checkMessage(ctx: BotContext, source: Message, parts: Checking): Promise<void> {
  const { readDraft, publicUrl, log } = parts;
  const { messages, reading } = ctx;
  const work = async () => {
    const read = await readDraftWords(ctx.api, draftIn(source) ?? "", { check: messages.check, readDraft });
    if ("refusal" in read) return pack(plain(read.refusal));
    const result = await reading.check(read.words);
    return renderCheck(result, {
      messages,
      publicUrl,
      places: await readPlaces(reading.store, evidenceOfCheck(result)),
    });
  };
  const rendered = await attempt(ctx, work, { log, event: "check-failed" });
  if (rendered) await reply(ctx, rendered, source.message_id);
}
