import { describe, expect, it } from "vitest";
import { messages } from "../../src/bot/messages.ts";
import type { Ask } from "../../src/core/answer.ts";
import { createChat } from "./chat.ts";
import { ANSWER, choice, noEvidence, QUOTE, which } from "./sample-answers.ts";

describe("a choice of documents", () => {
  const central = choice("18-NQ/TW", { title: "tinh gọn bộ máy" });
  const provincial = choice("18-NQ/TU");
  const ask: Ask = async (question) => {
    if (question === central.question) return ANSWER;
    return question === "NQ 18 nói gì?"
      ? which("Có 2 văn bản mang số 18:", [provincial, central])
      : noEvidence("Không có.");
  };

  it("is offered as buttons, and pressing one answers the original question for that document", async () => {
    const chat = await createChat({ ask });
    const update = chat.api.userText("NQ 18 nói gì?");
    await chat.handles(update);
    const offered = chat.api.sent.at(-1);
    if (!offered) throw new Error("nothing was offered");
    expect(await chat.handles(chat.api.userPress(offered, "18-NQ/TW"))).toEqual([expect.stringContaining(QUOTE)]);
    expect(chat.questions).toEqual(["NQ 18 nói gì?", "NQ 18 nói gì?", central.question]);
    expect(chat.api.sent.at(-1)?.reply_to_message?.message_id).toBe(update.message.message_id);
  });

  it("is acknowledged before anything else, once", async () => {
    const chat = await createChat({ ask });
    await chat.handles(chat.api.userText("NQ 18 nói gì?"));
    const offered = chat.api.sent.at(-1);
    if (!offered) throw new Error("nothing was offered");
    const callsBefore = chat.api.calls.length;
    await chat.handles(chat.api.userPress(offered, "18-NQ/TW"));
    const methods = chat.api.calls.slice(callsBefore).map(({ method }) => method);
    expect(methods[0]).toBe("answerCallbackQuery");
    expect(methods.filter((method) => method === "answerCallbackQuery")).toHaveLength(1);
  });

  it("is answered also when the press has waited too long to be acknowledged", async () => {
    const chat = await createChat({ ask });
    await chat.handles(chat.api.userText("NQ 18 nói gì?"));
    const offered = chat.api.sent.at(-1);
    if (!offered) throw new Error("nothing was offered");
    const press = chat.api.userPress(offered, "18-NQ/TW");
    const late = { ...press, callback_query: { ...press.callback_query, id: "too-old" } };
    expect(await chat.handles(late)).toEqual([expect.stringContaining(QUOTE)]);
  });

  it("asks for the question again when that is gone", async () => {
    const chat = await createChat({ ask });
    await chat.handles(chat.api.userText("NQ 18 nói gì?"));
    const offered = chat.api.sent.at(-1);
    if (!offered) throw new Error("nothing was offered");
    const { reply_to_message: _, ...orphan } = offered;
    expect(await chat.handles(chat.api.userPress(orphan, "18-NQ/TW"))).toEqual([messages.vi.questionGone]);
  });

  it("shows the choices as they are now when the library has changed", async () => {
    const changed = { now: ask };
    const chat = await createChat({ ask: (question) => changed.now(question) });
    await chat.handles(chat.api.userText("NQ 18 nói gì?"));
    const offered = chat.api.sent.at(-1);
    if (!offered) throw new Error("nothing was offered");
    changed.now = async () => which("Có 2 văn bản:", [provincial, choice("18-NQ/ĐU")]);
    expect(await chat.handles(chat.api.userPress(offered, "18-NQ/TW"))).toEqual(["Có 2 văn bản:"]);
  });
});
