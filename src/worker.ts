import { drizzle } from "drizzle-orm/d1";
import { openAiChatModel } from "./adapters/chat-model.ts";
import { type VectorizeBinding, vectorizeIndex } from "./adapters/cloudflare/vectorize-index.ts";
import { type AiBinding, workersAiEmbedder } from "./adapters/cloudflare/workers-ai.ts";
import { createAccess } from "./adapters/sqlite/access.ts";
import { createAnsweredQuestions } from "./adapters/sqlite/answered.ts";
import { createConversations } from "./adapters/sqlite/conversations.ts";
import { createFeedback } from "./adapters/sqlite/feedback.ts";
import { ensureFullText } from "./adapters/sqlite/full-text.ts";
import { createGaps } from "./adapters/sqlite/gaps.ts";
import { createInbox } from "./adapters/sqlite/inbox.ts";
import { createOutbox } from "./adapters/sqlite/outbox.ts";
import { createPassageStore } from "./adapters/sqlite/passage-store.ts";
import * as schema from "./adapters/sqlite/schema.ts";
import { createVectorStore } from "./adapters/sqlite/vector-store.ts";
import { createWordIndex } from "./adapters/sqlite/word-index.ts";
import { createRewrite } from "./answer/follow-up/rewrite.ts";
import { createGenerate } from "./answer/model/generate.ts";
import { acceptUpdate } from "./bot/accept-update.ts";
import { createAtOnce } from "./bot/at-once.ts";
import { createBot } from "./bot/bot.ts";
import { describeError } from "./bot/describe-error.ts";
import { setCommands, setUpWebhook } from "./bot/webhook.ts";
import { createInboxWorker } from "./bot/worker.ts";
import { parseConfig } from "./config.ts";
import { TrichdanError } from "./core/errors.ts";
import { gapsKey } from "./core/gaps-link.ts";
import { createReading, withGaps } from "./create-reading.ts";
import { createLog, logQuestion } from "./log.ts";
import { embedPending } from "./search/embed-pending.ts";
import { createApp } from "./web/app.ts";
import { withinLimits } from "./web/within-limits.ts";

/** Bindings of wrangler.toml, and the settings as variables and secrets. AI and INDEX may be absent: then no search by meaning. */
export interface Env {
  readonly DB: Parameters<typeof drizzle>[0];
  readonly AI?: AiBinding;
  readonly INDEX?: VectorizeBinding;
  readonly [setting: string]: unknown;
}

interface Execution {
  waitUntil(work: Promise<unknown>): void;
}

const KEEP_UPDATES_MS = 48 * 3_600_000;
const DAY_MS = 24 * 3_600_000;
// A request may make 1,000 database queries, and has 30 seconds of processor time for the words of passages; a unit
// takes a query to be written. https://developers.cloudflare.com/d1/platform/limits/
const UNITS_PER_RUN = 500;
const PASSAGES_PER_RUN = 2_000;

const composed = new WeakMap<object, ReturnType<typeof compose>>();

export default {
  async fetch(request: Request, env: Env, execution: Execution): Promise<Response> {
    try {
      const { app, prepare, work } = parts(env);
      await prepare();
      const response = await app.fetch(request);
      // What a webhook call has put into the inbox is worked on after the answer; the cron trigger takes up the rest.
      if (new URL(request.url).pathname === "/telegram/webhook" && response.ok) execution.waitUntil(work());
      return response;
    } catch (error) {
      // Settings or tables are missing: for the log, not for the visitor.
      console.error(error instanceof Error ? error.message : error);
      return new Response("Trang chưa sẵn sàng, đồng chí thử lại sau · Not ready, try again later", { status: 503 });
    }
  },

  /** Cron: tables and webhook, unfinished updates, and vectors for passages that have none yet. */
  async scheduled(_event: unknown, env: Env): Promise<void> {
    const { prepare, announce, work, purge, embed } = parts(env);
    for (const task of [prepare, announce, work, purge, embed]) await task();
  },
};

/** Composed once for an isolate, without a request of its own: what another request began may never end. */
function parts(env: Env): ReturnType<typeof compose> {
  const known = composed.get(env);
  if (known) return known;
  const made = compose(env);
  composed.set(env, made);
  return made;
}

function compose(env: Env) {
  const config = parseConfig(
    Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => typeof entry[1] === "string")),
  );
  const log = createLog(config.logLevel, (line) => console.log(line.trimEnd()));
  const db = drizzle(env.DB, { schema });
  const store = createPassageStore(db);
  const vectors = createVectorStore(db);
  const meaning =
    env.AI && env.INDEX ? { embedder: workersAiEmbedder(env.AI), index: vectorizeIndex(env.INDEX) } : null;
  const onFailure = (error: Error) => log({ level: "warn", event: "llm-failed", message: error.message });
  const chat = config.llm ? openAiChatModel(config.llm) : null;
  const generate = chat && createGenerate({ chat, onFailure });
  const gaps = createGaps(db);
  const counting = { gaps, now: Date.now, onFailure: () => log({ level: "warn", event: "gap-not-counted" }) };
  const read = createReading({
    db,
    words: createWordIndex(db),
    meaning,
    generate,
    rewrite: chat && createRewrite({ chat, onFailure }),
    minSupport: config.minSupport,
    now: Date.now,
    onQuestion: config.logsQuestions ? logQuestion(log) : undefined,
  });
  const reading = withGaps(read, counting);
  const { telegram } = config;
  const inbox = createInbox(db);
  const outbox = createOutbox(db);
  const adminIds = telegram.mode === "off" ? [] : telegram.adminIds;
  const mode = telegram.mode === "off" ? "open" : telegram.access;
  const access = createAccess(db, { mode, adminIds, caps: config.caps, now: Date.now });
  const bot =
    telegram.mode === "webhook"
      ? createBot({
          ...telegram,
          reading,
          access,
          gaps,
          feedback: createFeedback(db),
          outbox,
          pacing: { isInTurn: false },
          conversations: createConversations(db),
          answered: createAnsweredQuestions(db),
          revision: () => vectors.revision(),
          now: Date.now,
          log,
        })
      : undefined;
  const atOnce = async (update: unknown) => {
    if (bot) await createAtOnce({ bot, access, log })(update);
  };
  const worker = createInboxWorker({
    inbox,
    handle: async (update) => bot?.handleUpdate(update),
    now: Date.now,
    log,
  });
  let prepared: string | undefined;
  let isAnnounced = false;
  const app = createApp({
    ...reading(null),
    ...withinLimits(reading(null).ask, access.limits),
    readiness: async () => {
      const { documents, passages } = await store.size();
      const problem = documents > 0 ? null : "The library is empty. Load it as docs/deploy.md says.";
      const search = { number: true, words: true, meaning: meaning !== null && (await vectors.hasVectors()) };
      const embeddingModel = meaning?.embedder.modelId ?? null;
      return {
        ready: !problem,
        documents,
        passages,
        search,
        embeddingModel,
        llm: config.llm !== null,
        telegram: bot ? "webhook" : "off",
        problem,
      };
    },
    ...(telegram.mode === "webhook" && {
      telegramWebhook: {
        secret: telegram.secret,
        accept: acceptUpdate({ inbox, now: Date.now, atOnce, isInTurn: false }),
      },
      gaps: { open: gaps.open, keyUntil: (until: number) => gapsKey(telegram.token, until), now: Date.now },
    }),
    log,
  });
  return {
    app,
    /** Brings the full-text table into step whenever the library has changed, as much of it as one request may. */
    async prepare() {
      try {
        const revision = await vectors.revision();
        if (revision !== prepared && (await ensureFullText(db, PASSAGES_PER_RUN))) prepared = revision;
      } catch (cause) {
        throw new TrichdanError(
          "The library in D1 could not be opened. Apply the migrations, as docs/deploy.md says.",
          { cause },
        );
      }
    },
    async announce() {
      if (!bot || telegram.mode !== "webhook" || isAnnounced) return;
      try {
        await setUpWebhook(bot.api, telegram.publicUrl, telegram.secret);
        await setCommands(bot.api, telegram.adminIds);
        isAnnounced = true;
      } catch (error) {
        log({ level: "error", event: "webhook-not-set", ...describeError(error) });
      }
    },
    async work() {
      if (!bot) return;
      // Until the bot knows its own name updates only wait in the inbox.
      if (!bot.isInited()) await bot.init();
      await worker.runOnce();
    },
    async purge() {
      await inbox.purge(Date.now() - KEEP_UPDATES_MS);
      await outbox.purge(Date.now() - KEEP_UPDATES_MS);
      await access.personalData.purge(Date.now() - config.retentionDays * DAY_MS);
    },
    async embed() {
      if (!meaning) return;
      await vectors.requireModel(meaning.embedder.modelId);
      await embedPending(vectors, meaning.embedder, { most: UNITS_PER_RUN, index: meaning.index });
    },
  };
}
