import type { Access } from "./access.ts";
import type { BotContext } from "./context.ts";
import { messagesFor, messages as stringsOf } from "./messages.ts";
import { concat, keyboard, piece, toMessage } from "./part.ts";
import { reply, replyText } from "./reply.ts";

/** What choosing a language needs besides the update. */
export interface ChoosingLanguage {
  readonly access: Access;
}

const choices = ["vi", "en", "auto"] as const;

/** `/ngonngu`: the languages to choose from. */
export async function languageCommand(ctx: BotContext): Promise<void> {
  const { language } = ctx.messages;
  const row = choices.map((choice) => ({ text: language[choice], callback_data: `language:${choice}` }));
  await reply(ctx, [toMessage(concat([piece(language.ask), keyboard([row])], ""))]);
}

/** The choice counts for whoever pressed the button, in every chat. */
export async function pressLanguage(ctx: BotContext, { access }: ChoosingLanguage): Promise<void> {
  const choice = choices.find((known) => ctx.callbackQuery?.data === `language:${known}`);
  if (!choice || !ctx.from) return;
  const language = choice === "auto" ? null : choice;
  await access.people.setLanguage(ctx.from.id, language, access.now());
  const strings = language ? stringsOf[language] : messagesFor(ctx.from.language_code);
  await replyText(ctx, strings.language.chosen[choice]);
}
