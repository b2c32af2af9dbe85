import type { ArrivedUpdate, Inbox } from "../core/ports.ts";
import { sleep } from "./sleep.ts";

const GATHER_MS = 2;

/** `refused`: not an update at all. `known`: delivered before; there is nothing more to do. */
export type Acceptance = "accepted" | "known" | "refused";

/** What accepting updates needs. */
export interface Accepting {
  readonly inbox: Pick<Inbox, "accept">;
  readonly now: () => number;
  /** Given each new update once, before Telegram is told. Where that must not wait, it is to return at once. */
  readonly atOnce: (update: unknown) => Promise<void> | void;
  /** `false` where one update must not wait for another, as on Workers, whose requests end on their own. */
  readonly isInTurn?: boolean;
}

/** Puts an update into the inbox, whichever way it came; only then may Telegram be told that it arrived. */
export function acceptUpdate(parts: Accepting): (update: unknown) => Promise<Acceptance> {
  const accept = parts.isInTurn === false ? oneByOne(parts) : gathered(parts);
  return async (update) => {
    const updateId = field(update, "update_id");
    if (typeof updateId !== "number" || !Number.isSafeInteger(updateId)) return "refused";
    const isNew = await accept({ updateId, chatId: chatIdOf(update), update, isTaken: cannotWait(update) });
    if (isNew) await parts.atOnce(update);
    return isNew ? "accepted" : "known";
  };
}

type Accept = (update: ArrivedUpdate) => Promise<boolean>;

function oneByOne({ inbox, now }: Accepting): Accept {
  return async (update) => (await inbox.accept([update], now())).length > 0;
}

/** What comes at about the same time is written together: a write to the disk takes as long for many as for one. */
function gathered({ inbox, now }: Accepting): Accept {
  let gathering: { readonly updates: ArrivedUpdate[]; readonly added: Promise<Set<number>> } | undefined;

  async function write(updates: readonly ArrivedUpdate[]): Promise<Set<number>> {
    await sleep(GATHER_MS);
    gathering = undefined;
    return new Set(await inbox.accept(updates, now()));
  }

  return async (update) => {
    if (!gathering) {
      const updates: ArrivedUpdate[] = [];
      gathering = { updates, added: write(updates) };
    }
    gathering.updates.push(update);
    // Of several copies the first is the new one.
    return (await gathering.added).delete(update.updateId);
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
