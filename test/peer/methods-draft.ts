import type { Method } from "./methods.ts";
import { threadOf } from "./methods-send.ts";
import { shownTextOf } from "./refusal.ts";
import { refuse } from "./refused.ts";

/** Streaming of a message that is being written. */
export const draftMethods: Readonly<Record<string, Method>> = {
  sendMessageDraft(world, fields) {
    const chat = world.chats.forBot(fields["chat_id"]);
    if (!chat.isPrivate) refuse("Bad Request: TEXTDRAFT_PEER_INVALID");
    const message_thread_id = threadOf(chat, fields);
    const { text, entities } = shownTextOf("sendMessageDraft", { text: "", ...fields });
    chat.drafts.push({
      draft_id: fields["draft_id"],
      text,
      entities,
      can_stop: fields["can_stop"] === true,
      keep_on_stop: fields["keep_on_stop"] === true,
      at: world.clock.now(),
      ...(message_thread_id !== undefined && { message_thread_id }),
    });
    return true;
  },
};
