import type { Composer } from "grammy";
import { isAddressed, questionIn } from "./addressed.ts";
import { type Browsing, browseCommand, pressBrowse } from "./browse.ts";
import { type ChoosingLanguage, languageCommand, pressLanguage } from "./choose-language.ts";
import type { BotContext } from "./context.ts";
import { answerEdited } from "./edited.ts";
import { answerGuest } from "./guest.ts";
import { type AnsweringInline, answerInline } from "./inline.ts";
import { type Paging, pressMore } from "./more.ts";
import { type Answering, answerChoice, answerQuestion } from "./question.ts";
import { pressSources, sourcesCommand } from "./sources.ts";
import { type FollowingLinks, start } from "./start.ts";

/** What talking about the library needs besides the updates. */
export type Conversing = Answering & Paging & Browsing & FollowingLinks & AnsweringInline & ChoosingLanguage;

/** Buttons under answers, the library's menu, links, languages, inline results, guests, and the wish to stop. */
export function handleConversation(composer: Composer<BotContext>, parts: Conversing): void {
  // A card that was chosen in the chat with the bot comes back as a message; it asks nothing.
  composer.on("message").filter(
    ({ msg, me }) => msg.via_bot?.id === me.id,
    () => undefined,
  );
  composer.callbackQuery(/^which:/, (ctx) => answerChoice(ctx, parts));
  composer.callbackQuery(/^more:/, (ctx) => pressMore(ctx, parts));
  composer.callbackQuery(/^sources:/, (ctx) => pressSources(ctx, parts));
  composer.callbackQuery(/^list:/, (ctx) => pressBrowse(ctx, parts));
  composer.callbackQuery(/^language:/, (ctx) => pressLanguage(ctx, parts));
  composer.command("start", (ctx) => start(ctx, ctx.match, parts));
  composer.command(["vanban", "documents"], (ctx) => browseCommand(ctx, parts));
  composer.command(["nguon", "sources"], (ctx) => sourcesCommand(ctx, parts));
  composer.command(["ngonngu", "language"], (ctx) => languageCommand(ctx));
  composer.on("inline_query", (ctx) => answerInline(ctx, parts));
  composer.on("guest_message", (ctx) => answerGuest(ctx, parts));
  composer.on("stopped_message_generation", ({ stoppedMessageGeneration: { chat, draft_id: draftId } }) =>
    parts.stops.stop(chat.id, draftId),
  );
}

/** In a group the bot answers who mentions it or replies to it; to be heard after the commands. */
export function handleGroups(composer: Composer<BotContext>, parts: Answering): void {
  const groups = composer.chatType(["group", "supergroup"]);
  groups
    .on("message:text")
    .filter((ctx) => !ctx.msg.text.startsWith("/") && isAddressed(ctx.msg, ctx.me))
    .use((ctx) => answerQuestion(ctx, questionIn(ctx.msg, ctx.me), parts));
  groups.on("edited_message:text", (ctx) => answerEdited(ctx, parts));
}
