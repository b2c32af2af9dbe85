import { Hono, type MiddlewareHandler } from "hono";
import { TrichdanError } from "../core/errors.ts";
import { limitBody } from "./body-limit.ts";
import { describeError } from "./describe-error.ts";
import type { Log, TelegramWebhook } from "./parts.ts";
import { problem } from "./problem.ts";
import { isSameSecret } from "./same-secret.ts";

// https://core.telegram.org/bots/api#setwebhook
const SECRET = /^[\w-]{1,256}$/;
const RETRY_AFTER_SECONDS = "5";

/** Telegram's way in. A caller without the secret learns nothing and has no byte of its body read. */
export function createTelegramWebhook({ secret, accept }: TelegramWebhook, log: Log): Hono {
  if (!SECRET.test(secret)) {
    throw new TrichdanError(
      "TELEGRAM_WEBHOOK_SECRET is empty or has characters that Telegram does not allow. Set it to 1–256 of A–Z, a–z, 0–9, _ and -.",
    );
  }

  const checkSecret: MiddlewareHandler = async (c, next) => {
    const given = c.req.header("X-Telegram-Bot-Api-Secret-Token") ?? "";
    return (await isSameSecret(given, secret)) ? next() : problem(c, 401, "wrongSecret");
  };
  return new Hono().post("/", checkSecret, limitBody(), async (c) => {
    if (!/^application\/json\s*(;|$)/i.test(c.req.header("content-type") ?? "")) return problem(c, 415, "contentType");
    const update = await c.req.json().catch(() => undefined);
    if (update === undefined) return problem(c, 400, "invalidJson");
    if (!hasUpdateId(update)) return problem(c, 400, "notAnUpdate");
    try {
      const outcome = await accept(update);
      // Telegram repeats what is not answered with 2xx, and a refused update would be refused again.
      if (outcome === "refused") log({ level: "warn", event: "telegram-update-refused", updateId: update.update_id });
      return c.json({ ok: true });
    } catch (error) {
      log({ level: "error", event: "telegram-update-not-stored", updateId: update.update_id, ...describeError(error) });
      c.header("Retry-After", RETRY_AFTER_SECONDS);
      return problem(c, 503, "notStored");
    }
  });
}

function hasUpdateId(update: unknown): update is { readonly update_id: number } {
  return (
    typeof update === "object" && update !== null && "update_id" in update && Number.isSafeInteger(update.update_id)
  );
}
