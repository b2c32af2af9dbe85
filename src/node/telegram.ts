import { createUploads } from "../../ingest/uploads.ts";
import { createAccess } from "../adapters/sqlite/access.ts";
import { createAnsweredQuestions } from "../adapters/sqlite/answered.ts";
import { createConversations } from "../adapters/sqlite/conversations.ts";
import { createFeedback } from "../adapters/sqlite/feedback.ts";
import { createGaps } from "../adapters/sqlite/gaps.ts";
import { createInbox } from "../adapters/sqlite/inbox.ts";
import { createOutbox } from "../adapters/sqlite/outbox.ts";
import { acceptUpdate } from "../bot/accept-update.ts";
import { createAtOnce } from "../bot/at-once.ts";
import { createBot } from "../bot/bot.ts";
import { describeError } from "../bot/describe-error.ts";
import { createPolling } from "../bot/polling.ts";
import { grammySignal, sleep } from "../bot/sleep.ts";
import { setCommands, setUpWebhook } from "../bot/webhook.ts";
import { createInboxWorker } from "../bot/worker.ts";
import { findReferences } from "../citation/find.ts";
import type { Config, TelegramConfig } from "../config.ts";
import type { Log } from "../log.ts";
import type { Library } from "./open-library.ts";
import { readDraftBytes } from "./read-draft.ts";

// Finished updates are kept longer than Telegram tries again (24 h), so that a late copy is known.
const KEEP_UPDATES_MS = 48 * 3_600_000;
const SWEEP_MS = 5_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

type Settings = Exclude<TelegramConfig, { mode: "off" }> & Pick<Config, "caps" | "retentionDays">;

/**
 * The bot over the durable inbox: updates come by long polling, or by webhook where there is a public URL. `start` when
 * the server listens; `stop` at any time.
 */
export function createTelegram(config: Settings, library: Library, log: Log) {
  const publicUrl = config.mode === "webhook" ? config.publicUrl : undefined;
  const access = createAccess(library.db, { ...config, mode: config.access, now: Date.now });
  const inbox = createInbox(library.db);
  const outbox = createOutbox(library.db);
  const bot = createBot({
    ...config,
    reading: library.reading,
    access,
    readDraft: readDraftBytes,
    gaps: createGaps(library.db),
    feedback: createFeedback(library.db),
    uploads: createUploads({ ...library, tokens: library.embedder, findReferences }),
    outbox,
    conversations: createConversations(library.db),
    answered: createAnsweredQuestions(library.db),
    revision: () => library.vectors.revision(),
    now: Date.now,
    log,
    ...(publicUrl && { publicUrl }),
  });
  const atOnce = createAtOnce({ bot, access, log });
  const accept = acceptUpdate({
    inbox,
    now: Date.now,
    atOnce: (update) => {
      // What cannot wait is not kept for a bot that does not know its own name yet.
      if (bot.isInited()) void atOnce(update);
    },
  });
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
  let retention: NodeJS.Timeout | undefined;
  const purgeOld = () => {
    const now = Date.now();
    Promise.all([
      inbox.purge(now - KEEP_UPDATES_MS),
      outbox.purge(now - KEEP_UPDATES_MS),
      access.personalData.purge(now - config.retentionDays * DAY_MS),
    ]).catch(logged("purge-failed"));
  };

  return {
    webhook: config.mode === "webhook" ? { secret: config.secret, accept: acceptAndWake } : undefined,
    start() {
      running = run().catch(logged("telegram-stopped"));
      sweep = setInterval(wake, SWEEP_MS);
      purgeOld();
      retention = setInterval(purgeOld, HOUR_MS);
    },
    async stop() {
      clearInterval(sweep);
      clearInterval(retention);
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
    setCommands(bot.api, config.adminIds).catch(logged("commands-not-set"));
    if (config.mode === "polling") return createPolling({ api: bot.api, accept, wake, log, signal }).run();
    while (!signal.aborted) {
      const problem = await setUpWebhook(bot.api, config.publicUrl, config.secret).catch((error: unknown) => error);
      if (problem === undefined) return;
      logged("webhook-not-set")(problem);
      await sleep(SWEEP_MS, signal);
    }
  }
}
