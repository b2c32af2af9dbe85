import { describe, expect, it } from "vitest";
import { acceptUpdate, chatIdOf, senderOf } from "../../src/bot/accept-update.ts";
import type { Inbox } from "../../src/core/ports.ts";

function createRecordingInbox(isNew = true) {
  const accepted: Parameters<Inbox["accept"]>[] = [];
  const inbox: Inbox = {
    async accept(...args) {
      accepted.push(args);
      return isNew ? [...new Set(args[0].map(({ updateId }) => updateId))] : [];
    },
    claim: async () => undefined,
    renew: async () => true,
    postpone: async () => undefined,
    finish: async () => undefined,
    read: async () => undefined,
    purge: async () => undefined,
  };
  return { inbox, accepted };
}

const accepting = (inbox: Inbox, atOnce: (update: unknown) => void = () => undefined) =>
  acceptUpdate({ inbox, now: () => 5, atOnce });

describe("acceptUpdate", () => {
  it.each([undefined, null, 1, "1", [], {}, { update_id: "1" }, { update_id: 1.5 }, { update_id: Number.NaN }])(
    "refuses %j",
    async (update) => {
      const { inbox, accepted } = createRecordingInbox();
      expect(await accepting(inbox)(update)).toBe("refused");
      expect(accepted).toEqual([]);
    },
  );

  it("stores the update with its chat and time", async () => {
    const { inbox, accepted } = createRecordingInbox();
    const update = { update_id: 1, message: { chat: { id: 7 } } };
    expect(await accepting(inbox)(update)).toBe("accepted");
    expect(accepted).toEqual([[[{ updateId: 1, chatId: 7, update, isTaken: false }], 5]]);
  });

  it.each([
    { update_id: 1, inline_query: { from: { id: 3 }, query: "213" } },
    { update_id: 1, stopped_message_generation: { chat: { id: 7 }, draft_id: 1 } },
  ])("does not queue what cannot wait: %j", async (update) => {
    const { inbox, accepted } = createRecordingInbox();
    await accepting(inbox)(update);
    expect(accepted[0]?.[0]).toMatchObject([{ update, isTaken: true }]);
  });

  it("hands on a new update when the inbox has it, and a known one never", async () => {
    const seen: unknown[] = [];
    const { inbox, accepted } = createRecordingInbox();
    await accepting(inbox, (update) => void seen.push([update, accepted.length]))({ update_id: 1 });
    await accepting(createRecordingInbox(false).inbox, (update) => void seen.push(update))({ update_id: 2 });
    expect(seen).toEqual([[{ update_id: 1 }, 1]]);
  });

  it("writes together what comes together, and takes one of several copies", async () => {
    const { inbox, accepted } = createRecordingInbox();
    const accept = accepting(inbox);
    const results = await Promise.all([1, 2, 2, 3, 1].map((update_id) => accept({ update_id })));
    expect(results).toEqual(["accepted", "accepted", "known", "accepted", "known"]);
    expect(accepted.map(([updates]) => updates.length)).toEqual([5]);
    expect(await accept({ update_id: 4 })).toBe("accepted");
    expect(accepted).toHaveLength(2);
  });

  it("writes each by itself where none may wait for another", async () => {
    const { inbox, accepted } = createRecordingInbox();
    const accept = acceptUpdate({ inbox, now: () => 5, atOnce: () => undefined, isInTurn: false });
    await Promise.all([1, 2].map((update_id) => accept({ update_id })));
    expect(accepted.map(([updates]) => updates.length)).toEqual([1, 1]);
  });

  it("says when an update is known", async () => {
    expect(await accepting(createRecordingInbox(false).inbox)({ update_id: 1 })).toBe("known");
  });

  it("passes a failure of the inbox on, so that Telegram delivers again", async () => {
    const inbox: Inbox = { ...createRecordingInbox().inbox, accept: () => Promise.reject(new Error("disk full")) };
    await expect(accepting(inbox)({ update_id: 1 })).rejects.toThrow("disk full");
  });
});

describe("chatIdOf", () => {
  it.each([
    [{ update_id: 1, message: { chat: { id: 7 } } }, 7],
    [{ update_id: 1, edited_message: { chat: { id: -100_200 } } }, -100_200],
    // a button belongs to the chat of its message, so it waits for the messages before it
    [{ update_id: 1, callback_query: { from: { id: 3 }, message: { chat: { id: 7 } } } }, 7],
    [{ update_id: 1, my_chat_member: { chat: { id: 7 } } }, 7],
    [{ update_id: 1, inline_query: { from: { id: 3 } } }, null],
    [{ update_id: 1 }, null],
    ["no update", null],
  ])("%j", (update, expected) => expect(chatIdOf(update)).toBe(expected));
});

describe("senderOf", () => {
  it.each([
    [{ update_id: 1, message: { from: { id: 3 }, chat: { id: 7 } } }, 3],
    [{ update_id: 1, callback_query: { from: { id: 3 }, message: { chat: { id: 7 }, from: { id: 9 } } } }, 3],
    [{ update_id: 1, channel_post: { chat: { id: 7 } } }, null],
    [undefined, null],
  ])("%j", (update, expected) => expect(senderOf(update)).toBe(expected));
});
