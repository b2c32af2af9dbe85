import { Api, HttpError } from "grammy";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { obeyRetryAfter, retryAfterMs } from "../../src/bot/obey-retry-after.ts";
import { createPeer, type Peer } from "../peer/peer.ts";

describe("obeyRetryAfter", () => {
  let peer: Peer;
  let api: Api;
  let clock: { now: number; readonly pauses: number[] };
  let lan: number;
  let minh: number;
  beforeEach(async () => {
    peer = await createPeer();
    clock = { now: 0, pauses: [] };
    api = new Api(peer.token, { apiRoot: peer.apiRoot });
    const sleep = async (durationMs: number) => {
      clock.pauses.push(durationMs);
      clock.now += durationMs;
    };
    api.config.use(obeyRetryAfter({ now: () => clock.now, sleep }));
    const people = [peer.user({ name: "Lan" }), peer.user({ name: "Minh" })];
    for (const person of people) person.starts();
    [lan = 0, minh = 0] = people.map(({ user }) => user.id);
  });
  afterEach(() => peer.close().catch(() => undefined));

  const slowDown = (...seconds: number[]) => {
    for (const retryAfter of seconds) peer.failNext({ kind: "too-many-requests", retryAfter });
  };
  const made = () => peer.calls.map(({ method, fields }) => [method, fields["chat_id"]]);

  it("waits a short while as asked and makes the call then", async () => {
    const { message_id: id } = await api.sendMessage(lan, "a");
    slowDown(3, 5);
    await api.editMessageText(lan, id, "b");
    expect([clock.pauses, peer.sent[0]?.text]).toEqual([[3000, 5000], "b"]);
  });

  it("gives up where that happens again and again", async () => {
    const { message_id: id } = await api.sendMessage(lan, "a");
    slowDown(1, 1, 1, 1, 1);
    await expect(api.editMessageText(lan, id, "b")).rejects.toThrow("429");
    expect(clock.pauses).toHaveLength(3);
  });

  it("does not wait with a message, which is kept by who sends it", async () => {
    slowDown(1);
    await expect(api.sendMessage(lan, "a")).rejects.toMatchObject({ parameters: { retry_after: 1 } });
    expect(clock.pauses).toEqual([]);
  });

  it("says how long to wait where that is long, and makes no call in that chat until then", async () => {
    slowDown(30);
    await expect(api.sendMessage(lan, "a")).rejects.toMatchObject({ error_code: 429, parameters: { retry_after: 30 } });
    clock.now = 1500;
    await expect(api.sendMessage(lan, "a")).rejects.toMatchObject({ parameters: { retry_after: 29 } });
    expect([peer.calls.length, clock.pauses]).toEqual([1, []]);
    clock.now = 30_000;
    await api.sendMessage(lan, "a");
    expect(peer.sent).toHaveLength(1);
  });

  it("goes on in other chats meanwhile", async () => {
    slowDown(30);
    await expect(api.sendMessage(lan, "a")).rejects.toThrow("429");
    await api.sendMessage(minh, "b");
    expect(peer.sent.map(({ text }) => text)).toEqual(["b"]);
  });

  it("is silent everywhere where the call that was refused had no chat", async () => {
    slowDown(30);
    await expect(api.getMe()).rejects.toThrow("429");
    await expect(api.sendMessage(lan, "a")).rejects.toThrow("429");
    expect(peer.calls).toHaveLength(1);
  });

  it("leaves out what only shows that work goes on, without waiting", async () => {
    slowDown(3);
    await expect(api.sendChatAction(lan, "typing")).rejects.toThrow("429");
    await expect(api.sendMessageDraft(lan, 1, "…")).rejects.toThrow("429");
    expect([made(), clock.pauses]).toEqual([[["sendChatAction", lan]], []]);
    clock.now = 3000;
    await api.sendChatAction(lan, "typing");
    expect(made()).toHaveLength(2);
  });

  it("makes no second call in a chat while one is under way that may be told to be silent", async () => {
    slowDown(30);
    const both = [api.sendMessage(lan, "a"), api.sendMessage(lan, "b")];
    expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(peer.calls).toHaveLength(1);
  });

  it("lets long polling wait by itself", async () => {
    slowDown(3);
    await expect(api.getUpdates()).rejects.toThrow("429");
    expect(clock.pauses).toEqual([]);
    await api.sendMessage(lan, "a");
    expect(clock.pauses).toEqual([]);
  });

  it.each(["server-error", "blocked", "reset-after-applying"] as const)("does not try again after %s", async (kind) => {
    peer.failNext({ kind });
    await expect(api.sendMessage(lan, "a")).rejects.toThrow();
    expect(peer.calls).toHaveLength(1);
  });

  it("knows a call that never left", async () => {
    await peer.close();
    const error = await api.sendMessage(lan, "a").catch((failure: unknown) => failure);
    expect(retryAfterMs(error)).toBe(15_000);
    expect(retryAfterMs(new HttpError("broken", Object.assign(new Error(), { code: "ECONNRESET" })))).toBeUndefined();
  });
});
