import { describe, expect, it } from "vitest";
import { messages } from "../../src/bot/messages.ts";
import { type SmallDocument, smallDocuments } from "../fakes/small-library.ts";
import { buttonsOf } from "../peer/voice.ts";
import { talk } from "./talk.ts";

const SECRET: SmallDocument = {
  id: "mat-1",
  kind: "Kết luận",
  number: "77-KL/TU",
  title: "Về kế hoạch riêng",
  access: "staff",
  text: "Kế hoạch riêng của đoạn kín về nơi cư trú.",
};

/** What the bot has answered an inline query with. */
async function asks({ accept, lan, api }: Awaited<ReturnType<typeof talk>>, query: string, more: object = {}) {
  const asked = lan.asks(query, more);
  if (!asked.update) throw new Error("Telegram answered from its cache");
  await accept(asked.update);
  await api.until(() => asked.asked.answer !== undefined);
  const { results = [], ...answer } = api.calls.findLast(({ method }) => method === "answerInlineQuery")?.fields ?? {};
  return { asked, results, answer, titles: asked.titles() };
}

describe("an inline query", () => {
  it("finds documents by their number first, then passages", async () => {
    const talking = await talk();
    const { titles, results } = await asks(talking, "213 nơi cư trú");
    expect(titles[0]).toBe("Quy định số 213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị");
    expect(results[0].description).toMatch(/^Về trách nhiệm của đảng viên/);
    expect(titles.length).toBeGreaterThan(3);
    expect(talking.logged).toEqual([]);
  });

  it("takes of several documents with a number first what the words lead to", async () => {
    const talking = await talk();
    const { titles } = await asks(talking, "18 sắp xếp đơn vị sự nghiệp công lập");
    expect(titles[0]).toContain("18-NQ/TU");
    expect((await asks(talking, "18 tinh gọn tổ chức bộ máy hiệu lực hiệu quả")).titles[0]).toContain("18-NQ/TW");
  });

  it("has cards that post the citation with its quote and nothing else", async () => {
    const talking = await talk();
    const { asked, titles } = await asks(talking, "tiểu ban chuẩn bị Đại hội");
    const posted = talking.lan.chooses(asked, titles[0] ?? "", talking.api.group());
    const [citation = "", quote, ...more] = posted.text?.split("\n") ?? [];
    expect(quote).toBe("Trung ương thống nhất thành lập 5 tiểu ban chuẩn bị Đại hội.");
    expect(more).toEqual([]);
    expect(posted.entities).toEqual([
      { type: "bold", offset: 0, length: citation.length },
      { type: "expandable_blockquote", offset: citation.length + 1, length: quote?.length },
    ]);
    expect(buttonsOf(posted)).toMatchObject([{ url: expect.stringContaining("/documents/tin-giao-ban?at=") }]);
  });

  it("says under a document that is only mentioned whose words are quoted", async () => {
    const talking = await talk();
    const { asked, titles } = await asks(talking, "28-KL/TW");
    expect(titles[0]).toContain("28-KL/TW");
    const posted = talking.lan.chooses(asked, titles[0] ?? "", talking.api.group());
    expect(posted.text?.split("\n").at(-1)).toMatch(/^Theo: .*nguồn: Tạp chí Xây dựng Đảng/);
  });

  it("links into the bot where there is no reader, and the link shows the passage", async () => {
    const talking = await talk({ publicUrl: "" });
    const { asked, titles } = await asks(talking, "tiểu ban chuẩn bị Đại hội");
    const posted = talking.lan.chooses(asked, titles[0] ?? "", talking.api.group());
    const [button] = buttonsOf(posted);
    const link = button && "url" in button ? button.url : "";
    const [shown] = await talking.handles(talking.lan.follows(link));
    expect(shown).toContain("Trung ương thống nhất thành lập 5 tiểu ban chuẩn bị Đại hội.");
  });

  it("without words gets a hint and no cards", async () => {
    const { titles, answer } = await asks(await talk(), " ");
    expect(titles).toEqual([]);
    expect(answer).toMatchObject({ button: { text: messages.vi.inline.hint, start_parameter: "inline" } });
  });

  it("has pages of fifty, without repeats", async () => {
    const paragraphs = Array.from({ length: 70 }, (_, at) => `Đảng viên thứ ${at} giữ liên hệ nơi cư trú.`);
    const talking = await talk({}, [{ id: "dai", text: paragraphs.join("\n\n") }]);
    const first = await asks(talking, "liên hệ nơi cư trú");
    expect(first.results).toHaveLength(50);
    expect(first.answer).toMatchObject({ next_offset: "50" });
    const second = await asks(talking, "liên hệ nơi cư trú", { offset: "50" });
    expect(second.results).toHaveLength(20);
    expect(second.answer).toMatchObject({ next_offset: "" });
    const ids = [...first.results, ...second.results].map(({ id }: { readonly id: string }) => id);
    expect(new Set(ids).size).toBe(70);
  });

  it("has other ids once the library has changed", async () => {
    const revision = { now: "1" };
    const talking = await talk({ revision: async () => revision.now });
    const ids = async () => (await asks(talking, `213 ${revision.now}`)).results.map((card: { id: string }) => card.id);
    const before = await ids();
    revision.now = "2";
    const after = await ids();
    expect(before.length).toBeGreaterThan(0);
    expect(after.filter((id: string) => before.includes(id))).toEqual([]);
  });

  it("that fails gets no cards, and is not remembered for long", async () => {
    const talking = await talk({ revision: () => Promise.reject(new Error("no database")) });
    const { titles, answer } = await asks(talking, "213");
    expect(titles).toEqual([]);
    expect(answer).toMatchObject({ cache_time: 5, is_personal: true });
    expect(talking.logged).toMatchObject([{ level: "error", event: "inline-failed" }]);
  });

  it.each(["'\"*^()", "NEAR(", "👩‍👩‍👧", "%", "\\", "AND OR NOT", "a".repeat(256)])(
    "that looks like something else (%s) is answered",
    async (query) => {
      const talking = await talk();
      await asks(talking, query);
      expect(talking.logged).toEqual([]);
    },
  );
});

describe("restricted documents", () => {
  const documents = [...smallDocuments, SECRET];

  it("are found by staff in the chat with the bot, for their eyes alone", async () => {
    const talking = await talk({}, documents);
    await talking.gives("staff");
    talking.lan.starts();
    const { titles, answer } = await asks(talking, "77-KL/TU kế hoạch riêng", { place: talking.lan.chat });
    expect(titles[0]).toContain("77-KL/TU");
    expect(answer).toMatchObject({ is_personal: true });
  });

  it.each(["77-KL/TU", "kế hoạch riêng", "đoạn kín về nơi cư trú"])(
    "%s is nothing to staff in other chats",
    async (query) => {
      const talking = await talk({}, documents);
      await talking.gives("staff");
      await asks(talking, query);
      await asks(talking, `${query} `, { place: talking.api.group() });
      expect(JSON.stringify(talking.api.calls)).not.toMatch(/77-KL|đoạn kín/);
    },
  );

  it("are nothing to others in the chat with the bot", async () => {
    const talking = await talk({}, documents);
    talking.lan.starts();
    const { answer } = await asks(talking, "77-KL/TU đoạn kín", { place: talking.lan.chat });
    expect(JSON.stringify(talking.api.calls)).not.toMatch(/77-KL|đoạn kín/);
    expect(answer).toMatchObject({ is_personal: false });
  });
});

it("a card chosen in the chat with the bot is not a question", async () => {
  const talking = await talk();
  const { handles, lan } = talking;
  await handles(lan.starts());
  const { asked, titles } = await asks(talking, "213", { place: lan.chat });
  const posted = lan.chooses(asked, titles[0] ?? "", lan.chat);
  expect(await handles(talking.api.tells("message", posted))).toEqual([]);
});
