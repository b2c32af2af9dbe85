import { Api } from "grammy";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { obeyRetryAfter } from "../../src/bot/obey-retry-after.ts";
import { createFakeBotApi, type FakeBotApi } from "../fakes/bot-api.ts";

describe("obeyRetryAfter", () => {
  let server: FakeBotApi;
  let api: Api;
  let pauses: number[];
  beforeEach(async () => {
    server = await createFakeBotApi();
    pauses = [];
    api = new Api(server.token, { apiRoot: server.apiRoot });
    api.config.use(obeyRetryAfter(async (durationMs) => void pauses.push(durationMs)));
  });
  afterEach(() => server.close());

  const slowDown = (...seconds: number[]) => {
    for (const retryAfter of seconds) server.failNext({ kind: "too-many-requests", retryAfter });
  };

  it("waits as long as asked and sends then", async () => {
    slowDown(3, 30);
    await api.sendMessage(1, "a");
    expect([pauses, server.sent.length]).toEqual([[3000, 30_000], 1]);
  });

  it("gives up after two more tries", async () => {
    slowDown(1, 1, 1);
    await expect(api.sendMessage(1, "a")).rejects.toThrow("429");
    expect(server.calls).toHaveLength(3);
  });

  it("does not wait longer than half a minute", async () => {
    slowDown(31);
    await expect(api.sendMessage(1, "a")).rejects.toThrow("429");
    expect([pauses, server.calls.length]).toEqual([[], 1]);
  });

  it.each(["server-error", "blocked", "reset-after-applying"] as const)("does not try again after %s", async (kind) => {
    server.failNext({ kind });
    await expect(api.sendMessage(1, "a")).rejects.toThrow();
    expect(server.calls).toHaveLength(1);
  });
});
