import type { InlineQueryResult, Message, Update, User } from "grammy/types";
import type { PeerChat } from "./chats.ts";
import { keptAnswer, postedBy } from "./methods-query.ts";
import type { AskedQuery, World } from "./world.ts";

const MAX_QUERY = 256;

/** A query that was written; what the bot, or Telegram in its place, has answered is in `answer`. */
export interface Asked {
  /** What the bot is told; nothing where Telegram has kept an answer. */
  readonly update: Update | undefined;
  readonly asked: AskedQuery;
  titles(): string[];
}

/** Inline mode: queries after the name of the bot, in any chat. */
export function createInlineUser(world: World, user: User) {
  return {
    /** Writes the name of the bot and a query; in a private chat with somebody else, unless `place` says where. */
    asks(query: string, { place, offset = "" }: { readonly place?: PeerChat; readonly offset?: string } = {}): Asked {
      if (!world.me.supports_inline_queries) throw new Error("The bot does not support inline queries");
      const written = Array.from(query).slice(0, MAX_QUERY).join("");
      const id = world.nextQueryId();
      const asked: AskedQuery = { id, user, query: written, offset, at: world.clock.now() };
      const titles = () => (asked.answer?.results ?? []).map(titleOf);
      const kept = keptAnswer(world, asked);
      if (kept) {
        asked.answer = kept;
        return { update: undefined, asked, titles };
      }
      world.inlineQueries.set(id, asked);
      const chat_type = place ? (place.info.id === user.id ? "sender" : place.info.type) : "private";
      const content = { id, from: user, query: written, offset, chat_type };
      return { update: world.tell("inline_query", content, { about: user.id }), asked, titles };
    },
    /** Takes the result with these words in its title, or with this id, and so posts it in the chat. */
    chooses({ asked }: Asked, titleOrId: string, place: PeerChat): Message {
      const results = asked.answer?.results ?? [];
      const result =
        results.find((one) => one.id === titleOrId) ?? results.find((one) => titleOf(one).includes(titleOrId));
      if (!result) throw new Error(`No result "${titleOrId}" among: ${results.map(titleOf).join(" | ")}`);
      const message = world.chats.newMessage(place, user, { ...postedBy(result), via_bot: world.me });
      const inlineId = world.showInline(place, message);
      if (world.inlineFeedback) {
        const changeable = result.reply_markup ? { inline_message_id: inlineId } : {};
        const chosen = { result_id: result.id, from: user, query: asked.query, ...changeable };
        world.tell("chosen_inline_result", chosen, { about: user.id });
      }
      const standing = place.members.get(place.isPrivate ? user.id : world.me.id);
      if (place.info.id === user.id || (!place.isPrivate && standing && !["left", "kicked"].includes(standing))) {
        world.tell("message", message, { about: place.info.id });
      }
      return message;
    },
  };
}

function titleOf(result: InlineQueryResult): string {
  return "title" in result ? (result.title ?? "") : "";
}
