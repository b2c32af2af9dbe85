import { describe, expect, it } from "vitest";
import { refusalIn, startPeer } from "./started.ts";
import { labelsOf } from "./voice.ts";

const article = (id: string, title: string, more: object = {}) => ({
  type: "article" as const,
  id,
  title,
  input_message_content: { message_text: `<b>${title}</b>`, parse_mode: "HTML" as const },
  ...more,
});
const keyboard = { reply_markup: { inline_keyboard: [[{ text: "Trang sau", callback_data: "2" }]] } };

describe("an inline query", () => {
  it("is answered with results, of which one is chosen and posted by way of the bot", async () => {
    const { peer, api, lan, start } = await startPeer();
    const asked = lan.asks("213");
    expect(asked.update?.inline_query).toMatchObject({ query: "213", offset: "", chat_type: "private" });
    await api.answerInlineQuery(asked.asked.id, [article("1", "QĐ 213", keyboard), article("2", "QĐ 214")]);
    expect(asked.titles()).toEqual(["QĐ 213", "QĐ 214"]);
    const group = peer.group();
    const posted = lan.chooses(asked, "QĐ 213", group);
    expect(posted).toMatchObject({ text: "QĐ 213", entities: [{ type: "bold" }], from: lan.user, via_bot: peer.me });
    const [chosen, message] = await api.getUpdates({ offset: (asked.update?.update_id ?? start.update_id) + 1 });
    const id = chosen?.chosen_inline_result?.inline_message_id ?? "";
    expect(chosen?.chosen_inline_result).toMatchObject({ result_id: "1", query: "213", from: lan.user });
    expect(message?.message?.message_id).toBe(posted.message_id);
    const pressed = lan.in(group).presses("Trang sau").callback_query;
    expect(pressed).toMatchObject({ inline_message_id: id, data: "2" });
    expect(pressed).not.toHaveProperty("message");
    expect(await api.editMessageTextInline(id, "Trang 2")).toBe(true);
    expect(group.messages.at(-1)?.text).toBe("Trang 2");
    expect(labelsOf(group.messages.at(-1))).toEqual([]);
  });

  it("gives a chosen message that cannot be changed where it has no buttons", async () => {
    const { peer, api, lan } = await startPeer();
    const asked = lan.asks("213");
    await api.answerInlineQuery(asked.asked.id, [article("1", "QĐ 213")]);
    lan.chooses(asked, "1", peer.group({ bot: "left" }));
    const chosen = peer.pending().find((update) => update.chosen_inline_result)?.chosen_inline_result;
    expect(chosen).toEqual({ result_id: "1", query: "213", from: lan.user });
    expect(peer.pending().filter(({ message }) => message)).toHaveLength(1);
  });

  it("is answered once, and within half a minute", async () => {
    const { peer, api, lan } = await startPeer();
    const [asked, late] = [lan.asks("213"), lan.asks("214")];
    await api.answerInlineQuery(asked.asked.id, []);
    expect(await refusalIn(api.answerInlineQuery(asked.asked.id, []))).toContain("query is too old");
    await peer.clock.advance(31_000);
    expect(await refusalIn(api.answerInlineQuery(late.asked.id, []))).toContain("query is too old");
  });

  it("is cut after 256 characters", async () => {
    const { lan } = await startPeer();
    expect(lan.asks("ế".repeat(300)).update?.inline_query?.query).toBe("ế".repeat(256));
  });

  it("that others have asked is answered without the bot, as long as that is kept", async () => {
    const { peer, api, lan } = await startPeer();
    const minh = peer.user({ name: "Minh" });
    await api.answerInlineQuery(lan.asks("213").asked.id, [article("1", "QĐ 213")], { cache_time: 60 });
    const again = minh.asks("213");
    expect([again.update, again.titles()]).toEqual([undefined, ["QĐ 213"]]);
    expect(minh.asks("213", { offset: "50" }).update).toBeDefined();
    await peer.clock.advance(60_000);
    expect(minh.asks("213").update).toBeDefined();
  });

  it("with a personal answer is asked again for others, and with no time to keep it for all", async () => {
    const { peer, api, lan } = await startPeer();
    const minh = peer.user({ name: "Minh" });
    await api.answerInlineQuery(lan.asks("213").asked.id, [article("1", "mật")], { is_personal: true });
    expect(lan.asks("213").titles()).toEqual(["mật"]);
    expect(minh.asks("213").update).toBeDefined();
    await api.answerInlineQuery(lan.asks("214").asked.id, [article("1", "QĐ 214")], { cache_time: 0 });
    expect(lan.asks("214").update).toBeDefined();
  });

  it("may come with a button above the results, which does one thing", async () => {
    const { api, lan } = await startPeer();
    const [one, two] = [lan.asks("1"), lan.asks("2")];
    await api.answerInlineQuery(one.asked.id, [], { button: { text: "Mở", start_parameter: "a" } });
    expect(one.asked.answer?.button).toEqual({ text: "Mở", start_parameter: "a" });
    expect(await refusalIn(api.answerInlineQuery(two.asked.id, [], { button: { text: "Mở" } as never }))).toContain(
      "BUTTON",
    );
  });

  it("is not possible with a bot that does not offer it", async () => {
    const { lan } = await startPeer({ me: { supports_inline_queries: false } });
    expect(() => lan.asks("213")).toThrow("does not support");
  });
});

describe("a guest", () => {
  it("is asked in a chat it is not in, and answers there once", async () => {
    const { peer, api, lan } = await startPeer();
    const group = peer.group({ bot: "left" });
    const update = lan.in(group).summons("Điều 5?");
    const id = update.guest_message?.guest_query_id ?? "";
    expect(peer.pending()).toContainEqual(update);
    expect(update.guest_message?.text).toBe("@trichdan_test_bot Điều 5?");
    const result = article("1", "Điều 5", keyboard);
    const { inline_message_id } = await api.answerGuestQuery(id, result);
    expect(group.messages.at(-1)).toMatchObject({ text: "Điều 5", from: peer.me, guest_bot_caller_user: lan.user });
    expect(await refusalIn(api.answerGuestQuery(id, result))).toContain("query is too old");
    expect(lan.in(group).presses("Trang sau").callback_query?.inline_message_id).toBe(inline_message_id);
  });

  it("is not heard in a protected chat, nor where it does not offer it", async () => {
    const { peer, lan } = await startPeer();
    expect(() => lan.in(peer.group({ isProtected: true })).summons("a")).toThrow("protected");
    const other = await startPeer({ me: { supports_guest_queries: false } });
    expect(() => other.lan.in(other.peer.group()).summons("a")).toThrow("does not support");
  });
});
