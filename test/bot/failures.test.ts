import { describe, expect, it } from "vitest";
import { messages } from "../../src/bot/messages.ts";
import { TrichdanError } from "../../src/core/errors.ts";
import { type Chat, createChat, whenTyping } from "./chat.ts";
import { ANSWER, choice, which } from "./sample-answers.ts";

describe("when something fails", () => {
  it("an ask that throws is answered politely and logged once, without the question", async () => {
    const chat = await createChat({ ask: (question) => Promise.reject(new Error(`no such column: ${question}`)) });
    expect(await chat.handles(chat.api.userText("QĐ 213?"))).toEqual([messages.vi.failed]);
    expect(chat.logged).toEqual([expect.objectContaining({ level: "error", event: "ask-failed", error: "Error" })]);
    expect(JSON.stringify(chat.logged)).not.toContain("213");
  });

  it("the remedy of a failure outside the program is logged", async () => {
    const chat = await createChat({ ask: () => Promise.reject(new TrichdanError("Check LLM_BASE_URL.")) });
    await chat.handles(chat.api.userText("QĐ 213?"));
    expect(chat.logged[0]?.["message"]).toContain("Check LLM_BASE_URL");
  });

  it("a send that Telegram asks to slow down is sent later, once", async () => {
    const chat = await createChat({ ask: async () => ANSWER });
    chat.api.failNext({ kind: "too-many-requests", retryAfter: 1 }, "sendMessage");
    expect(await chat.handles(chat.api.userText("QĐ 213?"))).toHaveLength(1);
    expect(chat.logged).toEqual([]);
  });

  it("a user who has blocked the bot costs one log line and nothing else", async () => {
    const chat = await createChat({ ask: async () => ANSWER });
    chat.api.failNext({ kind: "blocked" }, "sendMessage");
    expect(await chat.handles(chat.api.userText("QĐ 213?"))).toEqual([]);
    expect(chat.logged).toEqual([
      expect.objectContaining({ event: "update-failed", method: "sendMessage", code: 403 }),
    ]);
    expect(JSON.stringify(chat.logged)).not.toMatch(/213|test-token/);
    expect(await chat.handles(chat.api.userText("QĐ 214?"))).toHaveLength(1);
  });

  it("a message that Telegram refuses is followed by a polite one", async () => {
    const nameless = choice("", { kind: null, serial: "" });
    const chat = await createChat({ ask: async () => which("Chọn:", [nameless, nameless]) });
    expect(await chat.handles(chat.api.userText("QĐ 213?"))).toEqual([messages.vi.failed]);
    expect(chat.logged).toEqual([expect.objectContaining({ method: "sendMessage", code: 400 })]);
  });

  it("a chat action that fails does not stop the answer", async () => {
    const chat: Chat = await createChat({ ask: () => whenTyping(chat) });
    chat.api.failNext({ kind: "server-error" }, "sendChatAction");
    expect(await chat.handles(chat.api.userText("QĐ 213?"))).toHaveLength(1);
  });
});

describe("an update", () => {
  it("that is delivered twice is handled once", async () => {
    const chat = await createChat({ ask: async () => ANSWER });
    const update = chat.api.userText("QĐ 213?");
    expect(await Promise.all([chat.accept(update), chat.accept(update)])).toEqual(
      expect.arrayContaining(["accepted", "known"]),
    );
    expect(await chat.handles(update)).toHaveLength(1);
    expect(await chat.handles(update)).toEqual([]);
  });

  it("that was waiting when the program stopped is handled after the restart", async () => {
    const chat = await createChat({ ask: async () => ANSWER });
    await chat.accept(chat.api.userText("QĐ 213?"));
    await chat.worker.drain();
    expect(await chat.worker.runOnce()).toBe(0);
    expect(await chat.createWorker().runOnce()).toBe(1);
    expect(chat.api.sent).toHaveLength(1);
  });
});
