import type { Inbox } from "../core/ports.ts";

/** `refused`: not an update at all. `known`: delivered before; there is nothing more to do. */
export type Acceptance = "accepted" | "known" | "refused";

/** Puts an update into the inbox, whichever way it came; only then may Telegram be told that it arrived. */
export function acceptUpdate(inbox: Inbox, now: () => number): (update: unknown) => Promise<Acceptance> {
  return async (update) => {
    const updateId = field(update, "update_id");
    if (typeof updateId !== "number" || !Number.isSafeInteger(updateId)) return "refused";
    const isNew = await inbox.accept({ updateId, chatId: chatIdOf(update), update }, now());
    return isNew ? "accepted" : "known";
  };
}

/** The chat that an update belongs to; `null` where it belongs to none. */
export function chatIdOf(update: unknown): number | null {
  if (typeof update !== "object" || update === null) return null;
  const ids = Object.values(update).map((part) =>
    field(field(part, "chat") ?? field(field(part, "message"), "chat"), "id"),
  );
  return ids.find((id) => typeof id === "number") ?? null;
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
