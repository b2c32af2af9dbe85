import type { Message, MessageEntity, UserFromGetMe } from "grammy/types";

/** The question in a text message: what is left without mentions of the bot. May be empty. */
export function questionIn({ text = "", entities = [] }: Message, me: UserFromGetMe): string {
  return entities
    .filter((entity) => mentions(text, entity, me))
    .toReversed()
    .reduce((rest, { offset, length }) => rest.slice(0, offset) + rest.slice(offset + length), text)
    .replace(/ {2,}/g, " ")
    .trim();
}

/** Whether a message in a group is meant for the bot: it mentions it or replies to it. */
export function isAddressed(
  { text = "", entities = [], reply_to_message: repliedTo }: Message,
  me: UserFromGetMe,
): boolean {
  return repliedTo?.from?.id === me.id || entities.some((entity) => mentions(text, entity, me));
}

function mentions(text: string, entity: MessageEntity, me: UserFromGetMe): boolean {
  if (entity.type === "text_mention") return entity.user.id === me.id;
  if (entity.type !== "mention") return false;
  const name = text.slice(entity.offset, entity.offset + entity.length);
  return name.toLowerCase() === `@${me.username.toLowerCase()}`;
}
