import { describe, expect, it } from "vitest";
import { TrichdanError } from "../../src/core/errors.ts";
import { createApp } from "../../src/web/app.ts";
import type { TelegramWebhook } from "../../src/web/parts.ts";
import { fakeParts } from "../fakes/library.ts";

const secret = "Abc-123_secret";
const path = "/telegram/webhook";

function webhook(accept: TelegramWebhook["accept"] = async () => "accepted") {
  const accepted: unknown[] = [];
  const parts = fakeParts({
    telegramWebhook: {
      secret,
      accept: (update) => {
        accepted.push(update);
        return accept(update);
      },
    },
  });
  const send = (body: BodyInit, headers: Record<string, string> = {}) =>
    createApp(parts).request(path, {
      method: "POST",
      body,
      headers: { "content-type": "application/json", "X-Telegram-Bot-Api-Secret-Token": secret, ...headers },
    });
  return { parts, accepted, send };
}

describe("a caller without the secret", () => {
  it.each([
    ["sends none", undefined],
    ["sends an empty one", ""],
    ["sends a wrong one", "wrong"],
    ["sends one of the same length", "Abc-123_secreT"],
    ["sends the beginning", secret.slice(0, -1)],
    ["sends more", `${secret}x`],
    ["changes the case", secret.toLowerCase()],
    ["sends it twice", `${secret}, ${secret}`],
  ])("gets 401 and has nothing read: %s", async (_, given) => {
    const { parts, accepted } = webhook();
    const reads: number[] = [];
    // Asks for its first chunk only when someone reads it.
    const pull = (controller: ReadableStreamDefaultController) => {
      reads.push(1);
      controller.close();
    };
    const body = new ReadableStream({ pull }, { highWaterMark: 0 });
    const headers = {
      "content-type": "application/json",
      ...(given !== undefined && { "X-Telegram-Bot-Api-Secret-Token": given }),
    };
    // Node wants `duplex` for a stream; the DOM's types do not know it.
    const init = { method: "POST", body, headers, duplex: "half" } as RequestInit;
    const response = await createApp(parts).request(new Request(`http://localhost${path}`, init));
    expect([response.status, accepted, reads]).toEqual([401, [], []]);
  });
});

it.each(["accepted", "known"] as const)("an update that is %s is answered with 200", async (outcome) => {
  const { accepted, send } = webhook(async () => outcome);
  const response = await send('{"update_id":7,"message":{"text":"213"}}');
  expect([response.status, accepted]).toEqual([200, [{ update_id: 7, message: { text: "213" } }]]);
});

it("a refused update is not sent again, but logged", async () => {
  const { parts, send } = webhook(async () => "refused");
  const response = await send('{"update_id":7}');
  expect([response.status, parts.logged]).toMatchObject([200, [{ level: "warn", updateId: 7 }]]);
});

it("an update that could not be stored is asked for again", async () => {
  const { parts, send } = webhook(() => Promise.reject(new Error("database is locked: 213 lương")));
  const response = await send('{"update_id":7}');
  expect([response.status, response.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(parts.logged).toMatchObject([{ level: "error", event: "telegram-update-not-stored", updateId: 7 }]);
  expect(JSON.stringify(parts.logged)).not.toContain("lương");
});

it.each([
  ["no JSON", "{", {}, 400],
  ["no object", "null", {}, 400],
  ["no update_id", '{"message":{}}', {}, 400],
  ["a fractional update_id", '{"update_id":1.5}', {}, 400],
  ["an update_id in quotes", '{"update_id":"1"}', {}, 400],
  ["another content type", '{"update_id":1}', { "content-type": "text/plain" }, 415],
  ["a content type that only begins like JSON", '{"update_id":1}', { "content-type": "application/jsonx" }, 415],
  ["more than 256 KB", `{"update_id":1,"text":"${"a".repeat(256 * 1024)}"}`, {}, 413],
])("%s is refused before it is accepted", async (_, body, headers, status) => {
  const { accepted, send } = webhook();
  const response = await send(body, headers);
  expect([response.status, accepted]).toEqual([status, []]);
});

it("takes JSON with a charset", async () => {
  const response = await webhook().send('{"update_id":1}', { "content-type": "application/json; charset=utf-8" });
  expect(response.status).toBe(200);
});

it.each(["", " ", "có dấu", "a".repeat(257)])("refuses to start with the secret %j", (bad) => {
  const parts = fakeParts({ telegramWebhook: { secret: bad, accept: async () => "accepted" } });
  expect(() => createApp(parts)).toThrow(TrichdanError);
});

it("there is no webhook while the bot is off", async () => {
  const response = await createApp(fakeParts()).request(path, { method: "POST", body: '{"update_id":1}' });
  expect(response.status).toBe(404);
});
