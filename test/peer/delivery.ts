import type { Update } from "grammy/types";
import type { Clock } from "./clock.ts";
import type { Fields } from "./refusal.ts";
import { refuse } from "./refused.ts";

export type UpdateKind = Exclude<keyof Update, "update_id">;

/** An attempt to deliver to the webhook. No status: the connection broke, or no answer came within a minute. */
export interface Attempt {
  readonly updateId: number;
  readonly at: number;
  readonly status?: number;
}

interface Sending {
  readonly key: string;
  readonly lifetimeMs: number;
  readonly isTold: boolean;
}

interface Waiting {
  readonly update: Update;
  /** Updates of one key are delivered one after the other. */
  readonly key: string;
  readonly expiresAt: number;
  wakeAt: number;
  delay: number;
  failures: number;
  isUnderWay: boolean;
}

// https://github.com/tdlib/telegram-bot-api/blob/master/telegram-bot-api/WebhookActor.cpp
const ANSWER_MS = 60_000;
const MAX_RESEND_SECONDS = 60;
const MAX_RETRY_AFTER_SECONDS = 3600;
const GONE_MS = 23 * 3_600_000;
const NOT_BY_DEFAULT: readonly string[] = ["chat_member", "message_reaction", "message_reaction_count"];

/** Takes updates to the bot: by webhook, tried again and again, or by `getUpdates`. */
export function createDelivery({ clock, random }: { readonly clock: Clock; readonly random: () => number }) {
  const waiting: Waiting[] = [];
  const attempts: Attempt[] = [];
  const webhook = { url: "", secret: "", maxConnections: 40, goneSince: 0, lastError: "" };
  const settings: { allowed: readonly string[] } = { allowed: [] };
  /** Long polls under way; ended with a refusal where another call takes their place. */
  const polls = new Set<(refusal?: string) => void>();
  const ids = { update: 700_000_000 };

  /** The update for the bot; it is on its way only where the bot is told and has asked for its kind. */
  function emit(kind: UpdateKind, content: object, { key, lifetimeMs, isTold }: Sending): Update {
    ids.update += 1;
    // One kind of update, with the content that goes with it.
    const update = { update_id: ids.update, [kind]: content } as Update;
    if (isTold && isAllowed(kind)) enqueue(update, key, lifetimeMs);
    return update;
  }

  function enqueue(update: Update, key: string, lifetimeMs: number): void {
    const now = clock.now();
    waiting.push({ update, key, expiresAt: now + lifetimeMs, wakeAt: now, delay: 1, failures: 0, isUnderWay: false });
    endPolls();
    pump();
  }

  function isAllowed(kind: string): boolean {
    const { allowed } = settings;
    return allowed.length === 0 ? !NOT_BY_DEFAULT.includes(kind) : allowed.includes(kind);
  }

  /** Starts every delivery that is due: the head of each queue, as far as connections are free. */
  function pump(): void {
    if (webhook.url === "") return;
    const now = clock.now();
    dropWhere((one) => one.expiresAt < now && !one.isUnderWay);
    const heads = new Map<string, Waiting>();
    for (const one of waiting) if (!heads.has(one.key)) heads.set(one.key, one);
    let free = webhook.maxConnections - waiting.filter(({ isUnderWay }) => isUnderWay).length;
    for (const head of heads.values()) {
      if (free <= 0 || head.isUnderWay || head.wakeAt > now) continue;
      free -= 1;
      clock.track(attempt(head));
    }
  }

  async function attempt(one: Waiting): Promise<void> {
    one.isUnderWay = true;
    const at = clock.now();
    const { status, retryAfter } = await post(one.update);
    one.isUnderWay = false;
    attempts.push({ updateId: one.update.update_id, at, ...(status !== undefined && { status }) });
    if (status !== undefined && status >= 200 && status < 300) {
      webhook.goneSince = 0;
      dropWhere((other) => other === one);
    } else {
      noteFailure(status);
      postpone(one, retryAfter);
    }
    pump();
  }

  /** Again at once, then after 2, 4, 8 … seconds up to a random one to two minutes; or as long as the bot asks. */
  function postpone(one: Waiting, retryAfter: number): void {
    const isDoubled = retryAfter === 0 && one.failures > 0;
    const max = MAX_RESEND_SECONDS * (1 + random());
    if (isDoubled) one.delay = Math.min(max, one.delay * 2);
    const seconds = isDoubled ? one.delay : retryAfter;
    one.wakeAt = clock.now() + seconds * 1000;
    one.failures += 1;
    if (one.wakeAt > one.expiresAt) dropWhere((other) => other === one);
    else if (seconds > 0) clock.after(seconds * 1000, pump);
  }

  function noteFailure(status: number | undefined): void {
    webhook.lastError = status === undefined ? "Connection failed" : `Wrong response from the webhook: ${status}`;
    if (status !== 410) return;
    webhook.goneSince ||= clock.now();
    if (clock.now() - webhook.goneSince > GONE_MS) webhook.url = "";
  }

  async function post(update: Update): Promise<{ readonly status?: number; readonly retryAfter: number }> {
    const ended = new AbortController();
    const cancel = clock.after(ANSWER_MS, () => ended.abort());
    const secret = webhook.secret === "" ? {} : { "x-telegram-bot-api-secret-token": webhook.secret };
    try {
      const { status, headers } = await fetch(webhook.url, {
        method: "POST",
        headers: { "content-type": "application/json", ...secret },
        body: JSON.stringify(update),
        signal: ended.signal,
      });
      const asked = Number(headers.get("retry-after") ?? 0);
      return { status, retryAfter: Math.min(Math.max(asked || 0, 0), MAX_RETRY_AFTER_SECONDS) };
    } catch {
      return { retryAfter: 0 };
    } finally {
      cancel();
    }
  }

  function dropWhere(isDropped: (one: Waiting) => boolean): void {
    waiting.splice(0, waiting.length, ...waiting.filter((one) => !isDropped(one)));
  }

  function endPolls(refusal?: string): void {
    for (const end of [...polls]) end(refusal);
  }

  return {
    emit,
    attempts,
    /** Ends the long poll under way with what there is, as its timeout would. */
    endLongPoll: () => endPolls(),
    pending: () => waiting.map(({ update }) => update),
    isAllowed,
    webhookUrl: () => webhook.url,
    /** Delivers an update once more, at once and out of turn; the status of the answer, by webhook. */
    async redeliver(update: Update): Promise<number | undefined> {
      if (webhook.url !== "") return (await post(update)).status;
      enqueue(update, "again", 86_400_000);
      return undefined;
    },
    setWebhook({ url, secret_token: secret = "", max_connections: max = 40, ...rest }: Fields): true {
      Object.assign(webhook, { url, secret, maxConnections: max, goneSince: 0, lastError: "" });
      if (rest["drop_pending_updates"]) dropWhere(() => true);
      if (rest["allowed_updates"]) settings.allowed = rest["allowed_updates"];
      if (url !== "") endPolls("Conflict: terminated by setWebhook request");
      pump();
      return true;
    },
    webhookInfo: () => ({
      url: webhook.url,
      has_custom_certificate: false,
      pending_update_count: waiting.length,
      ...(webhook.url && { max_connections: webhook.maxConnections }),
      ...(webhook.lastError && { last_error_message: webhook.lastError }),
      ...(settings.allowed.length > 0 && { allowed_updates: settings.allowed }),
    }),
    async getUpdates(fields: Fields, gone: AbortSignal): Promise<Update[]> {
      const { offset = 0, limit = 100, timeout = 0, allowed_updates: allowed } = fields;
      if (webhook.url !== "") {
        refuse(
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        );
      }
      endPolls("Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
      if (allowed) settings.allowed = allowed;
      const last = waiting.at(-1)?.update.update_id ?? 0;
      const confirmed = offset < 0 ? last + 1 + offset : offset;
      dropWhere(({ update, expiresAt }) => update.update_id < confirmed || expiresAt < clock.now());
      if (waiting.length === 0 && timeout > 0) await untilUpdates(timeout * 1000, gone);
      return waiting.slice(0, limit).map(({ update }) => update);
    },
  };

  async function untilUpdates(timeoutMs: number, gone: AbortSignal): Promise<void> {
    const refusal = await new Promise<string | undefined>((resolve) => {
      const end = (why?: string) => {
        polls.delete(end);
        cancel();
        resolve(why);
      };
      const cancel = clock.after(timeoutMs, () => end());
      gone.addEventListener("abort", () => end(), { once: true });
      polls.add(end);
    });
    if (refusal !== undefined) refuse(refusal);
  }
}
