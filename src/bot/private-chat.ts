import type { ChatTypeContext, Composer, FilterQuery } from "grammy";
import { questionIn } from "./addressed.ts";
import { type Checking, offerCheck } from "./check-command.ts";
import type { BotContext } from "./context.ts";
import { isDraftFile } from "./draft.ts";
import { answerEdited } from "./edited.ts";
import { type Answering, answerQuestion } from "./question.ts";
import { replyText } from "./reply.ts";

/** What is no command: a text is a question, a draft can be checked, and everything else gets one helpful line. */
export function handlePrivateChat(
  composer: Composer<ChatTypeContext<BotContext, "private">>,
  parts: Answering & Checking,
): void {
  const stringsFor = (ctx: BotContext) => ctx.messages;
  const canReadFiles = parts.readDraft !== undefined;
  composer.on("message:text").filter(
    (ctx) => ctx.msg.text.startsWith("/"),
    (ctx) => replyText(ctx, stringsFor(ctx).unknownCommand),
  );
  composer.on("message:text", (ctx) => answerQuestion(ctx, questionIn(ctx.msg, ctx.me), parts));
  composer.on("edited_message:text", (ctx) => answerEdited(ctx, parts));
  composer.on("message:document").filter((ctx) => canReadFiles && isDraftFile(ctx.msg.document), offerCheck);
  composer
    .on(NOT_TEXT)
    .filter(createAlbumFilter(), (ctx) =>
      replyText(ctx, canReadFiles ? stringsFor(ctx).textOrDraft : stringsFor(ctx).textOnly),
    );
}

// What a person sends; service messages ("pinned a message") are left alone.
const NOT_TEXT: FilterQuery[] = [
  "message:file",
  "message:contact",
  "message:dice",
  "message:game",
  "message:poll",
  "message:location",
  "message:story",
];

// Albums that may still be arriving; one is forgotten when so many others have come.
const MAX_ALBUMS = 100;

/** An album arrives as one message a picture; the first one stands for all. */
function createAlbumFilter(): (ctx: BotContext) => boolean {
  const known = new Set<string>();
  return (ctx) => {
    const album = ctx.msg?.media_group_id;
    if (album === undefined) return true;
    if (known.has(album)) return false;
    for (const oldest of [...known].slice(0, Math.max(0, known.size - MAX_ALBUMS + 1))) known.delete(oldest);
    known.add(album);
    return true;
  };
}
