import { createInbox } from "../adapters/sqlite/inbox.ts";
import { acceptUpdate } from "../bot/accept-update.ts";
import { createBot } from "../bot/bot.ts";
import { describeError } from "../bot/describe-error.ts";
import { createPolling } from "../bot/polling.ts";
import { setCommands, setUpWebhook } from "../bot/webhook.ts";
import { createInboxWorker } from "../bot/worker.ts";
import type { TelegramConfig } from "../config.ts";
import type { Log } from "../log.ts";
import type { TelegramWebhook } from "../web/parts.ts";
import type { Library } from "./open-library.ts";

// Finished updates are kept longer than Telegram tries again (24 h), so that a late copy is known.
const KEEP_UPDATES_MS = 48 * 3_600_000;

/** The bot over the durable inbox: updates come by long polling, or by webhook where there is a public URL. */
export function startTelegram(config: Exclude<TelegramConfig, { mode: "off" }>, library: Library, log: Log) {
  const publicUrl = config.mode === "webhook" ? config.publicUrl : undefined;
  const bot = createBot({ token: config.token, apiRoot: config.apiRoot, ask: library.ask, log, ...(publicUrl && { publicUrl }) });
  const inbox = createInbox(library.db);
  const accept = acceptUpdate(inbox, Date.now);
  const stopper = new AbortController();
  const worker = createInboxWorker({
    inbox,
    handle: async (update) => {
      if (!bot.isInited()) await bot.init();
      await bot.handleUpdate(update);
    },
    now: Date.now,
    log,
  });
  const acceptAndWake: TelegramWebhook["accept"] = async (update) => {
    const result = await accept(update);
    worker.wake();
    return result;
  };
  const stopping = stopper.signal;
  const running = run().catch((error: unknown) => log({ level: "error", event: "telegram-stopped", ...describeError(error) }));
  const sweep = setInterval(() => {
    worker.wake();
    inbox.purge(Date.now() - KEEP_UPDATES_MS).catch((error: unknown) => log({ level: "warn", event: "purge-failed", ...describeError(error) }));
  }, 60_000);

  return {
    webhook: config.mode === "webhook" ? { secret: config.secret, accept: acceptAndWake } : undefined,
    async stop() {
      clearInterval(sweep);
      stopper.abort();
      await running;
      await worker.drain();
    },
  };

  async function run(): Promise<void> {
    worker.wake();
    if (config.mode === "webhook") await setUpWebhook(bot.api, config.publicUrl, config.secret);
    await setCommands(bot.api).catch((error: unknown) => log({ level: "warn", event: "commands-not-set", ...describeError(error) }));
    if (config.mode === "polling") {
      await createPolling({ api: bot.api, accept, wake: () => worker.wake(), log, signal: stopping }).run();
    }
  }
}
