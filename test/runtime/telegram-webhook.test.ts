import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openLibsql } from "../../src/adapters/node/libsql.ts";
import { createPeer, type Peer } from "../peer/peer.ts";
import { freePort, runProgram } from "./program.ts";
import { type BotProcess, FORGED, post, SECRET, startBot } from "./telegram-deliveries.ts";

// How fast it is, `npx tsx bench/webhook.ts` tells.
const UPDATES = 200;

let peer: Peer;
let bot: BotProcess;
let url: string;
const home = mkdtempSync(join(tmpdir(), "trichdan-webhook-"));
beforeAll(async () => {
  peer = await createPeer({ realTime: true });
  const port = await freePort();
  url = `http://127.0.0.1:${port}/telegram/webhook`;
  bot = await startBot({ home, port, peer, composeMs: 20_000 });
  await peer.until(() => peer.calls.some(({ method }) => method === "setWebhook"));
});
afterAll(async () => {
  bot.process.kill("SIGKILL");
  await bot.ended;
  await peer.close();
  rmSync(home, { recursive: true });
});

describe("while every answer takes 20 seconds", () => {
  it("takes all updates at once, and answers a press that comes after them", async () => {
    const lan = peer.user();
    const updates = Array.from({ length: UPDATES }, (_, at) => lan.says(`Câu hỏi ${at}?`));
    const statuses = await Promise.all(updates.map((update) => post(url, update)));
    expect(new Set(statuses)).toEqual(new Set(["200"]));
    expect(await stored()).toBe(UPDATES);
    const press = { id: "1", from: lan.user, chat_instance: "1", data: "card:1" };
    await post(url, { update_id: 1, callback_query: press });
    await peer.until(() => peer.calls.some(({ method }) => method === "answerCallbackQuery"));
    expect(peer.sent).toEqual([]);
  });

  it("learns nothing from who does not have the secret, and asks Telegram nothing", async () => {
    const before = [await stored(), peer.calls.length];
    const forged = Array.from({ length: UPDATES }, (_, at) => FORGED[at % FORGED.length] ?? null);
    const update = { message: { chat: { id: 1 }, text: "?" } };
    const statuses = await Promise.all(
      forged.map((secret, at) => post(url, { ...update, update_id: at + 10 }, secret)),
    );
    expect(new Set(statuses)).toEqual(new Set(["401"]));
    const shown = peer.calls.slice(before[1]).filter(({ method }) => !/^send(?:ChatAction|MessageDraft)$/.test(method));
    expect([await stored(), shown]).toEqual([before[0], []]);
  });

  it("says neither token, secret nor question in the log", () => {
    for (const word of [peer.token.split(":")[1] ?? peer.token, SECRET, "Câu hỏi"])
      expect(bot.stderr()).not.toContain(word);
  });
});

it("a webhook without a secret does not start", async () => {
  const settings = { TRICHDAN_HOME: home, TELEGRAM_BOT_TOKEN: peer.token, PUBLIC_URL: "https://thu-vien.example" };
  const { code, stderr } = await runProgram(["serve"], settings);
  expect([code, stderr]).toEqual([1, expect.stringContaining("TELEGRAM_WEBHOOK_SECRET")]);
});

async function stored(): Promise<number> {
  const { db, close } = await openLibsql(join(home, "library.db"));
  const [row] = await db.all<{ n: number }>(sql`SELECT count(*) AS n FROM inbox`);
  close();
  return row?.n ?? 0;
}
