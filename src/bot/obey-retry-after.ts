import { BotError, GrammyError, HttpError, type Transformer } from "grammy";
import { sleep as realSleep, type Sleep } from "./sleep.ts";

/** Longer waits do not hold up other chats: the update goes back into the inbox. */
export const MAX_WAIT_MS = 5000;
export const MAX_WAITS = 3;
// What only shows that work goes on is left out, and messages are waited with by who sends them.
const NEVER_WAITS: readonly string[] = ["sendChatAction", "sendMessageDraft", "setMessageReaction", "sendMessage"];
// No connection was made: the name was not found, or nobody listened.
const NEVER_LEFT: readonly unknown[] = ["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED"];
const UNREACHABLE_MS = 15_000;

/** How calls wait; by default in real time. */
export interface Pacing {
  readonly now?: () => number;
  readonly sleep?: Sleep;
  /** `false` where work for one update must not wait for that of another, as on Workers, whose requests end on their own. */
  readonly isInTurn?: boolean;
}

/**
 * Keeps silent as long as Telegram asks (429): in the chat that was meant, or altogether where the call had no chat. Short
 * waits are waited for; a longer one is answered with 429 without a call. Nothing else is tried again: after a network
 * error nobody knows whether the message went out, and the Bot API has no key to tell.
 */
export function obeyRetryAfter({ now = Date.now, sleep = realSleep, isInTurn = true }: Pacing = {}): Transformer {
  const silentUntil = new Map<unknown, number>();
  const queues = new Map<unknown, Promise<unknown>>();

  /** What is left of the silence in that chat, in milliseconds. */
  function silence(chat: unknown): number {
    return Math.max(silentUntil.get(chat) ?? 0, silentUntil.get(undefined) ?? 0) - now();
  }

  function keepSilent(chat: unknown, seconds: number): void {
    for (const [other, until] of silentUntil) if (until <= now()) silentUntil.delete(other);
    silentUntil.set(chat, Math.max(silentUntil.get(chat) ?? 0, now() + seconds * 1000));
  }

  return async (call, method, payload, signal) => {
    // Long polling waits by itself, and must not wait for others.
    if (method === "getUpdates") return call(method, payload, signal);
    const chat = chatOf(payload);

    async function pace(): ReturnType<typeof call<typeof method>> {
      let waits = 0;
      for (;;) {
        const left = silence(chat);
        if (left > 0) {
          if (NEVER_WAITS.includes(method) || left > MAX_WAIT_MS || waits >= MAX_WAITS) return tooMany(left);
          waits += 1;
          await sleep(left, signal);
          if (signal?.aborted) return tooMany(left);
          continue;
        }
        const response = await call(method, payload, signal);
        const seconds = response.ok ? undefined : response.parameters?.retry_after;
        if (seconds === undefined) return response;
        keepSilent(chat, seconds);
      }
    }

    // One call of a chat at a time: a second one under way would break the silence that the first is told to keep.
    if (chat === undefined || !isInTurn) return pace();
    const paced = (queues.get(chat) ?? Promise.resolve()).then(pace, pace);
    queues.set(chat, paced);
    try {
      return await paced;
    } finally {
      if (queues.get(chat) === paced) queues.delete(chat);
    }
  };
}

/**
 * How long to wait before a call that was certainly not carried out may be made again: as Telegram asks, or until the
 * network is back. `undefined` for every other error.
 */
export function retryAfterMs(error: unknown): number | undefined {
  if (error instanceof BotError) return retryAfterMs(error.error);
  if (error instanceof HttpError) return NEVER_LEFT.includes(codeOf(error.error)) ? UNREACHABLE_MS : undefined;
  const seconds = error instanceof GrammyError ? error.parameters.retry_after : undefined;
  return seconds === undefined ? undefined : seconds * 1000;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error ? Reflect.get(error, "code") : undefined;
}

function chatOf(payload: object): unknown {
  return "chat_id" in payload ? payload.chat_id : undefined;
}

function tooMany(leftMs: number) {
  const retry_after = Math.ceil(leftMs / 1000);
  const description = "Too Many Requests: not called before the time that was told";
  return { ok: false as const, error_code: 429, description, parameters: { retry_after } };
}
