import { describe, expect, it } from "vitest";
import { messages } from "../../src/bot/messages.ts";
import { buttonsOf } from "../peer/voice.ts";
import { type Chat, createChat } from "./chat.ts";
import { candidate, citeOf, evidence, passagesOf } from "./sample-candidates.ts";

const { lookup } = messages.vi;
const regulation = candidate();
const central = candidate({
  number: "18-NQ/TW",
  citation: "Nghị quyết số 18-NQ/TW, ngày 25/10/2017 của Ban Chấp hành Trung ương",
  shortCitation: "Nghị quyết 18-NQ/TW",
  issuedOn: "2017-10-25",
  title: "về tinh gọn bộ máy",
});
const provincial = candidate({
  number: "18-NQ/TU",
  citation: "Nghị quyết số 18-NQ/TU",
  shortCitation: "Nghị quyết 18-NQ/TU",
  issuedOn: null,
  title: null,
});
const cite = citeOf(regulation, central, provincial);

function lastSent({ api }: Chat) {
  const message = api.sent.at(-1);
  if (!message) throw new Error("nothing was sent");
  return message;
}

describe("/tracuu", () => {
  it("shows the card of the document, as a reply", async () => {
    const chat = await createChat({ cite });
    const update = chat.api.userText("/tracuu qd 213");
    expect(await chat.handles(update)).toEqual([expect.stringContaining(regulation.citation)]);
    expect(lastSent(chat).entities?.[0]).toEqual({ type: "bold", offset: 0, length: regulation.citation.length });
    expect(lastSent(chat).reply_to_message?.message_id).toBe(update.message.message_id);
    expect(chat.questions).toEqual([]);
  });

  it.each(["/tracuu@trichdan_test_bot 213", "/lookup 213-QĐ/TW", "/tracuu\n213"])("works as %j", async (text) => {
    const chat = await createChat({ cite });
    expect(await chat.handles(chat.api.userText(text))).toEqual([expect.stringContaining(regulation.citation)]);
  });

  it("works in a group without a mention, because a command is addressed", async () => {
    const chat = await createChat({ cite });
    const { message } = chat.api.userText("/tracuu@trichdan_test_bot 213");
    const group = { id: -100_500, type: "supergroup", title: "Chi bộ" };
    expect(await chat.handles(chat.api.userMessage({ ...message, chat: group }))).toHaveLength(1);
  });

  it.each([
    ["/tracuu", "vi", lookup.usage],
    ["/tracuu@trichdan_test_bot", "vi", lookup.usage],
    ["/lookup", "en", messages.en.lookup.usage],
  ])("%s alone in %s explains itself with an example", async (text, language, expected) => {
    const chat = await createChat({ cite });
    expect(await chat.handles(chat.api.userText(text, language))).toEqual([expected]);
  });

  it("says of an unknown number that it is not in this library, and never that it does not exist", async () => {
    const chat = await createChat({ cite });
    const [text] = await chat.handles(chat.api.userText("/tracuu 999-QĐ/TW"));
    expect(text).toBe(lookup.none("999-QĐ/TW"));
    expect(text).toContain("không có trong thư viện này");
    expect(text).not.toContain("không tồn tại");
  });

  it("names the numbers that are missing where others are known", async () => {
    const chat = await createChat({ cite });
    const sent = await chat.handles(chat.api.userText("/tracuu Quy định 213-QĐ/TW và Quy định 999-QĐ/TW"));
    expect(sent).toEqual([lookup.missing("999-QĐ/TW"), expect.stringContaining(regulation.citation)]);
  });

  it("calls no number missing that a document without a full number has", async () => {
    const partial = candidate({ number: null, citation: "Quy định 335", shortCitation: "Quy định 335" });
    const chat = await createChat({ cite: citeOf(partial) });
    expect(await chat.handles(chat.api.userText("/tracuu quy định 335"))).toHaveLength(1);
  });

  it("an edited /tracuu message is not read again", async () => {
    const chat = await createChat({ cite });
    const { message } = chat.api.userText("/tracuu 213");
    expect(await chat.handles(chat.api.userEdits(message))).toEqual([messages.vi.edited]);
  });

  it("a library that fails is logged without the query, and the user is told", async () => {
    const chat = await createChat({ cite: (query) => Promise.reject(new Error(`no such column: ${query}`)) });
    expect(await chat.handles(chat.api.userText("/tracuu 213"))).toEqual([messages.vi.failed]);
    expect(chat.logged).toEqual([expect.objectContaining({ event: "cite-failed", error: "Error" })]);
    expect(JSON.stringify(chat.logged)).not.toContain("213");
  });
});

describe("several documents", () => {
  it("are offered as buttons, and pressing one shows its card as a reply to the command", async () => {
    const chat = await createChat({ cite });
    const update = chat.api.userText("/tracuu nq 18");
    const [text] = await chat.handles(update);
    expect(text).toBe(`${lookup.which(2)}\n1. ${central.citation} – về tinh gọn bộ máy\n2. Nghị quyết số 18-NQ/TU`);
    const offered = lastSent(chat);
    expect(buttonsOf(offered).map((button) => button.text)).toEqual([
      "1. 18-NQ/TW · 25/10/2017 · về tinh gọn bộ máy",
      "2. 18-NQ/TU · Bộ Chính trị",
    ]);
    expect(await chat.handles(chat.api.userPress(offered, "18-NQ/TU"))).toEqual([
      expect.stringMatching(/^Nghị quyết số 18-NQ\/TU\n/),
    ]);
    expect(lastSent(chat).reply_to_message?.message_id).toBe(update.message.message_id);
  });

  it("are told apart also where their numbers are the same or too long for a button", async () => {
    const number = `18-NQ/${"ĐU".repeat(40)}`;
    const twins = ["2017", "2018", "2019"].map((year) => candidate({ number, citation: `Nghị quyết ${year}` }));
    const chat = await createChat({ cite: async (query) => ({ query, candidates: twins }) });
    await chat.handles(chat.api.userText("/tracuu nq 18"));
    const offered = lastSent(chat);
    for (const [at, twin] of twins.entries()) {
      const [text] = await chat.handles(chat.api.userPress(offered, `${at + 1}. `));
      expect(text).toContain(twin.citation);
    }
  });

  it("beyond what one message holds are counted", async () => {
    const many = Array.from({ length: 33 }, (_, at) => candidate({ number: `18-NQ/A${at}`, citation: `NQ ${at}` }));
    const chat = await createChat({ cite: async (query) => ({ query, candidates: many }) });
    const [text] = await chat.handles(chat.api.userText("/tracuu nq 18"));
    expect(text).toContain(lookup.moreDocuments(13));
    expect(buttonsOf(lastSent(chat))).toHaveLength(20);
  });

  it("that are gone when the button is pressed are not there", async () => {
    const library = { now: cite };
    const chat = await createChat({ cite: (query) => library.now(query) });
    await chat.handles(chat.api.userText("/tracuu nq 18"));
    library.now = citeOf();
    expect(await chat.handles(chat.api.userPress(lastSent(chat), "18-NQ/TU"))).toEqual([lookup.none("18-NQ/TU")]);
  });

  it("whose command is gone, and whose number did not fit a button, have to be looked up again", async () => {
    const twins = ["2017", "2018"].map((year) => candidate({ number: "Đ".repeat(40), citation: year }));
    const chat = await createChat({ cite: async (query) => ({ query, candidates: twins }) });
    await chat.handles(chat.api.userText("/tracuu nq 18"));
    const { reply_to_message: _, ...orphan } = lastSent(chat);
    expect(await chat.handles(chat.api.userPress(orphan, "1. "))).toEqual([lookup.gone]);
  });
});

describe("the places that mention a document", () => {
  const texts = Object.fromEntries(
    Array.from({ length: 12 }, (_, at) => [`bc-${at}:1`, `Mở đầu. Chi bộ thực hiện Quy định 213-QĐ/TW, lần ${at}.`]),
  );
  const cited = candidate({ mentions: Object.keys(texts).map((id) => evidence(id, "Quy định 213-QĐ/TW", 26)) });

  it("are pages of the card's own message, with the sentence and its source, and lead back", async () => {
    const chat = await createChat({ cite: citeOf(cited), passages: passagesOf(texts) });
    await chat.handles(chat.api.userText("/tracuu 213"));
    const card = lastSent(chat);
    const turn = async (label: string) => {
      expect(await chat.handles(chat.api.userPress(lastSent(chat), label))).toEqual([]);
      return lastSent(chat);
    };
    const first = await turn("Nơi nhắc đến (12)");
    expect(first.message_id).toBe(card.message_id);
    expect(first.text).toContain("Nơi nhắc đến: 1–5 trong 12 đoạn");
    expect(first.text).toContain("Chi bộ thực hiện Quy định 213-QĐ/TW, lần 0.\n[1] Báo cáo bc-0");
    expect(first.text).not.toContain("Mở đầu");
    await turn(lookup.next);
    const last = await turn(lookup.next);
    expect(last.text).toContain("lần 11.\n[12] Báo cáo bc-11");
    expect(buttonsOf(last).map(({ text }) => text)).toEqual([lookup.previous, lookup.backToCard]);
    expect(await turn(lookup.backToCard)).toMatchObject({ text: card.text, message_id: card.message_id });
  });

  it("say what recognition is not sure of in all that is shown", async () => {
    const text = texts["bc-0:1"] ?? "";
    const [opening, around] = [text.indexOf("Mở đầu"), text.indexOf("thực hiện")];
    const uncertain = [opening, around].map((start) => ({ start, end: start + 4 }));
    const mentions = [{ ...evidence("bc-0:1", "Quy định 213-QĐ/TW", 26), uncertain }];
    const chat = await createChat({ cite: citeOf(candidate({ mentions })), passages: passagesOf(texts) });
    await chat.handles(chat.api.userText("/tracuu 213"));
    await chat.handles(chat.api.userPress(lastSent(chat), "Nơi nhắc đến"));
    expect(lastSent(chat).text).toContain("Báo cáo bc-0\n⚠️ Chữ nhận dạng từ bản quét, chưa chắc chắn: “thực”");
  });

  it("the same button pressed twice does no harm", async () => {
    const chat = await createChat({ cite: citeOf(cited), passages: passagesOf(texts) });
    await chat.handles(chat.api.userText("/tracuu 213"));
    const card = lastSent(chat);
    await chat.handles(chat.api.userPress(card, "Nơi nhắc đến"));
    expect(await chat.handles(chat.api.userPress(card, "Nơi nhắc đến"))).toEqual([]);
    expect(chat.logged).toEqual([]);
  });

  it("open in the reader at the words", async () => {
    const chat = await createChat({
      cite: citeOf(cited),
      passages: passagesOf(texts),
      publicUrl: "https://thu-vien.example",
    });
    await chat.handles(chat.api.userText("/tracuu 213"));
    await chat.handles(chat.api.userPress(lastSent(chat), "Nơi nhắc đến"));
    expect(buttonsOf(lastSent(chat))[0]).toEqual({
      text: "Mở [1]",
      url: "https://thu-vien.example/documents/bc-0?at=bc-0%3A1&start=26&end=44#here",
    });
  });
});
