import type { Bot } from "grammy";
import type { Update } from "grammy/types";
import { cannotWait } from "./accept-update.ts";
import type { Access } from "./access.ts";
import type { BotContext } from "./context.ts";
import { describeError } from "./describe-error.ts";
import type { Log } from "./log.ts";
import { pressNotice } from "./turn-away.ts";

/**
 * Handles what cannot wait, and tells Telegram that a button was pressed: that has to come within 15 seconds, however
 * long the queue is. Failures are logged.
 */
export function createAtOnce({
  bot,
  access,
  log,
}: {
  readonly bot: Bot<BotContext>;
  readonly access?: Pick<Access, "mode" | "people">;
  readonly log: Log;
}) {
  return async (accepted: unknown): Promise<void> => {
    // Only what was accepted as an update comes here.
    const update = accepted as Update;
    const { callback_query: press, update_id: updateId } = update;
    try {
      if (press) await bot.api.answerCallbackQuery(press.id, access && (await pressNotice(press, access)));
      if (!cannotWait(update)) return;
      if (!bot.isInited()) await bot.init();
      await bot.handleUpdate(update);
    } catch (error) {
      // A press that nobody has answered goes on turning in the app; it is handled all the same.
      log({ level: press ? "warn" : "error", event: "not-done-at-once", updateId, ...describeError(error) });
    }
  };
}
