import type { InlineKeyboardButton } from "grammy/types";
import type { DirectiveHead } from "../core/directive.ts";
import { attempt } from "./attempt.ts";
import { type BrowsePress, browseData, type Facet, facetOf, facets, readBrowseData, valueKey } from "./browse-data.ts";
import type { BotContext } from "./context.ts";
import { documentCard } from "./document-card.ts";
import { documentLabel } from "./document-label.ts";
import type { Log } from "./log.ts";
import type { Messages } from "./messages.ts";
import { showPage } from "./page-data.ts";
import { concat, keyboard, piece, type RenderedMessage, toMessage, withRows } from "./part.ts";
import { shortKey } from "./short-key.ts";
import { oneLine, shorten } from "./text-limits.ts";

const PAGE_SIZE = 8;
const MAX_VALUE = 50;

/** What browsing needs besides the update. */
export interface Browsing {
  readonly publicUrl?: string;
  readonly log: Log;
}

/** `/vanban`: the documents held, by kind, issuer and year. */
export async function browseCommand(ctx: BotContext, browsing: Browsing): Promise<void> {
  const owner = ctx.from?.id;
  if (owner !== undefined) await show(ctx, { owner, page: 0 }, browsing);
}

/** A button of the menu. A place that is there no longer leads to the beginning; nobody turns the menu of another. */
export async function pressBrowse(ctx: BotContext, browsing: Browsing): Promise<void> {
  const press = readBrowseData(ctx.callbackQuery?.data ?? "");
  if (press) await show(ctx, press, browsing);
}

async function show(ctx: BotContext, press: BrowsePress, { publicUrl, log }: Browsing): Promise<void> {
  const { messages, reading, from } = ctx;
  const own = { ...press, owner: from?.id ?? press.owner };
  const work = async () => {
    const held = await reading.store.directives();
    const chosen = held.find(({ id }) => shortKey(id) === press.document);
    const card = chosen && (await documentCard(reading, chosen.id, { messages, publicUrl }));
    if (!card) return renderMenu(held, own, messages);
    const { document: _, ...list } = own;
    return withRows(card, [[{ text: messages.browse.back, callback_data: browseData(list) }]]);
  };
  const page = await attempt(ctx, work, { log, event: "browse-failed" });
  if (page) await showPage(ctx, page, press);
}

/** The page that `press` leads to, or the beginning. */
export function renderMenu(held: readonly DirectiveHead[], press: BrowsePress, messages: Messages): RenderedMessage {
  const { facet, value } = press;
  if (facet === undefined) return beginning(held, press, messages);
  if (value === undefined) return values(held, { ...press, facet }, messages);
  const fitting = held.filter((head) => valueKey(facetOf(head, facet)) === value);
  const [first] = fitting;
  if (!first) return beginning(held, press, messages);
  const title = `${messages.browse.by[facet]}: ${shownValue(facetOf(first, facet), messages)}`;
  const buttons = fitting.map((head): InlineKeyboardButton => {
    const text = documentLabel(head.number ?? head.kind ?? "", head) || head.id;
    return { text, callback_data: browseData({ ...press, document: shortKey(head.id) }) };
  });
  return page({ title, buttons, back: { owner: press.owner, facet, page: 0 } }, press, messages);
}

function beginning(held: readonly DirectiveHead[], { owner }: BrowsePress, { browse }: Messages): RenderedMessage {
  if (held.length === 0) return toMessage(piece(browse.empty));
  const rows = facets.map((facet) => [
    { text: browse.by[facet], callback_data: browseData({ owner, facet, page: 0 }) },
  ]);
  return toMessage(concat([piece(browse.head(held.length)), keyboard(rows)], ""));
}

function values(
  held: readonly DirectiveHead[],
  press: BrowsePress & { readonly facet: Facet },
  messages: Messages,
): RenderedMessage {
  const { owner, facet } = press;
  const counts = new Map<string | null, number>();
  for (const head of held) counts.set(facetOf(head, facet), (counts.get(facetOf(head, facet)) ?? 0) + 1);
  const sign = facet === "year" ? -1 : 1;
  const sorted = [...counts].toSorted(
    ([a], [b]) => Number(a === null) - Number(b === null) || sign * (a ?? "").localeCompare(b ?? "", "vi"),
  );
  const buttons = sorted.map(([value, count]) => ({
    text: `${shownValue(value, messages)} (${count})`,
    callback_data: browseData({ owner, facet, value: valueKey(value), page: 0 }),
  }));
  return page({ title: messages.browse.by[facet], buttons, back: { owner, page: 0 } }, press, messages);
}

interface Page {
  readonly title: string;
  readonly buttons: readonly InlineKeyboardButton[];
  readonly back: BrowsePress;
}

function page({ title, buttons, back }: Page, press: BrowsePress, { browse, lookup }: Messages): RenderedMessage {
  const last = Math.max(0, Math.ceil(buttons.length / PAGE_SIZE) - 1);
  const at = Math.min(press.page, last);
  const first = at * PAGE_SIZE;
  const shown = buttons.slice(first, first + PAGE_SIZE);
  const range = browse.range({ from: first + 1, to: first + shown.length, of: buttons.length });
  const turn = (to: number, text: string) => ({ text, callback_data: browseData({ ...press, page: to }) });
  const rows = [
    ...shown.map((button) => [button]),
    [...(at > 0 ? [turn(at - 1, lookup.previous)] : []), ...(at < last ? [turn(at + 1, lookup.next)] : [])],
    [{ text: browse.back, callback_data: browseData(back) }],
  ];
  return toMessage(concat([piece(`${title} (${range})`), keyboard(rows)], ""));
}

function shownValue(value: string | null, { browse }: Messages): string {
  return (value !== null && shorten(oneLine(value), MAX_VALUE)) || browse.unknown;
}
