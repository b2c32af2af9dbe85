import type { Composer } from "grammy";
import { findReferences } from "../citation/find.ts";
import { formatShort } from "../citation/format.ts";
import type { DirectiveHead } from "../core/directive.ts";
import type { PassageStore } from "../core/ports.ts";
import { fold } from "../core/text.ts";
import type { Uploads } from "../core/uploads.ts";
import type { Access } from "./access.ts";
import { adminOnly } from "./admin-only.ts";
import type { BotContext } from "./context.ts";
import { documentLabel } from "./document-label.ts";
import { concat, keyboard, piece, toMessage } from "./part.ts";
import { replacePressed, reply, replyText } from "./reply.ts";
import { oneLine, shorten } from "./text-limits.ts";
import { head } from "./upload-result.ts";
import { readWithdrawData, withdrawData } from "./withdraw-buttons.ts";

const MAX_CHOICES = 20;
const MAX_QUERY_SHOWN = 200;

/** What withdrawing documents needs besides the update. */
export interface Withdrawing {
  /** Missing where documents come and go by the command line alone. */
  readonly uploads?: Uploads;
  readonly access: Access;
}

/** `/thuhoi` and the buttons that withdraw a document, for administrators. */
export function handleWithdraw(composer: Composer<BotContext>, parts: Withdrawing): void {
  const admins = adminOnly(composer);
  admins.command(["thuhoi", "withdraw"], (ctx) => {
    const { uploads } = parts;
    return uploads ? ask(ctx, ctx.match.trim()) : replyText(ctx, ctx.messages.upload.offHere);
  });
  admins.callbackQuery(/^wd:/, (ctx) => press(ctx, parts));
}

async function ask(ctx: BotContext, query: string): Promise<void> {
  const { messages, reading } = ctx;
  const { withdraw } = messages;
  if (query === "") return replyText(ctx, withdraw.usage);
  const held = await findHeld(query, reading.store);
  const [only, second] = held;
  if (!only) return replyText(ctx, withdraw.none(shorten(oneLine(query), MAX_QUERY_SHOWN)));
  if (!second) return void (await reply(ctx, [confirmation(ctx, only)]));
  const rows = held
    .slice(0, MAX_CHOICES)
    .map((document) => [
      { text: documentLabel(formatShort(document), document), callback_data: withdrawData("ask", document.id) },
    ]);
  const others = held.length - rows.length;
  const more = piece(others > 0 ? withdraw.more(others) : "");
  await reply(ctx, [toMessage(concat([piece(withdraw.which), more, keyboard(rows)], "\n"))]);
}

async function press(ctx: BotContext, { uploads, access }: Withdrawing): Promise<void> {
  const pressed = readWithdrawData(ctx.callbackQuery?.data ?? "");
  if (!pressed) return;
  const { withdraw, upload } = ctx.messages;
  const { step, documentId } = pressed;
  if (!uploads) return replyText(ctx, upload.offHere);
  if (step === "no") return replacePressed(ctx, toMessage(piece(withdraw.kept)));
  const document = await ctx.reading.store.directive(documentId);
  if (!document) return replyText(ctx, withdraw.gone);
  // A message of its own: what the button stands under may be a card that is still wanted.
  if (step === "ask") return void (await reply(ctx, [confirmation(ctx, document)]));
  const withdrawn = await uploads.withdraw(documentId);
  if (!withdrawn) return replacePressed(ctx, toMessage(piece(withdraw.gone)));
  const subject = document.number ?? document.id;
  await access.audit.record(
    { action: "document-withdrawn", actorId: ctx.from?.id ?? null, personId: null, subject },
    access.now(),
  );
  const done = concat([piece(withdraw.done), head(document, ctx)], "\n");
  const note = piece(withdrawn.fileRemains ? withdraw.fileRemains : "");
  await replacePressed(ctx, toMessage(concat([done, note], "\n\n")));
}

function confirmation(ctx: BotContext, document: DirectiveHead) {
  const { withdraw } = ctx.messages;
  const rows = [
    [
      { text: withdraw.yes, callback_data: withdrawData("yes", document.id) },
      { text: withdraw.no, callback_data: withdrawData("no", document.id) },
    ],
  ];
  return toMessage(concat([head(document, ctx), piece(withdraw.confirm), keyboard(rows)], "\n\n"));
}

/** Texts of the library by their number; by the words of their title or the name of their file where none is given. */
async function findHeld(query: string, store: PassageStore): Promise<DirectiveHead[]> {
  const references = findReferences(query).map(({ reference }) => reference);
  const found = await Promise.all(references.map((reference) => store.findByNumber(reference)));
  const held = found.flatMap((known) => known.held);
  if (held.length > 0) return [...new Map(held.map((document) => [document.id, document])).values()];
  const words = fold(query);
  return (await store.directives()).filter(({ title, file }) => fold(`${title}\n${file}`).includes(words));
}
