import type { InlineQueryResult, Message, Update, User, UserFromGetMe } from "grammy/types";
import { createChats, type PeerChat } from "./chats.ts";
import type { Clock } from "./clock.ts";
import { createDelivery, type UpdateKind } from "./delivery.ts";
import { createFiles } from "./files.ts";

export type World = ReturnType<typeof createWorld>;

/** What a user sees above the field where the query is written. */
export interface InlineAnswer {
  readonly results: readonly InlineQueryResult[];
  readonly nextOffset: string;
  readonly button?: { readonly text: string; readonly start_parameter?: string };
}

/** An inline query of a user, from the chat in which it was written. */
export interface AskedQuery {
  readonly id: string;
  readonly user: User;
  readonly query: string;
  readonly offset: string;
  readonly at: number;
  answer?: InlineAnswer;
}

/** What an inline message is known by, and the chat that shows it. */
export interface InlineMessage {
  readonly chat: PeerChat;
  readonly messageId: number;
}

interface Telling {
  /** The chat, or the user where it is about what one did. */
  readonly about: number;
  readonly isTold?: boolean;
}

/** How a bot is set up with BotFather, and what the peer lets through. */
export interface WorldOptions {
  readonly me: UserFromGetMe;
  readonly clock: Clock;
  /** Whether choices among inline results are told to the bot. */
  readonly inlineFeedback: boolean;
  /** Files larger than this are not handed on; a server of one's own has no limit. */
  readonly maxDownloadBytes: number;
  readonly random: () => number;
}

const DAY_MS = 86_400_000;
const WRITTEN: readonly UpdateKind[] = ["message", "edited_message", "guest_message"];
// How long an update is kept for the bot. https://github.com/tdlib/telegram-bot-api (Client.cpp)
const LIFETIMES_MS: Partial<Record<UpdateKind, number>> = {
  callback_query: 150_000,
  inline_query: 30_000,
  chosen_inline_result: 600_000,
};

/** All that the peer knows: what people did, what the bot did, and what has still to be told to the bot. */
export function createWorld({ me, clock, inlineFeedback, maxDownloadBytes, random }: WorldOptions) {
  const chats = createChats({ me, clock });
  const delivery = createDelivery({ clock, random });
  const ids = { query: 5_000_000, inline: 0 };

  /**
   * Tells the bot, if it is told and wants to know. What is written in one chat is told in order, and so is what one
   * user presses, or asks.
   */
  function tell(kind: UpdateKind, content: object, { about, isTold = true }: Telling): Update {
    const key = WRITTEN.includes(kind) ? `chat:${about}` : `${kind}:${about}`;
    return delivery.emit(kind, content, { key, lifetimeMs: LIFETIMES_MS[kind] ?? DAY_MS, isTold });
  }

  return {
    me,
    clock,
    chats,
    delivery,
    inlineFeedback,
    files: createFiles({ maxDownloadBytes }),
    tell,
    /** Messages that the bot sent, as they are shown now, in the order of sending; deleted ones too. */
    sent: [] as Message[],
    /** Changes that Telegram made to what the bot sent without a word. */
    losses: [] as { readonly method: string; readonly loss: string }[],
    callbacks: new Map<string, { readonly user: User; readonly chat: PeerChat; readonly at: number }>(),
    inlineQueries: new Map<string, AskedQuery>(),
    /** Answers that Telegram gives again without asking the bot. */
    inlineCache: new Map<string, { readonly answer: InlineAnswer; readonly until: number }>(),
    guestQueries: new Map<string, { readonly message: Message; readonly chat: PeerChat }>(),
    inlineMessages: new Map<string, InlineMessage>(),
    users: new Map<number, User>(),
    /** What is kept for settings methods, by name. */
    settings: new Map<string, unknown>(),
    nextQueryId(): string {
      ids.query += 1;
      return String(ids.query);
    },
    /** Shows a message posted by way of the bot; with buttons the bot can change it later. */
    showInline(chat: PeerChat, message: Message): string {
      ids.inline += 1;
      const id = `inline-${ids.inline}`;
      chat.messages.push(message);
      this.inlineMessages.set(id, { chat, messageId: message.message_id });
      return id;
    },
  };
}
