import type { InlineKeyboardButton, Message, Update, User } from "grammy/types";
import { type PeerChat, replaceMessage, withoutReply } from "./chats.ts";
import { botSees } from "./privacy.ts";
import { textContent } from "./user-text.ts";
import type { World } from "./world.ts";

export type Voice = ReturnType<typeof createVoice>;

/** An update about a message; it is returned also where the bot is not told of it. */
export type SaidUpdate = Update & { readonly message: Message };

interface Place {
  readonly user: User;
  readonly chat: PeerChat;
  readonly topic?: number;
}

/** What a message is besides its text. */
interface Manner {
  /** The message that is replied to, as it was said or as the chat shows it. */
  readonly to?: Message;
  /** Words of that message that are quoted. */
  readonly quote?: string;
}

interface FileManner extends Manner {
  readonly caption?: string;
  /** What the client says of the size; nothing by default, as some clients do. */
  readonly size?: number;
  readonly mimeType?: string;
}

/** What one user does in one chat, or in one topic of it. */
export function createVoice(world: World, { user, chat, topic }: Place) {
  /** Any message: `{ contact: … }`, `{ text, entities }`; nothing is added but who, when and where. */
  function sends(content: object, { to, quote }: Manner = {}): SaidUpdate {
    if (chat.members.get(user.id) === "kicked") throw new Error("The user has blocked the bot and cannot write to it");
    chat.members.set(user.id, chat.members.get(user.id) ?? "member");
    const thread = topic === undefined ? {} : { message_thread_id: topic, is_topic_message: true };
    const position = to && quote ? (to.text ?? to.caption ?? "").indexOf(quote) : 0;
    const reply = to ? { reply_to_message: withoutReply(to) } : {};
    const quoted = quote ? { quote: { text: quote, position, is_manual: true } } : {};
    const message = world.chats.newMessage(chat, user, { ...thread, ...reply, ...quoted, ...content });
    chat.messages.push(message);
    return tellOf(message);
  }

  function tellOf(message: Message): SaidUpdate {
    const update = world.tell("message", message, { about: chat.info.id, isTold: botSees(world, chat, message) });
    // An update of this kind is about this message; channels have no voice.
    return update as SaidUpdate;
  }

  function sendsFile(
    field: string,
    content: string | Uint8Array,
    more: FileManner & { name?: string } = {},
  ): SaidUpdate {
    const { name, caption, size, mimeType, ...manner } = more;
    const file = world.files.add(content, { folder: `${field}s`, ...(size !== undefined && { size }) });
    const named = { ...(name && { file_name: name }), ...(mimeType && { mime_type: mimeType }) };
    const kept = field === "photo" ? [{ ...file, width: 800, height: 600 }] : { ...file, ...named };
    return sends({ [field]: kept, ...(caption !== undefined && textContent(caption, "caption")) }, manner);
  }

  function buttonOn(label: string, message?: Message): { message: Message; button: InlineKeyboardButton } {
    const shown = message ? [message] : chat.messages.toReversed();
    for (const one of shown) {
      const button = buttonsOf(one).find(({ text }) => text.includes(label));
      if (button) return { message: one, button };
    }
    throw new Error(`No button "${label}"; the last message has: ${labelsOf(chat.messages.at(-1)).join(" | ")}`);
  }

  return {
    sends,
    /** A text; commands, mentions and addresses in it are marked as a client marks them. */
    says: (text: string, manner?: Manner) => sends(textContent(text, "text"), manner),
    /** A text that begins with the name of the bot. */
    mentions: (text: string, manner?: Manner) => sends(textContent(`@${world.me.username} ${text}`, "text"), manner),
    /** Changes the words of an earlier message. */
    edits(message: Message, text: string): Update {
      const { text: _, caption: __, entities: ___, caption_entities: ____, ...rest } = message;
      const field = message.text === undefined ? "caption" : "text";
      const edit_date = Math.floor(world.clock.now() / 1000);
      const edited = { ...rest, ...textContent(text, field), edit_date } as Message;
      replaceMessage(chat, edited);
      return world.tell("edited_message", edited, { about: chat.info.id, isTold: botSees(world, chat, edited) });
    },
    /** Takes a message away. The bot is not told. */
    deletes(message: Message): void {
      chat.messages.splice(
        0,
        chat.messages.length,
        ...chat.messages.filter((one) => one.message_id !== message.message_id),
      );
    },
    sendsDocument: (name: string, content: string | Uint8Array, more: FileManner = {}) =>
      sendsFile("document", content, { ...more, name }),
    sendsPhoto: (content: string | Uint8Array, more?: FileManner) => sendsFile("photo", content, more),
    sendsVoice: (content: string | Uint8Array, more?: FileManner) => sendsFile("voice", content, more),
    sendsSticker: (emoji = "👍") =>
      sends({ sticker: { ...world.files.add("sticker", { folder: "stickers" }), type: "regular", emoji } }),
    /** Passes on a message of another user, or of another chat. */
    forwards({ from, date, text, caption, entities, document, photo }: Message): SaidUpdate {
      const content = { text, caption, entities, document, photo };
      const given = Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined));
      return sends({ ...given, forward_origin: { type: "user", sender_user: from, date } });
    },
    /** Presses the button with this label, or with these words in it: of `message`, or the lowest one in the chat. */
    presses(label: string, message?: Message): Update {
      const found = buttonOn(label, message);
      const { button } = found;
      if (!("callback_data" in button)) throw new Error(`Pressing "${button.text}" is not told to the bot`);
      const id = world.nextQueryId();
      world.callbacks.set(id, { user, chat, at: world.clock.now() });
      const inline = inlineIdOf(world, chat, found.message);
      const about = inline === undefined ? { message: found.message } : { inline_message_id: inline };
      const content = { id, from: user, ...about, chat_instance: String(chat.info.id), data: button.callback_data };
      return world.tell("callback_query", content, { about: user.id });
    },
    /** The button itself: for its address, or the text it copies. */
    button: (label: string, message?: Message) => buttonOn(label, message).button,
    /** Puts a reaction on a message. A bot is told only where it is an administrator, and asked to be. */
    reacts({ message_id }: Message, ...emoji: readonly string[]): Update {
      const key = `${message_id}:${user.id}`;
      const reaction = (list: readonly string[]) => list.map((one) => ({ type: "emoji", emoji: one }));
      const before = chat.reactions.get(key) ?? [];
      const isTold = chat.members.get(world.me.id) === "administrator";
      chat.reactions.set(key, emoji);
      const date = Math.floor(world.clock.now() / 1000);
      const about = { chat: chat.info, message_id, user, date };
      const change = { old_reaction: reaction(before), new_reaction: reaction(emoji) };
      return world.tell("message_reaction", { ...about, ...change }, { about: chat.info.id, isTold });
    },
    /** Asks the bot in a chat that it need not be in. */
    summons(text: string, manner: Manner = {}): Update {
      if (!world.me.supports_guest_queries) throw new Error("The bot does not support guest queries");
      if (chat.isProtected) throw new Error("Bots from outside cannot be asked in a protected chat");
      const reply = manner.to ? { reply_to_message: withoutReply(manner.to) } : {};
      const content = { ...textContent(`@${world.me.username} ${text}`, "text"), ...reply };
      const shown = world.chats.newMessage(chat, user, content);
      chat.messages.push(shown);
      const guest_query_id = world.nextQueryId();
      world.guestQueries.set(guest_query_id, { message: shown, chat });
      const message = { ...shown, guest_query_id };
      return world.tell("guest_message", message, { about: chat.info.id });
    },
  };
}

/** The buttons under a message, row after row. */
export function buttonsOf(message: Message | undefined): InlineKeyboardButton[] {
  return message?.reply_markup?.inline_keyboard.flat() ?? [];
}

/** What is written on the buttons under a message. */
export function labelsOf(message: Message | undefined): string[] {
  return buttonsOf(message).map(({ text }) => text);
}

function inlineIdOf(world: World, chat: PeerChat, { message_id: id }: Message): string | undefined {
  const known = [...world.inlineMessages].find(([, one]) => one.chat === chat && one.messageId === id);
  return known?.[0];
}
