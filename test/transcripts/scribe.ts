import type { Message } from "grammy/types";
import { expect } from "vitest";
import type { PeerChat } from "../peer/chats.ts";
import type { Player } from "../peer/users.ts";
import type { Voice } from "../peer/voice.ts";
import type { Office } from "./office.ts";

export type Scribe = ReturnType<typeof createScribe>;

/** Writes down what is seen in a chat as it happens, also what a message showed before it was changed. */
export function createScribe({ peer, after }: Office, chat: PeerChat) {
  const parts: string[] = [];
  let seen = new Map<number, Message>();

  function look(): void {
    for (const message of chat.messages) {
      const before = seen.get(message.message_id);
      const shown = withoutCodes(peer.transcript({ ...chat, draft: undefined, messages: [message] })).trimEnd();
      if (before && before.text === message.text) {
        if (!isSame(before.reply_markup, message.reply_markup)) parts.push(buttonsIn(shown));
      } else parts.push(shown);
    }
    seen = new Map(chat.messages.map((message) => [message.message_id, message]));
  }

  /** What comes of it has to say these words: a transcript without the point of it is worth nothing. */
  async function sends(update: unknown, ...expected: readonly string[]): Promise<void> {
    await after(update);
    const changed = chat.messages.filter(
      (message) => message.from?.is_bot && !isSame(seen.get(message.message_id), message),
    );
    const words = changed.map(({ text = "" }) => text).join("\n");
    for (const expectedWords of expected) expect(words).toContain(expectedWords);
    look();
  }

  return {
    chat,
    sends,
    says: (voice: Pick<Voice, "says">, words: string, ...expected: readonly string[]) =>
      sends(voice.says(words), ...expected),
    async presses(player: Player, label: string, ...expected: readonly string[]): Promise<void> {
      parts.push(`*${player.user.first_name} bấm nút “${label}”*`);
      await sends(player.presses(label), ...expected);
    },
    /** What happened without the bot. */
    look,
    written: () => `${parts.filter((part) => part !== "").join("\n\n")}\n`,
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function buttonsIn(shown: string): string {
  return shown
    .split("\n\n")
    .filter((block) => block.startsWith("`["))
    .join("\n\n");
}

/** Nobody can guess them, and so they are never the same. */
function withoutCodes(transcript: string): string {
  return transcript.replace(/(start=|\/start )[\w\\-]+/g, "$1…");
}
