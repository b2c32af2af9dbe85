import { Bot, type Context, type FilterQuery, GrammyError, HttpError } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import type { Ask } from "../core/answer.ts";
import { isAddressed, questionIn } from "./addressed.ts";
import { describeError } from "./describe-error.ts";
import type { Log } from "./log.ts";
import { messagesFor } from "./messages.ts";
import { obeyRetryAfter } from "./obey-retry-after.ts";
import { answerChoice, answerQuestion } from "./question.ts";
import { replyText } from "./reply.ts";

// Longer than a round of long polling, which goes through the same client.
const TIMEOUT_SECONDS = 40;

/** What `createBot` is made from. */
export interface BotParts {
  readonly token: string;
  /** Without it, `bot.init()` has to be called before the first update. */
  readonly botInfo?: UserFromGetMe;
  readonly apiRoot?: string;
  readonly ask: Ask;
  /** Where the reader is; answers link into it when it is https. */
  readonly publicUrl?: string;
  readonly log: Log;
}

/**
 * The Telegram bot; updates go in through `bot.handleUpdate`. An error there has been answered politely and is thrown
 * on, for whoever called to log once (with `describeError`: a `BotError` holds the whole update).
 */
export function createBot({ token, botInfo, apiRoot, ask, publicUrl, log }: BotParts): Bot {
  const client = { timeoutSeconds: TIMEOUT_SECONDS, ...(apiRoot !== undefined && { apiRoot }) };
  const bot = new Bot(token, { client, ...(botInfo && { botInfo }) });
  bot.api.config.use(obeyRetryAfter());
  bot.catch((error) => log({ level: "error", event: "update-failed", ...describeError(error) }));

  const answering = { ask, log, ...(publicUrl !== undefined && { publicUrl }) };
  const guarded = bot.errorBoundary(async ({ error, ctx }) => {
    await apologise(ctx, error);
    throw error;
  });
  guarded.on("callback_query:data", (ctx) => answerChoice(ctx, answering));
  guarded.command("start", (ctx) => replyText(ctx, stringsFor(ctx).start));
  guarded.command("help", (ctx) => replyText(ctx, stringsFor(ctx).help));

  const inPrivate = guarded.chatType("private");
  inPrivate.on("message:text").filter(
    (ctx) => ctx.msg.text.startsWith("/"),
    (ctx) => replyText(ctx, stringsFor(ctx).unknownCommand),
  );
  inPrivate.on("message:text", (ctx) => answerQuestion(ctx, questionIn(ctx.msg, ctx.me), answering));
  inPrivate.on("edited_message:text", (ctx) => replyText(ctx, stringsFor(ctx).edited));
  inPrivate.on(NOT_TEXT).filter(createAlbumFilter(), (ctx) => replyText(ctx, stringsFor(ctx).textOnly));

  guarded
    .chatType(["group", "supergroup"])
    .on("message:text")
    .filter((ctx) => !ctx.msg.text.startsWith("/") && isAddressed(ctx.msg, ctx.me))
    .use((ctx) => answerQuestion(ctx, questionIn(ctx.msg, ctx.me), answering));
  return bot;
}

// What a person sends; service messages ("pinned a message") are left alone.
const NOT_TEXT: FilterQuery[] = [
  "message:file",
  "message:contact",
  "message:dice",
  "message:game",
  "message:poll",
  "message:location",
  "message:story",
];

/** An album arrives as one message a picture; the first one stands for all. */
function createAlbumFilter(): (ctx: Context) => boolean {
  const last = { album: "" };
  return (ctx) => {
    const album = ctx.msg?.media_group_id;
    if (album === undefined) return true;
    if (album === last.album) return false;
    last.album = album;
    return true;
  };
}

/** Where the network failed or the user has blocked the bot, there is nobody to apologise to. */
async function apologise(ctx: Context, error: unknown): Promise<void> {
  const isUseless = error instanceof HttpError || (error instanceof GrammyError && error.error_code !== 400);
  if (isUseless || ctx.chat === undefined) return;
  await replyText(ctx, stringsFor(ctx).failed).catch(() => undefined);
}

function stringsFor(ctx: Context) {
  return messagesFor(ctx.from?.language_code);
}
