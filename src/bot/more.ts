import type { AnsweredQuestion, AnsweredQuestions } from "../core/answered.ts";
import type { Span } from "../core/passage.ts";
import { attempt } from "./attempt.ts";
import type { BotContext } from "./context.ts";
import type { Log } from "./log.ts";
import type { Messages } from "./messages.ts";
import { type PagePress, readPageData, showPage, turnButtons } from "./page-data.ts";
import { concat, keyboard, type Part, piece, type RenderedMessage, toMessage } from "./part.ts";
import { type Place, quotePiece } from "./places.ts";
import { readerButton } from "./reader-button.ts";
import { replyText } from "./reply.ts";
import { placeLine, uncertainLine } from "./source-line.ts";
import { codePointLength, shorten } from "./text-limits.ts";

const PAGE_SIZE = 3;
// Further down hardly anything has to do with the question.
const MAX_PASSAGES = 30;
const MAX_QUOTE = 1000;
const MAX_LINE = 250;
const MAX_UNCERTAIN = 200;

/** What the pages under an answer need besides the update. */
export interface Paging {
  readonly answered: AnsweredQuestions;
  readonly publicUrl?: string;
  readonly log: Log;
}

/** "More passages": what is near to the question besides what was quoted, searched again for whoever presses. */
export async function pressMore(ctx: BotContext, paging: Paging): Promise<void> {
  const press = readPageData(ctx.callbackQuery?.data ?? "");
  const question = press && (await paging.answered.find(ctx.chatId ?? 0, press.messageId));
  if (!press || !question) return replyText(ctx, ctx.messages.more.gone);
  const { log } = paging;
  const page = await attempt(ctx, () => morePage(ctx, question, { press, ...paging }), { log, event: "more-failed" });
  if (page) await showPage(ctx, page, press);
}

async function morePage(
  { reading: { retriever, store }, messages, from }: BotContext,
  { understood, quotes }: AnsweredQuestion,
  { press, publicUrl }: Paging & { readonly press: PagePress },
): Promise<RenderedMessage> {
  const quoted = new Set(quotes.map(({ passageId }) => passageId));
  const { hits } = await retriever.retrieve(understood, MAX_PASSAGES + quoted.size);
  const others = hits.filter(({ passage }) => !quoted.has(passage.id)).slice(0, MAX_PASSAGES);
  const uncertain = await store.uncertainIn([...new Set(others.map(({ directive }) => directive.id))]);
  const own = { ...press, owner: from?.id ?? null };
  return renderMore(others, own, { messages, publicUrl, uncertain });
}

interface View {
  readonly messages: Messages;
  readonly publicUrl: string | undefined;
  /** Of documents, by id. */
  readonly uncertain: ReadonlyMap<string, readonly Span[]>;
}

/** A page of passages, each with its place. */
export function renderMore(passages: readonly Place[], press: PagePress, view: View): RenderedMessage {
  const { messages } = view;
  const first = press.page * PAGE_SIZE;
  const shown = passages.slice(first, first + PAGE_SIZE);
  if (shown.length === 0) return toMessage(piece(messages.more.none));
  const last = Math.ceil(passages.length / PAGE_SIZE) - 1;
  const head = messages.more.head({ from: first + 1, to: first + shown.length, of: passages.length });
  const parts = shown.map((place, at) => passagePart(place, first + at + 1, view));
  return toMessage(concat([piece(head), ...parts, keyboard([turnButtons("more", press, { last, messages })])], "\n\n"));
}

function passagePart(place: Place, number: number, { messages, publicUrl, uncertain }: View): Part {
  const { passage, directive } = place;
  const doubts = uncertainLine(
    { quote: passage.text, span: passage.span, uncertain: uncertain.get(directive.id) ?? [] },
    messages,
    MAX_UNCERTAIN,
  );
  const target = { documentId: directive.id, passageId: passage.id, access: directive.access };
  const open = readerButton(`${messages.open} (${number})`, target, publicUrl);
  const line = shorten(`(${number}) ${placeLine(place, messages)}`, MAX_LINE);
  const quote = quotePiece(passage.text, MAX_QUOTE - codePointLength(doubts));
  return concat([quote, piece(line), piece(doubts), keyboard([open])], "\n");
}
