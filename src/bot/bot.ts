import { Bot, type Composer, GrammyError, HttpError } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import { isAddressed, questionIn } from "./addressed.ts";
import { CHECK_FILE, type Checking, pressCheck } from "./check-command.ts";
import { handleCommands } from "./commands.ts";
import type { BotContext } from "./context.ts";
import { describeError } from "./describe-error.ts";
import { type Identifying, identify } from "./identify.ts";
import { type LookingUp, pressCard } from "./lookup.ts";
import { messagesFor } from "./messages.ts";
import { obeyRetryAfter } from "./obey-retry-after.ts";
import { handlePrivateChat } from "./private-chat.ts";
import { type Answering, answerChoice, answerQuestion } from "./question.ts";
import { replyText } from "./reply.ts";

// Longer than a round of long polling, which goes through the same client.
const TIMEOUT_SECONDS = 40;

/** What `createBot` is made from. Messages link into the reader when `publicUrl` is https. */
export interface BotParts extends Identifying, Answering, LookingUp, Checking {
  readonly token: string;
  /** Without it, `bot.init()` has to be called before the first update. */
  readonly botInfo?: UserFromGetMe;
  readonly apiRoot?: string;
}

/**
 * The Telegram bot; updates go in through `bot.handleUpdate`. An error there has been answered politely and is thrown
 * on, for whoever called to log once (with `describeError`: a `BotError` holds the whole update).
 */
export function createBot(parts: BotParts): Bot<BotContext> {
  const { token, botInfo, apiRoot, log } = parts;
  const client = { timeoutSeconds: TIMEOUT_SECONDS, ...(apiRoot !== undefined && { apiRoot }) };
  const bot = new Bot<BotContext>(token, { client, ...(botInfo && { botInfo }) });
  bot.api.config.use(obeyRetryAfter());
  bot.catch((error) => log({ level: "error", event: "update-failed", ...describeError(error) }));

  const guarded = bot.errorBoundary(async ({ error, ctx }) => {
    await apologise(ctx, error);
    throw error;
  });
  guarded.use(identify(parts));
  handlePresses(guarded, parts);
  handleCommands(guarded, parts);
  handlePrivateChat(guarded.chatType("private"), parts);
  guarded
    .chatType(["group", "supergroup"])
    .on("message:text")
    .filter((ctx) => !ctx.msg.text.startsWith("/") && isAddressed(ctx.msg, ctx.me))
    .use((ctx) => answerQuestion(ctx, questionIn(ctx.msg, ctx.me), parts));
  return bot;
}

function handlePresses(composer: Composer<BotContext>, parts: BotParts): void {
  composer.on("callback_query:data", async (ctx, next) => {
    // Telegram waits about 15 seconds for this; an update that waited longer in the inbox is answered all the same.
    await ctx.answerCallbackQuery().catch(() => undefined);
    await next();
  });
  composer.callbackQuery(/^which:/, (ctx) => answerChoice(ctx, parts));
  composer.callbackQuery(/^card:/, (ctx) => pressCard(ctx, parts));
  composer.callbackQuery(CHECK_FILE, (ctx) => pressCheck(ctx, parts));
}

/** Where the network failed or the user has blocked the bot, there is nobody to apologise to. */
async function apologise(ctx: BotContext, error: unknown): Promise<void> {
  const isUseless = error instanceof HttpError || (error instanceof GrammyError && error.error_code !== 400);
  if (isUseless || ctx.chat === undefined) return;
  await replyText(ctx, messagesFor(ctx.from?.language_code).failed).catch(() => undefined);
}
