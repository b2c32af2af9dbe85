import { describe, expect, it } from "vitest";
import { messages } from "../../src/bot/messages.ts";
import { gapsKey } from "../../src/core/gaps-link.ts";
import { buttonsOf, labelsOf } from "../peer/voice.ts";
import { AS_ADMIN, createChatAs } from "./admin.ts";
import { type ChatParts, createChat } from "./chat.ts";

const NOW = Date.UTC(2026, 10, 23, 1);
const { gaps: strings, unknownCommand } = messages.vi;

/** An administrator's chat over a list of so many questions, the last of them asked twice. */
async function adminChat(count: number, parts: ChatParts = {}) {
  const chat = await createChat({ ...AS_ADMIN, now: () => NOW, ...parts });
  for (let at = 1; at <= count; at += 1) await chat.gaps.note(`Quy định ${at} nói gì?`, "unknown-document", NOW + at);
  if (count > 0) await chat.gaps.note(`Quy định ${count} nói gì?`, "incomplete", NOW + count);
  return {
    ...chat,
    shown: () => (chat.last().text ?? "").split("\n").filter((line) => /^\d+\. /.test(line)),
  };
}

describe("/thieu", () => {
  it.each(["/thieu", "/gaps"])("%s shows what was asked, how often, when and why it is there", async (command) => {
    const chat = await adminChat(2);
    await chat.handles(chat.api.userText(command));
    expect(chat.last().text).toBe(
      [
        "Câu hỏi thư viện chưa trả lời được: 2",
        "1. Quy định 2 nói gì?\n2 lần · 23/11/2026 · bị đánh giá còn thiếu",
        "2. Quy định 1 nói gì?\n1 lần · 23/11/2026 · thư viện chưa có văn bản này",
        strings.hint,
      ].join("\n\n"),
    );
    expect(labelsOf(chat.last())).toEqual(["✓ 1", "✓ 2", strings.order.most]);
  });

  it("says so where nothing waits", async () => {
    const chat = await adminChat(0);
    expect(await chat.handles(chat.api.userText("/thieu"))).toEqual([strings.none]);
  });

  it("pages in one message, in the order that was chosen", async () => {
    const chat = await adminChat(10);
    await chat.handles(chat.api.userText("/thieu"));
    expect(chat.shown()[0]).toBe("1. Quy định 10 nói gì?");
    await chat.press(strings.later);
    expect(chat.shown()).toEqual(["9. Quy định 2 nói gì?", "10. Quy định 1 nói gì?"]);
    expect(labelsOf(chat.last())).toEqual(["✓ 9", "✓ 10", strings.earlier, strings.order.most]);
    await chat.press(strings.order.most);
    expect(chat.shown().slice(0, 2)).toEqual(["1. Quy định 10 nói gì?", "2. Quy định 9 nói gì?"]);
    expect(chat.api.sent).toHaveLength(1);
  });

  it("settles a question and shows the list without it", async () => {
    const chat = await adminChat(3);
    await chat.handles(chat.api.userText("/thieu"));
    await chat.press("✓ 2");
    expect(chat.shown()).toEqual(["1. Quy định 3 nói gì?", "2. Quy định 1 nói gì?"]);
    expect((await chat.gaps.open({ order: "newest", offset: 0, limit: 9 })).total).toBe(2);
  });

  it("goes back a page where the last question of one is settled", async () => {
    const chat = await adminChat(9);
    await chat.handles(chat.api.userText("/thieu"));
    await chat.press(strings.later);
    await chat.press("✓ 9");
    expect([chat.shown().length, chat.shown()[0]]).toEqual([8, "1. Quy định 9 nói gì?"]);
  });

  it("settles what was meant when the button was shown, also where the list has changed since", async () => {
    const chat = await adminChat(2);
    await chat.handles(chat.api.userText("/thieu"));
    await chat.gaps.note("Quy định 3 nói gì?", "no-passage", NOW + 9);
    await chat.press("✓ 1");
    expect(chat.shown()).toEqual(["1. Quy định 3 nói gì?", "2. Quy định 1 nói gì?"]);
  });

  it("takes a second press of the same button for nothing new", async () => {
    const chat = await adminChat(2);
    await chat.handles(chat.api.userText("/thieu"));
    const presses = [1, 2].map(() => chat.api.userPress(chat.last(), "✓ 1"));
    for (const press of presses) await chat.handles(press);
    expect([chat.shown(), chat.logged]).toEqual([["1. Quy định 1 nói gì?"], []]);
  });

  it("gives a link to the list on the web that works for an hour, where the site can be reached", async () => {
    const chat = await adminChat(1, { publicUrl: "https://thu-vien.example/" });
    await chat.handles(chat.api.userText("/thieu"));
    const button = buttonsOf(chat.last()).find(({ text }) => text === strings.web);
    const until = NOW / 1000 + 3600;
    const url = `https://thu-vien.example/gaps?until=${until}&key=${await gapsKey(chat.api.token, until)}`;
    expect(button).toMatchObject({ url });
  });

  it.each([undefined, "http://localhost:8787"])("gives none where the site is at %s", async (publicUrl) => {
    const chat = await adminChat(1, publicUrl === undefined ? {} : { publicUrl });
    await chat.handles(chat.api.userText("/thieu"));
    expect(labelsOf(chat.last())).not.toContain(strings.web);
  });
});

describe("for everybody else there is no list", () => {
  it.each(["member", "trainer", "staff"] as const)("for a %s", async (role) => {
    const chat = await createChatAs(role);
    await chat.gaps.note("bí mật", "no-passage", 1);
    expect(await chat.handles(chat.api.userText("/thieu"))).toEqual([unknownCommand]);
  });

  it("in a group, also for an administrator", async () => {
    const chat = await adminChat(1);
    const group = { id: -100_500, type: "supergroup", title: "Chi bộ" };
    const entities = [{ type: "bot_command", offset: 0, length: 6 }];
    expect(await chat.handles(chat.api.userMessage({ chat: group, text: "/thieu", entities }))).toEqual([]);
  });

  it("by a button that was made for another", async () => {
    const chat = await adminChat(1);
    await chat.handles(chat.api.userText("/thieu"));
    const hung = chat.api.user({ name: "Hùng" });
    const update = chat.api.userPress(chat.last(), "✓ 1");
    const pressed = update.callback_query && { ...update.callback_query, from: hung.user };
    await chat.handles({ ...update, callback_query: pressed });
    expect((await chat.gaps.open({ order: "newest", offset: 0, limit: 9 })).total).toBe(1);
  });
});
