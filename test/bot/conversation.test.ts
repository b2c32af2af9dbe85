import { describe, expect, it } from "vitest";
import { messages } from "../../src/bot/messages.ts";
import { openSmallLibrary, smallDocuments } from "../fakes/small-library.ts";
import { labelsOf } from "../peer/voice.ts";
import { type Chat, createChat, whenTyping } from "./chat.ts";
import { answered, citation } from "./sample-answers.ts";
import { passagesOf } from "./sample-candidates.ts";
import { talk } from "./talk.ts";

describe("more passages", () => {
  it("are those near to the question that were not quoted, three on a page", async () => {
    const { handles, lan, last, labels } = await talk();
    const [answer = ""] = await handles(lan.says("Từ đầu nhiệm kỳ Hà Tĩnh luân chuyển bao nhiêu cán bộ?"));
    expect(answer).toContain("152 cán bộ");
    const quoted = "Từ đầu nhiệm kỳ đến nay, Hà Tĩnh đã đề bạt, bổ nhiệm, điều động, luân chuyển 152 cán bộ";
    const [page = ""] = await handles(lan.presses("Đoạn liên quan"));
    expect(page).toMatch(/^Đoạn liên quan: 1–3 trong \d+ đoạn/);
    expect(page).not.toContain(quoted);
    expect(last().entities?.filter(({ type }) => type === "expandable_blockquote")).toHaveLength(3);
    expect(labels()).toEqual(["Mở (1)", "Mở (2)", "Mở (3)", "Sau ›"]);
  });

  it("are turned in the message itself, there and back", async () => {
    const { handles, lan, last, labels, api } = await talk();
    await handles(lan.says("Hà Tĩnh luân chuyển bao nhiêu cán bộ?"));
    const [first] = await handles(lan.presses("Đoạn liên quan"));
    const { message_id: id } = last();
    expect(await handles(lan.presses("Sau ›"))).toEqual([]);
    expect(last()).toMatchObject({ message_id: id, text: expect.stringMatching(/^Đoạn liên quan: 4–6/) });
    expect(labels()).toContain("‹ Trước");
    await handles(lan.presses("‹ Trước"));
    expect(last().text).toBe(first);
    expect(api.losses).toEqual([]);
  });

  it("come to an end", async () => {
    const { handles, lan, labels } = await talk();
    await handles(lan.says("Hà Tĩnh luân chuyển bao nhiêu cán bộ?"));
    await handles(lan.presses("Đoạn liên quan"));
    for (let turns = 0; labels().includes("Sau ›"); turns += 1) {
      expect(turns).toBeLessThan(10);
      await handles(lan.presses("Sau ›"));
    }
    expect(labels()).toContain("‹ Trước");
  });

  it("of a question that is no longer kept are not guessed", async () => {
    const { handles, lan, db } = await talk();
    await handles(lan.says("Hà Tĩnh luân chuyển bao nhiêu cán bộ?"));
    await db.run("DELETE FROM answered");
    expect(await handles(lan.presses("Đoạn liên quan"))).toEqual([messages.vi.more.gone]);
  });

  it("of somebody else's question come in a message of one's own, which that person cannot turn", async () => {
    const { handles, lan, api, last } = await talk();
    const group = api.group();
    const minh = api.user({ name: "Minh" });
    await handles(lan.in(group).mentions("Hà Tĩnh luân chuyển bao nhiêu cán bộ?"));
    await handles(minh.in(group).presses("Đoạn liên quan"));
    const minhs = last();
    const before = minhs.text;
    expect(await handles(lan.in(group).presses("Sau ›", minhs))).toHaveLength(1);
    expect(group.messages.find(({ message_id: id }) => id === minhs.message_id)?.text).toBe(before);
    expect(last().text).toMatch(/^Đoạn liên quan: 4–6/);
  });

  describe("of a document for staff", () => {
    const text = "Hà Tĩnh luân chuyển cán bộ theo kế hoạch riêng của đoạn kín này.";
    const secret = { id: "mat", title: "Luân chuyển cán bộ Hà Tĩnh", access: "staff" as const, text };

    async function allPages({ handles, lan, labels }: Awaited<ReturnType<typeof talk>>): Promise<void> {
      await handles(lan.says("Có bao nhiêu quần chúng ưu tú được kết nạp?"));
      await handles(lan.presses("Đoạn liên quan"));
      while (labels().includes("Sau ›")) await handles(lan.presses("Sau ›"));
    }

    it("are shown to staff", async () => {
      const talking = await talk({}, [...smallDocuments, secret]);
      await talking.gives("staff");
      await allPages(talking);
      expect(JSON.stringify(talking.api.calls)).toContain("đoạn kín");
    });

    it("reach nobody else", async () => {
      const talking = await talk({}, [...smallDocuments, secret]);
      await allPages(talking);
      expect(JSON.stringify(talking.api.calls)).not.toContain("đoạn kín");
    });

    it("reach staff in no group", async () => {
      const { handles, lan, api, gives } = await talk({}, [...smallDocuments, secret]);
      await gives("staff");
      const group = api.group();
      await handles(lan.in(group).mentions("Hà Tĩnh luân chuyển bao nhiêu cán bộ?"));
      await handles(lan.in(group).presses("Đoạn liên quan"));
      await handles(lan.in(group).presses("Sau ›"));
      expect(JSON.stringify(api.calls)).not.toContain("đoạn kín");
    });
  });
});

describe("/nguon", () => {
  it("shows the quotes of the last answer whole, with their places", async () => {
    const { handles, lan, last } = await talk();
    await handles(lan.says("Có bao nhiêu quần chúng ưu tú được kết nạp?"));
    await handles(lan.says("Trung ương thành lập bao nhiêu tiểu ban?"));
    const [sources = ""] = await handles(lan.says("/nguon"));
    expect(sources).toContain(messages.vi.sources.head);
    expect(sources).toContain("5 tiểu ban");
    expect(sources).toContain("Tạp chí Xây dựng Đảng");
    expect(sources).not.toContain("269");
    expect(last().entities?.some(({ type }) => type === "expandable_blockquote")).toBe(true);
  });

  it("tells who has asked nothing that there is nothing", async () => {
    const { handles, lan, api } = await talk();
    const group = api.group();
    await handles(lan.in(group).mentions("Trung ương thành lập bao nhiêu tiểu ban?"));
    const minh = api.user({ name: "Minh" });
    expect(await handles(minh.in(group).says("/nguon@trichdan_test_bot"))).toEqual([messages.vi.sources.none]);
    expect(await handles(lan.says("/nguon"))).toEqual([messages.vi.sources.none]);
  });

  it("turns pages where the quotes are more than a message", async () => {
    const texts = [1, 2, 3].map((at) => `Đoạn thứ ${at}. ${"Nội dung của đoạn này là nội dung. ".repeat(80)}`.trim());
    const [one, two, three] = texts.map((text, at) => citation(at + 1, text, { passage: { id: `dai:${at + 1}` } }));
    if (!one || !two || !three) throw new Error("no citations");
    const stored = passagesOf(Object.fromEntries(texts.map((text, at) => [`dai:${at + 1}`, text])));
    const passages = { ...stored, uncertainIn: async () => new Map() };
    const { handles, api } = await createChat({
      ask: async () => answered("A [1][2][3].", [one, two, three]),
      passages,
    });
    const lan = api.user();
    await handles(lan.says("dài?"));
    await handles(lan.says("/nguon"));
    const shown: string[] = [];
    for (const at of [1, 2, 3]) {
      if (at > 1) await handles(lan.presses("Sau ›"));
      shown.push(api.sent.at(-1)?.text ?? "");
    }
    for (const text of texts) expect(shown.join("\n")).toContain(text);
    expect(labelsOf(api.sent.at(-1))).not.toContain("Sau ›");
    await handles(lan.presses("‹ Trước"));
    expect(api.sent.at(-1)?.text).toBe(shown[1]);
  });

  it("keeps topics apart", async () => {
    const { handles, lan, api } = await talk();
    const forum = api.group({ isForum: true });
    const [one, two] = [api.topic(forum, "Tổ chức"), api.topic(forum, "Đào tạo")];
    await handles(lan.in(forum, one).mentions("Trung ương thành lập bao nhiêu tiểu ban?"));
    expect(await handles(lan.in(forum, two).says("/nguon@trichdan_test_bot"))).toEqual([messages.vi.sources.none]);
    const [sources] = await handles(lan.in(forum, one).says("/nguon@trichdan_test_bot"));
    expect(sources).toContain("5 tiểu ban");
    expect(api.sent.map((message) => message.message_thread_id)).toEqual([one, two, one]);
  });

  it("says so where the last answer quoted nothing", async () => {
    const { handles, lan } = await talk();
    await handles(lan.says("Mức đóng đảng phí của đảng viên hưu trí là bao nhiêu?"));
    expect(await handles(lan.says("/nguon"))).toEqual([messages.vi.sources.unquoted]);
  });

  it("shows nothing that has left the library since", async () => {
    const library = await openSmallLibrary(smallDocuments);
    const { handles, api } = await createChat({ library: library.reading });
    const lan = api.user();
    await handles(lan.says("Trung ương thành lập bao nhiêu tiểu ban?"));
    await library.store.remove("tin-giao-ban");
    expect(await handles(lan.says("/nguon"))).toEqual([messages.vi.sources.gone]);
  });
});

describe("an edited question", () => {
  it("is answered in place of its earlier answer", async () => {
    const { handles, lan, api } = await talk();
    const asked = lan.says("Trung ương thành lập bao nhiêu tiểu ban?");
    await handles(asked);
    expect(await handles(lan.edits(asked.message, "Có bao nhiêu quần chúng ưu tú được kết nạp vào Đảng?"))).toEqual([]);
    expect(api.sent).toHaveLength(1);
    expect(api.sent[0]?.text).toContain("269");
    const [sources] = await handles(lan.says("/nguon"));
    expect(sources).toContain("269");
  });

  it("that says the same as before changes nothing", async () => {
    const { handles, lan, api } = await talk();
    const asked = lan.says("Trung ương thành lập bao nhiêu tiểu ban?");
    await handles(asked);
    const calls = api.calls.length;
    expect(await handles(lan.edits(asked.message, "Trung ương thành lập bao nhiêu tiểu ban?"))).toEqual([]);
    expect(api.calls).toHaveLength(calls);
  });

  it("is answered anew where its answer has been deleted", async () => {
    const { handles, lan, last } = await talk();
    const asked = lan.says("Trung ương thành lập bao nhiêu tiểu ban?");
    await handles(asked);
    lan.deletes(last());
    const [answer] = await handles(lan.edits(asked.message, "Có bao nhiêu quần chúng ưu tú được kết nạp vào Đảng?"));
    expect(answer).toContain("269");
  });

  it("loses the messages that a shorter answer does not need", async () => {
    const long = `Đoạn dài. ${"Nội dung của đoạn dài này là nội dung. ".repeat(150)}`;
    const answers = [answered("A [1].", [citation(1, long)]), answered("B [1].", [citation(1, "ngắn")])];
    const chat = await createChat({ ask: async () => answers.shift() ?? answered("C [1].", [citation(1, "c")]) });
    const lan = chat.api.user();
    const asked = lan.says("dài?");
    expect(await chat.handles(asked)).toHaveLength(2);
    await chat.handles(lan.edits(asked.message, "ngắn?"));
    expect(lan.chat.messages.filter(({ from }) => from?.is_bot).map(({ text }) => text)).toEqual([
      expect.stringMatching(/^B \[1\]\./),
    ]);
  });

  it("in a group is answered again also without the mention, and somebody's talk is left alone", async () => {
    const { handles, lan, api } = await talk();
    const group = api.group({ bot: "administrator" });
    const asked = lan.in(group).mentions("Trung ương thành lập bao nhiêu tiểu ban?");
    await handles(asked);
    await handles(lan.in(group).edits(asked.message, "Có bao nhiêu quần chúng ưu tú được kết nạp vào Đảng?"));
    expect(api.sent.map(({ text }) => text)).toEqual([expect.stringContaining("269")]);
    const talking = lan.in(group).says("Chào các đồng chí");
    await handles(talking);
    expect(await handles(lan.in(group).edits(talking.message, "Chào cả nhà"))).toEqual([]);
  });

  it("that was a command is not read again", async () => {
    const { handles, lan } = await talk();
    const asked = lan.says("/help");
    await handles(asked);
    expect(await handles(lan.edits(asked.message, "/start"))).toEqual([messages.vi.edited]);
  });
});

describe("a question that follows on", () => {
  it("is understood from the one before, and says how", async () => {
    const { handles, lan } = await talk();
    await handles(lan.says("Quy định 399-QĐ/TW nêu bao nhiêu thể loại văn bản?"));
    const [answer] = await handles(lan.says("Ban hành ngày nào?"));
    expect(answer).toMatch(/hiểu là: .*399/s);
  });

  it("looks first where the answer before was found", async () => {
    const { handles, lan } = await talk();
    await handles(lan.says("Toàn tỉnh có bao nhiêu quần chúng ưu tú được kết nạp vào Đảng?"));
    const [answer] = await handles(lan.says("trong đó đạt bao nhiêu phần trăm?"));
    expect(answer).toContain("12,5%");
  });

  it("does not follow on somebody else's, nor on one's own in another place", async () => {
    const { handles, lan, api } = await talk();
    const group = api.group();
    const minh = api.user({ name: "Minh" });
    await handles(lan.in(group).mentions("Quy định 399-QĐ/TW nêu bao nhiêu thể loại văn bản?"));
    const [minhs] = await handles(minh.in(group).mentions("Ban hành ngày nào?"));
    const [own] = await handles(lan.says("Ban hành ngày nào?"));
    for (const answer of [minhs, own]) expect(answer).toMatch(/^(?!.*hiểu là)Thư viện này không có đoạn nào/s);
    const [lans] = await handles(lan.in(group).mentions("Ban hành ngày nào?"));
    expect(lans).toContain("399");
  });
});

describe("in a group", () => {
  it("the general topic of a forum is answered there, as a place of its own", async () => {
    const { handles, lan, api } = await talk();
    const forum = api.group({ isForum: true });
    const topic = api.topic(forum, "Tổ chức");
    await handles(lan.in(forum).mentions("Trung ương thành lập bao nhiêu tiểu ban?"));
    expect(api.sent.map(({ message_thread_id: thread }) => thread)).toEqual([undefined]);
    expect(await handles(lan.in(forum, topic).says("/nguon@trichdan_test_bot"))).toEqual([messages.vi.sources.none]);
    expect(await handles(lan.in(forum).says("/nguon@trichdan_test_bot"))).toEqual([
      expect.stringContaining("5 tiểu ban"),
    ]);
  });

  it("a thread of replies is no topic", async () => {
    const chat: Chat = await createChat({ ask: () => whenTyping(chat) });
    const { api, handles, logged } = chat;
    const group = api.group();
    const asked = api.user().in(group).mentions("QĐ 213?");
    const inThread = { ...asked, message: { ...asked.message, message_thread_id: 5 } };
    expect(await handles(inThread)).toHaveLength(1);
    expect(group.actions).toMatchObject([{ action: "typing" }]);
    expect(JSON.stringify(api.calls)).not.toContain("message_thread_id");
    expect(logged).toEqual([]);
  });
});
