import type { Message, MessageEntity } from "grammy/types";
import { messageIn, type PeerChat, withoutReply } from "./chats.ts";
import { isInlineKeyboard, markupRefusalOf } from "./markup-rules.ts";
import type { CallParts, Method } from "./methods.ts";
import { type Fields, lossesOf, quoteText, shownTextOf } from "./refusal.ts";
import { refuse } from "./refused.ts";
import type { World } from "./world.ts";

/** How a file looks in a message, by the method that sends it. */
const FILES: Readonly<Record<string, { readonly field: string; readonly folder: string }>> = {
  sendDocument: { field: "document", folder: "documents" },
  sendPhoto: { field: "photo", folder: "photos" },
  sendVoice: { field: "voice", folder: "voice" },
  sendAudio: { field: "audio", folder: "music" },
  sendVideo: { field: "video", folder: "videos" },
  sendAnimation: { field: "animation", folder: "animations" },
  sendSticker: { field: "sticker", folder: "stickers" },
};

const fileMethods: Readonly<Record<string, Method>> = Object.fromEntries(
  Object.keys(FILES).map((method) => [
    method,
    (world: World, fields: Fields, parts: CallParts) => {
      const { text: caption, entities } = shownTextOf(method, fields);
      const formatting = { ...(caption && { caption }), ...(entities.length > 0 && { caption_entities: entities }) };
      return send(world, method, {
        fields,
        content: { ...fileContent(world, method, [fields, parts]), ...formatting },
      });
    },
  ]),
);

/** Methods that put a new message into a chat. */
export const sendMethods: Readonly<Record<string, Method>> = {
  ...fileMethods,
  sendMessage(world, fields) {
    const { text, entities } = shownTextOf("sendMessage", fields);
    return send(world, "sendMessage", { fields, content: { text, ...(entities.length > 0 && { entities }) } });
  },
  forwardMessage(world, fields) {
    const from = world.chats.forBot(fields["from_chat_id"]);
    const original = messageIn(from, fields["message_id"]);
    if (!original) refuse("Bad Request: message to forward not found");
    const {
      message_id: _,
      date,
      chat: __,
      from: author,
      reply_to_message: ___,
      reply_markup: ____,
      ...content
    } = original;
    const forward_origin = { type: "user", sender_user: author, date };
    return send(world, "forwardMessage", { fields, content: { ...content, forward_origin } });
  },
  sendChatAction(world, fields) {
    const chat = world.chats.forBot(fields["chat_id"]);
    const message_thread_id = threadOf(chat, fields);
    chat.actions.push({
      action: fields["action"],
      at: world.clock.now(),
      ...(message_thread_id !== undefined && { message_thread_id }),
    });
    return true;
  },
};

/** The topic that a call names; refuses where there is none. */
export function threadOf(chat: PeerChat, fields: Fields): number | undefined {
  const thread: number | undefined = fields["message_thread_id"];
  if (thread !== undefined && !chat.topics.has(thread)) refuse("Bad Request: message thread not found");
  return thread;
}

function send(world: World, method: string, { fields, content }: { fields: Fields; content: object }): Message {
  const chat = world.chats.forBot(fields["chat_id"]);
  const markup = fields["reply_markup"];
  const refusal = markupRefusalOf(markup, chat.isPrivate);
  if (refusal !== undefined) refuse(refusal);
  const thread = threadOf(chat, fields);
  const reply = replyOf(world, chat, fields["reply_parameters"]);
  const preview = fields["link_preview_options"];
  const message = world.chats.newMessage(chat, world.me, {
    ...content,
    ...reply,
    ...(thread !== undefined && { message_thread_id: thread, is_topic_message: true }),
    ...(preview && { link_preview_options: preview }),
    // Other keyboards stand under the field of the user and are not part of the message.
    ...(isInlineKeyboard(markup) && { reply_markup: markup }),
    ...ephemeralOf(world, chat, fields["ephemeral_message_parameters"]),
  });
  world.losses.push(...lossesOf(method, fields).map((loss) => ({ method, loss })));
  chat.messages.push(message);
  chat.hideDraft();
  world.sent.push(message);
  return message;
}

function replyOf(world: World, chat: PeerChat, parameters: Fields | undefined): object {
  if (parameters === undefined) return {};
  const isElsewhere = parameters["chat_id"] !== undefined;
  const place = isElsewhere ? world.chats.forBot(parameters["chat_id"]) : chat;
  const original = messageIn(place, parameters["message_id"]);
  if (!original) {
    if (parameters["allow_sending_without_reply"] === true && !isElsewhere) return {};
    refuse("Bad Request: message to be replied not found");
  }
  const quote = parameters["quote"] === undefined ? {} : quoteOf(original, parameters);
  if (isElsewhere && place !== chat) {
    const origin = { type: "chat", sender_chat: place.info, date: original.date };
    return { external_reply: { origin, chat: place.info, message_id: original.message_id }, ...quote };
  }
  return { reply_to_message: withoutReply(original), ...quote };
}

// Only these have to be the same in the quote and in the message it is from.
const QUOTED = ["bold", "italic", "underline", "strikethrough", "spoiler", "custom_emoji", "date_time"];

function quoteOf({ text, caption = "", entities, caption_entities }: Message, parameters: Fields): object {
  const whole = text ?? caption;
  const formatting = entities ?? caption_entities ?? [];
  const quote = quoteText(parameters);
  if ("refusal" in quote) refuse(quote.refusal);
  const near = parameters["quote_position"] ?? 0;
  const places = [...whole].length === 0 ? [] : placesOf(whole, quote.text);
  const fitting = places.filter(
    (at) => formattingAt(formatting, at, quote.text.length) === formattingAt(quote.entities, 0, quote.text.length),
  );
  const [position] = fitting.toSorted((a, b) => Math.abs(a - near) - Math.abs(b - near));
  if (position === undefined) refuse("Bad Request: QUOTE_TEXT_INVALID");
  const kept = quote.entities.length > 0 ? { entities: quote.entities } : {};
  return { quote: { text: quote.text, position, is_manual: true, ...kept } };
}

function placesOf(text: string, part: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) places.push(at);
  return places;
}

function formattingAt(entities: readonly MessageEntity[], from: number, length: number): string {
  const inside = entities.flatMap(({ type, offset, length: size }) => {
    const [start, end] = [Math.max(offset, from), Math.min(offset + size, from + length)];
    return QUOTED.includes(type) && end > start ? [`${type}:${start - from}-${end - from}`] : [];
  });
  return inside.toSorted().join();
}

/** A message that one member sees; it has a number of its own and none in the chat. */
function ephemeralOf(world: World, chat: PeerChat, parameters: Fields | undefined): object {
  if (parameters === undefined) return {};
  const receiver: number = parameters["receiver_user_id"];
  if (chat.isPrivate) refuse("Bad Request: ephemeral messages can't be sent to private chats");
  if (!chat.members.has(receiver)) refuse("Bad Request: user not found");
  const ephemeral_message_id = chat.messages.filter((message) => message.message_id === 0).length + 1;
  return { message_id: 0, ephemeral_message_id, receiver_user: world.users.get(receiver) };
}

function fileContent(world: World, method: string, [fields, { uploads }]: [Fields, CallParts]): object {
  const { field, folder } = FILES[method] ?? { field: "document", folder: "documents" };
  const given: string = fields[field];
  const upload = uploads.get(given.replace(/^attach:\/\//, ""));
  if (!upload && given.startsWith("attach://")) refuse(`Bad Request: there is no ${field} in the request`);
  if (!upload && !world.files.has(given)) refuse("Bad Request: wrong file identifier/HTTP URL specified");
  if (upload?.bytes.length === 0) refuse("Bad Request: file must be non-empty");
  const kept = upload
    ? world.files.add(upload.bytes, { folder, size: upload.bytes.length })
    : { file_id: given, file_unique_id: given };
  if (field === "photo") return { photo: [{ ...kept, width: 800, height: 600 }] };
  const named = upload && { file_name: upload.name, mime_type: upload.mimeType };
  return { [field]: { ...kept, ...named } };
}
