import { afterEach, describe, expect, it, vi } from "vitest";
import { messages } from "../../src/bot/messages.ts";
import type { Answer, Ask } from "../../src/core/answer.ts";
import { TrichdanError } from "../../src/core/errors.ts";
import { buttonsOf } from "../fakes/bot-api.ts";
import { createChat } from "./chat.ts";
import { answered, choice, citation, noEvidence, which } from "./sample-answers.ts";

const QUOTE = "Đảng viên giữ mối liên hệ với chi uỷ nơi cư trú.";
const ANSWER = answered("Giữ liên hệ với chi uỷ nơi cư trú [1].", [citation(1, QUOTE)]);
const ENGLISH_ANSWER = noEvidence("Nothing in this library answers the question.", { language: "en" });
const GROUP = { id: -100_500, type: "supergroup", title: "Chi bộ" };

const chats: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const chat of chats.splice(0)) await chat.close();
});

type Chat = Awaited<ReturnType<typeof createChat>>;

async function createAskedChat(ask: Ask, publicUrl?: string): Promise<Chat> {
  const chat = await createChat({ ask, ...(publicUrl !== undefined && { publicUrl }) });
  chats.push(chat);
  return chat;
}

/** An answer that takes until typing is shown. */
async function whenTyping({ api }: Chat): Promise<Answer> {
  await vi.waitFor(() => expect(api.calls.map(({ method }) => method)).toContain("sendChatAction"), 10_000);
  return ANSWER;
}

describe("in a private chat", () => {
  it.each([
    ["/start", "vi", messages.vi.start],
    ["/start", "en-GB", messages.en.start],
    // a language that the bot does not speak
    ["/help", "fr", messages.vi.help],
    ["/help@trichdan_test_bot", "en", messages.en.help],
    ["/xoa tat ca", "vi", messages.vi.unknownCommand],
  ])("%s of a user with language %s is answered by one message", async (text, language, expected) => {
    const chat = await createAskedChat(async () => ANSWER);
    expect(await chat.handles(chat.api.userText(text, language))).toEqual([expected]);
    expect(chat.questions).toEqual([]);
  });

  it("a question is answered with its quote, as a reply, without link preview", async () => {
    const chat = await createAskedChat(async () => ANSWER, "https://thu-vien.example");
    const update = chat.api.userText("QĐ 213 yêu cầu gì?");
    await chat.handles(update);
    const [message] = chat.api.sent;
    expect(chat.questions).toEqual(["QĐ 213 yêu cầu gì?"]);
    expect(message?.text).toContain(QUOTE);
    expect(message?.entities?.map(({ type }) => type)).toEqual(["expandable_blockquote"]);
    expect(message?.reply_to_message?.message_id).toBe(update.message.message_id);
    expect(buttonsOf(message).map(({ text }) => text)).toEqual(["Chép trích dẫn [1]", "Mở [1]"]);
    const call = chat.api.calls.find(({ method }) => method === "sendMessage");
    expect(call?.fields["link_preview_options"]).toEqual({ is_disabled: true });
    expect(call?.fields["reply_parameters"].allow_sending_without_reply).toBe(true);
  });

  it("typing is shown while the answer is looked for", async () => {
    const chat: Chat = await createAskedChat(() => whenTyping(chat));
    await chat.handles(chat.api.userText("QĐ 213 yêu cầu gì?"));
    expect(chat.api.calls[0]).toEqual({ method: "sendChatAction", fields: { chat_id: 1001, action: "typing" } });
  });

  it.each([
    ["a sticker", { sticker: { file_id: "1" } }, messages.vi.textOnly],
    ["a voice message", { voice: { file_id: "1" } }, messages.vi.textOnly],
    ["a photo with a caption", { photo: [{ file_id: "1" }], caption: "QĐ 213?" }, messages.vi.textOnly],
    ["a contact", { contact: { first_name: "Lan" } }, messages.vi.textOnly],
    ["a place", { location: { latitude: 21, longitude: 105 } }, messages.vi.textOnly],
    ["blanks", { text: "\u00a0" }, messages.vi.emptyQuestion],
    ["a question beyond all bounds", { text: "a".repeat(4097) }, messages.vi.longQuestion],
  ])("%s gets one helpful line", async (_what, content, expected) => {
    const chat = await createAskedChat(async () => ANSWER);
    expect(await chat.handles(chat.api.userMessage(content))).toEqual([expected]);
    expect(chat.questions).toEqual([]);
  });

  it("an edited question gets one helpful line", async () => {
    const chat = await createAskedChat(async () => ANSWER);
    const { message } = chat.api.userText("QĐ 214?");
    expect(await chat.handles(chat.api.nextUpdate({ edited_message: message }))).toEqual([messages.vi.edited]);
  });

  it("an album gets one line, not one a picture", async () => {
    const chat = await createAskedChat(async () => ANSWER);
    const picture = { photo: [{ file_id: "1" }], media_group_id: "album" };
    expect(await chat.handles(chat.api.userMessage(picture))).toHaveLength(1);
    expect(await chat.handles(chat.api.userMessage(picture))).toHaveLength(0);
  });

  it.each([
    ["a pinned message", { pinned_message: {} }],
    ["a changed timer", { message_auto_delete_timer_changed: {} }],
  ])("%s gets no answer", async (_what, content) => {
    const chat = await createAskedChat(async () => ANSWER);
    expect(await chat.handles(chat.api.userMessage(content))).toEqual([]);
  });

  it("being blocked or unblocked gets no answer", async () => {
    const chat = await createAskedChat(async () => ANSWER);
    const { message } = chat.api.userText("");
    expect(
      await chat.handles(chat.api.nextUpdate({ my_chat_member: { chat: message.chat, from: message.from } })),
    ).toEqual([]);
    expect(chat.logged).toEqual([]);
  });

  it("an answer without evidence is one message in the language of the question", async () => {
    const chat = await createAskedChat(async () => ENGLISH_ANSWER);
    expect(await chat.handles(chat.api.userText("What are the dues?"))).toEqual([ENGLISH_ANSWER.text]);
  });
});

describe("a choice of documents", () => {
  const central = choice("18-NQ/TW", { title: "tinh gọn bộ máy" });
  const provincial = choice("18-NQ/TU");
  const ask: Ask = async (question) => {
    if (question === central.question) return ANSWER;
    return question === "NQ 18 nói gì?" ? which("Có 2 văn bản mang số 18:", [provincial, central]) : ENGLISH_ANSWER;
  };

  it("is offered as buttons, and pressing one answers the original question for that document", async () => {
    const chat = await createAskedChat(ask);
    const update = chat.api.userText("NQ 18 nói gì?");
    await chat.handles(update);
    const offered = chat.api.sent.at(-1);
    if (!offered) throw new Error("nothing was offered");
    expect(await chat.handles(chat.api.userPress(offered, "18-NQ/TW"))).toEqual([expect.stringContaining(QUOTE)]);
    expect(chat.questions).toEqual(["NQ 18 nói gì?", "NQ 18 nói gì?", central.question]);
    expect(chat.api.sent.at(-1)?.reply_to_message?.message_id).toBe(update.message.message_id);
  });

  it("is acknowledged before anything else, once", async () => {
    const chat = await createAskedChat(ask);
    await chat.handles(chat.api.userText("NQ 18 nói gì?"));
    const offered = chat.api.sent.at(-1);
    if (!offered) throw new Error("nothing was offered");
    const callsBefore = chat.api.calls.length;
    await chat.handles(chat.api.userPress(offered, "18-NQ/TW"));
    const methods = chat.api.calls.slice(callsBefore).map(({ method }) => method);
    expect(methods[0]).toBe("answerCallbackQuery");
    expect(methods.filter((method) => method === "answerCallbackQuery")).toHaveLength(1);
  });

  it("is answered also when the press has waited too long to be acknowledged", async () => {
    const chat = await createAskedChat(ask);
    await chat.handles(chat.api.userText("NQ 18 nói gì?"));
    const offered = chat.api.sent.at(-1);
    if (!offered) throw new Error("nothing was offered");
    const press = chat.api.userPress(offered, "18-NQ/TW");
    const late = { ...press, callback_query: { ...press.callback_query, id: "too-old" } };
    expect(await chat.handles(late)).toEqual([expect.stringContaining(QUOTE)]);
  });

  it("asks for the question again when that is gone", async () => {
    const chat = await createAskedChat(ask);
    await chat.handles(chat.api.userText("NQ 18 nói gì?"));
    const offered = chat.api.sent.at(-1);
    if (!offered) throw new Error("nothing was offered");
    const { reply_to_message: _, ...orphan } = offered;
    expect(await chat.handles(chat.api.userPress(orphan, "18-NQ/TW"))).toEqual([messages.vi.questionGone]);
  });

  it("shows the choices as they are now when the library has changed", async () => {
    const changed = { now: ask };
    const chat = await createAskedChat((question) => changed.now(question));
    await chat.handles(chat.api.userText("NQ 18 nói gì?"));
    const offered = chat.api.sent.at(-1);
    if (!offered) throw new Error("nothing was offered");
    changed.now = async () => which("Có 2 văn bản:", [provincial, choice("18-NQ/ĐU")]);
    expect(await chat.handles(chat.api.userPress(offered, "18-NQ/TW"))).toEqual(["Có 2 văn bản:"]);
  });
});

describe("in a group", () => {
  const mention = { type: "mention", offset: 0, length: "@Trichdan_Test_Bot".length };

  it("a question that mentions the bot is answered without the mention", async () => {
    const chat = await createAskedChat(async () => ANSWER);
    const update = chat.api.userMessage({
      chat: GROUP,
      text: "@Trichdan_Test_Bot QĐ 213 yêu cầu gì?",
      entities: [mention],
    });
    expect(await chat.handles(update)).toHaveLength(1);
    expect(chat.questions).toEqual(["QĐ 213 yêu cầu gì?"]);
  });

  it("a reply to the bot is a question", async () => {
    const chat = await createAskedChat(async () => ANSWER);
    const update = chat.api.userMessage({ chat: GROUP, text: "Còn QĐ 214?", reply_to_message: { from: chat.api.me } });
    expect(await chat.handles(update)).toHaveLength(1);
  });

  it("a mention without a question gets one helpful line", async () => {
    const chat = await createAskedChat(async () => ANSWER);
    const update = chat.api.userMessage({ chat: GROUP, text: "@Trichdan_Test_Bot", entities: [mention] });
    expect(await chat.handles(update)).toEqual([messages.vi.emptyQuestion]);
  });

  it.each([
    ["talk among people", { text: "QĐ 213 yêu cầu gì?" }],
    [
      "a mention of somebody else",
      { text: "@lan_nguyen QĐ 213?", entities: [{ type: "mention", offset: 0, length: 11 }] },
    ],
    ["a reply to somebody else", { text: "QĐ 213?", reply_to_message: { from: { id: 5 } } }],
    [
      "a command of another bot",
      { text: "/help@another_bot", entities: [{ type: "bot_command", offset: 0, length: 17 }] },
    ],
    ["a sticker", { sticker: { file_id: "1" } }],
  ])("%s is left alone", async (_what, content) => {
    const chat = await createAskedChat(async () => ANSWER);
    expect(await chat.handles(chat.api.userMessage({ chat: GROUP, ...content }))).toEqual([]);
    expect(chat.questions).toEqual([]);
  });
});

describe("when something fails", () => {
  it("an ask that throws is answered politely and logged once, without the question", async () => {
    const chat = await createAskedChat(async (question) => {
      throw new Error(`no such column: ${question}`);
    });
    expect(await chat.handles(chat.api.userText("QĐ 213?"))).toEqual([messages.vi.failed]);
    expect(chat.logged).toEqual([expect.objectContaining({ level: "error", event: "ask-failed", error: "Error" })]);
    expect(JSON.stringify(chat.logged)).not.toContain("213");
  });

  it("the remedy of a failure outside the program is logged", async () => {
    const chat = await createAskedChat(async () => {
      throw new TrichdanError("The language model does not answer. Check LLM_BASE_URL.");
    });
    await chat.handles(chat.api.userText("QĐ 213?"));
    expect(chat.logged[0]?.["message"]).toContain("Check LLM_BASE_URL");
  });

  it("a send that Telegram asks to slow down is sent later, once", async () => {
    const chat = await createAskedChat(async () => ANSWER);
    chat.api.failNext({ kind: "too-many-requests", retryAfter: 1 }, "sendMessage");
    expect(await chat.handles(chat.api.userText("QĐ 213?"))).toHaveLength(1);
    expect(chat.logged).toEqual([]);
  });

  it("a user who has blocked the bot costs one log line and nothing else", async () => {
    const chat = await createAskedChat(async () => ANSWER);
    chat.api.failNext({ kind: "blocked" }, "sendMessage");
    expect(await chat.handles(chat.api.userText("QĐ 213?"))).toEqual([]);
    expect(chat.logged).toEqual([
      expect.objectContaining({ event: "update-failed", method: "sendMessage", code: 403 }),
    ]);
    expect(JSON.stringify(chat.logged)).not.toMatch(/213|test-token/);
    expect(await chat.handles(chat.api.userText("QĐ 214?"))).toHaveLength(1);
  });

  it("a send whose answer is lost is not sent again", async () => {
    const chat = await createAskedChat(async () => ANSWER);
    chat.api.failNext({ kind: "reset-after-applying" }, "sendMessage");
    expect(await chat.handles(chat.api.userText("QĐ 213?"))).toHaveLength(1);
    expect(chat.logged).toHaveLength(1);
    expect(JSON.stringify(chat.logged)).not.toContain("test-token");
  });

  it("a message that Telegram refuses is followed by a polite one", async () => {
    const chat = await createAskedChat(async () => noEvidence(" "));
    expect(await chat.handles(chat.api.userText("QĐ 213?"))).toEqual([]);
    const refused = await createAskedChat(async () =>
      which("Chọn:", [choice("1", { serial: "" }), choice("", { kind: null })]),
    );
    expect(await refused.handles(refused.api.userText("QĐ 213?"))).toEqual([messages.vi.failed]);
    expect(refused.logged).toEqual([expect.objectContaining({ method: "sendMessage", code: 400 })]);
  });

  it("a chat action that fails does not stop the answer", async () => {
    const chat: Chat = await createAskedChat(() => whenTyping(chat));
    chat.api.failNext({ kind: "server-error" }, "sendChatAction");
    expect(await chat.handles(chat.api.userText("QĐ 213?"))).toHaveLength(1);
  });
});

describe("an update", () => {
  it("that is delivered twice is handled once", async () => {
    const chat = await createAskedChat(async () => ANSWER);
    const update = chat.api.userText("QĐ 213?");
    expect(await Promise.all([chat.accept(update), chat.accept(update)])).toEqual(
      expect.arrayContaining(["accepted", "known"]),
    );
    expect(await chat.handles(update)).toHaveLength(1);
    expect(await chat.handles(update)).toEqual([]);
  });

  it("that was waiting when the program stopped is handled after the restart", async () => {
    const chat = await createAskedChat(async () => ANSWER);
    await chat.accept(chat.api.userText("QĐ 213?"));
    await chat.worker.drain();
    expect(await chat.worker.runOnce()).toBe(0);
    expect(await chat.createWorker().runOnce()).toBe(1);
    expect(chat.api.sent).toHaveLength(1);
  });
});
