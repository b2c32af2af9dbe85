import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Api } from "grammy";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ALLOWED_UPDATES, setCommands, setUpWebhook } from "../../src/bot/webhook.ts";
import { createPeer, type Peer } from "../peer/peer.ts";

let server: Peer;
let api: Api;
beforeEach(async () => {
  server = await createPeer();
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
          allowed_updates: [...ALLOWED_UPDATES],
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
    server.user().says("QĐ 213?");
    await server.settled();
    receiver.closeAllConnections();
    receiver.close();
    expect(received).toEqual([["/telegram/webhook", "s3cret"]]);
    expect(server.attempts).toMatchObject([{ status: 200 }]);
  });
});

describe("setCommands", () => {
  const menus = () =>
    server.calls.map(({ fields }) => ({
      scope: fields["scope"],
      language: fields["language_code"],
      commands: fields["commands"].map(({ command }: { readonly command: string }) => command),
    }));

  it("offers Vietnamese to all and English to those who read it, in private chats and in groups", async () => {
    await setCommands(api, []);
    const everywhere = ["tracuu", "vanban", "nguon", "kiemtra", "help"];
    const inEnglish = ["lookup", "documents", "sources", "check", "help"];
    expect(menus()).toEqual([
      {
        scope: { type: "all_private_chats" },
        commands: [...everywhere.slice(0, -1), "ngonngu", "quenhet", "help", "start"],
      },
      { scope: { type: "all_group_chats" }, commands: everywhere },
      {
        scope: { type: "all_private_chats" },
        language: "en",
        commands: [...inEnglish.slice(0, -1), "language", "forget", "help", "start"],
      },
      { scope: { type: "all_group_chats" }, language: "en", commands: inEnglish },
    ]);
    expect(server.calls[0]?.fields["commands"].at(-1)).toEqual({ command: "start", description: "Giới thiệu" });
  });

  it("offers the administrators' commands in their own chats alone, as soon as there is one", async () => {
    const admin = server.user();
    await setCommands(api, [admin.user.id, 999]);
    admin.says("/start");
    await setCommands(api, [admin.user.id, 999]);
    const own = menus().filter(({ scope }) => scope.type === "chat");
    expect(new Set(own.map(({ scope }) => scope.chat_id))).toEqual(new Set([admin.user.id, 999]));
    for (const { commands } of own) expect(commands).toContain(commands.includes("tracuu") ? "moi" : "invite");
    const others = menus().filter(({ scope }) => scope.type !== "chat");
    for (const { commands } of others) expect(commands).not.toContain("moi");
  });
});
