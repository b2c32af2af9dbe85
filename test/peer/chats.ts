import type { Chat, ChatMember, Message, MessageEntity, User, UserFromGetMe } from "grammy/types";
import type { Clock } from "./clock.ts";
import { type Refused, refuse } from "./refused.ts";

export type Status = Exclude<ChatMember["status"], "restricted">;

/** What a bot streams before it sends; gone after 30 seconds, or when it sends. */
export interface Draft {
  readonly draft_id: number;
  readonly text: string;
  readonly entities: readonly MessageEntity[];
  readonly can_stop: boolean;
  readonly keep_on_stop: boolean;
  readonly message_thread_id?: number;
  readonly at: number;
}

/** A chat as its members see it. */
export interface PeerChat {
  readonly info: Chat;
  readonly isPrivate: boolean;
  readonly isProtected: boolean;
  /** What it shows, oldest first, edits applied and deleted messages gone. */
  readonly messages: Message[];
  /** What bot and people have shown and taken back in drafts, oldest first. */
  readonly drafts: Draft[];
  /** The draft that is shown now. */
  readonly draft: Draft | undefined;
  readonly actions: { readonly action: string; readonly message_thread_id?: number; readonly at: number }[];
  /** The bot's answers to pressed buttons: a line at the top, or an alert. */
  readonly notices: {
    readonly user: number;
    readonly text?: string;
    readonly isAlert: boolean;
    readonly url?: string;
  }[];
  /** Topics of a forum, by thread id. */
  readonly topics: Map<number, string>;
  readonly members: Map<number, Status>;
  /** Reactions on a message of this chat, by `${message_id}:${user id}`. */
  readonly reactions: Map<string, readonly string[]>;
  hideDraft(): void;
}

interface NewChat {
  readonly id?: number;
  readonly title?: string;
  readonly type?: "group" | "supergroup";
  readonly isForum?: boolean;
  /** Its messages may not be passed on, and bots from outside not be asked. */
  readonly isProtected?: boolean;
  /** The bot's own standing; a member by default. */
  readonly bot?: Status;
  readonly username?: string;
}

// https://core.telegram.org/bots/api#sendmessagedraft
const DRAFT_MS = 30_000;

/** The chats of the peer, and who may write where. */
export function createChats({ me, clock }: { readonly me: UserFromGetMe; readonly clock: Clock }) {
  const chats = new Map<number, PeerChat>();
  const ids = { group: -1_001_000_000_000 };
  // The last message of each supergroup, and of all other chats under 0.
  const lastIds = new Map<number, number>();

  function create(info: Chat, isProtected = false): PeerChat {
    const hidden = { before: 0 };
    const drafts: Draft[] = [];
    const chat: PeerChat = {
      info,
      isPrivate: info.type === "private",
      isProtected,
      messages: [],
      drafts,
      get draft() {
        const last = drafts.slice(hidden.before).at(-1);
        return last && clock.now() - last.at < DRAFT_MS ? last : undefined;
      },
      actions: [],
      notices: [],
      topics: new Map(),
      members: new Map(),
      reactions: new Map(),
      hideDraft() {
        hidden.before = drafts.length;
      },
    };
    chats.set(info.id, chat);
    return chat;
  }

  return {
    all: () => [...chats.values()],
    get: (id: number) => chats.get(id),
    /** A private chat. Nobody has written in it, so the bot may not either. */
    private(user: User): PeerChat {
      const { id, first_name, last_name, username } = user;
      const names = { first_name, ...(last_name && { last_name }), ...(username && { username }) };
      return chats.get(id) ?? create({ id, type: "private", ...names });
    },
    group({
      id,
      title = "Chi bộ",
      type = "supergroup",
      isForum = false,
      isProtected = false,
      bot = "member",
      username,
    }: NewChat = {}): PeerChat {
      ids.group -= 1;
      const kind = { ...(isForum && { is_forum: true }), ...(username && { username }) };
      // One of the two kinds, as the caller chose.
      const chat = create({ id: id ?? ids.group, type, title, ...kind } as Chat, isProtected);
      chat.members.set(me.id, bot);
      return chat;
    },
    /** The chat that a call of the bot is about; refuses where the bot may not go. */
    forBot(id: number | string): PeerChat {
      const chat = chats.get(Number(id)) ?? [...chats.values()].find((one) => isCalled(one, String(id)));
      if (!chat) refuse("Bad Request: chat not found");
      const refusal = refusalOf(chat, me.id);
      if (refusal !== undefined) refuse(refusal);
      return chat;
    },
    /** A new message, not yet shown. Message ids count within a supergroup, and across all other chats together. */
    newMessage(chat: PeerChat, from: User, content: object): Message {
      const counter = chat.info.type === "supergroup" ? chat.info.id : 0;
      const message_id = (lastIds.get(counter) ?? 0) + 1;
      lastIds.set(counter, message_id);
      const date = Math.floor(clock.now() / 1000);
      // The caller says what kind of message it is.
      return { message_id, date, chat: chat.info, from, ...content } as Message;
    },
    /** A topic of a forum; its id is that of the message that opens it. */
    addTopic(chat: PeerChat, name: string): number {
      if (!("is_forum" in chat.info && chat.info.is_forum)) refuse("Bad Request: the chat is not a forum");
      const opening = this.newMessage(chat, me, { forum_topic_created: { name, icon_color: 7_322_096 } });
      chat.messages.push(opening);
      chat.topics.set(opening.message_id, name);
      return opening.message_id;
    },
  };
}

/** The message of a chat with this id. */
export function messageIn(chat: PeerChat, id: number | undefined): Message | undefined {
  return chat.messages.find((message) => message.message_id === id && id !== 0);
}

/** Puts a changed message in the place of the old one. */
export function replaceMessage(chat: PeerChat, message: Message): void {
  const at = chat.messages.findIndex(({ message_id: id }) => id === message.message_id);
  chat.messages[at] = message;
}

/** A message as it is shown in another one: without what that one replies to. */
export function withoutReply(message: Message): Message {
  const { reply_to_message: _, ...rest } = message;
  return rest as Message;
}

function refusalOf(chat: PeerChat, botId: number): Refused["message"] | undefined {
  const { type, id } = chat.info;
  const status = chat.members.get(botId);
  if (type === "private") {
    if (chat.members.get(id) === "kicked") return "Forbidden: bot was blocked by the user";
    return chat.members.has(id) ? undefined : "Forbidden: bot can't initiate conversation with a user";
  }
  if (status === "kicked") return `Forbidden: bot was kicked from the ${type} chat`;
  return status === undefined || status === "left" ? `Forbidden: bot is not a member of the ${type} chat` : undefined;
}

function isCalled({ info }: PeerChat, name: string): boolean {
  return "username" in info && `@${info.username}`.toLowerCase() === name.toLowerCase();
}
