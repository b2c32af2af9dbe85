import { describe, expect, it } from "vitest";
import { startPeer } from "./started.ts";

const png = new Uint8Array([0x89, 0x50]);

describe("a user", () => {
  it("has a name, a language and a number of its own", async () => {
    const { peer } = await startPeer();
    const [minh, anna] = [
      peer.user({ name: "Minh" }),
      peer.user({ name: "Anna", language_code: "en", username: "anna" }),
    ];
    expect(minh.user).toMatchObject({ first_name: "Minh", language_code: "vi", is_bot: false });
    expect(anna.says("?").message.from).toEqual({ ...anna.user, language_code: "en", username: "anna" });
    expect(anna.user.id).not.toBe(minh.user.id);
  });

  it.each([
    ["/tracuu 213", [["bot_command", 0, 7]]],
    ["/help@trichdan_test_bot", [["bot_command", 0, 23]]],
    [
      "Hỏi @trichdan_test_bot về /help",
      [
        ["mention", 4, 17 + 1],
        ["bot_command", 26, 5],
      ],
    ],
    ["xem https://a.vn/b nhé", [["url", 4, 14]]],
    // a slash inside a number is no command, an address of mail no mention
    ["213-QĐ/TW, a@thuvien.vn", []],
  ])("writes %j, and the client marks what it knows", async (text, marks) => {
    const { lan } = await startPeer();
    const { entities = [] } = lan.says(text).message;
    expect(entities.map(({ type, offset, length }) => [type, offset, length])).toEqual(marks);
  });

  it("replies with the words it means", async () => {
    const { lan, start } = await startPeer();
    const { message } = lan.says("Cái này?", { to: start.message, quote: "start" });
    expect(message).toMatchObject({
      reply_to_message: { text: "/start" },
      quote: { text: "start", position: 1, is_manual: true },
    });
  });

  it.each([
    ["a photo", "photo", "caption"],
    ["a voice message", "voice", "caption"],
    ["a sticker", "sticker", undefined],
  ] as const)("sends %s", async (_, field, caption) => {
    const { api, lan, peer } = await startPeer();
    const sends = { photo: lan.sendsPhoto, voice: lan.sendsVoice, sticker: () => lan.sendsSticker("👍") }[field];
    const { message } = sends(png, { caption: "/kiemtra" });
    expect(message[field]).toBeDefined();
    expect(message.caption).toBe(caption && "/kiemtra");
    const file = Array.isArray(message.photo) ? message.photo[0] : (message.voice ?? message.sticker);
    const { file_path } = await api.getFile(file?.file_id ?? "");
    const bytes = await (await fetch(`${peer.apiRoot}/file/bot${peer.token}/${file_path}`)).arrayBuffer();
    expect(bytes.byteLength).toBeGreaterThan(0);
  });

  it("passes on what another has written", async () => {
    const { peer, lan } = await startPeer();
    const minh = peer.user({ name: "Minh" });
    const { message } = lan.forwards(minh.says("Dự thảo 213").message);
    expect(message).toMatchObject({
      text: "Dự thảo 213",
      from: lan.user,
      forward_origin: { type: "user", sender_user: minh.user },
    });
  });

  it("changes its words, which the bot is told, and takes them away, which it is not", async () => {
    const { peer, lan } = await startPeer();
    const { message } = lan.says("QĐ 213?");
    const update = lan.edits(message, "QĐ 214?");
    expect(update.edited_message).toMatchObject({ message_id: message.message_id, text: "QĐ 214?" });
    expect(lan.chat.messages.at(-1)?.text).toBe("QĐ 214?");
    const before = peer.pending().length;
    lan.deletes(message);
    expect([lan.chat.messages.length, peer.pending().length]).toEqual([1, before]);
  });

  it("speaks in a topic of a group, where messages have numbers of their own", async () => {
    const { peer, lan } = await startPeer();
    const [forum, other] = [peer.group({ isForum: true }), peer.group()];
    const topic = peer.topic(forum, "Đảng phí");
    const { message } = lan.in(forum, topic).mentions("Mức đóng?");
    expect(message).toMatchObject({ message_thread_id: topic, is_topic_message: true, message_id: 2 });
    expect(lan.in(other).says("a").message.message_id).toBe(1);
    expect(() => peer.topic(other, "Đảng phí")).toThrow("not a forum");
  });
});

describe("a wait", () => {
  it("ends as soon as the bot has done it", async () => {
    const { peer, api, chatId } = await startPeer();
    const waiting = peer.until(() => peer.sent.length === 2);
    await api.sendMessage(chatId, "a");
    await api.sendMessage(chatId, "b");
    await waiting;
    expect(peer.sent.map(({ text }) => text)).toEqual(["a", "b"]);
  });
});

it("with real time, what fails is tried again by itself", async () => {
  const { peer, api, lan, start } = await startPeer({ realTime: true });
  await api.getUpdates({ offset: start.update_id + 1 });
  await api.setWebhook("http://127.0.0.1:9/");
  const { update_id } = lan.says("QĐ 213?");
  await expect
    .poll(() => peer.attempts.filter(({ updateId }) => updateId === update_id).length, { timeout: 10_000 })
    .toBe(3);
  await expect(peer.clock.advance(1)).rejects.toThrow("realTime");
});
