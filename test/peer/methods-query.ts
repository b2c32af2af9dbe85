import type { InlineQueryResult, Message } from "grammy/types";
import type { Method } from "./methods.ts";
import { resultText } from "./refusal.ts";
import { refuse } from "./refused.ts";
import type { AskedQuery, World } from "./world.ts";

const TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid";
// Observed; the documentation names no time.
const CALLBACK_MS = 15_000;
const INLINE_MS = 30_000;

/** Answers to what users pressed, typed or asked from afar. */
export const queryMethods: Readonly<Record<string, Method>> = {
  answerCallbackQuery(world, fields) {
    const { callback_query_id: id, text, url, show_alert: isAlert = false } = fields;
    const pressed = world.callbacks.get(id);
    world.callbacks.delete(id);
    if (!pressed || world.clock.now() - pressed.at > CALLBACK_MS) refuse(TOO_OLD);
    pressed.chat.notices.push({ user: pressed.user.id, isAlert, ...(text && { text }), ...(url && { url }) });
    return true;
  },
  answerInlineQuery(world, fields) {
    const {
      inline_query_id: id,
      results,
      next_offset: nextOffset = "",
      button,
      cache_time: cacheSeconds = 300,
    } = fields;
    if (button && (button.web_app === undefined) === (button.start_parameter === undefined)) {
      refuse("Bad Request: BUTTON_TYPE_INVALID");
    }
    const asked = world.inlineQueries.get(id);
    world.inlineQueries.delete(id);
    if (!asked || world.clock.now() - asked.at > INLINE_MS) refuse(TOO_OLD);
    const answer = { results, nextOffset, ...(button && { button }) };
    asked.answer = answer;
    const until = world.clock.now() + cacheSeconds * 1000;
    const key = inlineCacheKey(asked, fields["is_personal"] === true);
    if (cacheSeconds > 0) world.inlineCache.set(key, { answer, until });
    return true;
  },
  answerGuestQuery(world, { guest_query_id: id, result }) {
    const asked = world.guestQueries.get(id);
    world.guestQueries.delete(id);
    if (!asked) refuse(TOO_OLD);
    const { chat, message: original } = asked;
    const message = world.chats.newMessage(chat, world.me, {
      ...postedBy(result),
      reply_to_message: original,
      guest_bot_caller_user: original.from,
    });
    world.sent.push(message);
    return { inline_message_id: world.showInline(chat, message) };
  },
};

/** What a chosen result puts into the chat. */
export function postedBy(result: InlineQueryResult): Partial<Message> {
  const text = resultText(result);
  if (text && "refusal" in text) refuse(text.refusal);
  const markup = result.reply_markup ? { reply_markup: result.reply_markup } : {};
  const entities = text && text.entities.length > 0 ? { entities: [...text.entities] } : {};
  return { text: text?.text ?? `[${result.type}]`, ...entities, ...markup };
}

/** Where the answer to a query is kept: for all who ask the same, or for one of them. */
function inlineCacheKey({ user, query, offset }: Pick<AskedQuery, "user" | "query" | "offset">, isPersonal: boolean) {
  return JSON.stringify([query, offset, isPersonal ? user.id : "all"]);
}

/** An answer that Telegram has kept and gives without asking the bot. */
export function keptAnswer(world: World, asked: Pick<AskedQuery, "user" | "query" | "offset">) {
  const kept = [true, false].map((isPersonal) => world.inlineCache.get(inlineCacheKey(asked, isPersonal)));
  return kept.find((one) => one && one.until > world.clock.now())?.answer;
}
