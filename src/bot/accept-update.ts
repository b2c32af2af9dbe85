import type { Inbox } from "../core/ports.ts";

/** `refused`: not an update at all. `known`: delivered before; there is nothing more to do. */
export type Acceptance = "accepted" | "known" | "refused";

/** What accepting updates needs. */
export interface Accepting {
  readonly inbox: Inbox;
  readonly now: () => number;
  /** Given each new update once, before Telegram is told. Where that must not wait, it is to return at once. */
  readonly atOnce: (update: unknown) => Promise<void> | void;
}

/** Puts an update into the inbox, whichever way it came; only then may Telegram be told that it arrived. */
export function acceptUpdate({ inbox, now, atOnce }: Accepting): (update: unknown) => Promise<Acceptance> {
  return async (update) => {
    const updateId = field(update, "update_id");
    if (typeof updateId !== "number" || !Number.isSafeInteger(updateId)) return "refused";
    const isTaken = cannotWait(update);
    const isNew = await inbox.accept({ updateId, chatId: chatIdOf(update), update, isTaken }, now());
    if (isNew) await atOnce(update);
    return isNew ? "accepted" : "known";
  };
}

/**
 * Updates that make no sense later, or behind others of their chat: what is being typed inline, which Telegram forgets
 * after half a minute, and the wish to stop what the chat waits for.
 */
export function cannotWait(update: unknown): boolean {
  return field(update, "inline_query") !== undefined || field(update, "stopped_message_generation") !== undefined;
}

/** The chat that an update belongs to; `null` where it belongs to none. */
export function chatIdOf(update: unknown): number | null {
  const ids = partsOf(update).map((part) => field(field(part, "chat") ?? field(field(part, "message"), "chat"), "id"));
  return ids.find((id) => typeof id === "number") ?? null;
}

/** Who an update comes from; `null` where it comes from nobody. */
export function senderOf(update: unknown): number | null {
  const ids = partsOf(update).map((part) => field(field(part, "from"), "id"));
  return ids.find((id) => typeof id === "number") ?? null;
}

function partsOf(update: unknown): unknown[] {
  return typeof update === "object" && update !== null ? Object.values(update) : [];
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
