import type { Update } from "grammy/types";
import type { Inbox, WaitingUpdate } from "../core/ports.ts";
import { describeError } from "./describe-error.ts";
import type { Log } from "./log.ts";

const LEASE_MS = 120_000;
const MAX_ATTEMPTS = 3;

/** What `createInboxWorker` is made from. */
export interface InboxWorkerParts {
  readonly inbox: Inbox;
  readonly handle: (update: Update) => Promise<void>;
  readonly now: () => number;
  readonly log: Log;
  /** How many updates may be in work at the same time. */
  readonly concurrency?: number;
}

export interface InboxWorker {
  /** There may be something to do; returns at once. */
  wake(): void;
  /** Takes nothing new and waits for what is in work. */
  drain(): Promise<void>;
  /** Works until nothing can be claimed; how many updates it handled. For runtimes where work must belong to a request. */
  runOnce(): Promise<number>;
}

/**
 * Handles what waits in the inbox. A handler that throws is not tried again, because part of its messages may have
 * gone out; only an update whose process died is.
 */
export function createInboxWorker({ inbox, handle, now, log, concurrency = 4 }: InboxWorkerParts): InboxWorker {
  const inWork = new Set<number>();
  const lanes = new Set<Promise<number>>();
  const draining = new AbortController();
  let wakes = 0;

  /** One after the other until nothing can be claimed. */
  async function lane(): Promise<number> {
    let handled = 0;
    while (!draining.signal.aborted) {
      const wakesBefore = wakes;
      const waiting = await claim();
      if (waiting) handled += await work(waiting);
      // A wake during the claim may mean an update that the claim was too early for.
      else if (wakes === wakesBefore) break;
    }
    return handled;
  }

  async function claim(): Promise<WaitingUpdate | undefined> {
    try {
      return await inbox.claim(now(), LEASE_MS);
    } catch (error) {
      log({ level: "error", event: "inbox-unreadable", ...describeError(error) });
      return undefined;
    }
  }

  async function work({ updateId, update, attempts }: WaitingUpdate): Promise<number> {
    // Claimed again because handling outlasted the lease: the claim has renewed it, and that is all it needed.
    if (inWork.has(updateId)) return 0;
    inWork.add(updateId);
    const state = attempts < MAX_ATTEMPTS ? await handled(updateId, update) : "failed";
    if (attempts >= MAX_ATTEMPTS) log({ level: "error", event: "update-given-up", updateId, attempts });
    await inbox
      .finish(updateId, state)
      .catch((error: unknown) => log({ level: "error", event: "inbox-unwritable", updateId, ...describeError(error) }));
    inWork.delete(updateId);
    return 1;
  }

  async function handled(updateId: number, update: unknown): Promise<"done" | "failed"> {
    try {
      // The inbox holds what Telegram sent; `acceptUpdate` has seen that it is an update.
      await handle(update as Update);
      return "done";
    } catch (error) {
      log({ level: "error", event: "update-failed", updateId, ...describeError(error) });
      return "failed";
    }
  }

  function startLane(): void {
    const running = lane().finally(() => lanes.delete(running));
    lanes.add(running);
  }

  return {
    wake() {
      wakes += 1;
      while (!draining.signal.aborted && lanes.size < concurrency) startLane();
    },
    async drain() {
      draining.abort();
      await Promise.all(lanes);
    },
    async runOnce() {
      // Lanes of its own: on Workers a promise of another request must not be waited for.
      const counts = await Promise.all(Array.from({ length: concurrency }, lane));
      return counts.reduce((sum, count) => sum + count, 0);
    },
  };
}
