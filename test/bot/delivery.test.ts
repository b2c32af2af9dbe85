import { HttpError } from "grammy";
import { describe, expect, it, vi } from "vitest";
import { asGivenUp } from "../../src/bot/delivery.ts";
import { messages } from "../../src/bot/messages.ts";
import type { OutgoingState } from "../../src/core/outbox.ts";
import { buttonsOf } from "../peer/voice.ts";
import { type Chat, createChat } from "./chat.ts";
import { ANSWER, answered, citation } from "./sample-answers.ts";
import { candidate, citeOf } from "./sample-candidates.ts";

const LONG = answered("Giữ liên hệ [1][2][3].", [
  citation(1, "Đảng viên giữ liên hệ. ".repeat(150)),
  citation(2, "Chi bộ nhận xét đảng viên. ".repeat(150)),
  citation(3, "Cấp ủy kiểm tra việc đó. ".repeat(150)),
]);
const { restarted, interrupted, again } = messages.vi.delivery;

/** A question whose handling broke off when its messages were in these states; what they say is their state. */
async function createBrokenOff(...states: readonly OutgoingState[]) {
  const chat = await createChat({ ask: async () => ANSWER });
  const update = chat.api.userText("QĐ 213?");
  const { update_id: updateId, message } = update;
  const planned = states.map((state, part) => ({
    updateId,
    part,
    chatId: message.chat.id,
    call: { chat_id: message.chat.id, text: `${part}: ${state}` },
  }));
  await chat.outbox.plan(planned, 0);
  for (const [part, state] of states.entries()) {
    const place = { updateId, part };
    if (state !== "planned") await chat.outbox.begin(place);
    if (state === "sent") await chat.outbox.end(place, { state, messageId: 1 });
    else if (state === "failed" || state === "unknown") await chat.outbox.end(place, { state });
  }
  return { chat, update };
}

const statesOf = async (chat: Chat, updateId: number) =>
  (await chat.outbox.messagesOf(updateId)).map(({ state }) => state);

describe("an answer of several messages", () => {
  it("is kept as a whole before the first goes out, and forgotten word for word when all are sent", async () => {
    const chat = await createChat({ ask: async () => LONG });
    const update = chat.api.userText("QĐ 213?");
    const before: (readonly string[])[] = [];
    chat.api.failWhen(({ method }) => {
      if (method === "sendMessage") void statesOf(chat, update.update_id).then((states) => before.push(states));
      return undefined;
    });
    const sent = await chat.handles(update);
    expect(sent.length).toBeGreaterThan(1);
    expect(before[0]).toEqual(["sending", ...sent.slice(1).map(() => "planned")]);
    const rows = await chat.outbox.messagesOf(update.update_id);
    expect(rows.map(({ state, call }) => [state, call])).toEqual(sent.map(() => ["sent", null]));
  });
});

describe("after a crash", () => {
  it.each<[what: string, before: OutgoingState[], sent: string[]]>([
    ["sends what was planned and composes nothing again", ["planned", "planned"], ["0: planned", "1: planned"]],
    ["does not send again what was sent", ["sent", "planned"], ["1: planned"]],
    ["does not send again what was being sent, and says so", ["sending"], [restarted]],
    ["sends the rest before it says so", ["sent", "sending", "planned"], ["2: planned", restarted]],
    ["has nothing to say where everything was sent", ["sent", "sent"], []],
    ["says so also where it was cut off before it could", ["unknown"], [restarted]],
    ["leaves alone what had failed", ["failed"], []],
  ])("%s", async (_, before, sent) => {
    const { chat, update } = await createBrokenOff(...before);
    expect(await chat.handles(update)).toEqual(sent);
    expect(chat.questions).toEqual([]);
  });

  it("says it in English to who reads English", async () => {
    const { chat, update } = await createBrokenOff("sending");
    update.message.from.language_code = "en";
    expect(await chat.handles(update)).toEqual([messages.en.delivery.restarted]);
  });

  it.each<[what: string, note: OutgoingState, sent: string[]]>([
    ["does not say it twice", "sent", []],
    ["does not say it twice where it may have been said", "unknown", []],
    ["says it again where it was cut off while saying it", "sending", ["the note"]],
    ["says it where it was to be said", "planned", ["the note"]],
  ])("%s", async (_, state, sent) => {
    const { chat, update } = await createBrokenOff("unknown");
    const note = { updateId: update.update_id, part: 1000, chatId: update.message.chat.id };
    await chat.outbox.plan([{ ...note, call: { chat_id: note.chatId, text: "the note" } }], 0);
    if (state !== "planned") await chat.outbox.begin(note);
    if (state === "sent") await chat.outbox.end(note, { state, messageId: 1 });
    if (state === "unknown") await chat.outbox.end(note, { state });
    expect(await chat.handles(update)).toEqual(sent);
  });

  it("says it, instead of handling the update a fourth time", async () => {
    const chat = await createChat({ ask: async () => ANSWER });
    const update = chat.api.userText("QĐ 213?");
    await chat.accept(update);
    // The chat's worker lives at time 0; those before it had died by then.
    for (const time of [-3000, -2000, -1000]) await chat.inbox.claim(time, 1000);
    await chat.worker.runOnce();
    expect(chat.api.sent.map(({ text }) => text)).toEqual([restarted]);
    expect(chat.questions).toEqual([]);
  });
});

it("does not handle what is given up, also where there is nobody to tell", async () => {
  const chat = await createChat();
  const { update } = chat.api.user({ name: "Minh" }).asks("213");
  if (!update) throw new Error("It was not answered before");
  await chat.bot.handleUpdate(asGivenUp(update));
  expect(chat.api.calls).toEqual([]);
});

it("says nothing where another process has taken the answer over meanwhile", async () => {
  const taken = { over: async () => undefined as unknown };
  const chat = await createChat({
    async ask() {
      await taken.over();
      return ANSWER;
    },
  });
  const { update_id: updateId, message } = chat.api.userText("QĐ 213?");
  const call = { chat_id: message.chat.id, text: "of the other" };
  taken.over = () => chat.outbox.plan([{ updateId, part: 0, chatId: message.chat.id, call }], 0);
  expect(await chat.handles({ update_id: updateId, message })).toEqual([]);
});

describe("the button under the note", () => {
  it("asks the same again", async () => {
    const { chat, update } = await createBrokenOff("sending");
    await chat.handles(update);
    const note = chat.api.sent.at(-1);
    expect(note?.reply_to_message?.message_id).toBe(update.message.message_id);
    if (!note) throw new Error("There is no note");
    await chat.handles(chat.api.userPress(note, again));
    expect(chat.questions).toEqual(["QĐ 213?"]);
    expect(chat.api.sent.at(-1)?.reply_to_message?.message_id).toBe(update.message.message_id);
  });

  it("works also under the note about a press of that button", async () => {
    const { chat, update } = await createBrokenOff("sending");
    await chat.handles(update);
    for (const _ of [1, 2]) {
      chat.api.failNext({ kind: "reset-after-applying" }, "sendMessage");
      await chat.handles(chat.api.userPress(lastOf(chat), again));
      expect(lastOf(chat).text).toBe(interrupted);
    }
    await chat.handles(chat.api.userPress(lastOf(chat), again));
    expect(chat.questions).toEqual(["QĐ 213?", "QĐ 213?", "QĐ 213?"]);
  });

  it("is answered politely when the question is no longer kept", async () => {
    const { chat, update } = await createBrokenOff("sending");
    await chat.handles(update);
    await chat.inbox.purge(1);
    expect(await chat.handles(chat.api.userPress(lastOf(chat), again))).toEqual([messages.vi.questionGone]);
    expect(chat.questions).toEqual([]);
  });

  it("does nothing of another person", async () => {
    const { chat, update } = await createBrokenOff("sending");
    await chat.handles(update);
    const press = chat.api.userPress(lastOf(chat), again);
    if (press.callback_query) press.callback_query.from.id += 1;
    expect(await chat.handles(press)).toEqual([messages.vi.questionGone]);
  });

  it("carries no more than Telegram allows", async () => {
    const { chat, update } = await createBrokenOff("sending");
    await chat.handles({ ...update, update_id: Number.MAX_SAFE_INTEGER });
    chat.api.failNext({ kind: "reset-after-applying" }, "sendMessage");
    await chat.handles({ ...update, update_id: Number.MAX_SAFE_INTEGER - 1 });
    expect(buttonsOf(lastOf(chat))).toHaveLength(1);
  });
});

describe("when sending fails", () => {
  it.each(["reset-after-applying", "reset-before-applying", "server-error"] as const)(
    "by %s, the message is never sent again, and the user is told that it may be missing",
    async (kind) => {
      const chat = await createChat({ ask: async () => ANSWER });
      chat.api.failNext({ kind }, "sendMessage");
      const update = chat.api.userText("QĐ 213?");
      const applied = kind === "reset-after-applying" ? [expect.stringContaining("[1]")] : [];
      expect(await chat.handles(update)).toEqual([...applied, interrupted]);
      expect(await statesOf(chat, update.update_id)).toEqual(["unknown", "sent"]);
      expect(chat.logged).toEqual([expect.objectContaining({ event: "send-unknown", part: 0 })]);
      expect(JSON.stringify(chat.logged)).not.toMatch(/test-token|213/);
    },
  );

  it("also with the note, nothing more is tried", async () => {
    const chat = await createChat({ ask: async () => ANSWER });
    chat.api.failNext({ kind: "reset-before-applying" }, "sendMessage", 2);
    const update = chat.api.userText("QĐ 213?");
    expect(await chat.handles(update)).toEqual([]);
    expect(await statesOf(chat, update.update_id)).toEqual(["unknown", "unknown"]);
  });

  it("because the user has blocked the bot, the rest is not tried", async () => {
    const chat = await createChat({ ask: async () => LONG });
    chat.api.failNext({ kind: "blocked" }, "sendMessage");
    const update = chat.api.userText("QĐ 213?");
    expect(await chat.handles(update)).toEqual([]);
    expect(chat.api.calls.filter(({ method }) => method === "sendMessage")).toHaveLength(1);
    expect(new Set(await statesOf(chat, update.update_id))).toEqual(new Set(["failed"]));
  });

  it("because Telegram refuses a message, the rest is not tried, and an apology follows", async () => {
    const chat = await createChat({ ask: async () => ({ ...LONG, text: "\u200b" }) });
    const update = chat.api.userText("QĐ 213?");
    const { update_id: updateId, message } = update;
    const call = { chat_id: message.chat.id, text: "" };
    await chat.outbox.plan(
      [0, 1].map((part) => ({ updateId, part, chatId: message.chat.id, call })),
      0,
    );
    expect(await chat.handles(update)).toEqual([messages.vi.failed]);
    expect(await statesOf(chat, updateId)).toEqual(["failed", "failed", "sent"]);
    expect(chat.logged).toEqual([expect.objectContaining({ event: "update-failed", code: 400 })]);
  });

  it("because Telegram cannot be reached, the answer is sent when it can, and nothing is composed again", async () => {
    const clock = { now: 0 };
    const chat = await createChat({ ask: async () => ANSWER });
    const update = chat.api.userText("QĐ 213?");
    const apiRoot = chat.api.apiRoot;
    const worker = chat.createWorker(() => clock.now);
    let isDown = true;
    chat.bot.api.config.use((call, method, payload, signal) => {
      if (!isDown || method !== "sendMessage") return call(method, payload, signal);
      const refused = Object.assign(new Error(`connect ECONNREFUSED ${apiRoot}`), { code: "ECONNREFUSED" });
      throw new HttpError("Network request for 'sendMessage' failed!", refused);
    });
    await chat.accept(update);
    await worker.runOnce();
    expect(await statesOf(chat, update.update_id)).toEqual(["planned"]);
    isDown = false;
    clock.now = 15_000;
    await worker.runOnce();
    expect(chat.api.sent).toHaveLength(1);
    expect(chat.questions).toHaveLength(1);
    expect(chat.logged).toEqual([expect.objectContaining({ event: "update-postponed" })]);
  });

  it("because Telegram asks to wait long, the rest is sent then, and nothing is composed again", async () => {
    const clock = { now: 0 };
    const now = () => clock.now;
    const chat = await createChat({ ask: async () => LONG, pacing: { now } });
    const worker = chat.createWorker(now);
    const [update, later] = [chat.api.userText("QĐ 213?"), chat.api.userText("/help")];
    let calls = 0;
    chat.api.failWhen(({ method }) => {
      calls += method === "sendMessage" ? 1 : 0;
      return method === "sendMessage" && calls === 2 ? { kind: "too-many-requests", retryAfter: 300 } : undefined;
    });
    for (const one of [update, later]) await chat.accept(one);
    await worker.runOnce();
    expect(await statesOf(chat, update.update_id)).toEqual(["sent", "planned", "planned"]);
    clock.now = 299_999;
    await worker.runOnce();
    expect(chat.api.sent).toHaveLength(1);
    clock.now = 300_000;
    await worker.runOnce();
    expect(chat.api.sent).toHaveLength(4);
    expect(chat.api.sent[3]?.text).toBe(messages.vi.help);
    expect(chat.questions).toHaveLength(1);
  });
});

describe("while an answer is being composed in the chat", () => {
  async function createBusy() {
    const held = { letGo: () => undefined as unknown };
    const chat = await createChat({
      ask: () =>
        new Promise((resolve) => {
          held.letGo = () => resolve(ANSWER);
        }),
      cite: citeOf(candidate({ number: "213-QĐ/TW" }), candidate({ number: "213-KL/TW" })),
    });
    await chat.handles(chat.api.userText("/tracuu 213"));
    const press = chat.api.userPress(lastOf(chat), "213");
    await chat.accept(chat.api.userText("QĐ 213?"));
    chat.worker.wake();
    await vi.waitUntil(() => chat.questions.length > 0, 10_000);
    return { chat, press, letGo: () => held.letGo() };
  }

  it("Telegram is told at once that a button was pressed, and what it does waits for the answer", async () => {
    const { chat, press, letGo } = await createBusy();
    await chat.accept(press);
    chat.worker.wake();
    const answered = chat.api.calls.filter(({ method }) => method === "answerCallbackQuery");
    expect(answered.map(({ fields }) => fields["callback_query_id"])).toEqual([press.callback_query?.id]);
    expect(chat.api.sent).toHaveLength(1);
    letGo();
    await vi.waitUntil(() => chat.api.sent.length === 3, 10_000);
  });
});

function lastOf(chat: Chat) {
  const last = chat.api.sent.at(-1);
  if (!last) throw new Error("Nothing was sent");
  return last;
}
