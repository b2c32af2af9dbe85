import { GrammyError } from "grammy";
import type { Update } from "grammy/types";
import { afterEach, describe, expect, it, vi } from "vitest";
import { openLibsql } from "../../src/adapters/node/libsql.ts";
import { createInbox } from "../../src/adapters/sqlite/inbox.ts";
import type { Log } from "../../src/bot/log.ts";
import { createInboxWorker } from "../../src/bot/worker.ts";
import type { Inbox } from "../../src/core/ports.ts";

const LEASE_MS = 15_000;

const opened: (() => void)[] = [];
afterEach(() => {
  for (const close of opened.splice(0)) close();
});

/** An inbox with waiting updates, given as [update id, chat id], and a handler that waits to be let go. */
async function createWork(
  waiting: readonly (readonly [number, number])[],
  change: (inbox: Inbox) => Inbox = (inbox) => inbox,
) {
  const { db, close } = await openLibsql(":memory:");
  opened.push(close);
  const inbox = change(createInbox(db));
  const accept = (updateId: number, chatId: number) =>
    inbox.accept([{ updateId, chatId, update: { update_id: updateId } }], 0);
  for (const [updateId, chatId] of waiting) await accept(updateId, chatId);
  const begun: number[] = [];
  const handled: object[] = [];
  /** Seconds that Telegram asks to wait, by update id. */
  const refusals = new Map<number, number>();
  const held = new Map<number, () => void>();
  const clock = { now: 0 };
  const logged: Parameters<Log>[0][] = [];
  const parts = { inbox, now: () => clock.now, log: (entry: Parameters<Log>[0]) => void logged.push(entry) };
  async function quickly(update: Update): Promise<void> {
    begun.push(update.update_id);
    handled.push(update);
    const seconds = refusals.get(update.update_id);
    if (seconds === undefined) return;
    const refused = { ok: false as const, error_code: 429, description: "", parameters: { retry_after: seconds } };
    throw new GrammyError("429", refused, "sendMessage", {});
  }
  return {
    inbox,
    accept,
    begun,
    clock,
    logged,
    handled,
    refusals,
    quick: createInboxWorker({ ...parts, handle: quickly }),
    real: createInboxWorker({ ...parts, now: Date.now, handle: quickly }),
    failing: createInboxWorker({ ...parts, handle: () => Promise.reject(new Error("the question was: QĐ 213?")) }),
    slow: createInboxWorker({
      ...parts,
      concurrency: 2,
      handle: ({ update_id: id }) =>
        new Promise((resolve) => {
          begun.push(id);
          held.set(id, resolve);
        }),
    }),
    letGo: (id: number) => held.get(id)?.(),
    begins: (...ids: number[]) => vi.waitFor(() => expect(begun).toEqual(ids), 10_000),
  };
}

describe("runOnce", () => {
  it("handles everything that waits and says how much it was", async () => {
    const work = await createWork([
      [1, 1],
      [2, 1],
      [3, 2],
      [4, 3],
      [5, 4],
      [6, 5],
    ]);
    expect(await work.quick.runOnce()).toBe(6);
    expect(work.begun.toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await work.quick.runOnce()).toBe(0);
  });

  it("keeps the order within a chat", async () => {
    const work = await createWork([
      [3, 1],
      [1, 1],
      [2, 1],
    ]);
    await work.quick.runOnce();
    expect(work.begun).toEqual([1, 2, 3]);
  });

  it("does not begin again what was tried and failed, and logs it once without its words", async () => {
    const work = await createWork([[1, 1]]);
    expect(await work.failing.runOnce()).toBe(1);
    work.clock.now = LEASE_MS;
    expect(await work.quick.runOnce()).toBe(0);
    expect(work.logged).toEqual([
      { level: "error", event: "update-failed", updateId: 1, error: "Error", at: expect.any(String) },
    ]);
  });

  it("begins what another process left unfinished three times, then only says so", async () => {
    const work = await createWork([
      [1, 1],
      [2, 1],
    ]);
    for (const round of [0, 1, 2]) await work.inbox.claim(round * LEASE_MS, LEASE_MS);
    work.clock.now = 3 * LEASE_MS;
    await work.quick.runOnce();
    expect(work.begun).toEqual([1, 2]);
    expect(work.handled.map((update) => Object.keys(update).includes("trichdan_given_up"))).toEqual([true, false]);
    expect(work.logged).toEqual([expect.objectContaining({ event: "update-given-up", updateId: 1 })]);
    work.clock.now = 9 * LEASE_MS;
    expect(await work.quick.runOnce()).toBe(0);
  });

  it("hands back what Telegram asks to wait with, and takes it up again at that time as a first attempt", async () => {
    const work = await createWork([
      [1, 1],
      [2, 1],
      [3, 2],
    ]);
    work.refusals.set(1, 300);
    await work.quick.runOnce();
    expect(work.begun).toEqual([1, 3]);
    work.clock.now = 299_999;
    expect(await work.quick.runOnce()).toBe(0);
    work.clock.now = 300_000;
    work.refusals.clear();
    await work.quick.runOnce();
    expect(work.begun).toEqual([1, 3, 1, 2]);
    expect(work.logged).toEqual([{ level: "info", event: "update-postponed", updateId: 1, waitMs: 300_000 }]);
  });

  it("takes up what another process left unfinished once", async () => {
    const work = await createWork([[1, 1]]);
    await work.inbox.claim(0, LEASE_MS);
    expect(await work.quick.runOnce()).toBe(0);
    work.clock.now = LEASE_MS;
    expect(await work.quick.runOnce()).toBe(1);
  });

  it("survives an inbox that cannot be read", async () => {
    const work = await createWork([], (inbox) => ({ ...inbox, claim: () => Promise.reject(new Error("disk full")) }));
    expect(await work.quick.runOnce()).toBe(0);
    expect(work.logged[0]).toEqual(expect.objectContaining({ event: "inbox-unreadable" }));
  });
});

describe("wake", () => {
  it("works on several chats at a time, and no more than allowed", async () => {
    const work = await createWork([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
    work.slow.wake();
    work.slow.wake();
    await work.begins(1, 2);
    work.letGo(1);
    await work.begins(1, 2, 3);
  });

  it("is not held up by one slow update", async () => {
    const work = await createWork([[1, 1]]);
    work.slow.wake();
    await work.begins(1);
    await work.accept(2, 2);
    work.slow.wake();
    await work.begins(1, 2);
  });

  it("is not lost when it comes while the inbox is found empty", async () => {
    const late = { update: true };
    const work = await createWork([], (inbox) => ({
      ...inbox,
      async claim(now, leaseMs) {
        const claimed = await inbox.claim(now, leaseMs);
        if (!claimed && late.update) {
          late.update = false;
          await inbox.accept([{ updateId: 9, chatId: 9, update: { update_id: 9 } }], 0);
          single.wake();
        }
        return claimed;
      },
    }));
    const single = createInboxWorker({
      inbox: work.inbox,
      handle: async ({ update_id: id }) => void work.begun.push(id),
      now: () => 0,
      log: () => undefined,
      concurrency: 1,
    });
    single.wake();
    await work.begins(9);
  });

  it("does not begin an update again whose handling outlasts its lease", async () => {
    const work = await createWork([[1, 1]]);
    work.slow.wake();
    await work.begins(1);
    work.clock.now = LEASE_MS;
    await work.accept(2, 2);
    work.slow.wake();
    await work.begins(1, 2);
  });

  it("renews the lease of what is in work, so that no other process takes it", async () => {
    const work = await createWork([[1, 1]]);
    const renewed = vi.fn();
    const worker = createInboxWorker({
      inbox: {
        ...work.inbox,
        async renew(claim, until) {
          renewed(until);
          return work.inbox.renew(claim, until);
        },
      },
      handle: () => new Promise((resolve) => void vi.waitUntil(() => work.clock.now > 300).then(() => resolve())),
      now: () => work.clock.now,
      log: () => undefined,
      leaseMs: 150,
    });
    worker.wake();
    await vi.waitUntil(() => renewed.mock.calls.length > 0);
    work.clock.now = 140;
    await vi.waitUntil(() => renewed.mock.calls.some(([until]) => until === 290));
    expect(await work.inbox.claim(200, LEASE_MS)).toBeUndefined();
    work.clock.now = 301;
    await worker.drain();
    expect(await work.inbox.claim(9 * LEASE_MS, LEASE_MS)).toBeUndefined();
  });

  it("takes up by itself what was handed back for a while", async () => {
    const work = await createWork([[1, 1]]);
    work.refusals.set(1, 0.1);
    work.real.wake();
    await work.begins(1);
    work.refusals.clear();
    await work.begins(1, 1);
    await work.real.drain();
  });
});

describe("drain", () => {
  it("waits for what is in work and begins nothing new", async () => {
    const work = await createWork([
      [1, 1],
      [2, 1],
    ]);
    work.slow.wake();
    await work.begins(1);
    const drained = work.slow.drain();
    work.letGo(1);
    await drained;
    work.slow.wake();
    expect(work.begun).toEqual([1]);
    expect(await work.inbox.claim(0, LEASE_MS)).toEqual(expect.objectContaining({ updateId: 2 }));
  });

  it("leaves to the next start what takes too long, as if it had not been begun, and says nothing when it fails later", async () => {
    const work = await createWork([[1, 1]]);
    const late = { fail: (_: Error) => undefined as unknown };
    const worker = createInboxWorker({
      inbox: work.inbox,
      handle: () =>
        new Promise((_, reject) => {
          work.begun.push(1);
          late.fail = reject;
        }),
      now: () => 0,
      log: (entry) => void work.logged.push(entry),
      graceMs: 10,
    });
    worker.wake();
    await work.begins(1);
    await worker.drain();
    expect(await work.inbox.claim(0, LEASE_MS)).toMatchObject({ updateId: 1, attempts: 0 });
    late.fail(new Error("The database is closed"));
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(work.logged).toEqual([]);
    // The new claim is not the old worker's to finish.
    expect(await work.inbox.renew({ updateId: 1, attempts: 0 }, LEASE_MS)).toBe(true);
  });
});
