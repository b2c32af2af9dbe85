import type { Message } from "grammy/types";
import { messageIn, type PeerChat, replaceMessage } from "./chats.ts";
import { isInlineKeyboard, markupRefusalOf } from "./markup-rules.ts";
import type { Method } from "./methods.ts";
import { type Fields, lossesOf, shownTextOf } from "./refusal.ts";
import { refuse } from "./refused.ts";
import type { World } from "./world.ts";

const DELETABLE_SECONDS = 48 * 3600;

/** Methods that change or remove what a chat shows. */
export const editMethods: Readonly<Record<string, Method>> = {
  editMessageText(world, fields) {
    if (fields["text"] === undefined) refuse("Not Modelled: this peer does not show rich messages");
    const { text, entities } = shownTextOf("editMessageText", fields);
    world.losses.push(...lossesOf("editMessageText", fields).map((loss) => ({ method: "editMessageText", loss })));
    return edit(world, fields, (before) => {
      if (before.text === undefined) refuse("Bad Request: there is no text in the message to edit");
      const { entities: _, reply_markup: __, ...rest } = before;
      return { ...rest, text, ...(entities.length > 0 && { entities: [...entities] }), ...markupOf(fields) };
    });
  },
  editMessageCaption(world, fields) {
    const { text: caption, entities } = shownTextOf("editMessageCaption", fields);
    return edit(world, fields, (before) => {
      const { caption: _, caption_entities: __, reply_markup: ___, ...rest } = before;
      if (before.text !== undefined) refuse("Bad Request: there is no caption in the message to edit");
      const formatting = entities.length > 0 ? { caption_entities: [...entities] } : {};
      return { ...rest, ...(caption && { caption }), ...formatting, ...markupOf(fields) };
    });
  },
  editMessageReplyMarkup(world, fields) {
    return edit(world, fields, ({ reply_markup: _, ...rest }) => ({ ...rest, ...markupOf(fields) }));
  },
  deleteMessage(world, fields) {
    const chat = world.chats.forBot(fields["chat_id"]);
    remove(world, chat, fields["message_id"]);
    return true;
  },
  deleteMessages(world, fields) {
    const chat = world.chats.forBot(fields["chat_id"]);
    // Those that are not found are skipped.
    for (const id of fields["message_ids"]) if (messageIn(chat, id)) remove(world, chat, id);
    return true;
  },
  setMessageReaction(world, fields) {
    const chat = world.chats.forBot(fields["chat_id"]);
    const message = messageIn(chat, fields["message_id"]);
    if (!message) refuse("Bad Request: message to react not found");
    const emoji = (fields["reaction"] ?? []).map((one: Fields) => one["emoji"] ?? one["custom_emoji_id"]);
    chat.reactions.set(`${message.message_id}:${world.me.id}`, emoji);
    return true;
  },
  pinChatMessage(world, fields) {
    const chat = world.chats.forBot(fields["chat_id"]);
    if (!messageIn(chat, fields["message_id"])) refuse("Bad Request: message to pin not found");
    return true;
  },
};

function edit(world: World, fields: Fields, change: (before: Message) => Message): Message | true {
  const inline = fields["inline_message_id"];
  const { chat, before } = inline === undefined ? ownMessage(world, fields) : inlineMessage(world, inline);
  const refusal = markupRefusalOf(fields["reply_markup"], chat.isPrivate && inline === undefined);
  if (refusal !== undefined) refuse(refusal);
  const changed = change(before);
  if (contentOf(before) === contentOf(changed)) {
    refuse(
      "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a " +
        "current content and reply markup of the message",
    );
  }
  const after = { ...changed, edit_date: Math.floor(world.clock.now() / 1000) };
  replaceMessage(chat, after);
  const at = world.sent.indexOf(before);
  if (at >= 0) world.sent[at] = after;
  return inline === undefined ? after : true;
}

function ownMessage(world: World, fields: Fields): { readonly chat: PeerChat; readonly before: Message } {
  const chat = world.chats.forBot(fields["chat_id"]);
  const before = messageIn(chat, fields["message_id"]);
  if (!before) refuse("Bad Request: message to edit not found");
  if (before.from?.id !== world.me.id) refuse("Bad Request: message can't be edited");
  return { chat, before };
}

function inlineMessage(world: World, id: string): { readonly chat: PeerChat; readonly before: Message } {
  const known = world.inlineMessages.get(id);
  const before = known && messageIn(known.chat, known.messageId);
  if (!known || !before) refuse("Bad Request: MESSAGE_ID_INVALID");
  return { chat: known.chat, before };
}

/** A keyboard that is not given again is gone. */
function markupOf(fields: Fields): Pick<Message, "reply_markup"> {
  const markup = fields["reply_markup"];
  return isInlineKeyboard(markup) && markup["inline_keyboard"].length > 0 ? { reply_markup: markup } : {};
}

function contentOf({ text, caption, entities, caption_entities, reply_markup }: Message): string {
  const formatting = entities ?? caption_entities ?? [];
  return JSON.stringify([
    text ?? caption,
    formatting.map((one) => Object.entries(one).toSorted()),
    reply_markup ?? null,
  ]);
}

function remove(world: World, chat: PeerChat, id: number): void {
  const message = messageIn(chat, id);
  if (!message) refuse("Bad Request: message to delete not found");
  const isOld = world.clock.now() / 1000 - message.date > DELETABLE_SECONDS;
  const isOwn = message.from?.id === world.me.id;
  const mayDelete = isOwn || chat.isPrivate || chat.members.get(world.me.id) === "administrator";
  if (isOld || !mayDelete) refuse("Bad Request: message can't be deleted");
  chat.messages.splice(chat.messages.indexOf(message), 1);
}
