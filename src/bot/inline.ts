import type { InlineQueryResultArticle } from "grammy/types";
import type { Cite, CiteCandidate, Evidence } from "../core/cite.ts";
import type { ScoredPassage } from "../core/passage.ts";
import type { Access } from "./access.ts";
import type { BotContext } from "./context.ts";
import { describeError } from "./describe-error.ts";
import { type CardView, nearWords, numberCard, passageCard } from "./inline-card.ts";
import type { Log } from "./log.ts";
import { mentioned } from "./mentioned.ts";
import type { Place } from "./places.ts";
import { sentenceAround } from "./sentence-around.ts";

// https://core.telegram.org/bots/api#answerinlinequery
const PAGE_SIZE = 50;
const MAX_RESULTS = 200;
const CACHE_SECONDS = 300;
const FAILED_CACHE_SECONDS = 5;
const MAX_SENTENCE = 1000;

/** What inline results need besides the query. */
export interface AnsweringInline {
  readonly publicUrl?: string;
  /** Changes whenever the library does. */
  readonly revision: () => Promise<string>;
  readonly access: Access;
  readonly log: Log;
}

/** `@bot 213 nơi cư trú`: cards of documents by number first, then of passages; found without a language model. */
export async function answerInline(ctx: BotContext, answering: AnsweringInline): Promise<void> {
  const { query = "", offset = "" } = ctx.inlineQuery ?? {};
  const { messages, person } = ctx;
  // What one person may see is not to be shown to another from Telegram's cache, and not to the same person in a group.
  const hasRole = (person?.role ?? null) !== null;
  const isForHere = hasRole && ctx.inlineQuery?.chat_type === "sender";
  const isPersonal = answering.access.mode !== "open" || hasRole;
  const caching = { cache_time: isForHere ? 0 : CACHE_SECONDS, is_personal: isPersonal };
  const button = (text: string) => ({ button: { text, start_parameter: "inline" } });
  if (query.trim() === "") {
    await ctx.answerInlineQuery([], { ...caching, ...button(messages.inline.hint) });
    return;
  }
  const from = /^\d{1,3}$/.test(offset) ? Number(offset) : 0;
  const found = await find(ctx, query, { from, ...answering }).catch((error: unknown) => {
    answering.log({ level: "error", event: "inline-failed", ...describeError(error) });
    return undefined;
  });
  if (!found) {
    await ctx.answerInlineQuery([], { cache_time: FAILED_CACHE_SECONDS, is_personal: true });
    return;
  }
  const { cards, next } = found;
  const hint = cards.length === 0 && from === 0 ? button(messages.inline.none) : {};
  await ctx.answerInlineQuery(cards, { ...caching, next_offset: next === null ? "" : String(next), ...hint });
}

interface Wanted extends AnsweringInline {
  readonly from: number;
}

interface Found {
  readonly cards: InlineQueryResultArticle[];
  /** Where the next page begins; `null` on the last one. */
  readonly next: number | null;
}

async function find(ctx: BotContext, query: string, { from, publicUrl, revision }: Wanted): Promise<Found> {
  const { reading, messages, me } = ctx;
  const [known, { hits }, version] = await Promise.all([
    citedIn(query, reading.cite),
    reading.retriever.retrieve(query, MAX_RESULTS),
    revision(),
  ]);
  const candidates = nearestFirst(known, hits);
  const to = from + PAGE_SIZE;
  const count = candidates.length;
  const passages = hits.slice(Math.max(0, from - count), Math.max(0, to - count));
  const quoted = candidates.slice(from, to).map(async (candidate) => ({
    candidate,
    quote: await quoteOf(ctx, candidate, hits),
  }));
  const documents = (await Promise.all(quoted)).flatMap(({ candidate, quote }) =>
    quote ? [{ candidate, quote }] : [],
  );
  const places = [...documents.map(({ quote }) => quote.place), ...passages];
  const uncertain = await reading.store.uncertainIn([...new Set(places.map(({ directive }) => directive.id))]);
  const view: CardView = { messages, publicUrl, username: me.username, revision: version, uncertain };
  const cards = [
    ...documents.map(({ candidate, quote }) => numberCard(candidate, quote, view)),
    ...passages.map((hit) => passageCard(hit, view)),
  ];
  const unique = [...new Map(cards.map((card) => [card.id, card])).values()];
  return { cards: unique, next: count + hits.length > to && to < MAX_RESULTS ? to : null };
}

/** Documents by the numbers in the query; a number alone at its beginning ("28 tinh giản biên chế") is meant as one. */
async function citedIn(query: string, cite: Cite): Promise<readonly CiteCandidate[]> {
  const { candidates } = await cite(query);
  const [number] = /^\s*\d{1,5}(?=\s)/.exec(query) ?? [];
  return candidates.length > 0 || number === undefined ? candidates : (await cite(number)).candidates;
}

/** Of documents with the same number, first what the other words of the query lead to. */
function nearestFirst(candidates: readonly CiteCandidate[], hits: readonly ScoredPassage[]): CiteCandidate[] {
  const rankOf = ({ documentId, mentions }: CiteCandidate) => {
    const naming = new Set(mentions.map(({ passageId }) => passageId));
    const at = hits.findIndex(({ passage, directive }) => directive.id === documentId || naming.has(passage.id));
    return at < 0 ? hits.length : at;
  };
  return candidates.toSorted((a, b) => rankOf(a) - rankOf(b));
}

/** Words that stand for a document: of its passage that is nearest to the query, or where another document names it. */
async function quoteOf(
  { reading: { store } }: BotContext,
  candidate: CiteCandidate,
  hits: readonly ScoredPassage[],
): Promise<{ readonly words: Evidence; readonly place: Place } | undefined> {
  const { documentId } = candidate;
  if (documentId === null) {
    const [evidence] = mentioned(candidate).documents;
    const [place] = evidence ? await store.get([evidence.passageId]) : [];
    return evidence && place && { words: sentenceAround(evidence, place, MAX_SENTENCE), place };
  }
  const nearest = hits.find(({ directive }) => directive.id === documentId);
  if (nearest) return { words: nearWords(nearest), place: nearest };
  const [first] = await store.passagesOf(documentId);
  const [place] = first ? await store.get([first.id]) : [];
  return place && { words: nearWords({ ...place, near: [] }), place };
}
