import type { Message } from "grammy/types";
import type { PeerChat } from "./chats.ts";
import type { World } from "./world.ts";

/**
 * Whether the bot is told of a message: in a group with privacy mode only of commands, mentions, replies to it, what was
 * posted by way of it, and what happens to the group. https://core.telegram.org/bots/features#privacy-mode
 */
export function botSees({ me }: World, chat: PeerChat, message: Message): boolean {
  if (chat.isPrivate) return true;
  const standing = chat.members.get(me.id);
  if (standing === undefined || standing === "left" || standing === "kicked") return false;
  if (me.can_read_all_group_messages || standing === "administrator") return true;
  const {
    text,
    caption = "",
    entities = [],
    caption_entities: more = [],
    reply_to_message: to,
    via_bot: via,
  } = message;
  const words = text ?? caption;
  const isMentioned = [...entities, ...more].some(
    ({ type, offset, length }) =>
      type === "mention" && words.slice(offset, offset + length).toLowerCase() === `@${me.username.toLowerCase()}`,
  );
  const [, other] = /^\/\w+@(\w+)/.exec(words) ?? [];
  const isCommand = words.startsWith("/") && (other ?? me.username).toLowerCase() === me.username.toLowerCase();
  const isService = "new_chat_members" in message || "left_chat_member" in message;
  return isMentioned || isCommand || isService || to?.from?.id === me.id || via?.id === me.id;
}
