import { createInbox } from "../adapters/sqlite/inbox.ts";
import { acceptUpdate } from "../bot/accept-update.ts";
import { createBot } from "../bot/bot.ts";
import { describeError } from "../bot/describe-error.ts";
import { createPolling } from "../bot/polling.ts";
import { grammySignal, sleep } from "../bot/sleep.ts";
import { setCommands, setUpWebhook } from "../bot/webhook.ts";
import { createInboxWorker } from "../bot/worker.ts";
import type { TelegramConfig } from "../config.ts";
import type { Log } from "../log.ts";
import type { Library } from "./open-library.ts";
import { readDraftBytes } from "./read-draft.ts";

// Finished updates are kept longer than Telegram tries again (24 h), so that a late copy is known.
const KEEP_UPDATES_MS = 48 * 3_600_000;
const SWEEP_MS = 15_000;

/**
 * The bot over the durable inbox: updates come by long polling, or by webhook where there is a public URL. `start` when
 * the server listens; `stop` at any time.
 */
export function createTelegram(config: Exclude<TelegramConfig, { mode: "off" }>, library: Library, log: Log) {
  const publicUrl = config.mode === "webhook" ? config.publicUrl : undefined;
  const bot = createBot({
    ...config,
    reading: library.reading,
    roleOf: async (userId) => (config.adminIds.includes(userId) ? "admin" : null),
    readDraft: readDraftBytes,
    log,
    ...(publicUrl && { publicUrl }),
  });
  const inbox = createInbox(library.db);
  const accept = acceptUpdate(inbox, Date.now);
  const worker = createInboxWorker({ inbox, handle: (update) => bot.handleUpdate(update), now: Date.now, log });
  const stopper = new AbortController();
  const { signal } = stopper;
  // Until the bot knows its own name updates only wait in the inbox.
  const wake = () => {
    if (bot.isInited()) worker.wake();
  };
  const logged = (event: string) => (error: unknown) => {
    if (!signal.aborted) log({ level: "error", event, ...describeError(error) });
  };
  let running: Promise<void> | undefined;
  let sweep: NodeJS.Timeout | undefined;

  return {
    webhook: config.mode === "webhook" ? { secret: config.secret, accept: acceptAndWake } : undefined,
    start() {
      running = run().catch(logged("telegram-stopped"));
      sweep = setInterval(() => {
        wake();
        inbox.purge(Date.now() - KEEP_UPDATES_MS).catch(logged("purge-failed"));
      }, SWEEP_MS);
    },
    async stop() {
      clearInterval(sweep);
      stopper.abort();
      await running;
      await worker.drain();
    },
  };

  async function acceptAndWake(update: unknown) {
    const result = await accept(update);
    wake();
    return result;
  }

  async function run(): Promise<void> {
    // Waits for the network as long as it takes; only a refused token ends it.
    await bot.init(grammySignal(signal));
    wake();
    setCommands(bot.api).catch(logged("commands-not-set"));
    if (config.mode === "polling") return createPolling({ api: bot.api, accept, wake, log, signal }).run();
    while (!signal.aborted) {
      const problem = await setUpWebhook(bot.api, config.publicUrl, config.secret).catch((error: unknown) => error);
      if (problem === undefined) return;
      logged("webhook-not-set")(problem);
      await sleep(SWEEP_MS, signal);
    }
  }
}
