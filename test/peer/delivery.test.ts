import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Update } from "grammy/types";
import { describe, expect, it, onTestFinished } from "vitest";
import { refusalIn, startPeer } from "./started.ts";

type Answer = { readonly status: number; readonly retryAfter?: number } | "reset" | "none";

/** A bot's webhook that answers as it is told, and keeps what it got. */
async function startWebhook(answer: (update: Update, count: number) => Answer = () => ({ status: 200 })) {
  const got: Update[] = [];
  const secrets: unknown[] = [];
  const open = { now: 0, most: 0 };
  const server = createServer(async (request, response) => {
    open.now += 1;
    open.most = Math.max(open.most, open.now);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const update = JSON.parse(Buffer.concat(chunks).toString());
    got.push(update);
    secrets.push(request.headers["x-telegram-bot-api-secret-token"]);
    const said = answer(update, got.length);
    open.now -= 1;
    if (said === "reset") request.socket.destroy();
    if (typeof said === "string") return;
    const headers = said.retryAfter === undefined ? {} : { "retry-after": String(said.retryAfter) };
    response.writeHead(said.status, headers).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  // A TCP server has an address of this form.
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, got, secrets, open, ids: () => got.map(({ update_id: id }) => id) };
}

async function startDelivery(
  answer?: (update: Update, count: number) => Answer,
  settings: { readonly random?: () => number; readonly max_connections?: number } = {},
) {
  const { random = () => 0.5, ...rest } = settings;
  const started = await startPeer({ random });
  await started.api.getUpdates({ offset: -1 });
  await started.api.getUpdates({ offset: started.start.update_id + 1 });
  const webhook = await startWebhook(answer);
  await started.api.setWebhook(webhook.url, { secret_token: "s3cret", ...rest });
  const begin = started.peer.clock.now();
  /** When each update was tried, in seconds. */
  const times = (id: number) =>
    started.peer.attempts.flatMap(({ updateId, at }) => (updateId === id ? [(at - begin) / 1000] : []));
  return { ...started, webhook, times };
}

const HOUR_MS = 3_600_000;
const press = { reply_markup: { inline_keyboard: [[{ text: "Mở", callback_data: "mo" }]] } };

describe("by webhook", () => {
  it("an update comes with the secret, once", async () => {
    const { peer, lan, webhook } = await startDelivery();
    const update = lan.says("QĐ 213?");
    await peer.settled();
    await peer.clock.advance(HOUR_MS);
    expect([webhook.got, webhook.secrets]).toEqual([[update], ["s3cret"]]);
    expect(peer.pending()).toEqual([]);
  });

  it("what fails is tried again at once, then after 2, 4, 8 … seconds up to one and a half minutes", async () => {
    const { peer, lan, times } = await startDelivery(() => ({ status: 500 }));
    const { update_id } = lan.says("QĐ 213?");
    await peer.clock.advance(400_000);
    const gaps = times(update_id).map((at, index, all) => at - (all[index - 1] ?? 0));
    expect(gaps).toEqual([0, 0, 2, 4, 8, 16, 32, 64, 90, 90, 90]);
  });

  it.each([
    ["none", 60],
    ["all", 120],
  ])("the longest pause is between one and two minutes, here with %s of the chance", async (chance, longest) => {
    const { peer, lan, times } = await startDelivery(() => "reset", { random: () => (chance === "all" ? 1 : 0) });
    const { update_id } = lan.says("QĐ 213?");
    await peer.clock.advance(HOUR_MS);
    const [last = 0, before = 0] = times(update_id).toReversed();
    expect(last - before).toBe(longest);
  });

  it("a message is given up a day after it was written", async () => {
    const { peer, lan, times } = await startDelivery(() => ({ status: 503, retryAfter: 3600 }));
    const { update_id } = lan.says("QĐ 213?");
    await peer.clock.advance(30 * HOUR_MS);
    expect(times(update_id).map((at) => at / 3600)).toEqual(Array.from({ length: 25 }, (_, hour) => hour));
    expect(peer.pending()).toEqual([]);
  });

  it("a pressed button is given up after 150 seconds, a query after 30", async () => {
    const { peer, api, lan, chatId, times } = await startDelivery(() => ({ status: 500 }));
    await api.sendMessage(chatId, "a", press);
    const [pressed, asked] = [lan.presses("Mở"), lan.asks("213")];
    await peer.clock.advance(HOUR_MS);
    expect(times(pressed.update_id)).toEqual([0, 0, 2, 6, 14, 30, 62, 126]);
    expect(times(asked.update?.update_id ?? 0)).toEqual([0, 0, 2, 6, 14, 30]);
  });

  it("Retry-After is obeyed, up to an hour", async () => {
    const waits = [7, 9000, 0];
    const { peer, lan, times } = await startDelivery((_, count) => {
      const retryAfter = waits[count - 1];
      return retryAfter ? { status: 503, retryAfter } : { status: 200 };
    });
    const { update_id } = lan.says("QĐ 213?");
    await peer.clock.advance(3 * HOUR_MS);
    expect(times(update_id)).toEqual([0, 7, 3607]);
  });

  it("no answer within a minute is a failure", async () => {
    const { peer, lan, times } = await startDelivery((_, count) => (count === 1 ? "none" : { status: 200 }));
    const { update_id } = lan.says("QĐ 213?");
    await peer.clock.advance(59_000);
    expect(peer.attempts).toEqual([]);
    await peer.clock.advance(2000);
    expect(times(update_id)).toEqual([0, 60]);
    expect(peer.attempts.map(({ status }) => status)).toEqual([undefined, 200]);
  });

  it("a message waits for the one before it in its chat, and for no other", async () => {
    const blocked = new Set<number>();
    const { peer, api, lan, chatId, webhook } = await startDelivery(({ update_id }) => ({
      status: blocked.has(update_id) ? 500 : 200,
    }));
    await api.sendMessage(chatId, "a", press);
    const first = lan.says("1");
    blocked.add(first.update_id);
    const second = lan.says("2");
    const others = [lan.presses("Mở"), lan.asks("213").update, peer.user({ name: "Minh" }).says("3")];
    await peer.settled();
    expect(webhook.ids()).toContain(first.update_id);
    expect(webhook.ids()).not.toContain(second.update_id);
    for (const other of others) expect(webhook.ids()).toContain(other?.update_id);
    blocked.clear();
    await peer.clock.advance(2000);
    expect(webhook.ids().slice(-2)).toEqual([first.update_id, second.update_id]);
  });

  it("there are never more connections than the bot wants", async () => {
    const { peer, webhook } = await startDelivery(undefined, { max_connections: 2 });
    for (const name of ["A", "B", "C", "D", "E"]) peer.user({ name }).says("?");
    await peer.settled();
    expect(webhook.got).toHaveLength(5);
    expect(webhook.open.most).toBeLessThanOrEqual(2);
  });

  it("a webhook that has been gone for a day is removed", async () => {
    const { peer, api, lan } = await startDelivery(() => ({ status: 410 }));
    lan.says("QĐ 213?");
    await peer.clock.advance(24 * HOUR_MS);
    expect((await api.getWebhookInfo()).url).toBe("");
  });

  it("what came before the webhook was set is delivered, unless it is dropped", async () => {
    const { api, lan, peer } = await startPeer();
    const webhook = await startWebhook();
    const before = lan.says("1");
    await api.setWebhook(webhook.url);
    await peer.settled();
    expect(webhook.ids()).toContain(before.update_id);
    expect(webhook.secrets[0]).toBeUndefined();
    await api.deleteWebhook();
    lan.says("2");
    await api.setWebhook(webhook.url, { drop_pending_updates: true });
    await peer.settled();
    expect(webhook.ids().at(-1)).toBe(before.update_id);
  });

  it("an update can be delivered again, out of turn", async () => {
    const { peer, lan, webhook } = await startDelivery();
    const update = lan.says("QĐ 213?");
    await peer.settled();
    expect(await Promise.all([peer.redeliver(update), peer.redeliver(update)])).toEqual([200, 200]);
    expect(webhook.ids()).toEqual([update.update_id, update.update_id, update.update_id]);
  });
});

describe("by long polling", () => {
  it("updates come until they are confirmed", async () => {
    const { api, lan, start } = await startPeer();
    const second = lan.says("2");
    expect(await api.getUpdates()).toEqual([start, second]);
    expect(await api.getUpdates({ limit: 1 })).toEqual([start]);
    expect(await api.getUpdates({ offset: second.update_id })).toEqual([second]);
    expect(await api.getUpdates()).toEqual([second]);
    expect(await api.getUpdates({ offset: second.update_id + 1 })).toEqual([]);
  });

  it("a negative offset forgets all but the last", async () => {
    const { api, lan } = await startPeer();
    const last = lan.says("2");
    expect(await api.getUpdates({ offset: -1 })).toEqual([last]);
    expect(await api.getUpdates()).toEqual([last]);
  });

  it("a poll waits for an update, or for its time to pass", async () => {
    const { peer, api, lan, start } = await startPeer();
    const poll = () => api.getUpdates({ offset: start.update_id + 1, timeout: 30 });
    const empty = poll();
    await peer.until(() => peer.calls.length === 1);
    await peer.clock.advance(30_000);
    expect(await empty).toEqual([]);
    const full = poll();
    await peer.until(() => peer.calls.length === 2);
    const update = lan.says("2");
    expect(await full).toEqual([update]);
  });

  it("is not possible while a webhook is set, nor for two at a time", async () => {
    const { peer, api, start } = await startPeer();
    const first = refusalIn(api.getUpdates({ offset: start.update_id + 1, timeout: 30 }));
    await peer.until(() => peer.calls.length === 1);
    await api.getUpdates();
    expect(await first).toContain("409: Conflict: terminated by other getUpdates request");
    await api.setWebhook("https://thu-vien.example/telegram");
    expect(await refusalIn(api.getUpdates())).toContain("409: Conflict: can't use getUpdates");
    await api.deleteWebhook();
    expect(await refusalIn(api.getUpdates())).toBe("taken");
  });

  it("what is a day old is forgotten", async () => {
    const { peer, api } = await startPeer();
    await peer.clock.advance(24 * HOUR_MS + 1000);
    expect(await api.getUpdates()).toEqual([]);
  });
});

describe("the kinds of update", () => {
  it("are those that the bot has asked for last", async () => {
    const { peer, api, lan, chatId } = await startPeer();
    await api.sendMessage(chatId, "a", press);
    const kinds = () => {
      const before = peer.pending().length;
      lan.says("1");
      lan.presses("Mở");
      const told = peer.pending().slice(before);
      return told.map((update) => Object.keys(update)[1]);
    };
    expect(kinds()).toEqual(["message", "callback_query"]);
    await api.getUpdates({ allowed_updates: ["callback_query"] });
    expect(kinds()).toEqual(["callback_query"]);
    await api.setWebhook("", { allowed_updates: ["message"] });
    expect(kinds()).toEqual(["message"]);
    await api.getUpdates();
    expect(kinds()).toEqual(["message"]);
    await api.getUpdates({ allowed_updates: [] });
    expect(kinds()).toEqual(["message", "callback_query"]);
  });
});
