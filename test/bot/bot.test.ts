import { describe, expect, it } from "vitest";
import { messages } from "../../src/bot/messages.ts";
import { buttonsOf } from "../peer/voice.ts";
import { type Chat, createChat, whenTyping } from "./chat.ts";
import { ANSWER, noEvidence, QUOTE } from "./sample-answers.ts";

const ENGLISH_ANSWER = noEvidence("Nothing in this library answers the question.", { language: "en" });
const GROUP = { id: -100_500, type: "supergroup", title: "Chi bộ" };

describe("in a private chat", () => {
  it.each([
    ["/start", "vi", messages.vi.start],
    ["/start", "en-GB", messages.en.start],
    // a language that the bot does not speak
    ["/help", "fr", messages.vi.help],
    ["/help@trichdan_test_bot", "en", messages.en.help],
    ["/xoa tat ca", "vi", messages.vi.unknownCommand],
  ])("%s of a user with language %s is answered by one message", async (text, language, expected) => {
    const chat = await createChat({ ask: async () => ANSWER });
    expect(await chat.handles(chat.api.userText(text, language))).toEqual([expected]);
    expect(chat.questions).toEqual([]);
  });

  it("a question is answered with its quote, as a reply, without link preview", async () => {
    const chat = await createChat({ ask: async () => ANSWER, publicUrl: "https://thu-vien.example" });
    const update = chat.api.userText("QĐ 213 yêu cầu gì?");
    await chat.handles(update);
    const [message] = chat.api.sent;
    expect(chat.questions).toEqual(["QĐ 213 yêu cầu gì?"]);
    expect(message?.text).toContain(QUOTE);
    expect(message?.entities?.map(({ type }) => type)).toEqual(["expandable_blockquote"]);
    expect(message?.reply_to_message?.message_id).toBe(update.message.message_id);
    expect(buttonsOf(message).map(({ text }) => text)).toEqual([
      "Chép trích dẫn [1]",
      "Mở [1]",
      "Đoạn liên quan",
      "👍 Đúng",
      "👎 Chưa đúng",
    ]);
    const call = chat.api.calls.find(({ method }) => method === "sendMessage");
    expect(call?.fields["link_preview_options"]).toEqual({ is_disabled: true });
    expect(call?.fields["reply_parameters"].allow_sending_without_reply).toBe(true);
  });

  it("typing is shown while the answer is looked for", async () => {
    const chat: Chat = await createChat({ ask: () => whenTyping(chat) });
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
    const chat = await createChat({ ask: async () => ANSWER });
    expect(await chat.handles(chat.api.userMessage(content))).toEqual([expected]);
    expect(chat.questions).toEqual([]);
  });

  it("an album gets one line, not one a picture", async () => {
    const chat = await createChat({ ask: async () => ANSWER });
    const picture = { photo: [{ file_id: "1" }], media_group_id: "album" };
    expect(await chat.handles(chat.api.userMessage(picture))).toHaveLength(1);
    expect(await chat.handles(chat.api.userMessage(picture))).toHaveLength(0);
  });

  it("two albums that arrive at once get one line each", async () => {
    const chat = await createChat({ ask: async () => ANSWER });
    const picture = (album: string) => chat.api.userMessage({ photo: [{ file_id: "1" }], media_group_id: album });
    const lines: string[][] = [];
    for (const album of ["a", "b", "a", "b"]) lines.push(await chat.handles(picture(album)));
    expect(lines.map(({ length }) => length)).toEqual([1, 1, 0, 0]);
  });

  it.each([
    ["a pinned message", { pinned_message: {} }],
    ["a changed timer", { message_auto_delete_timer_changed: {} }],
  ])("%s gets no answer", async (_what, content) => {
    const chat = await createChat({ ask: async () => ANSWER });
    expect(await chat.handles(chat.api.userMessage(content))).toEqual([]);
  });

  it("being blocked or unblocked gets no answer", async () => {
    const chat = await createChat({ ask: async () => ANSWER });
    const { message } = chat.api.userText("");
    expect(await chat.handles(chat.api.tells("my_chat_member", { chat: message.chat, from: message.from }))).toEqual(
      [],
    );
    expect(chat.logged).toEqual([]);
  });

  it("an answer without evidence is one message in the language of the question", async () => {
    const chat = await createChat({ ask: async () => ENGLISH_ANSWER });
    expect(await chat.handles(chat.api.userText("What are the dues?"))).toEqual([ENGLISH_ANSWER.text]);
  });
});

describe("in a group", () => {
  const mention = { type: "mention", offset: 0, length: "@Trichdan_Test_Bot".length };

  it("a question that mentions the bot is answered without the mention", async () => {
    const chat = await createChat({ ask: async () => ANSWER });
    const update = chat.api.userMessage({
      chat: GROUP,
      text: "@Trichdan_Test_Bot QĐ 213 yêu cầu gì?",
      entities: [mention],
    });
    expect(await chat.handles(update)).toHaveLength(1);
    expect(chat.questions).toEqual(["QĐ 213 yêu cầu gì?"]);
  });

  it("a reply to the bot is a question", async () => {
    const chat = await createChat({ ask: async () => ANSWER });
    const update = chat.api.userMessage({ chat: GROUP, text: "Còn QĐ 214?", reply_to_message: { from: chat.api.me } });
    expect(await chat.handles(update)).toHaveLength(1);
  });

  it("a mention without a question gets one helpful line", async () => {
    const chat = await createChat({ ask: async () => ANSWER });
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
    const chat = await createChat({ ask: async () => ANSWER });
    expect(await chat.handles(chat.api.userMessage({ chat: GROUP, ...content }))).toEqual([]);
    expect(chat.questions).toEqual([]);
  });
});
