import { join } from "node:path";
import { serve as listen } from "@hono/node-server";
import { Hono } from "hono";
import { openLibsql } from "../../src/adapters/node/libsql.ts";
import { createLog } from "../../src/log.ts";
import type { Library } from "../../src/node/open-library.ts";
import { createTelegram } from "../../src/node/telegram.ts";
import { createTelegramWebhook } from "../../src/web/telegram-webhook.ts";
import { answered, citation } from "../bot/sample-answers.ts";

// A program of its own, to be killed: the bot of the real server with its file, and a composer that takes as long as it
// is told to. It says "asked <n>" when question <n> comes to the composer, and "ready" when it works.
const { TRICHDAN_HOME = "", PORT = "0", TOKEN = "", API_ROOT = "", SECRET = "", COMPOSE_MS = "30" } = process.env;
const MANY = 1_000_000_000;

const tell = (line: string) => void process.stdout.write(`${line}\n`);
const log = createLog("debug", (line) => void process.stderr.write(line));
const { db, close } = await openLibsql(join(TRICHDAN_HOME, "library.db"));

async function ask(question: string) {
  const number = Number(/\d+/.exec(question)?.[0]);
  tell(`asked ${number}`);
  await new Promise((resolve) => setTimeout(resolve, Number(COMPOSE_MS)));
  // Every third answer takes several messages.
  const quotes = number % 3 === 0 ? [150, 150, 150] : [1];
  const [first, ...rest] = quotes.map((times, at) =>
    citation(at + 1, `Đoạn ${at} về điều ${number}. `.repeat(times).trim()),
  );
  if (!first) throw new Error("There is always one quote");
  return answered(`Trả lời ${number} [1].`, [first, ...rest]);
}

// Of the library only what answering a question of this kind looks at.
const library = { db, reading: () => ({ ask }), vectors: { revision: async () => "1" } } as unknown as Library;
const telegram = createTelegram(
  {
    mode: "webhook",
    access: "open",
    token: TOKEN,
    apiRoot: API_ROOT,
    adminIds: [],
    publicUrl: `http://127.0.0.1:${PORT}`,
    secret: SECRET,
    caps: { userQuestions: MANY, questions: MANY, userTokens: MANY, tokens: MANY },
    retentionDays: 365,
  },
  library,
  log,
);
if (!telegram.webhook) throw new Error("It is a bot by webhook");
const app = new Hono().route("/telegram/webhook", createTelegramWebhook(telegram.webhook, log));
const server = listen({ fetch: app.fetch, port: Number(PORT), hostname: "127.0.0.1" }, () => {
  telegram.start();
  tell("ready");
});
process.once("SIGTERM", async () => {
  server.close();
  await telegram.stop();
  close();
  process.exit(0);
});
