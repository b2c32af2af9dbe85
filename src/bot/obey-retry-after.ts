import type { Transformer } from "grammy";
import { sleep as realSleep, type Sleep } from "./sleep.ts";

const MAX_RETRIES = 2;
const MAX_WAIT_SECONDS = 30;

/**
 * Waits and tries again where Telegram says how long to wait (429). Nothing else is tried again: after a network
 * error nobody knows whether the message went out, and the Bot API has no key to tell.
 */
export function obeyRetryAfter(sleep: Sleep = realSleep): Transformer {
  return async (call, method, payload, signal) => {
    for (const _ of Array.from({ length: MAX_RETRIES })) {
      const response = await call(method, payload, signal);
      const seconds = response.ok ? undefined : response.parameters?.retry_after;
      if (seconds === undefined || seconds > MAX_WAIT_SECONDS) return response;
      await sleep(seconds * 1000, signal);
      if (signal?.aborted) return response;
    }
    return call(method, payload, signal);
  };
}
