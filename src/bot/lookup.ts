import type { CiteCandidate } from "../core/cite.ts";
import type { Uploads } from "../core/uploads.ts";
import { attempt } from "./attempt.ts";
import { missingNumbers, renderCandidates } from "./candidates.ts";
import { evidenceOnCard, renderCard } from "./card.ts";
import { cardKey, readCardData } from "./card-data.ts";
import type { BotContext } from "./context.ts";
import type { Log } from "./log.ts";
import { mentionsOnPage, renderMentions } from "./mention-page.ts";
import { originalMessage, wordsOf } from "./original-message.ts";
import { pack, plain, type RenderedMessage, withRows } from "./part.ts";
import { readPlaces } from "./places.ts";
import { replacePressed, reply, replyText } from "./reply.ts";
import { oneLine, shorten } from "./text-limits.ts";
import { withdrawRows } from "./withdraw-buttons.ts";

const MAX_QUERY_SHOWN = 200;

/** What looking up needs besides the update. */
export interface LookingUp {
  readonly publicUrl?: string;
  readonly uploads?: Uploads;
  readonly log: Log;
}

/** `/tracuu`: what the library knows under the numbers of `query`. */
export async function lookUp(ctx: BotContext, query: string, parts: LookingUp): Promise<void> {
  if (query.trim() === "") return replyText(ctx, ctx.messages.lookup.usage);
  const messages = await lookedUp(ctx, query, parts, { page: 0 });
  if (messages) await reply(ctx, messages);
}

/** A button that stands for a document: its card, or a page of its mentions, in a new message or in the pressed one. */
export async function pressCard(ctx: BotContext, parts: LookingUp): Promise<void> {
  const press = readCardData(ctx.callbackQuery?.data ?? "");
  if (!press) return;
  const original = originalMessage(ctx);
  const query = press.query || (original ? wordsOf(original) : "");
  if (query === "") return replyText(ctx, ctx.messages.lookup.gone);
  const messages = await lookedUp(ctx, query, parts, { page: press.page ?? 0, key: press.key });
  const [only, ...more] = messages ?? [];
  if (press.page !== null && only && more.length === 0) return replacePressed(ctx, only);
  if (messages) await reply(ctx, messages, original?.message_id);
}

interface Wanted {
  readonly page: number;
  /** Of one document among those that the query fits. */
  readonly key?: string;
}

function lookedUp(ctx: BotContext, query: string, { publicUrl, uploads, log }: LookingUp, { page, key }: Wanted) {
  const { messages, reading } = ctx;

  async function show(candidate: CiteCandidate): Promise<RenderedMessage> {
    const mentions = page > 0 ? mentionsOnPage(candidate, page) : [];
    const evidence = mentions.length > 0 ? mentions : evidenceOnCard(candidate);
    const view = { messages, publicUrl, places: await readPlaces(reading.store, evidence) };
    if (mentions.length > 0) return renderMentions(candidate, page, view);
    return withRows(renderCard(candidate, view), withdrawRows(ctx, candidate.documentId, uploads));
  }

  async function work(): Promise<RenderedMessage[]> {
    const result = await reading.cite(query);
    const chosen = result.candidates.find((candidate) => cardKey(candidate) === key);
    if (chosen) return [await show(chosen)];
    const [first, second] = result.candidates;
    if (!first) return pack(plain(messages.lookup.none(shorten(oneLine(query), MAX_QUERY_SHOWN))));
    const missing = missingNumbers(result);
    const note = missing === "" ? [] : pack(plain(messages.lookup.missing(missing)));
    return [...note, second ? renderCandidates(result, messages) : await show(first)];
  }
  return attempt(ctx, work, { log, event: "cite-failed" });
}
