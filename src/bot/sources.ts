import type { AnsweredQuestion } from "../core/answered.ts";
import { spansWithin } from "../core/uncertain.ts";
import { threadOf } from "./asker.ts";
import { attempt } from "./attempt.ts";
import type { BotContext } from "./context.ts";
import type { Paging } from "./more.ts";
import { type PagePress, readPageData, showPage, turnButtons } from "./page-data.ts";
import { type Part, pack, piece, type RenderedMessage, withRows } from "./part.ts";
import { quoteParts } from "./render.ts";
import { replyText } from "./reply.ts";

/** `/nguon`: the quotes, whole, that the last answer to this person here rests on. */
export async function sourcesCommand(ctx: BotContext, paging: Paging): Promise<void> {
  const { chatId, from, messages } = ctx;
  if (chatId === undefined || !from) return;
  const latest = await paging.answered.latest({ chatId, threadId: threadOf(ctx), userId: from.id });
  if (!latest) return replyText(ctx, messages.sources.none);
  if (latest.quotes.length === 0) return replyText(ctx, messages.sources.unquoted);
  await showSources(ctx, latest, { press: { messageId: latest.messageId, page: 0, owner: null }, ...paging });
}

/** A button that turns the pages of `/nguon`. */
export async function pressSources(ctx: BotContext, paging: Paging): Promise<void> {
  const press = readPageData(ctx.callbackQuery?.data ?? "");
  const question = press && (await paging.answered.find(ctx.chatId ?? 0, press.messageId));
  if (!press || !question) return replyText(ctx, ctx.messages.sources.none);
  await showSources(ctx, question, { press, ...paging });
}

async function showSources(
  ctx: BotContext,
  question: AnsweredQuestion,
  { press, publicUrl, log }: Paging & { readonly press: PagePress },
): Promise<void> {
  const { messages } = ctx;
  const work = async () => sourcePages(await readQuotes(ctx, question, publicUrl), { ctx, press });
  const page = await attempt(ctx, work, { log, event: "sources-failed" });
  if (!page) return;
  if (page === "gone") return replyText(ctx, messages.sources.gone);
  await showPage(ctx, page, press);
}

/** What of the quotes may be read, as they stand in the library now. */
async function readQuotes(
  { reading: { store }, messages }: BotContext,
  { quotes }: AnsweredQuestion,
  publicUrl: string | undefined,
): Promise<Part[]> {
  const places = await store.get([...new Set(quotes.map(({ passageId }) => passageId))]);
  const uncertain = await store.uncertainIn([...new Set(places.map(({ directive }) => directive.id))]);
  return quotes.flatMap(({ passageId, within }, at) => {
    const place = places.find(({ passage }) => passage.id === passageId);
    if (!place) return [];
    const { passage, directive } = place;
    const { start: from } = passage.span;
    const span = { start: from + within.start, end: from + within.end };
    const doubts = spansWithin(uncertain.get(directive.id) ?? [], span);
    const quote = passage.text.slice(within.start, within.end);
    return quoteParts({ ...place, marker: at + 1, quote, span, uncertain: doubts }, messages, publicUrl);
  });
}

function sourcePages(
  quotes: readonly Part[],
  { ctx, press }: { readonly ctx: BotContext; readonly press: PagePress },
): RenderedMessage | "gone" {
  const { messages, from } = ctx;
  const pages = pack([piece(messages.sources.head), ...quotes]);
  const page = Math.min(press.page, pages.length - 1);
  const shown = pages[page];
  if (!shown || quotes.length === 0) return "gone";
  const own = { ...press, page, owner: from?.id ?? null };
  const turns = turnButtons("sources", own, { last: pages.length - 1, messages });
  return withRows(shown, turns.length === 0 ? [] : [turns]);
}
