import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Api } from "grammy";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { setCommands, setUpWebhook } from "../../src/bot/webhook.ts";
import { createFakeBotApi, type FakeBotApi } from "../fakes/bot-api.ts";

let server: FakeBotApi;
let api: Api;
beforeEach(async () => {
  server = await createFakeBotApi();
  api = new Api(server.token, { apiRoot: server.apiRoot });
});
afterEach(() => server.close());

describe("setUpWebhook", () => {
  it("asks for the updates the bot reacts to, at the public address, with the secret", async () => {
    await setUpWebhook(api, "https://thu-vien.example/", "s3cret_token");
    expect(server.calls).toEqual([
      {
        method: "setWebhook",
        fields: {
          url: "https://thu-vien.example/telegram/webhook",
          secret_token: "s3cret_token",
          allowed_updates: ["message", "edited_message", "callback_query", "my_chat_member"],
          max_connections: 20,
        },
      },
    ]);
  });

  it("makes Telegram deliver there", async () => {
    const received: unknown[] = [];
    const receiver = createServer((request, response) => {
      received.push([request.url, request.headers["x-telegram-bot-api-secret-token"]]);
      response.end();
    });
    await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
    // A TCP server has an address of this form.
    const { port } = receiver.address() as AddressInfo;
    await setUpWebhook(api, `http://127.0.0.1:${port}`, "s3cret");
    await server.userSends("QĐ 213?");
    receiver.closeAllConnections();
    receiver.close();
    expect(received).toEqual([["/telegram/webhook", "s3cret"]]);
    expect(server.webhookAnswers).toEqual([200]);
  });
});

describe("setCommands", () => {
  it("offers Vietnamese to all and English to those who read it", async () => {
    await setCommands(api);
    const menus = server.calls.map(({ fields }) => [
      fields["language_code"],
      fields["commands"].map(({ command }: { readonly command: string }) => command),
    ]);
    expect(menus).toEqual([
      [undefined, ["tracuu", "kiemtra", "help", "start"]],
      ["en", ["lookup", "check", "help", "start"]],
    ]);
    expect(server.calls[0]?.fields["commands"].at(-1)).toEqual({ command: "start", description: "Giới thiệu" });
  });
});
