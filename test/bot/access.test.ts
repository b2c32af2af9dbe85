import type { Message, Update } from "grammy/types";
import { describe, expect, it } from "vitest";
import { messages } from "../../src/bot/messages.ts";
import { labelsOf } from "../peer/voice.ts";
import { type Chat, createChat } from "./chat.ts";
import { ANSWER } from "./sample-answers.ts";

const ADMIN = 500;
const CAPS = { userQuestions: 3, questions: 5, userTokens: 1000, tokens: 1000 };
const { access: vi } = messages.vi;

/** A bot for those with a role, and one administrator by the settings. */
async function closedChat(mode: "invitation" | "list" = "invitation") {
  const chat = await createChat({ rights: { mode, adminIds: [ADMIN] } });
  return { chat, admin: chat.api.user({ name: "Minh", id: ADMIN }), lan: chat.api.user({ name: "Lan", id: 600 }) };
}

/** The calls that the bot made because of an update. */
async function callsOf(chat: Chat, update: Update | undefined) {
  const before = chat.api.calls.length;
  await chat.handles(update);
  return chat.api.calls.slice(before).map(({ method, fields }) => ({ method, ...fields }));
}

describe("who has no access", () => {
  it.each(["invitation", "list"] as const)("is told in one sentence how to get it: %s", async (mode) => {
    const { chat, lan } = await closedChat(mode);
    for (const words of ["QĐ 213?", "/start", "/help", "/tracuu 213", "/kiemtra", "/vanban", "/nguon", "/ngonngu"])
      expect(await chat.handles(lan.says(words))).toEqual([vi.turnedAway[mode](600)]);
    expect(chat.questions).toEqual([]);
  });

  it("leaves nothing about them in the table of people", async () => {
    const { chat, lan } = await closedChat();
    await chat.handles(lan.says("QĐ 213?"));
    expect(await chat.access.people.list({ offset: 0, limit: 9 })).toHaveLength(1);
  });

  it("sends files in vain", async () => {
    const { chat, lan } = await closedChat();
    expect(await chat.handles(lan.sendsDocument("a.txt", "213-QĐ/TW"))).toEqual([vi.turnedAway.invitation(600)]);
    expect(chat.api.calls.map(({ method }) => method)).not.toContain("getFile");
  });

  it("gets an alert when they press a button", async () => {
    const { chat, admin, lan } = await closedChat();
    const group = chat.api.group({});
    await chat.handles(admin.in(group).says("/tracuu"));
    await chat.access.people.setRole(600, "member", { actorId: ADMIN, now: 0 });
    await chat.handles(lan.says("/quenhet"));
    await chat.access.people.setRole(600, null, { actorId: ADMIN, now: 0 });
    const press = { ...lan.presses(vi.forget.no) };
    const data = { callback_query: { ...press.callback_query, data: "which:0:abc" } };
    const calls = await callsOf(chat, { ...press, ...data } as Update);
    expect(calls).toEqual([
      expect.objectContaining({
        method: "answerCallbackQuery",
        text: vi.turnedAway.invitation(600),
        show_alert: true,
      }),
    ]);
  });

  it("gets a way to access in place of inline results, kept for nobody else", async () => {
    const { chat, lan } = await closedChat();
    const calls = await callsOf(chat, lan.asks("213").update);
    expect(calls).toEqual([
      expect.objectContaining({
        method: "answerInlineQuery",
        results: [],
        is_personal: true,
        button: { text: vi.turnedAwayButton, start_parameter: "access" },
      }),
    ]);
  });

  it("gets the sentence as a guest", async () => {
    const { chat, lan } = await closedChat();
    const group = chat.api.group({ bot: "left" });
    await chat.handles(lan.in(group).summons("QĐ 213?"));
    expect(group.messages.at(-1)?.text).toBe(vi.turnedAway.invitation(600));
  });

  it("hears nothing in a group unless they speak to the bot", async () => {
    const { chat, lan } = await closedChat();
    const group = chat.api.group({ bot: "administrator" });
    expect(await chat.handles(lan.in(group).says("Chào cả nhóm"))).toEqual([]);
    expect(await chat.handles(lan.in(group).says("/tracuu 213"))).toEqual([]);
    expect(await chat.handles(lan.in(group).mentions("QĐ 213?"))).toEqual([vi.turnedAway.invitation(600)]);
    const command = `/tracuu@${chat.api.me.username} 213`;
    expect(await chat.handles(lan.in(group).says(command))).toEqual([vi.turnedAway.invitation(600)]);
  });

  it("is not told anything when they block the bot or edit a message", async () => {
    const { chat, lan } = await closedChat();
    const { message } = lan.says("a");
    await chat.handles(lan.edits(message, "b"));
    await chat.handles(lan.blocks());
    expect(chat.api.sent).toEqual([]);
  });

  it("does not matter where everyone may ask", async () => {
    const chat = await createChat();
    const lan = chat.api.user({ name: "Lan" });
    expect(await chat.handles(lan.says("QĐ 213?"))).not.toEqual([]);
    expect(chat.questions).toEqual(["QĐ 213?"]);
  });
});

describe("invitations", () => {
  /** The link in the message that the administrator has got. */
  async function invited({ chat, admin }: Awaited<ReturnType<typeof closedChat>>, ...choices: readonly string[]) {
    await chat.handles(admin.says("/moi"));
    for (const choice of choices) await chat.handles(admin.presses(choice));
    await chat.handles(admin.presses(vi.invite.make));
    return /https:\/\/t\.me\/\S+/.exec(lastOf(admin.chat.messages))?.[0] ?? "";
  }

  it("are for one member and a week unless something else is chosen", async () => {
    const closed = await closedChat();
    await invited(closed);
    const week = 7 * 24 * 3_600_000;
    expect(await closed.chat.access.invitations.open({ offset: 0, limit: 9 }, 0)).toEqual([
      { code: expect.any(String), role: "member", usesLeft: 1, expiresAt: week },
    ]);
  });

  it("can be chosen: role, uses, days", async () => {
    const closed = await closedChat();
    await invited(closed, "cán bộ", "50 lượt", "30 ngày");
    const month = 30 * 24 * 3_600_000;
    expect(await closed.chat.access.invitations.open({ offset: 0, limit: 9 }, 0)).toEqual([
      { code: expect.any(String), role: "staff", usesLeft: 50, expiresAt: month },
    ]);
  });

  it("let in who follows the link, and nobody after the last use", async () => {
    const closed = await closedChat();
    const { chat, lan } = closed;
    const link = await invited(closed);
    const [welcome] = await chat.handles(lan.follows(link));
    expect(welcome).toContain(vi.redeemed.redeemed("thành viên"));
    await chat.handles(lan.says("QĐ 213?"));
    expect(chat.questions).toEqual(["QĐ 213?"]);
    expect(await chat.handles(lan.follows(link))).toEqual([vi.redeemed["has-role"]("thành viên")]);
    const hoa = chat.api.user({ name: "Hoa", id: 601 });
    expect(await chat.handles(hoa.follows(link))).toEqual([vi.redeemed["used-up"]]);
    expect(await chat.handles(hoa.says("QĐ 213?"))).toEqual([vi.turnedAway.invitation(601)]);
  });

  it("can be taken back", async () => {
    const closed = await closedChat();
    const { chat, admin, lan } = closed;
    const link = await invited(closed);
    await chat.handles(admin.presses(vi.invite.list));
    await chat.handles(admin.presses(vi.invite.revoke(1)));
    expect(lastOf(admin.chat.messages)).toBe(vi.invite.none);
    expect(await chat.handles(lan.follows(link))).toEqual([vi.redeemed.revoked]);
  });

  it("are listed page by page", async () => {
    const closed = await closedChat();
    const { chat, admin } = closed;
    for (let made = 0; made < 12; made += 1) await invited(closed);
    await chat.handles(admin.presses(vi.invite.list));
    const first = lastOf(admin.chat.messages);
    await chat.handles(admin.presses(vi.next));
    expect([first.split("\n").length, lastOf(admin.chat.messages).split("\n").length]).toEqual([11, 3]);
    expect(lastOf(admin.chat.messages)).toContain("12. ");
  });

  it("that nobody made let nobody in", async () => {
    const { chat, lan } = await closedChat();
    expect(await chat.handles(lan.starts("moi-AAAAAAAAAAAAAAAAAAAAAA"))).toEqual([vi.redeemed.unknown]);
    expect(await chat.handles(lan.says("QĐ 213?"))).toEqual([vi.turnedAway.invitation(600)]);
  });

  it("are off where access goes by the list", async () => {
    const { chat, admin, lan } = await closedChat("list");
    const code = await chat.access.invitations.make({ role: "staff", uses: 9, expiresAt: 99 }, { actorId: 1, now: 0 });
    expect(await chat.handles(lan.starts(`moi-${code}`))).toEqual([vi.redeemed.off]);
    expect(await chat.handles(admin.says("/moi"))).toEqual([vi.invite.off]);
  });

  it.each(["moi:make:admin:1:7", "moi:make:staff:999:7", "moi:make:staff:1:9999"])(
    "cannot be more than the buttons offer: %s",
    async (data) => {
      const { chat, admin } = await closedChat();
      await chat.handles(admin.says("/moi"));
      const press = admin.presses(vi.invite.make);
      await chat.handles({ ...press, callback_query: { ...press.callback_query, data } });
      expect(await chat.access.invitations.open({ offset: 0, limit: 9 }, 0)).toEqual([]);
    },
  );
});

describe("people", () => {
  it("are listed with their roles, and get and lose them by buttons", async () => {
    const { chat, admin, lan } = await closedChat("list");
    await chat.handles(admin.says("/nguoidung 600"));
    await chat.handles(admin.presses("cán bộ"));
    expect((await chat.access.people.find(600))?.role).toBe("staff");
    await chat.handles(lan.says("QĐ 213?"));
    expect(chat.questions).toEqual(["QĐ 213?"]);
    await chat.handles(admin.presses(vi.people.back));
    expect(lastOf(admin.chat.messages)).toMatch(
      /1\. 500 · quản trị viên \(theo thiết lập hệ thống\).*\n2\. 600 · cán bộ/,
    );
    await chat.handles(admin.presses("2. 600"));
    await chat.handles(admin.presses(vi.people.remove));
    expect(await chat.handles(lan.says("QĐ 213?"))).toEqual([vi.turnedAway.list(600)]);
  });

  it("shows no button to change an administrator of the settings", async () => {
    const { chat, admin } = await closedChat();
    await chat.handles(admin.says(`/nguoidung ${ADMIN}`));
    expect(labelsOf(admin.chat.messages.at(-1))).toEqual([vi.people.back]);
  });

  it("turns pages", async () => {
    const { chat, admin } = await closedChat();
    for (let id = 1; id <= 20; id += 1) await chat.access.people.seen(id, id);
    await chat.handles(admin.says("/people"));
    await chat.handles(admin.presses(vi.next));
    await chat.handles(admin.presses(vi.next));
    expect(lastOf(admin.chat.messages)).toContain("21. 1 ·");
    expect(labelsOf(admin.chat.messages.at(-1))).not.toContain(vi.next);
  });

  it.each(["abc", "-5", "0", "1.5", "99999999999999999999"])("says how to name one, after %s", async (words) => {
    const { chat, admin } = await closedChat();
    expect(await chat.handles(admin.says(`/nguoidung ${words}`))).toEqual([vi.people.usage]);
  });

  it("are noted as seen once a day", async () => {
    const clock = { now: 24 * 3_600_000 };
    const chat = await createChat({ rights: { now: () => clock.now } });
    const lan = chat.api.user({ name: "Lan", id: 600 });
    const seenAt = async () => (await chat.access.people.find(600))?.seenAt;
    await chat.handles(lan.says("/help"));
    const [first] = [await seenAt()];
    clock.now += 24 * 3_600_000 - 1;
    await chat.handles(lan.says("/help"));
    expect(await seenAt()).toBe(first);
    clock.now += 1;
    await chat.handles(lan.says("/help"));
    expect(await seenAt()).toBe(clock.now);
  });
});

describe("what administrators do", () => {
  it.each(["/moi", "/nguoidung", "/nhatky", "/invite", "/people 5", "/audit"])(
    "%s is for them alone",
    async (command) => {
      const { chat, lan } = await closedChat();
      await chat.access.people.setRole(600, "staff", { actorId: ADMIN, now: 0 });
      expect(await chat.handles(lan.says(command))).toEqual([messages.vi.unknownCommand]);
    },
  );

  it.each(["moi:make:staff:1:7", "nguoi:set:600:admin", "nguoi:list:0", "nhatky:0"])(
    "%s does nothing when somebody else presses it",
    async (data) => {
      const { chat, lan } = await closedChat();
      await chat.access.people.setRole(600, "staff", { actorId: ADMIN, now: 0 });
      await chat.handles(lan.says("/quenhet"));
      const press = lan.presses(vi.forget.no);
      const calls = await callsOf(chat, { ...press, callback_query: { ...press.callback_query, data } } as Update);
      expect(calls.map(({ method }) => method)).toEqual(["answerCallbackQuery"]);
      expect((await chat.access.people.find(600))?.role).toBe("staff");
    },
  );

  it("stays out of groups", async () => {
    const { chat, admin } = await closedChat();
    const group = chat.api.group({});
    expect(await chat.handles(admin.in(group).says(`/nhatky@${chat.api.me.username}`))).toEqual([]);
  });

  it("is in the trail, page by page, without names", async () => {
    const { chat, admin, lan } = await closedChat();
    expect(await chat.handles(admin.says("/nhatky"))).toEqual([vi.audit.none]);
    await chat.handles(admin.says("/moi"));
    await chat.handles(admin.presses(vi.invite.make));
    await chat.handles(lan.follows(/https:\/\/t\.me\/\S+/.exec(lastOf(admin.chat.messages))?.[0] ?? ""));
    for (const role of ["staff", "trainer", null, "member", "staff", "trainer", "admin"] as const)
      for (const id of [600, 601]) await chat.access.people.setRole(id, role, { actorId: ADMIN, now: 0 });
    await chat.handles(admin.says("/nhatky"));
    expect(lastOf(admin.chat.messages)).toContain("01/01/1970 07:00 · 500 · đổi quyền 601 · quản trị viên");
    expect(lastOf(admin.chat.messages)).toMatch(/600 · dùng thư mời · thành viên$/);
    await chat.handles(admin.presses(vi.later));
    expect(lastOf(admin.chat.messages)).toMatch(/^Nhật ký:\n.*500 · tạo thư mời · thành viên$/);
    expect(JSON.stringify(admin.chat.messages)).not.toMatch(/"text":"[^"]*Lan/);
  });
});

describe("limits", () => {
  const limited = (now = () => 0) => createChat({ rights: { caps: CAPS, now } });

  it("end with a sentence that says when questions are answered again", async () => {
    const chat = await limited(() => Date.UTC(2026, 10, 23, 16, 59));
    const lan = chat.api.user({ name: "Lan" });
    for (const words of ["một?", "hai?", "ba?"]) await chat.handles(lan.says(words));
    expect(await chat.handles(lan.says("bốn?"))).toEqual([
      "Đồng chí đã hỏi hết số câu hỏi của hôm nay; có thể hỏi tiếp từ 0 giờ ngày 24/11/2026 (giờ Việt Nam).",
    ]);
    expect(chat.questions).toEqual(["một?", "hai?", "ba?"]);
  });

  it("are for each person, and for everybody together", async () => {
    const chat = await limited();
    const [lan, hoa] = [chat.api.user({ name: "Lan" }), chat.api.user({ name: "Hoa", language_code: "en" })];
    for (let asked = 0; asked < 4; asked += 1) {
      await chat.handles(lan.says("gì?"));
      await chat.handles(hoa.says("what?"));
    }
    expect(chat.questions).toHaveLength(CAPS.questions);
    expect(hoa.chat.messages.at(-1)?.text).toContain("As many questions as allowed have been answered today");
  });

  it("let 50 questions at once not slip through", async () => {
    const chat = await limited();
    const lan = chat.api.user({ name: "Lan" });
    await Promise.all(Array.from({ length: 50 }, (_, at) => chat.bot.handleUpdate(lan.says(`câu ${at}?`))));
    expect(chat.questions).toHaveLength(CAPS.userQuestions);
  });

  it("count in groups for who asks", async () => {
    const chat = await limited();
    const lan = chat.api.user({ name: "Lan" });
    const group = chat.api.group({});
    for (let asked = 0; asked < 5; asked += 1) await chat.handles(lan.in(group).mentions("gì?"));
    expect(chat.questions).toHaveLength(CAPS.userQuestions);
  });

  it("leave looking up, checking and help open", async () => {
    const chat = await limited();
    const lan = chat.api.user({ name: "Lan" });
    for (let asked = 0; asked < 5; asked += 1) await chat.handles(lan.says("gì?"));
    expect(await chat.handles(lan.says("/help"))).toEqual([messages.vi.help]);
  });

  it("hand on what the language model may cost to each question", async () => {
    const outcomes: boolean[] = [];
    const chat = await createChat({
      rights: { caps: { ...CAPS, userTokens: 100 } },
      ask: async (_question, options) => {
        outcomes.push((await options?.spending?.reserve(60)) ?? true);
        return ANSWER;
      },
    });
    const lan = chat.api.user({ name: "Lan" });
    await chat.handles(lan.says("một?"));
    await chat.handles(lan.says("hai?"));
    expect(outcomes).toEqual([true, false]);
  });

  it("are not asked for a message longer than Telegram's 4,096 characters", async () => {
    const chat = await limited();
    const lan = chat.api.user({ name: "Lan" });
    expect(await chat.handles(lan.says("ệ".repeat(4097)))).toEqual([messages.vi.longQuestion]);
    expect(chat.questions).toEqual([]);
  });
});

describe("/quenhet", () => {
  it("says what is kept, and deletes it after the button", async () => {
    const { chat, lan } = await closedChat();
    await chat.access.people.setRole(600, "staff", { actorId: ADMIN, now: 0 });
    await chat.handles(lan.says("QĐ 213?"));
    const [offer = ""] = await chat.handles(lan.says("/quenhet"));
    expect([offer.includes("quyền: cán bộ"), offer.includes("1 câu hỏi kèm câu trả lời")]).toEqual([true, true]);
    await chat.handles(lan.presses(vi.forget.yes));
    expect(lastOf(lan.chat.messages)).toBe(`${vi.forget.done}\n\n${vi.forget.afterwards.invitation}`);
    expect(await chat.access.personalData.about(600)).toMatchObject({ role: null, addedAt: null, answers: 0, days: 0 });
    expect(await chat.handles(lan.says("QĐ 213?"))).toEqual([vi.turnedAway.invitation(600)]);
  });

  it("keeps everything when the answer is no", async () => {
    const { chat, lan } = await closedChat();
    await chat.access.people.setRole(600, "staff", { actorId: ADMIN, now: 0 });
    await chat.handles(lan.says("/forget"));
    await chat.handles(lan.presses(vi.forget.no));
    expect(lastOf(lan.chat.messages)).toBe(vi.forget.kept);
    expect((await chat.access.people.find(600))?.role).toBe("staff");
  });

  it("is also for those whose access was taken away", async () => {
    const { chat, lan } = await closedChat();
    await chat.access.people.setRole(600, "staff", { actorId: ADMIN, now: 0 });
    await chat.access.people.setRole(600, null, { actorId: ADMIN, now: 0 });
    await chat.handles(lan.says("/quenhet"));
    await chat.handles(lan.presses(vi.forget.yes));
    expect(await chat.access.people.find(600)).toBeUndefined();
  });

  it("does not end what the settings say", async () => {
    const { chat, admin } = await closedChat();
    await chat.handles(admin.says("/quenhet"));
    await chat.handles(admin.presses(vi.forget.yes));
    expect(lastOf(admin.chat.messages)).toContain(vi.forget.afterwards.fixed);
    expect((await chat.access.people.find(ADMIN))?.role).toBe("admin");
  });

  it("is not done in a group", async () => {
    const chat = await createChat();
    const lan = chat.api.user({ name: "Lan" });
    expect(await chat.handles(lan.in(chat.api.group({})).says("/quenhet"))).toEqual([vi.privateOnly]);
  });
});

describe("with the longest data", () => {
  const LARGEST = Number.MAX_SAFE_INTEGER;

  it.each(["vi", "en"])("Telegram takes every message as it is: %s", async (language_code) => {
    const chat = await createChat({ rights: { adminIds: [ADMIN, LARGEST], mode: "invitation", now: () => 2e14 } });
    const admin = chat.api.user({ name: "Minh", id: ADMIN, language_code });
    for (let at = 0; at < 20; at += 1) {
      await chat.access.people.setRole(LARGEST - 1 - at, "admin", { actorId: LARGEST, now: 2e14 });
      const subject = "Nghị quyết số 18-NQ/TW 😀 ".repeat(40);
      const entry = { action: "person-forgotten", actorId: LARGEST, personId: LARGEST - 1, subject } as const;
      await chat.access.audit.record(entry, 2e14);
      await chat.access.invitations.make({ role: "admin", uses: 200, expiresAt: 3e14 }, { actorId: 1, now: 2e14 });
    }
    const commands = ["/moi", "/nguoidung", `/nguoidung ${LARGEST - 1}`, "/nhatky", "/quenhet"];
    for (const command of commands) expect(await chat.handles(admin.says(command))).toHaveLength(1);
    await chat.handles(admin.presses((language_code === "en" ? messages.en : messages.vi).access.invite.list));
    expect([chat.api.losses, chat.logged]).toEqual([[], []]);
  });

  it("an alert is at most 200 characters", () => {
    const sentences = [messages.vi, messages.en].flatMap(({ access: { turnedAway } }) => [
      turnedAway.invitation(LARGEST),
      turnedAway.list(LARGEST),
    ]);
    expect(sentences.filter((sentence) => sentence.length > 200)).toEqual([]);
  });
});

function lastOf(messages: readonly Message[]): string {
  return messages.at(-1)?.text ?? "";
}
