import { type Api, GrammyError, HttpError } from "grammy";
import type { Acceptance } from "./accept-update.ts";
import { describeError } from "./describe-error.ts";
import type { Log } from "./log.ts";
import { grammySignal, sleep as realSleep, type Sleep } from "./sleep.ts";
import { ALLOWED_UPDATES } from "./webhook.ts";

const LONG_POLL_SECONDS = 30;
const LONGEST_PAUSE_MS = 60_000;

/** What `createPolling` is made from. */
export interface PollingParts {
  readonly api: Api;
  readonly accept: (update: unknown) => Promise<Acceptance>;
  /** Called after every round, with or without updates, so that work whose lease ran out is taken up again. */
  readonly wake: () => void;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly sleep?: Sleep;
}

/** Long polling that tells Telegram an update has arrived only after the inbox has it. `run` ends with the signal. */
export function createPolling(parts: PollingParts): { run(): Promise<void> } {
  const { api, accept, wake, signal } = parts;

  async function poll(offset: number | undefined): Promise<number | undefined> {
    const updates = await api.getUpdates(
      { ...(offset === undefined ? {} : { offset }), timeout: LONG_POLL_SECONDS, allowed_updates: ALLOWED_UPDATES },
      grammySignal(signal),
    );
    await Promise.all(updates.map((update) => accept(update)));
    wake();
    const last = updates.at(-1);
    // After an empty round nothing is left to confirm, and ids may start anew anywhere after a quiet week.
    return last && last.update_id + 1;
  }

  return {
    async run() {
      const insist = createInsistence(parts);
      await insist(() => api.deleteWebhook({ drop_pending_updates: false }, grammySignal(signal)));
      let offset: number | undefined;
      while (!signal.aborted) offset = await insist(() => poll(offset));
    },
  };
}

/** Tries until it works or the signal aborts; one log line for each new kind of trouble. */
function createInsistence({ log, signal, sleep = realSleep }: PollingParts) {
  const trouble = { kind: "", times: 0 };
  return async <Result>(attempt: () => Promise<Result>): Promise<Result | undefined> => {
    while (!signal.aborted) {
      try {
        const result = await attempt();
        if (trouble.times > 0) log({ level: "info", event: "polling-resumed" });
        Object.assign(trouble, { kind: "", times: 0 });
        return result;
      } catch (error) {
        if (signal.aborted) return undefined;
        const kind = kindOf(error);
        if (kind !== trouble.kind)
          log({ level: "warn", event: "polling-interrupted", ...describeError(error), advice: adviceOn(kind) });
        Object.assign(trouble, { kind, times: trouble.times + 1 });
        await sleep(pauseAfter(error, trouble.times), signal);
      }
    }
    return undefined;
  };
}

function pauseAfter(error: unknown, times: number): number {
  const seconds = error instanceof GrammyError ? error.parameters.retry_after : undefined;
  return seconds === undefined ? Math.min(1000 * 2 ** (times - 1), LONGEST_PAUSE_MS) : seconds * 1000;
}

function kindOf(error: unknown): string {
  if (error instanceof GrammyError) return String(error.error_code);
  return error instanceof HttpError ? "network" : "inbox";
}

function adviceOn(kind: string): string {
  if (kind === "401") return "TELEGRAM_BOT_TOKEN is not accepted; check it with @BotFather.";
  if (kind === "409") return "Another process polls for this bot, or its webhook is set again; stop the other one.";
  return "Trying again until it works.";
}
