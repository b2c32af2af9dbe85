import { beforeEach, describe, expect, it } from "vitest";
import type { Inbox } from "../../src/core/ports.ts";

const LEASE_MS = 1000;

/** What every `Inbox` promises. `create` returns an empty one. */
export function testInbox(create: () => Promise<Inbox>): void {
  let inbox: Inbox;
  beforeEach(async () => {
    inbox = await create();
  });

  const arrived = (updateId: number, chatId: number | null = updateId) => ({
    updateId,
    chatId,
    update: { update_id: updateId, text: "Điều 5 “ủy”" },
  });
  const accept = async (updateId: number, chatId?: number | null, now = 0) =>
    (await inbox.accept([arrived(updateId, chatId)], now)).includes(updateId);
  const claimId = async (now = 0) => (await inbox.claim(now, LEASE_MS))?.updateId;
  const first = (updateId: number) => ({ updateId, attempts: 0 });

  describe("accept", () => {
    it("takes an update once", async () => {
      expect([await accept(1), await accept(1), await accept(2)]).toEqual([true, false, true]);
    });

    it("knows an update that is in work or finished", async () => {
      await accept(1);
      await claimId();
      expect(await accept(1)).toBe(false);
      await inbox.finish(first(1), "done");
      expect(await accept(1)).toBe(false);
      expect(await claimId()).toBeUndefined();
    });

    it("has one winner among deliveries at the same time", async () => {
      const results = await Promise.all(Array.from({ length: 20 }, () => accept(7)));
      expect(results.filter(Boolean)).toHaveLength(1);
    });

    it("takes many at once, more than a statement may bind, and names each that is new once", async () => {
      await accept(3);
      const many = Array.from({ length: 40 }, (_, at) => arrived(at));
      const added = await inbox.accept([...many, ...many], 0);
      expect(added.toSorted((a, b) => a - b)).toEqual(many.map(({ updateId }) => updateId).filter((id) => id !== 3));
      expect(await inbox.accept([], 0)).toEqual([]);
    });

    it("takes ids and chats beyond 32 bits", async () => {
      await accept(9_007_199_254_740_000, -1_002_345_678_901);
      expect(await claimId()).toBe(9_007_199_254_740_000);
    });
  });

  describe("claim", () => {
    it("gives nothing when nothing waits", async () => {
      expect(await inbox.claim(0, LEASE_MS)).toBeUndefined();
    });

    it("hands the update back as it was accepted, begun for the first time", async () => {
      await accept(1);
      expect(await inbox.claim(0, LEASE_MS)).toEqual({
        updateId: 1,
        update: { update_id: 1, text: "Điều 5 “ủy”" },
        attempts: 0,
      });
    });

    it("goes by update id, not by order of arrival", async () => {
      await accept(3);
      await accept(2);
      expect([await claimId(), await claimId()]).toEqual([2, 3]);
    });

    it("gives an update to one worker only", async () => {
      await accept(1);
      const claims = await Promise.all(Array.from({ length: 10 }, () => claimId()));
      expect(claims.filter((id) => id !== undefined)).toEqual([1]);
    });

    it("waits with a chat that has an update in work, and goes on with another chat", async () => {
      await accept(1, 100);
      await accept(2, 100);
      await accept(3, 200);
      expect([await claimId(), await claimId(), await claimId()]).toEqual([1, 3, undefined]);
    });

    it.each(["done", "failed"] as const)("goes on with a chat when its update is %s", async (state) => {
      await accept(1, 100);
      await accept(2, 100);
      await claimId();
      await inbox.finish(first(1), state);
      expect(await claimId()).toBe(2);
    });

    it("lets updates without a chat be worked on together", async () => {
      await accept(1, null);
      await accept(2, null);
      expect([await claimId(), await claimId()]).toEqual([1, 2]);
    });

    it("leaves an update alone until its lease runs out", async () => {
      await accept(1);
      await claimId(0);
      expect(await claimId(LEASE_MS - 1)).toBeUndefined();
      expect(await claimId(LEASE_MS)).toBe(1);
    });

    it("counts how often an update was begun", async () => {
      await accept(1);
      const attempts = [];
      for (const round of [0, 1, 2]) attempts.push((await inbox.claim(round * LEASE_MS, LEASE_MS))?.attempts);
      expect(attempts).toEqual([0, 1, 2]);
    });

    it("does not wait with a chat for an abandoned update", async () => {
      await accept(2, 100);
      await claimId(0);
      await accept(1, 100);
      expect(await claimId(LEASE_MS)).toBe(1);
    });

    it("takes up an abandoned update before later ones of its chat, and only one of them", async () => {
      await accept(1, 100);
      await accept(2, 100);
      await claimId(0);
      expect(await claimId(LEASE_MS)).toBe(1);
      expect(await claimId(LEASE_MS)).toBeUndefined();
    });
  });

  describe("a claim", () => {
    const claimed = async (now = 0) => {
      const claim = await inbox.claim(now, LEASE_MS);
      if (!claim) throw new Error("There was nothing to claim");
      return claim;
    };

    it("that is renewed lasts longer", async () => {
      await accept(1);
      expect(await inbox.renew(await claimed(), 5 * LEASE_MS)).toBe(true);
      expect([await claimId(5 * LEASE_MS - 1), await claimId(5 * LEASE_MS)]).toEqual([undefined, 1]);
    });

    it("that another worker has taken over can be neither renewed, finished nor handed back", async () => {
      await accept(1);
      const lost = await claimed(0);
      await claimed(LEASE_MS);
      expect(await inbox.renew(lost, 9 * LEASE_MS)).toBe(false);
      await inbox.finish(lost, "done");
      await inbox.postpone(lost, 0);
      expect([await claimId(2 * LEASE_MS - 1), await claimId(2 * LEASE_MS)]).toEqual([undefined, 1]);
    });

    it("that is handed back comes again at that time, as if it had not been begun, and before later ones of its chat", async () => {
      await accept(1, 100);
      await accept(2, 100);
      await accept(3, 200);
      await inbox.postpone(await claimed(), 300_000);
      expect([await claimId(), await claimId(299_999)]).toEqual([3, 3]);
      expect(await inbox.claim(300_000, LEASE_MS)).toMatchObject({ updateId: 1, attempts: 0 });
    });
  });

  describe("read", () => {
    it("gives an update as it was accepted, also when it is finished, and nothing for an unknown one", async () => {
      await accept(1);
      await claimId();
      await inbox.finish(first(1), "done");
      expect(await inbox.read(1)).toEqual({ update_id: 1, text: "Điều 5 “ủy”" });
      expect(await inbox.read(2)).toBeUndefined();
    });
  });

  describe("an update that is handled by whoever accepts it", () => {
    it("is known, is never claimed, and nothing of it is kept", async () => {
      const taken = { updateId: 1, chatId: null, update: { update_id: 1, inline_query: { query: "213" } } };
      const results = await Promise.all([1, 2, 3].map(() => inbox.accept([{ ...taken, isTaken: true }], 0)));
      expect(results.flat()).toEqual([1]);
      expect(await claimId()).toBeUndefined();
      expect(await inbox.read(1)).toEqual({});
    });
  });

  describe("purge", () => {
    it("forgets what was finished before the time, and nothing else", async () => {
      for (const [id, receivedAt] of [
        [1, 10],
        [2, 10],
        [3, 10],
        [4, 10],
        [5, 20],
      ] as const)
        await accept(id, id, receivedAt);
      for (const _ of [1, 2, 3, 4]) await claimId();
      await inbox.finish(first(1), "done");
      await inbox.finish(first(2), "failed");
      await inbox.postpone(first(4), 0);
      for (const _ of [4, 5]) await claimId();
      await inbox.finish(first(5), "done");
      await inbox.purge(20);
      const isNew = await Promise.all([1, 2, 3, 4, 5].map((id) => accept(id)));
      expect(isNew).toEqual([true, true, false, false, false]);
    });
  });
}
