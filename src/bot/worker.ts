import type { Update } from "grammy/types";
import type { Inbox, WaitingUpdate } from "../core/ports.ts";
import { askedAgain } from "./asked-again.ts";
import { asGivenUp } from "./delivery.ts";
import { describeError } from "./describe-error.ts";
import type { Log } from "./log.ts";
import { retryAfterMs } from "./obey-retry-after.ts";
import { sleep } from "./sleep.ts";

// So long after its process died an update is taken up again; while it is worked on, the lease is renewed.
const LEASE_MS = 15_000;
const MAX_ATTEMPTS = 3;
// Less than what process managers wait before they kill.
const GRACE_MS = 8_000;

/** What `createInboxWorker` is made from. */
export interface InboxWorkerParts {
  readonly inbox: Inbox;
  readonly handle: (update: Update) => Promise<void>;
  readonly now: () => number;
  readonly log: Log;
  /** How many updates may be in work at the same time. */
  readonly concurrency?: number;
  readonly leaseMs?: number;
  /** How long `drain` waits for what is in work. */
  readonly graceMs?: number;
}

export interface InboxWorker {
  /** There may be something to do; returns at once. */
  wake(): void;
  /** Takes nothing new and waits for what is in work; what takes too long is left to the next start. */
  drain(): Promise<void>;
  /** Works until nothing can be claimed; how many updates it handled. For runtimes where work must belong to a request. */
  runOnce(): Promise<number>;
}

/**
 * Handles what waits in the inbox. A handler that throws is not tried again, unless Telegram asked to wait; an update
 * whose process died is, three times at most.
 */
export function createInboxWorker(parts: InboxWorkerParts): InboxWorker {
  const { inbox, handle, now, log, concurrency = 4, leaseMs = LEASE_MS, graceMs = GRACE_MS } = parts;
  const inWork = new Map<number, WaitingUpdate>();
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
      return await inbox.claim(now(), leaseMs);
    } catch (error) {
      log({ level: "error", event: "inbox-unreadable", ...describeError(error) });
      return undefined;
    }
  }

  async function work(claimed: WaitingUpdate): Promise<number> {
    const { updateId } = claimed;
    if (inWork.has(updateId)) {
      // The lease ran out although it is in work here: the claim has renewed it, and that is all it needed.
      inWork.set(updateId, claimed);
      return 0;
    }
    inWork.set(updateId, claimed);
    const renewal = setInterval(() => write(updateId, (held) => inbox.renew(held, now() + leaseMs)), leaseMs / 3);
    const outcome = await handled(claimed);
    clearInterval(renewal);
    if (typeof outcome === "string") await write(updateId, (held) => inbox.finish(held, outcome));
    else {
      await write(updateId, (held) => inbox.postpone(held, now() + outcome.waitMs));
      wakeIn(outcome.waitMs);
    }
    inWork.delete(updateId);
    return 1;
  }

  async function handled({
    updateId,
    update,
    attempts,
  }: WaitingUpdate): Promise<"done" | "failed" | { waitMs: number }> {
    const isGivenUp = attempts >= MAX_ATTEMPTS;
    if (isGivenUp) log({ level: "error", event: "update-given-up", updateId, attempts });
    try {
      // The inbox holds what Telegram sent; `acceptUpdate` has seen that it is an update.
      const asked = await askedAgain(inbox, update as Update);
      await handle(isGivenUp ? asGivenUp(asked) : asked);
      return isGivenUp ? "failed" : "done";
    } catch (error) {
      const waitMs = retryAfterMs(error);
      if (waitMs !== undefined) {
        log({ level: "info", event: "update-postponed", updateId, waitMs });
        return { waitMs };
      }
      // Left to the next start by `drain`: it fails because everything is being closed.
      if (inWork.has(updateId)) log({ level: "error", event: "update-failed", updateId, ...describeError(error) });
      return "failed";
    }
  }

  /** Changes a claim that is still held here, as it was claimed last. */
  async function write(updateId: number, change: (held: WaitingUpdate) => Promise<unknown>): Promise<void> {
    const held = inWork.get(updateId);
    if (!held) return;
    await change(held).catch((error: unknown) =>
      log({ level: "error", event: "inbox-unwritable", updateId, ...describeError(error) }),
    );
  }

  /** Where nobody calls `wake`, nobody waits either: the next run takes it up. */
  function wakeIn(waitMs: number): void {
    // Timers may be a little early.
    if (wakes > 0) void sleep(waitMs + 20, draining.signal).then(startLanes);
  }

  function startLanes(): void {
    wakes += 1;
    while (!draining.signal.aborted && lanes.size < concurrency) {
      const running = lane().finally(() => lanes.delete(running));
      lanes.add(running);
    }
  }

  return {
    wake: startLanes,
    async drain() {
      draining.abort();
      const ended = new AbortController();
      await Promise.race([Promise.all(lanes), sleep(graceMs, ended.signal)]);
      ended.abort();
      for (const updateId of inWork.keys()) {
        await write(updateId, (held) => inbox.postpone(held, now()));
        inWork.delete(updateId);
      }
    },
    async runOnce() {
      // Lanes of its own: on Workers a promise of another request must not be waited for.
      const counts = await Promise.all(Array.from({ length: concurrency }, lane));
      return counts.reduce((sum, count) => sum + count, 0);
    },
  };
}
