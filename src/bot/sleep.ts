import type { Api } from "grammy";

/** Waits; wakes early, without an error, when the signal aborts. */
export type Sleep = (durationMs: number, signal?: StopSignal) => Promise<void>;

/** The part of an `AbortSignal` that is needed; grammY's own type has no more in common with the platform's. */
interface StopSignal {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

export const sleep: Sleep = (durationMs, signal) =>
  new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const wake = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", wake);
      resolve();
    };
    const timer = setTimeout(wake, durationMs);
    signal?.addEventListener("abort", wake);
  });

/** The platform's signal as grammY's types want it: they describe an older polyfill, which its code does not need. */
export function grammySignal(signal: AbortSignal): NonNullable<Parameters<Api["getMe"]>[0]> {
  // grammY only calls the members of `StopSignal`.
  return signal as StopSignal as NonNullable<Parameters<Api["getMe"]>[0]>;
}
