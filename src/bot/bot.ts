import { Bot, type Composer, GrammyError, HttpError } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import { handleAccess } from "./access-commands.ts";
import { AGAIN } from "./asked-again.ts";
import { CHECK_FILE, type Checking, pressCheck } from "./check-command.ts";
import { handleCommands } from "./commands.ts";
import type { BotContext } from "./context.ts";
import { type Conversing, handleConversation, handleGroups } from "./conversation.ts";
import { type Delivering, deliver } from "./delivery.ts";
import { describeError } from "./describe-error.ts";
import { type Hearing, handleFeedback } from "./feedback.ts";
import { handleGaps, type ListingGaps } from "./gaps.ts";
import { type Identifying, identify } from "./identify.ts";
import { type LookingUp, pressCard } from "./lookup.ts";
import { messagesFor } from "./messages.ts";
import { obeyRetryAfter } from "./obey-retry-after.ts";
import { handlePrivateChat } from "./private-chat.ts";
import { replyText } from "./reply.ts";
import { createStops } from "./stops.ts";
import { handleUpload, type Uploading } from "./upload.ts";
import { handleWithdraw, type Withdrawing } from "./withdraw.ts";

// Longer than a round of long polling, which goes through the same client.
const TIMEOUT_SECONDS = 40;

/** What `createBot` is made from. Messages link into the reader when `publicUrl` is https. */
export interface BotParts
  extends Identifying,
    Omit<Conversing, "stops">,
    LookingUp,
    Checking,
    Hearing,
    ListingGaps,
    Uploading,
    Withdrawing,
    Delivering {
  readonly token: string;
  /** Without it, `bot.init()` has to be called before the first update. */
  readonly botInfo?: UserFromGetMe;
  readonly apiRoot?: string;
}

/**
 * The Telegram bot; updates go in through `bot.handleUpdate`. An error there has been answered politely and is thrown
 * on, for whoever called to log once (with `describeError`: a `BotError` holds the whole update).
 */
export function createBot(given: BotParts): Bot<BotContext> {
  const parts = { ...given, stops: createStops() };
  const { token, botInfo, apiRoot, log } = parts;
  const client = { timeoutSeconds: TIMEOUT_SECONDS, ...(apiRoot !== undefined && { apiRoot }) };
  const bot = new Bot<BotContext>(token, { client, ...(botInfo && { botInfo }) });
  bot.api.config.use(obeyRetryAfter(parts.pacing));
  bot.catch((error) => log({ level: "error", event: "update-failed", ...describeError(error) }));

  const guarded = bot.errorBoundary(async ({ error, ctx }) => {
    await apologise(ctx, error);
    throw error;
  });
  guarded.use(deliver(parts));
  guarded.use(identify(parts));
  handlePresses(guarded, parts);
  handleAccess(guarded, parts);
  handleFeedback(guarded, parts);
  handleGaps(guarded, parts);
  handleConversation(guarded, parts);
  handleCommands(guarded, parts);
  handleUpload(guarded, parts);
  handleWithdraw(guarded, parts);
  handlePrivateChat(guarded.chatType("private"), parts);
  handleGroups(guarded, parts);
  return bot;
}

function handlePresses(composer: Composer<BotContext>, parts: BotParts): void {
  // That it was pressed, Telegram has been told when the update came in.
  composer.callbackQuery(/^card:/, (ctx) => pressCard(ctx, parts));
  composer.callbackQuery(CHECK_FILE, (ctx) => pressCheck(ctx, parts));
  // What it stood for is no longer kept, else that would have come here in its place.
  composer.callbackQuery(AGAIN, (ctx) => replyText(ctx, ctx.messages.questionGone));
}

/** Where the network failed or the user has blocked the bot, there is nobody to apologise to. */
async function apologise(ctx: BotContext, error: unknown): Promise<void> {
  const isUseless = error instanceof HttpError || (error instanceof GrammyError && error.error_code !== 400);
  if (isUseless || ctx.chat === undefined) return;
  await replyText(ctx, messagesFor(ctx.from?.language_code).failed).catch(() => undefined);
}
