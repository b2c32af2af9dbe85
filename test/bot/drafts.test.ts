import { describe, expect, it, vi } from "vitest";
import { messages } from "../../src/bot/messages.ts";
import type { Sleep } from "../../src/bot/sleep.ts";
import type { Answer, AskOptions } from "../../src/core/answer.ts";
import { createChat } from "./chat.ts";
import { ANSWER } from "./sample-answers.ts";

/** Time that passes for the drafts when a test says so; the lengths of the pauses asked for. */
function createTicks() {
  const pauses: number[] = [];
  const waiting = new Set<() => void>();
  const sleep: Sleep = (durationMs, signal) => {
    pauses.push(durationMs);
    return new Promise((resolve) => {
      const wake = () => {
        waiting.delete(wake);
        signal?.removeEventListener("abort", wake);
        resolve();
      };
      if (signal?.aborted) return resolve();
      waiting.add(wake);
      signal?.addEventListener("abort", wake);
    });
  };
  return {
    sleep,
    pauses,
    /** Ends the pause under way, once there is one. */
    async pass(): Promise<void> {
      await vi.waitFor(() => expect(waiting.size).toBe(1));
      for (const wake of waiting) wake();
    },
  };
}

/** A question whose answer is given when the test says so. */
async function slowChat() {
  const ticks = createTicks();
  const asked: AskOptions[] = [];
  const ends: ((answer: Answer) => void)[] = [];
  const chat = await createChat({
    sleep: ticks.sleep,
    ask: (_question, options = {}) => {
      asked.push(options);
      return new Promise((resolve, reject) => {
        ends.push(resolve);
        options.signal?.addEventListener("abort", () => reject(new Error("aborted")));
      });
    },
  });
  const lan = chat.api.user();
  const draftCalls = () => chat.api.calls.filter(({ method }) => method === "sendMessageDraft");
  const whenAsked = () =>
    vi.waitFor(() => {
      const [end] = ends;
      if (!end) throw new Error("nothing is asked");
      return end;
    });
  return {
    ...chat,
    ...ticks,
    lan,
    asked,
    draftCalls,
    whenAsked,
    /** Begins to handle a question, until it is being asked. */
    async begins() {
      const handled = chat.handles(lan.says("QĐ 213?"));
      const end = await whenAsked();
      return { handled, end: () => end(ANSWER) };
    },
  };
}

describe("while an answer is looked for in a private chat", () => {
  it("a draft says after a second what is being done, with a button to stop, and the answer takes its place", async () => {
    const { begins, pass, lan, asked, draftCalls, pauses, api } = await slowChat();
    const { handled, end } = await begins();
    expect(draftCalls()).toEqual([]);
    expect(pauses).toEqual([1000]);
    await pass();
    await api.until(() => lan.chat.draft !== undefined);
    expect(lan.chat.draft).toMatchObject({ text: messages.vi.working.searching, can_stop: true });
    asked[0]?.onFound?.(6);
    await pass();
    await api.until(() => draftCalls().length === 2);
    expect(lan.chat.draft?.text).toBe("Đã tìm thấy 6 đoạn, đang chọn câu trả lời…");
    end();
    expect(await handled).toHaveLength(1);
    expect(lan.chat.draft).toBeUndefined();
    expect(api.losses).toEqual([]);
  });

  it("nothing is drafted where it comes within the second", async () => {
    const { begins, draftCalls } = await slowChat();
    const { handled, end } = await begins();
    end();
    await handled;
    expect(draftCalls()).toEqual([]);
  });

  it("the same words are drafted again only before Telegram lets them vanish", async () => {
    const { begins, pass, draftCalls, pauses } = await slowChat();
    const { handled, end } = await begins();
    for (let seconds = 0; seconds < 21; seconds += 1) await pass();
    await vi.waitFor(() => expect(draftCalls()).toHaveLength(2));
    expect(Math.min(...pauses)).toBe(1000);
    end();
    await handled;
  });

  it("a 429 silences the drafts as long as it says, and the answer comes all the same", async () => {
    const { begins, pass, draftCalls, pauses, api } = await slowChat();
    api.failNext({ kind: "too-many-requests", retryAfter: 2 }, "sendMessageDraft");
    const { handled, end } = await begins();
    await pass();
    await vi.waitFor(() => expect(pauses.at(-1)).toBeGreaterThan(1000));
    expect(draftCalls()).toHaveLength(1);
    end();
    expect(await handled).toHaveLength(1);
  });

  it("a server that knows no drafts is asked once", async () => {
    const { begins, pass, draftCalls, pauses, api } = await slowChat();
    api.failNext({ kind: "server-error" }, "sendMessageDraft");
    const { handled, end } = await begins();
    await pass();
    await vi.waitFor(() => expect(pauses.at(-1)).toBeGreaterThan(86_400_000));
    end();
    expect(await handled).toHaveLength(1);
    expect(draftCalls()).toHaveLength(1);
  });
});

describe("the button under a draft", () => {
  it("stops the work itself, although the question still holds the chat's turn, and says so", async () => {
    const { begins, pass, lan, asked, accept, api, logged } = await slowChat();
    const { handled } = await begins();
    await pass();
    await api.until(() => lan.chat.draft !== undefined);
    await accept(lan.stops());
    expect(await handled).toEqual([messages.vi.working.stopped]);
    expect(asked[0]?.signal?.aborted).toBe(true);
    expect(logged).toEqual([]);
  });

  it("of an answer that has come does nothing", async () => {
    const { begins, pass, lan, handles, api } = await slowChat();
    const { handled, end } = await begins();
    await pass();
    await api.until(() => lan.chat.draft !== undefined);
    const late = lan.stops();
    end();
    await handled;
    expect(await handles(late)).toEqual([]);
  });
});

it("in a group nothing is drafted, and typing is shown in the topic of the question", async () => {
  const { api, draftCalls, handles, whenAsked } = await slowChat();
  const forum = api.group({ isForum: true });
  const topic = api.topic(forum, "Tổ chức");
  const lan = api.user({ name: "Minh" });
  const handled = handles(lan.in(forum, topic).mentions("QĐ 213?"));
  await api.until(() => forum.actions.length > 0);
  expect(forum.actions[0]).toMatchObject({ action: "typing", message_thread_id: topic });
  (await whenAsked())(ANSWER);
  expect(await handled).toHaveLength(1);
  expect(draftCalls()).toEqual([]);
});
