import { describe, expect, it } from "vitest";
import { messages } from "../../src/bot/messages.ts";
import { labelsOf } from "../peer/voice.ts";
import { type Chat, type ChatParts, createChat } from "./chat.ts";
import { ANSWER, noEvidence } from "./sample-answers.ts";

const GROUP = { id: -100_500, type: "supergroup", title: "Chi bộ" };
const MENTION = {
  chat: GROUP,
  text: "@trichdan_test_bot QĐ 213?",
  entities: [{ type: "mention", offset: 0, length: 18 }],
};
const { more } = messages.vi;

/** A chat in which one question has been answered, and what the list of gaps says of it. */
async function answeredChat(parts: ChatParts = {}, content: object = { text: "QĐ 213?" }) {
  const chat = await createChat(parts);
  await chat.handles(chat.api.userMessage(content));
  const gaps = async () => {
    const { gaps } = await chat.gaps.open({ order: "newest", offset: 0, limit: 10 });
    return gaps.map(({ question, reason, count }) => [question, reason, count]);
  };
  return { ...chat, noted: gaps };
}

function last({ api }: Pick<Chat, "api">) {
  const message = api.sent.at(-1);
  if (!message) throw new Error("nothing was sent");
  return message;
}

/** The labels below those of the quotes. */
const feedbackOf = (chat: Pick<Chat, "api">) => {
  const labels = labelsOf(last(chat));
  return labels.slice(labels.indexOf(more.button) + 1);
};

async function press(chat: Pick<Chat, "api" | "handles">, ...labels: readonly string[]): Promise<void> {
  for (const label of labels) await chat.handles(chat.api.userPress(last(chat), label));
}

it("asks under an answer whether it was right, and under no refusal", async () => {
  expect(feedbackOf(await answeredChat())).toEqual(["👍 Đúng", "👎 Chưa đúng"]);
  const refused = await answeredChat({ ask: async () => noEvidence("Không có đoạn nào.") });
  expect(labelsOf(last(refused)).filter((label) => label.includes("úng"))).toEqual([]);
});

it("asks in the language of the answer", async () => {
  const chat = await answeredChat({ ask: async () => ({ ...ANSWER, language: "en" }) });
  await press(chat, "Not right");
  expect(labelsOf(last(chat)).slice(-6)).toEqual([
    "👍 Right",
    "❌ Not right",
    "Wrong document",
    "Incomplete",
    "No longer in force",
    "Another reason",
  ]);
});

describe("in a private chat", () => {
  it("marks the word that was said, and sends nothing more", async () => {
    const chat = await answeredChat();
    const before = chat.api.sent.length;
    await press(chat, "Đúng");
    expect(feedbackOf(chat)).toEqual(["✅ Đúng", "👎 Chưa đúng"]);
    expect([chat.api.sent.length, await chat.noted()]).toEqual([before, []]);
  });

  it("leaves the other buttons as they were", async () => {
    const chat = await answeredChat();
    const before = labelsOf(last(chat)).slice(0, -2);
    await press(chat, "Chưa đúng", "Còn thiếu");
    expect(labelsOf(last(chat)).slice(0, -2)).toEqual(before);
  });

  it("asks why an answer was not right, and notes the question with the reason", async () => {
    const chat = await answeredChat();
    await press(chat, "Chưa đúng");
    expect(feedbackOf(chat)).toEqual([
      "👍 Đúng",
      "❌ Chưa đúng",
      "Sai văn bản",
      "Còn thiếu",
      "Đã hết hiệu lực",
      "Lý do khác",
    ]);
    expect(await chat.noted()).toEqual([["QĐ 213?", "disliked", 1]]);
    await press(chat, "Đã hết hiệu lực");
    expect(feedbackOf(chat)).toEqual(["👍 Đúng", "❌ Chưa đúng: đã hết hiệu lực"]);
    expect(await chat.noted()).toEqual([["QĐ 213?", "outdated", 1]]);
  });

  it("counts a question once, however often a button is pressed", async () => {
    const chat = await answeredChat();
    await press(chat, "Chưa đúng", "Chưa đúng", "Lý do khác", "Chưa đúng", "Còn thiếu");
    expect(await chat.noted()).toEqual([["QĐ 213?", "incomplete", 1]]);
    expect(chat.logged).toEqual([]);
  });

  it("takes the question back when the word is changed", async () => {
    const chat = await answeredChat();
    await press(chat, "Chưa đúng", "👍");
    expect([feedbackOf(chat), await chat.noted()]).toEqual([["✅ Đúng", "👎 Chưa đúng"], []]);
    await press(chat, "Chưa đúng");
    expect(await chat.noted()).toEqual([["QĐ 213?", "disliked", 1]]);
  });

  it("hears a press that comes twice at once only once", async () => {
    const chat = await answeredChat();
    const update = chat.api.userPress(last(chat), "Chưa đúng");
    await Promise.all([chat.handles(update), chat.handles(update)]);
    expect(await chat.noted()).toEqual([["QĐ 213?", "disliked", 1]]);
  });

  it("counts a follow-up question as it reads by itself", async () => {
    const chat = await answeredChat({ ask: async () => ({ ...ANSWER, followsOn: "QĐ 213 ban hành ngày nào?" }) });
    await press(chat, "Chưa đúng");
    expect(await chat.noted()).toEqual([["QĐ 213 ban hành ngày nào?", "disliked", 1]]);
  });

  it("shows the word also where the message can no longer be changed", async () => {
    const chat = await answeredChat();
    chat.api.failNext({ kind: "server-error" }, "editMessageReplyMarkup");
    await press(chat, "Chưa đúng");
    expect(await chat.noted()).toEqual([["QĐ 213?", "disliked", 1]]);
  });
});

describe("in a group", () => {
  it("counts what several people say", async () => {
    const chat = await answeredChat({}, MENTION);
    await press(chat, "Chưa đúng");
    const pressAsHung = async (label: string) => {
      const update = chat.api.userPress(last(chat), label);
      const from = { id: 2002, is_bot: false, first_name: "Hùng" };
      await chat.handles({ ...update, callback_query: update.callback_query && { ...update.callback_query, from } });
    };
    await pressAsHung("Chưa đúng");
    expect(feedbackOf(chat).slice(0, 2)).toEqual(["👍 Đúng", "👎 Chưa đúng · 2"]);
    expect((await chat.noted()).map(([, , count]) => count)).toEqual([2]);
    await pressAsHung("👍 Đúng");
    expect(feedbackOf(chat)).toEqual(["👍 Đúng · 1", "👎 Chưa đúng · 1"]);
  });
});

describe("a reaction on an answer", () => {
  const reaction = (chat: Chat, emoji: string, messageId = last(chat).message_id) =>
    chat.api.tells("message_reaction", {
      chat: last(chat).chat,
      message_id: messageId,
      user: { id: 1001, is_bot: false, first_name: "Lan" },
      date: 1,
      old_reaction: [],
      new_reaction: [{ type: "emoji", emoji }],
    });

  it.each([
    ["👎", [["QĐ 213?", "disliked", 1]]],
    ["👍", []],
    ["🔥", []],
  ])("%s is heard like a button", async (emoji, expected) => {
    const chat = await answeredChat();
    await chat.handles(reaction(chat, emoji));
    expect(await chat.noted()).toEqual(expected);
  });

  it("takes back what a button said, and says nothing about other messages", async () => {
    const chat = await answeredChat();
    await press(chat, "Chưa đúng");
    await chat.handles(reaction(chat, "👎", 1));
    expect(await chat.noted()).toEqual([["QĐ 213?", "disliked", 1]]);
    await chat.handles(reaction(chat, "👍"));
    expect(await chat.noted()).toEqual([]);
  });

  it("on a refusal counts nothing: that has been counted", async () => {
    const chat = await answeredChat({ ask: async () => noEvidence("Không có đoạn nào.") });
    await chat.handles(reaction(chat, "👎"));
    expect(await chat.noted()).toEqual([]);
  });
});
