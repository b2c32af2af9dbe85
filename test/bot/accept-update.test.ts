import { describe, expect, it } from "vitest";
import { acceptUpdate, chatIdOf } from "../../src/bot/accept-update.ts";
import type { Inbox } from "../../src/core/ports.ts";

function createRecordingInbox(isNew = true) {
  const accepted: Parameters<Inbox["accept"]>[] = [];
  const inbox: Inbox = {
    async accept(...args) {
      accepted.push(args);
      return isNew;
    },
    claim: async () => undefined,
    finish: async () => undefined,
    purge: async () => undefined,
  };
  return { inbox, accepted };
}

describe("acceptUpdate", () => {
  it.each([undefined, null, 1, "1", [], {}, { update_id: "1" }, { update_id: 1.5 }, { update_id: Number.NaN }])(
    "refuses %j",
    async (update) => {
      const { inbox, accepted } = createRecordingInbox();
      expect(await acceptUpdate(inbox, () => 5)(update)).toBe("refused");
      expect(accepted).toEqual([]);
    },
  );

  it("stores the update with its chat and time", async () => {
    const { inbox, accepted } = createRecordingInbox();
    const update = { update_id: 1, message: { chat: { id: 7 } } };
    expect(await acceptUpdate(inbox, () => 5)(update)).toBe("accepted");
    expect(accepted).toEqual([[{ updateId: 1, chatId: 7, update }, 5]]);
  });

  it("says when an update is known", async () => {
    expect(await acceptUpdate(createRecordingInbox(false).inbox, () => 5)({ update_id: 1 })).toBe("known");
  });

  it("passes a failure of the inbox on, so that Telegram delivers again", async () => {
    const inbox: Inbox = { ...createRecordingInbox().inbox, accept: () => Promise.reject(new Error("disk full")) };
    await expect(acceptUpdate(inbox, () => 5)({ update_id: 1 })).rejects.toThrow("disk full");
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
