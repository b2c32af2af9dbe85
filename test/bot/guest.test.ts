import { describe, expect, it } from "vitest";
import { messages } from "../../src/bot/messages.ts";
import { smallDocuments } from "../fakes/small-library.ts";
import { createChat } from "./chat.ts";
import { answered, citation } from "./sample-answers.ts";
import { talk } from "./talk.ts";

const SECRET = {
  id: "mat-1",
  title: "Về kế hoạch riêng",
  access: "staff" as const,
  text: "Kế hoạch riêng của đoạn kín.",
};

describe("where the bot is a guest", () => {
  it("a question is answered by one short message with its first quote", async () => {
    const { handles, lan, api, logged } = await talk();
    const place = api.group({ bot: "left" });
    const shown = await handles(lan.in(place).summons("Trung ương thành lập bao nhiêu tiểu ban?"));
    expect(shown).toEqual([expect.stringContaining("Trung ương thống nhất thành lập 5 tiểu ban chuẩn bị Đại hội.")]);
    expect(api.sent[0]?.entities?.map(({ type }) => type)).toEqual(["expandable_blockquote"]);
    expect(api.losses).toEqual([]);
    expect(logged).toEqual([]);
  });

  it("nothing is kept of it, and it follows on nothing", async () => {
    const { handles, lan, api, db } = await talk();
    const place = api.group({ bot: "left" });
    await handles(lan.says("Quy định 399-QĐ/TW nêu bao nhiêu thể loại văn bản?"));
    const [answer] = await handles(lan.in(place).summons("Ban hành ngày nào?"));
    expect(answer).not.toContain("399");
    for (const table of ["answered", "conversations"]) {
      expect(await db.all(`SELECT * FROM ${table}`)).toHaveLength(1);
    }
  });

  it.each(["staff", "admin"] as const)("also %s gets only what is open to everyone", async (role) => {
    const { handles, lan, api, gives } = await talk({}, [...smallDocuments, SECRET]);
    await gives(role);
    // The private chat of two other people.
    await handles(lan.in(api.user({ name: "Minh" }).chat).summons("Kế hoạch riêng của đoạn kín là gì?"));
    await handles(lan.in(api.group({ bot: "left" })).summons("Kế hoạch riêng của đoạn kín là gì?"));
    expect(api.calls.filter(({ method }) => method === "answerGuestQuery")).toHaveLength(2);
    expect(JSON.stringify(api.sent)).not.toContain("Kế hoạch riêng của đoạn kín.");
  });

  it.each([
    ["nothing", "", messages.vi.guest.empty],
    ["too much", "a".repeat(4097), messages.vi.longQuestion],
  ])("%s gets one helpful line", async (_what, text, expected) => {
    const { handles, lan, api } = await talk();
    const shown = await handles(lan.in(api.group({ bot: "left" })).summons(text));
    expect(shown).toEqual([expected]);
  });

  it("a failure is one sentence there, and one line in the log", async () => {
    const chat = await createChat({ ask: () => Promise.reject(new Error("no library")) });
    const lan = chat.api.user();
    expect(await chat.handles(lan.in(chat.api.group({ bot: "left" })).summons("QĐ 213?"))).toEqual([
      messages.vi.failed,
    ]);
    expect(chat.logged).toMatchObject([{ level: "error", event: "guest-failed" }]);
  });

  it("the longest answer fits", async () => {
    const long = "Đẩy mạnh thực hiện một số nhiệm vụ. ".repeat(200);
    const longest = answered(`${long} [1]`, [citation(1, long, { directive: { title: long, number: null } })]);
    const chat = await createChat({ ask: async () => longest });
    const lan = chat.api.user();
    expect(await chat.handles(lan.in(chat.api.group({ bot: "left" })).summons("gì?"))).toHaveLength(1);
    expect(chat.logged).toEqual([]);
  });
});
