import { Api } from "grammy";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Acceptance } from "../../src/bot/accept-update.ts";
import type { Log } from "../../src/bot/log.ts";
import { messages } from "../../src/bot/messages.ts";
import { createPolling } from "../../src/bot/polling.ts";
import { ALLOWED_UPDATES } from "../../src/bot/webhook.ts";
import { createPeer, type Peer } from "../peer/peer.ts";
import { createChat } from "./chat.ts";
import { noEvidence } from "./sample-answers.ts";

const ended: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0).reverse()) await end();
});

async function startPolling({
  accept = async () => "accepted" as const,
  prepare = () => undefined,
  token,
}: {
  readonly accept?: (update: unknown) => Promise<Acceptance>;
  readonly prepare?: (server: Peer) => void;
  readonly token?: string;
} = {}) {
  const server = await createPeer();
  ended.push(server.close);
  prepare(server);
  const stop = new AbortController();
  const logged: Parameters<Log>[0][] = [];
  const pauses: number[] = [];
  const wakes: number[] = [];
  const polling = createPolling({
    api: new Api(token ?? server.token, { apiRoot: server.apiRoot }),
    accept,
    wake: () => void wakes.push(1),
    log: (entry) => void logged.push(entry),
    signal: stop.signal,
    sleep: async (durationMs) => {
      pauses.push(durationMs);
      if (pauses.length >= 9) stop.abort();
    },
  });
  const running = polling.run();
  const end = () => {
    stop.abort();
    return running;
  };
  ended.push(end);
  const offsets = () =>
    server.calls.filter(({ method }) => method === "getUpdates").map(({ fields }) => fields["offset"]);
  return { server, logged, pauses, wakes, offsets, end, running };
}

describe("polling", () => {
  it("removes the webhook first and keeps what waits at Telegram", async () => {
    const { server, offsets } = await startPolling();
    await vi.waitFor(() => expect(offsets()).toHaveLength(1), 10_000);
    expect(server.calls[0]).toEqual({ method: "deleteWebhook", fields: { drop_pending_updates: false } });
    expect(server.calls[1]?.fields["allowed_updates"]).toEqual(ALLOWED_UPDATES);
  });

  it("confirms updates once they are accepted, and wakes the worker", async () => {
    const accepted: unknown[] = [];
    const { server, offsets, wakes } = await startPolling({
      accept: async (update) => {
        accepted.push(update);
        return "accepted";
      },
    });
    const update = server.user().says("QĐ 213?");
    await vi.waitFor(() => expect(offsets()).toEqual([undefined, update.update_id + 1]), 10_000);
    expect(accepted).toEqual([update]);
    expect(wakes).toHaveLength(1);
  });

  it("forgets the last update id after a quiet round, because ids may start anew anywhere", async () => {
    const { server, offsets } = await startPolling();
    const update = server.user().says("QĐ 213?");
    await vi.waitFor(() => expect(offsets()).toHaveLength(2), 10_000);
    await vi.waitFor(() => {
      server.endLongPoll();
      expect(offsets().slice(0, 3)).toEqual([undefined, update.update_id + 1, undefined]);
    }, 10_000);
  });

  it("does not confirm an update that could not be accepted, and fetches it again", async () => {
    const results = ["broken", "accepted"];
    const seen: unknown[] = [];
    const { server, offsets, logged } = await startPolling({
      accept: async (update) => {
        seen.push(update);
        if (results.shift() === "broken") throw new Error("disk full");
        return "accepted";
      },
    });
    const update = server.user().says("QĐ 213?");
    await vi.waitFor(() => expect(offsets()).toEqual([undefined, undefined, update.update_id + 1]), 10_000);
    expect(seen).toEqual([update, update]);
    expect(logged.map(({ event }) => event)).toEqual(["polling-interrupted", "polling-resumed"]);
  });

  it("goes on after an update that is none", async () => {
    const { server, offsets } = await startPolling({ accept: async () => "refused" });
    const update = server.user().says("?");
    await vi.waitFor(() => expect(offsets()).toEqual([undefined, update.update_id + 1]), 10_000);
  });

  it("waits as long as Telegram asks", async () => {
    const { pauses, offsets } = await startPolling({
      prepare: (server) => server.failNext({ kind: "too-many-requests", retryAfter: 17 }, "getUpdates"),
    });
    await vi.waitFor(() => expect(offsets()).toHaveLength(2), 10_000);
    expect(pauses).toEqual([17_000]);
  });

  it("waits longer and longer, at most a minute, and logs a wrong token once", async () => {
    const { running, pauses, logged } = await startPolling({ token: "1:wrong" });
    await running;
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
    expect(logged).toEqual([
      expect.objectContaining({ code: 401, advice: expect.stringContaining("TELEGRAM_BOT_TOKEN") }),
    ]);
  });

  it("logs each kind of trouble once, and never the token", async () => {
    const { server, logged, offsets } = await startPolling({
      prepare: (api) => {
        api.failNext({ kind: "server-error" }, "getUpdates");
        api.failNext({ kind: "server-error" }, "getUpdates");
        api.failNext({ kind: "reset-after-applying" }, "getUpdates");
        api.user().says("QĐ 213?");
      },
    });
    await vi.waitFor(() => expect(offsets()).toHaveLength(5), 10_000);
    expect(logged.map(({ event, code, error }) => [event, code ?? error])).toEqual([
      ["polling-interrupted", 500],
      ["polling-interrupted", "HttpError"],
      ["polling-resumed", undefined],
    ]);
    expect(JSON.stringify(logged)).not.toContain(server.token);
  });

  it("ends at once when told to, in the middle of a long poll", async () => {
    const { offsets, end, logged } = await startPolling();
    await vi.waitFor(() => expect(offsets()).toHaveLength(1), 10_000);
    await end();
    expect(logged).toEqual([]);
  });
});

describe("from a user's message to the reply", () => {
  it("polling, inbox, worker and bot work together, and stop together", async () => {
    const chat = await createChat({ ask: async () => noEvidence("Thư viện này không có đoạn nào trả lời câu hỏi.") });
    const stop = new AbortController();
    const polling = createPolling({ ...chat, api: chat.bot.api, wake: chat.worker.wake, signal: stop.signal });
    const running = polling.run();
    ended.push(async () => {
      stop.abort();
      await running;
    });
    const lan = chat.api.user();
    lan.says("/start");
    lan.says("Mức đóng đảng phí là bao nhiêu?");
    await vi.waitFor(() => expect(chat.api.sent).toHaveLength(2), 10_000);
    expect(chat.api.sent.map(({ text }) => text)).toEqual([
      messages.vi.start,
      "Thư viện này không có đoạn nào trả lời câu hỏi.",
    ]);
    stop.abort();
    await running;
    expect(chat.logged).toEqual([]);
  });
});
