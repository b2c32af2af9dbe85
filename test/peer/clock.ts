export type Clock = ReturnType<typeof createClock>;

interface Timer {
  readonly at: number;
  readonly run: () => unknown;
}

// How long `advance` waits, in real time, for requests under way before it lets the clock pass them by.
const GRACE_MS = 2000;

/**
 * Time as the peer counts it. By default it stands still until `advance` is called; with `isReal` it is the wall clock.
 */
export function createClock({ isReal = false }: { readonly isReal?: boolean } = {}) {
  const timers = new Set<Timer>();
  const underWay = new Set<Promise<unknown>>();
  const real = new Set<NodeJS.Timeout>();
  const virtual = { now: Date.now() };
  const now = () => (isReal ? Date.now() : virtual.now);

  /** Runs `run` after a while; what it returns cancels that. */
  function after(durationMs: number, run: () => unknown): () => void {
    if (isReal) {
      const timer = setTimeout(run, durationMs);
      real.add(timer);
      return () => clearTimeout(timer);
    }
    const timer = { at: virtual.now + durationMs, run };
    timers.add(timer);
    return () => void timers.delete(timer);
  }

  /** Waits, in real time, until no request is under way; at most `graceMs`. */
  async function settled(graceMs = GRACE_MS): Promise<void> {
    const end = Date.now() + graceMs;
    while (underWay.size > 0 && Date.now() < end) {
      const pause = new Promise((resolve) => setTimeout(resolve, Math.max(1, end - Date.now())));
      await Promise.race([Promise.allSettled(underWay), pause]);
    }
  }

  return {
    now,
    after,
    settled,
    /** Work that `settled` and `advance` wait for. */
    track(work: Promise<unknown>): void {
      underWay.add(work);
      const forget = () => void underWay.delete(work);
      work.then(forget, forget);
    },
    /** Lets time pass; what becomes due runs in order, and requests that it makes are waited for. */
    async advance(durationMs: number): Promise<void> {
      if (isReal) throw new Error("A real clock cannot be advanced. Make the peer without `realTime`.");
      const target = virtual.now + durationMs;
      await settled();
      for (let next = nextTimer(target); next; next = nextTimer(target)) {
        timers.delete(next);
        virtual.now = Math.max(virtual.now, next.at);
        next.run();
        await settled();
      }
      virtual.now = target;
    },
    stop(): void {
      timers.clear();
      for (const timer of real) clearTimeout(timer);
    },
  };

  function nextTimer(target: number): Timer | undefined {
    const due = [...timers].filter(({ at }) => at <= target);
    return due.toSorted((a, b) => a.at - b.at)[0];
  }
}
