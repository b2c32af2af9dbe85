import { beforeEach, describe, expect, it } from "vitest";
import type { Outbox } from "../../src/core/outbox.ts";

/** What every `Outbox` promises. `create` returns an empty one. */
export function testOutbox(create: () => Promise<Outbox>): void {
  let outbox: Outbox;
  beforeEach(async () => {
    outbox = await create();
  });

  const message = (part: number, updateId = 7) => ({
    updateId,
    part,
    chatId: -1_002_345_678_901,
    call: { text: `Điều ${part} “ủy”` },
  });
  const statesOf = async (updateId = 7) => (await outbox.messagesOf(updateId)).map(({ part, state }) => [part, state]);

  describe("plan", () => {
    it("keeps messages as they were given, in the order of their parts", async () => {
      await outbox.plan([message(1), message(0)], 0);
      await outbox.plan([message(0, 8)], 0);
      expect(await outbox.messagesOf(7)).toEqual([
        { ...message(0), state: "planned" },
        { ...message(1), state: "planned" },
      ]);
      expect(await outbox.messagesOf(9)).toEqual([]);
    });

    it("keeps all of them or none", async () => {
      await outbox.plan([message(1)], 0);
      await expect(outbox.plan([message(0), message(1)], 0)).rejects.toThrow();
      expect(await statesOf()).toEqual([[1, "planned"]]);
    });

    it("takes more than one statement may bind, all or none", async () => {
      const many = Array.from({ length: 60 }, (_, part) => message(part));
      await expect(outbox.plan([...many, message(0)], 0)).rejects.toThrow();
      expect(await statesOf()).toEqual([]);
      await outbox.plan(many, 0);
      expect(await statesOf()).toHaveLength(60);
    });
  });

  describe("begin", () => {
    it("lets one of many begin a message", async () => {
      await outbox.plan([message(0), message(1)], 0);
      const begun = await Promise.all(Array.from({ length: 10 }, () => outbox.begin(message(0))));
      expect(begun.filter(Boolean)).toHaveLength(1);
      expect(await statesOf()).toEqual([
        [0, "sending"],
        [1, "planned"],
      ]);
    });

    it.each([{ state: "sent", messageId: 5 }, { state: "failed" }, { state: "unknown" }] as const)(
      "refuses a message that is $state, and its words are forgotten",
      async (outcome) => {
        await outbox.plan([message(0)], 0);
        await outbox.begin(message(0));
        await outbox.end(message(0), outcome);
        expect(await outbox.begin(message(0))).toBe(false);
        expect(await outbox.messagesOf(7)).toEqual([{ ...message(0), call: null, state: outcome.state }]);
      },
    );

    it("takes a message again that was not carried out", async () => {
      await outbox.plan([message(0)], 0);
      await outbox.begin(message(0));
      await outbox.end(message(0), { state: "planned" });
      expect(await outbox.messagesOf(7)).toEqual([{ ...message(0), state: "planned" }]);
      expect(await outbox.begin(message(0))).toBe(true);
    });
  });

  describe("purge", () => {
    it("forgets what was planned before the time", async () => {
      await outbox.plan([message(0, 7)], 10);
      await outbox.plan([message(0, 8)], 20);
      await outbox.purge(20);
      expect([await statesOf(7), await statesOf(8)]).toEqual([[], [[0, "planned"]]]);
    });
  });
}
