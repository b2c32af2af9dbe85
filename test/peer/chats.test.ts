import { InputFile } from "grammy";
import { describe, expect, it } from "vitest";
import { refusalIn, startPeer } from "./started.ts";
import { labelsOf } from "./voice.ts";

type Started = Awaited<ReturnType<typeof startPeer>>;

const press = (more: object = {}) => ({
  reply_markup: { inline_keyboard: [[{ text: "Mở", callback_data: "mo", ...more }]] },
});

describe("the bot may write", () => {
  it("to nobody who has not started it", async () => {
    const { peer, api } = await startPeer();
    const minh = peer.user({ name: "Minh" });
    expect(await refusalIn(api.sendMessage(minh.user.id, "a"))).toContain("403: Forbidden: bot can't initiate");
    minh.says("Chào");
    expect(await refusalIn(api.sendMessage(minh.user.id, "a"))).toBe("taken");
    expect(await refusalIn(api.sendMessage(String(minh.user.id), "a"))).toBe("taken");
    expect(await refusalIn(api.sendMessage(77, "a"))).toContain("400: Bad Request: chat not found");
  });

  it("to nobody who has blocked it, until that is taken back", async () => {
    const { api, lan, chatId } = await startPeer();
    const blocked = lan.blocks();
    expect(blocked.my_chat_member?.new_chat_member.status).toBe("kicked");
    expect(await refusalIn(api.sendMessage(chatId, "a"))).toContain("403: Forbidden: bot was blocked by the user");
    expect(await refusalIn(api.sendChatAction(chatId, "typing"))).toContain("403");
    expect(() => lan.says("a")).toThrow("blocked");
    lan.unblocks();
    expect(await refusalIn(api.sendMessage(chatId, "a"))).toBe("taken");
  });

  it("in a group as long as it is a member", async () => {
    const { peer, api, lan } = await startPeer();
    const group = peer.group();
    expect(await refusalIn(api.sendMessage(group.info.id, "a"))).toBe("taken");
    lan.makesBot(group, "kicked");
    expect(await refusalIn(api.sendMessage(group.info.id, "a"))).toContain("403: Forbidden: bot was kicked");
    expect(await refusalIn(api.sendMessage(peer.group({ bot: "left" }).info.id, "a"))).toContain("not a member");
  });

  it("in a topic that there is", async () => {
    const { peer, api } = await startPeer();
    const forum = peer.group({ isForum: true });
    const message_thread_id = peer.topic(forum, "Đảng phí");
    const send = (chat: number, thread: number) => api.sendMessage(chat, "a", { message_thread_id: thread });
    expect(await send(forum.info.id, message_thread_id)).toMatchObject({ message_thread_id, is_topic_message: true });
    expect(await refusalIn(send(forum.info.id, 77))).toContain("message thread not found");
    expect(await refusalIn(send(peer.group().info.id, 1))).toContain("message thread not found");
    expect(await refusalIn(api.sendChatAction(forum.info.id, "typing", { message_thread_id: 77 }))).toContain("thread");
  });

  it("a Mini App button to one person and to no group", async () => {
    const { peer, api, chatId } = await startPeer();
    const app = { reply_markup: { inline_keyboard: [[{ text: "Mở", web_app: { url: "https://a.vn" } }]] } };
    expect(await refusalIn(api.sendMessage(chatId, "a", app))).toBe("taken");
    expect(await refusalIn(api.sendMessage(peer.group().info.id, "a", app))).toContain("BUTTON_TYPE_INVALID");
  });
});

describe("a reply", () => {
  it("shows the message it is to, without what that one replies to", async () => {
    const { api, chatId, start } = await startPeer();
    const first = await api.sendMessage(chatId, "a", { reply_parameters: { message_id: start.message.message_id } });
    const second = await api.sendMessage(chatId, "b", { reply_parameters: { message_id: first.message_id } });
    expect(second.reply_to_message).toMatchObject({ text: "a" });
    expect(second.reply_to_message).not.toHaveProperty("reply_to_message");
  });

  it("to a message that is gone is refused, unless it may do without", async () => {
    const { api, lan, chatId, start } = await startPeer();
    lan.deletes(start.message);
    const to = { message_id: start.message.message_id };
    expect(await refusalIn(api.sendMessage(chatId, "a", { reply_parameters: to }))).toContain(
      "to be replied not found",
    );
    const sent = await api.sendMessage(chatId, "a", { reply_parameters: { ...to, allow_sending_without_reply: true } });
    expect(sent).not.toHaveProperty("reply_to_message");
  });

  it.each([
    ["Điều 5", undefined, { text: "Điều 5", position: 0 }],
    ["5", 12, { text: "5", position: 14 }],
    ["Điều 6", undefined, "QUOTE_TEXT_INVALID"],
    ["điều 5", undefined, "QUOTE_TEXT_INVALID"],
  ])("quotes %j only where that stands in the message", async (quote, quote_position, expected) => {
    const { api, lan, chatId } = await startPeer();
    const { message_id } = lan.says("Điều 5, khoản 5").message;
    const near = quote_position === undefined ? {} : { quote_position };
    const call = api.sendMessage(chatId, "a", { reply_parameters: { message_id, quote, ...near } });
    if (typeof expected === "string") expect(await refusalIn(call)).toContain(expected);
    else expect((await call).quote).toEqual({ ...expected, is_manual: true });
  });

  it("quotes formatting too", async () => {
    const { api, chatId } = await startPeer();
    const { message_id } = await api.sendMessage(chatId, "a <b>bc</b>", { parse_mode: "HTML" });
    const quoting = (quote: string) =>
      api.sendMessage(chatId, "a", { reply_parameters: { message_id, quote, quote_parse_mode: "HTML" } });
    expect(await refusalIn(quoting("bc"))).toContain("QUOTE_TEXT_INVALID");
    expect((await quoting("a <b>b</b>")).quote).toMatchObject({ text: "a b", position: 0 });
  });
});

describe("an edit", () => {
  it("changes what the chat shows; a keyboard that is not given again is gone", async () => {
    const { peer, api, lan, chatId } = await startPeer();
    const { message_id } = await api.sendMessage(chatId, "a", press());
    await api.editMessageText(chatId, message_id, "<i>b</i>", { parse_mode: "HTML" });
    const shown = lan.chat.messages.at(-1);
    expect(shown).toMatchObject({ text: "b", entities: [{ type: "italic", offset: 0, length: 1 }] });
    expect([labelsOf(shown), peer.sent]).toEqual([[], [shown]]);
  });

  it.each<[string, (started: Started, id: number) => Promise<unknown>, string]>([
    [
      "that changes nothing",
      ({ api, chatId }, id) => api.editMessageText(chatId, id, "a", press()),
      "message is not modified",
    ],
    [
      "that changes white space alone",
      ({ api, chatId }, id) => api.editMessageText(chatId, id, "a \n", press()),
      "message is not modified",
    ],
    [
      "of the same keyboard",
      ({ api, chatId }, id) => api.editMessageReplyMarkup(chatId, id, press()),
      "message is not modified",
    ],
    [
      "of a message that is not there",
      ({ api, chatId }) => api.editMessageText(chatId, 77, "b"),
      "message to edit not found",
    ],
    [
      "of a user's message",
      ({ api, chatId, start }) => api.editMessageText(chatId, start.message.message_id, "b"),
      "message can't be edited",
    ],
    ["of an inline message that is not there", ({ api }) => api.editMessageTextInline("77", "b"), "MESSAGE_ID_INVALID"],
    ["of the text", ({ api, chatId }, id) => api.editMessageText(chatId, id, "b", press()), "taken"],
    [
      "of the keyboard",
      ({ api, chatId }, id) => api.editMessageReplyMarkup(chatId, id, press({ text: "Đóng" })),
      "taken",
    ],
  ])("%s", async (_, edit, expected) => {
    const started = await startPeer();
    const { message_id } = await started.api.sendMessage(started.chatId, "a", press());
    expect(await refusalIn(edit(started, message_id))).toContain(expected);
  });

  it("deletes a message, if it is there and not two days old", async () => {
    const { peer, api, lan, chatId } = await startPeer();
    const [first, second] = [await api.sendMessage(chatId, "a"), await api.sendMessage(chatId, "b")];
    await api.deleteMessage(chatId, first.message_id);
    expect(lan.chat.messages.map(({ text }) => text)).toEqual(["/start", "b"]);
    expect(await refusalIn(api.deleteMessage(chatId, first.message_id))).toContain("message to delete not found");
    await peer.clock.advance(48 * 3_600_000 + 1000);
    expect(await refusalIn(api.deleteMessage(chatId, second.message_id))).toContain("can't be deleted");
  });
});

describe("a pressed button", () => {
  it("is answered once, and soon", async () => {
    const { peer, api, lan, chatId } = await startPeer();
    await api.sendMessage(chatId, "a", press());
    const id = () => lan.presses("Mở").callback_query?.id ?? "";
    const inTime = id();
    await api.answerCallbackQuery(inTime, { text: "Đã mở", show_alert: true });
    expect(lan.chat.notices).toEqual([{ user: chatId, text: "Đã mở", isAlert: true }]);
    expect(await refusalIn(api.answerCallbackQuery(inTime))).toContain("query is too old");
    const late = id();
    await peer.clock.advance(16_000);
    expect(await refusalIn(api.answerCallbackQuery(late))).toContain("query is too old");
    expect(await refusalIn(api.answerCallbackQuery("77"))).toContain("query is too old");
  });

  it("that is not there cannot be pressed", async () => {
    const { api, lan, chatId } = await startPeer();
    await api.sendMessage(chatId, "a", press());
    expect(() => lan.presses("Đóng")).toThrow("Mở");
  });
});

describe("a draft", () => {
  it("is shown for half a minute, changes, and goes when the bot sends", async () => {
    const { peer, api, lan, chatId } = await startPeer();
    await api.sendMessageDraft(chatId, 5, "");
    expect(lan.chat.draft?.text).toBe("");
    await api.sendMessageDraft(chatId, 5, "Đang <b>tìm</b>", { parse_mode: "HTML" });
    expect(lan.chat.draft).toMatchObject({ draft_id: 5, text: "Đang tìm", entities: [{ type: "bold" }] });
    await peer.clock.advance(30_000);
    expect(lan.chat.draft).toBeUndefined();
    await api.sendMessageDraft(chatId, 5, "Đã tìm");
    await api.sendMessage(chatId, "Xong");
    expect(lan.chat.draft).toBeUndefined();
    expect(lan.chat.drafts.map(({ text }) => text)).toEqual(["", "Đang tìm", "Đã tìm"]);
  });

  it("can be stopped where it says so, and is hidden unless it is to be kept", async () => {
    const { api, lan, chatId } = await startPeer();
    await api.sendMessageDraft(chatId, 5, "a");
    expect(() => lan.stops()).toThrow("no draft with a button");
    await api.sendMessageDraft(chatId, 6, "b", { can_stop: true, keep_on_stop: true });
    expect(lan.stops().stopped_message_generation).toEqual({ chat: lan.chat.info, draft_id: 6 });
    expect(lan.chat.draft?.text).toBe("b");
    await api.sendMessageDraft(chatId, 7, "c", { can_stop: true });
    lan.stops();
    expect(lan.chat.draft).toBeUndefined();
  });
});

describe("a file", () => {
  it("of a user is downloaded over getFile", async () => {
    const { peer, api, lan } = await startPeer();
    const { message } = lan.sendsDocument("du-thao.txt", "Quy định 213", { caption: "/kiemtra", size: 5 });
    expect(message).toMatchObject({ document: { file_name: "du-thao.txt", file_size: 5 }, caption: "/kiemtra" });
    const { file_path } = await api.getFile(message.document?.file_id ?? "");
    const response = await fetch(`${peer.apiRoot}/file/bot${peer.token}/${file_path}`);
    expect(await response.text()).toBe("Quy định 213");
    expect(peer.calls.at(-1)).toEqual({ method: "download", fields: { path: file_path } });
    expect(await refusalIn(api.getFile("77"))).toContain("invalid file_id");
  });

  it("of more than 20 MB is not handed on", async () => {
    const { api, lan } = await startPeer();
    const { message } = lan.sendsDocument("a.txt", new Uint8Array(20 * 1024 * 1024 + 1));
    expect(await refusalIn(api.getFile(message.document?.file_id ?? ""))).toContain("file is too big");
  });

  it("of the bot arrives as a form, and can be sent again by its id", async () => {
    const { api, chatId } = await startPeer();
    const file = new InputFile(new TextEncoder().encode("# Sổ"), "so.md");
    const sent = await api.sendDocument(chatId, file, { caption: "<b>Sổ</b>", parse_mode: "HTML", ...press() });
    expect(sent).toMatchObject({ document: { file_name: "so.md", file_size: 6 }, caption: "Sổ" });
    expect(labelsOf(sent)).toEqual(["Mở"]);
    expect(await refusalIn(api.sendDocument(chatId, sent.document.file_id))).toBe("taken");
    expect(await refusalIn(api.sendDocument(chatId, "77"))).toContain("wrong file identifier");
  });
});

describe("in a group", () => {
  it("a bot in privacy mode hears what is meant for it, and a bot that reads all hears all", async () => {
    const { peer, api, lan } = await startPeer();
    const [group, open] = [peer.group(), peer.group({ bot: "administrator" })];
    const { message_id } = await api.sendMessage(group.info.id, "a");
    const answer = group.messages.find((message) => message.message_id === message_id);
    const told = (act: () => { readonly update_id: number }) => {
      const { update_id } = act();
      return peer.pending().some((update) => update.update_id === update_id);
    };
    const here = lan.in(group);
    expect(told(() => here.says("Chào cả nhà"))).toBe(false);
    expect(told(() => here.says("@lan_nguyen QĐ 213?"))).toBe(false);
    expect(told(() => here.says("/help@another_bot"))).toBe(false);
    expect(told(() => here.says("/help"))).toBe(true);
    expect(told(() => here.mentions("QĐ 213?"))).toBe(true);
    expect(told(() => here.says("Còn 214?", { ...(answer && { to: answer }) }))).toBe(true);
    expect(told(() => lan.joins(group))).toBe(true);
    expect(told(() => lan.in(open).says("Chào cả nhà"))).toBe(true);
    expect(told(() => lan.in(peer.group({ bot: "left" })).mentions("QĐ 213?"))).toBe(false);
  });

  it("an ephemeral message is for one member", async () => {
    const { peer, api, lan, chatId } = await startPeer();
    const group = peer.group();
    lan.in(group).says("/help");
    const send = (receiver_user_id: number) =>
      api.sendMessage(group.info.id, "a", { ephemeral_message_parameters: { receiver_user_id } });
    expect(await send(chatId)).toMatchObject({ message_id: 0, ephemeral_message_id: 1, receiver_user: lan.user });
    expect(await refusalIn(send(77))).toContain("user not found");
  });

  it("reactions are told to administrators who have asked for them", async () => {
    const { peer, api, lan } = await startPeer();
    const [group, other] = [peer.group({ bot: "administrator" }), peer.group()];
    await api.getUpdates({ allowed_updates: ["message_reaction"] });
    for (const chat of [group, other]) {
      lan.in(chat).reacts((await api.sendMessage(chat.info.id, "a")) as never, "👍");
    }
    expect(peer.pending().flatMap((update) => update.message_reaction ?? [])).toMatchObject([
      { chat: group.info, old_reaction: [], new_reaction: [{ type: "emoji", emoji: "👍" }] },
    ]);
  });
});

describe("a link to the bot", () => {
  it("starts it with what is in the link", async () => {
    const { lan } = await startPeer();
    const { message } = lan.follows("https://t.me/trichdan_test_bot?start=MjEzLVHEkA_5-a");
    expect(message).toMatchObject({
      text: "/start MjEzLVHEkA_5-a",
      entities: [{ type: "bot_command", offset: 0, length: 6 }],
    });
  });

  it.each(["", "a b", "điều-5", "a".repeat(65)])("with the payload %j opens nothing", async (payload) => {
    const { lan } = await startPeer();
    expect(() => lan.starts(payload)).toThrow("1-64");
  });
});

it("a method that is not modelled says so", async () => {
  const { api, chatId } = await startPeer();
  expect(await refusalIn(api.sendDice(chatId, "🎲"))).toContain("501: Not Modelled");
});
