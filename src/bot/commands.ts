import type { Composer } from "grammy";
import { answersPrompt, type Checking, checkCommand, checkMessage } from "./check-command.ts";
import type { BotContext } from "./context.ts";
import { type LookingUp, lookUp } from "./lookup.ts";
import { replyText } from "./reply.ts";

/** Commands work in every chat, by their names in both languages; in a group grammY sees whether this bot is meant. */
export function handleCommands(composer: Composer<BotContext>, parts: LookingUp & Checking): void {
  composer.command("help", (ctx) => replyText(ctx, ctx.messages.help));
  composer.command(["tracuu", "lookup"], (ctx) => lookUp(ctx, ctx.match, parts));
  composer.command(["kiemtra", "check"], (ctx) => checkCommand(ctx, parts));
  composer.on("message:caption").filter(isCheckCaption, (ctx) => checkCommand(ctx, parts));
  composer.on(["message:text", "message:document"]).filter(
    (ctx) => answersPrompt(ctx) && !ctx.msg.text?.startsWith("/"),
    (ctx) => checkMessage(ctx, ctx.msg, parts),
  );
}

/** grammY looks for commands in texts only. */
function isCheckCaption({ msg, me }: BotContext): boolean {
  const [command, name] = /^\/(?:kiemtra|check)(?:@(\w+))?(?!\S)/.exec(msg?.caption ?? "") ?? [];
  return command !== undefined && (name === undefined || name.toLowerCase() === me.username.toLowerCase());
}
