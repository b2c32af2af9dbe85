import { mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { openLibsql } from "../src/adapters/node/libsql.ts";
import { seededRandom } from "../test/fakes/seeded-random.ts";
import { createPeer } from "../test/peer/peer.ts";
import { freePort } from "../test/runtime/program.ts";
import { FORGED, SECRET, startBot } from "../test/runtime/telegram-deliveries.ts";
import { markdownTable, percentile } from "./measure.ts";

// `npx tsx bench/webhook.ts [updates a second] [seconds] [forged requests]`
const [RATE = 200, SECONDS = 30, FORGERIES = 10_000] = process.argv.slice(2).map(Number);
const COMPOSE_MS = 20_000;
const SEED = 20_261_123;
const PEOPLE = 200;

const home = mkdtempSync(join(tmpdir(), "trichdan-webhook-"));
const peer = await createPeer({ realTime: true });
const port = await freePort();
const agent = new Agent({ keepAlive: true, maxSockets: 256 });
const random = seededRandom(SEED);
const people = Array.from({ length: PEOPLE }, (_, at) => peer.user({ name: `Người ${at}` }).user);
const bot = await startBot({ home, port, peer, composeMs: COMPOSE_MS });
try {
  await peer.until(() => peer.calls.some(({ method }) => method === "setWebhook"));
  const acks = await acknowledge();
  const sorted = acks.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const stored = await storedUpdates();
  const [asked, known] = [bot.asked.length, getMeCalls()];
  const forged = await forge();
  const rows = [
    [`updates at ${RATE} a second for ${SECONDS} s, composer of ${COMPOSE_MS / 1000} s`, String(acks.length)],
    ["not answered with 200", String(acks.filter(({ status }) => status !== 200).length)],
    ["not stored", String(acks.length - stored)],
    [
      "acknowledged in: median / p99 / longest",
      [0.5, 0.99, 1].map((share) => ms(percentile(sorted, share))).join(" / "),
    ],
    ["forged requests", String(forged.length)],
    ["of these not refused with 401", String(forged.filter((status) => status !== 401).length)],
    ["of these stored / reached the composer", `${(await storedUpdates()) - stored} / ${reached(asked)}`],
    ["calls of getMe for them", String(getMeCalls() - known)],
    ["lines of the log with token or secret", String(secretLines())],
  ];
  console.log(markdownTable(["webhook", `seed ${SEED}`], rows));
} finally {
  bot.process.kill("SIGKILL");
  await bot.ended;
  agent.destroy();
  await peer.close();
  rmSync(home, { recursive: true, force: true });
}

/** Each update at its own time, whether or not those before it have been answered. */
async function acknowledge(): Promise<{ status: number; ms: number }[]> {
  const begin = performance.now();
  return Promise.all(
    Array.from({ length: RATE * SECONDS }, async (_, at) => {
      const due = begin + (at * 1000) / RATE;
      await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
      const status = await post(update(at), SECRET);
      return { status, ms: performance.now() - due };
    }),
  );
}

/** From 32 callers at a time. */
async function forge(): Promise<number[]> {
  const statuses: number[] = [];
  const todo = { at: 0 };
  const caller = async () => {
    while (todo.at < FORGERIES) {
      const at = todo.at++;
      statuses.push(await post(update(1_000_000 + at), FORGED[Math.floor(random() * FORGED.length)] ?? null));
    }
  };
  await Promise.all(Array.from({ length: 32 }, caller));
  return statuses;
}

function update(at: number) {
  const from = people[at % PEOPLE] ?? people[0];
  const chat = { id: from?.id, type: "private", first_name: from?.first_name };
  const message = { message_id: 1_000_000 + at, date: 0, chat, from, text: `Câu hỏi số ${at} là gì?` };
  return { update_id: 5_000_000 + at, message };
}

function post(body: object, secret: string | null): Promise<number> {
  const bytes = Buffer.from(JSON.stringify(body));
  const headers = {
    "content-type": "application/json",
    "content-length": bytes.length,
    ...(secret !== null && { "x-telegram-bot-api-secret-token": secret }),
  };
  return new Promise((resolve) => {
    const sent = request({ port, host: "127.0.0.1", path: "/telegram/webhook", method: "POST", headers, agent });
    sent.on("response", (response) => response.resume().on("end", () => resolve(response.statusCode ?? 0)));
    sent.on("error", () => resolve(0));
    sent.end(bytes);
  });
}

async function storedUpdates(): Promise<number> {
  const { db, close } = await openLibsql(join(home, "library.db"));
  const [row] = await db.all<{ n: number }>(sql`SELECT count(*) AS n FROM inbox`);
  close();
  return row?.n ?? 0;
}

/** The composer goes on with what waits; what was forged has numbers of its own. */
function reached(before: number): number {
  return bot.asked.slice(before).filter((number) => number >= 1_000_000).length;
}

function getMeCalls(): number {
  return peer.calls.filter(({ method }) => method === "getMe").length;
}

function secretLines(): number {
  const [, token = ""] = peer.token.split(":");
  return bot
    .stderr()
    .split("\n")
    .filter((line) => line.includes(token) || line.includes(SECRET)).length;
}

function ms(value: number): string {
  return `${Math.round(value)} ms`;
}
