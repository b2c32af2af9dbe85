import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";
import { openLibsql } from "../../src/adapters/node/libsql.ts";
import { messages } from "../../src/bot/messages.ts";
import { seededRandom } from "../fakes/seeded-random.ts";
import { createPeer, type Peer } from "../peer/peer.ts";
import type { SaidUpdate } from "../peer/voice.ts";
import { freePort } from "./program.ts";
import { type BotProcess, deliver, SECRET, shuffled, startBot } from "./telegram-deliveries.ts";

// `DELIVERY_UPDATES=1000 DELIVERY_KILLS=100 npx vitest run test/runtime/telegram-crash` for the figures; the same seed
// gives the same order and the same moments again.
const UPDATES = Number(process.env["DELIVERY_UPDATES"] ?? 60);
const KILLS = Number(process.env["DELIVERY_KILLS"] ?? 4);
const SEED = Number(process.env["DELIVERY_SEED"] ?? 20_261_123);
const CHATS = Math.min(UPDATES, 200);
const COPIES = 5;
const LONGEST_LIFE_MS = 1000;
const NOTES: readonly string[] = [messages.vi.delivery.restarted, messages.vi.delivery.interrupted];

const ended: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0).reverse()) await end();
});

/** People who have asked, one after the other, and what is needed to tell a bot so. */
async function createRun() {
  const random = seededRandom(SEED);
  const peer = await createPeer({ realTime: true });
  const home = mkdtempSync(join(tmpdir(), "trichdan-delivery-"));
  ended.push(() => rmSync(home, { recursive: true }), peer.close);
  const people = Array.from({ length: CHATS }, (_, at) => peer.user({ name: `Người ${at}` }));
  const asked = Array.from({ length: UPDATES }, (_, at) => {
    const person = people[Math.floor(random() * CHATS)] ?? peer.user();
    return person.says(`Câu hỏi số ${at} là gì?`);
  });
  // As over a slow line: what is carried out is not known at once.
  peer.failWhen(({ method }) =>
    method === "sendMessage" ? { kind: "slow", durationMs: 5 + random() * 25 } : undefined,
  );
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/telegram/webhook`;
  const statuses = new Map<string, number>();
  const deliveries = shuffled(asked, random, { late: 0.1, twice: 0.3 });
  const bots: BotProcess[] = [];
  return {
    ...{ random, peer, asked, deliveries, statuses },
    async start(): Promise<BotProcess> {
      const bot = await startBot({ home, port, peer });
      bots.push(bot);
      ended.push(() => bot.process.kill("SIGKILL"));
      return bot;
    },
    /** Delivers five copies at the same time of each, in turn; `share` of them all is let through so far. */
    async deliverAll(share: () => number): Promise<void> {
      const turn = { next: 0 };
      const lane = async () => {
        while (turn.next < deliveries.length) {
          const update = turn.next < share() * deliveries.length ? deliveries[turn.next++] : undefined;
          if (update) await Promise.all(Array.from({ length: COPIES }, () => deliver(url, update, statuses)));
          else await pause(5);
        }
      };
      await Promise.all(Array.from({ length: 8 }, lane));
    },
    async rest(): Promise<void> {
      while ((await count(home, "SELECT count(*) AS n FROM inbox WHERE state IN ('waiting', 'working')")) > 0)
        await pause(300);
    },
    outbox: () =>
      read<{ update_id: number; part: number; state: string }>(home, "SELECT * FROM outbox WHERE part < 1000"),
    stderr: () => bots.map((bot) => bot.stderr()).join(""),
  };
}

it(`handles each of ${UPDATES} updates once, with 30 % delivered again, 10 % late, and five copies at once`, async () => {
  const run = await createRun();
  const bot = await run.start();
  await run.deliverAll(() => 1);
  await run.rest();
  expect(bot.asked.toSorted((a, b) => a - b)).toEqual(run.asked.map((_, at) => at));
  const report = await judge(run);
  expect(report).toMatchObject({ lost: 0, repeated: 0, notes: 0, incomplete: 0 });
  expect(await terminated(bot)).toEqual([0, null]);
  expectNoSecrets(run);
  show({
    updates: UPDATES,
    deliveries: run.deliveries.length * COPIES,
    statuses: run.statuses,
    asked: bot.asked.length,
    ...report,
  });
}, 3_600_000);

it(`loses nothing and repeats nothing over ${KILLS} kills at any time`, async () => {
  const run = await createRun();
  const kills = { done: 0 };
  const delivered = run.deliverAll(() => (kills.done + 1) / KILLS);
  while (kills.done < KILLS) {
    const bot = await run.start();
    await pause(run.random() * LONGEST_LIFE_MS);
    bot.process.kill("SIGKILL");
    await bot.ended;
    kills.done += 1;
  }
  const bot = await run.start();
  await delivered;
  await run.rest();
  const report = await judge(run);
  expect(report, `DELIVERY_SEED=${SEED}`).toMatchObject({ lost: 0, repeated: 0, unsaid: 0 });
  expect(report.extra).toBeLessThanOrEqual(KILLS);
  expect(await terminated(bot)).toEqual([0, null]);
  expectNoSecrets(run);
  show({ updates: UPDATES, kills: KILLS, statuses: run.statuses, ...report });
}, 3_600_000);

it("loses nothing, repeats nothing and excuses nothing when it is stopped and started in order", async () => {
  const run = await createRun();
  const stops = { done: 0 };
  const delivered = run.deliverAll(() => (stops.done + 1) / 3);
  for (; stops.done < 3; stops.done += 1) {
    const bot = await run.start();
    await pause(run.random() * LONGEST_LIFE_MS);
    expect(await terminated(bot)).toEqual([0, null]);
  }
  await run.start();
  await delivered;
  await run.rest();
  expect(await judge(run)).toMatchObject({ lost: 0, repeated: 0, notes: 0, incomplete: 0 });
  expectNoSecrets(run);
}, 3_600_000);

type Run = Awaited<ReturnType<typeof createRun>>;

/** What came of the questions, as the people see it, and as the outbox has it. */
async function judge({ peer, asked, outbox }: Run) {
  const rows = await outbox();
  const report = { lost: 0, repeated: 0, notes: 0, extra: 0, unsaid: 0, incomplete: 0, messages: peer.sent.length };
  for (const update of asked) {
    const texts = repliesTo(peer, update);
    const notes = texts.filter((text) => NOTES.includes(text)).length;
    const answers = texts.filter((text) => !NOTES.includes(text));
    const planned = rows.filter((row) => row.update_id === update.update_id);
    const isWhole = planned.length > 0 && new Set(answers).size === planned.length;
    report.lost += texts.length === 0 ? 1 : 0;
    report.repeated += answers.length - new Set(answers).size;
    report.notes += notes;
    report.extra += isWhole ? notes : Math.max(0, notes - 1);
    report.unsaid += planned.some(({ state }) => state !== "sent") && notes === 0 ? 1 : 0;
    report.incomplete += isWhole ? 0 : 1;
  }
  return report;
}

function repliesTo(peer: Peer, { message }: SaidUpdate): string[] {
  return peer.sent
    .filter(({ chat, reply_to_message: to }) => chat.id === message.chat.id && to?.message_id === message.message_id)
    .map(({ text = "" }) => text);
}

async function terminated(bot: BotProcess): Promise<unknown> {
  bot.process.kill("SIGTERM");
  return bot.ended;
}

function expectNoSecrets({ peer, stderr }: Run): void {
  expect(stderr()).not.toContain(peer.token.split(":")[1]);
  expect(stderr()).not.toContain(SECRET);
  expect(stderr()).not.toContain("Câu hỏi");
}

async function read<Row>(home: string, query: string): Promise<Row[]> {
  const { db, close } = await openLibsql(join(home, "library.db"));
  try {
    return await db.all<Row>(sql.raw(query));
  } finally {
    close();
  }
}

async function count(home: string, query: string): Promise<number> {
  const [row] = await read<{ n: number }>(home, query);
  return row?.n ?? 0;
}

function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs));
}

function show({ statuses, ...figures }: Readonly<Record<string, unknown>> & { statuses: Map<string, number> }): void {
  if (process.env["DELIVERY_UPDATES"])
    console.info(JSON.stringify({ seed: SEED, ...figures, answers: Object.fromEntries(statuses) }));
}
