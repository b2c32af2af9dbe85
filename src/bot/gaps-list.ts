import type { InlineKeyboardButton } from "grammy/types";
import { printedDate } from "../citation/dates.ts";
import type { Gap, GapOrder } from "../core/gaps.ts";
import { dayOf } from "../core/spending.ts";
import type { Messages } from "./messages.ts";
import { concat, keyboard, type Part, piece, type RenderedMessage, toMessage } from "./part.ts";
import { cleanText } from "./text-limits.ts";

/** So that a page of the longest questions fits into a message. */
export const GAPS_ON_A_PAGE = 8;

const BUTTONS_IN_A_ROW = 4;

/** A page of the list, from 0, and in which order. */
export interface GapsPage {
  readonly order: GapOrder;
  readonly page: number;
}

/** What a pressed button asks for: the page to be shown, and the gap to be settled before. */
export interface GapsPress extends GapsPage {
  readonly settled: number | undefined;
}

/** The data of a button of the list. */
export function gapsData({ order, page }: GapsPage, settled?: number): string {
  return `gaps:${order}:${page}${settled === undefined ? "" : `:${settled}`}`;
}

/** The inverse of `gapsData`. */
export function readGapsData(data: string): GapsPress | undefined {
  const [, order, page, settled] = /^gaps:(newest|most):(\d{1,6})(?::(\d{1,15}))?$/.exec(data) ?? [];
  if (order !== "newest" && order !== "most") return undefined;
  return { order, page: Number(page), settled: settled === undefined ? undefined : Number(settled) };
}

/** One page of the gaps with what can be done about them; `link` opens the list on the web. */
export function renderGaps(
  { gaps, total, order, page }: GapsPage & { readonly gaps: readonly Gap[]; readonly total: number },
  { gaps: messages }: Messages,
  link: string | undefined,
): RenderedMessage {
  const onTheWeb: InlineKeyboardButton[] = link === undefined ? [] : [{ text: messages.web, url: link }];
  if (total === 0) return toMessage(concat([piece(messages.none), keyboard([onTheWeb])], ""));
  const first = page * GAPS_ON_A_PAGE;
  const other = order === "newest" ? "most" : "newest";
  const turn = (label: string, to: number) => ({ text: label, callback_data: gapsData({ order, page: to }) });
  const rows = [
    ...rowsOf(
      gaps.map(({ id }, at) => ({ text: `✓ ${first + at + 1}`, callback_data: gapsData({ order, page }, id) })),
    ),
    [
      ...(page > 0 ? [turn(messages.earlier, page - 1)] : []),
      ...(first + gaps.length < total ? [turn(messages.later, page + 1)] : []),
    ],
    [{ text: messages.order[other], callback_data: gapsData({ order: other, page: 0 }) }],
    onTheWeb,
  ];
  const lines = gaps.map((gap, at) => entry(gap, first + at + 1, messages));
  return toMessage(
    concat([piece(messages.title(total), "bold"), ...lines, piece(messages.hint), keyboard(rows)], "\n\n"),
  );
}

function entry({ question, count, firstAt, lastAt, reason }: Gap, number: number, messages: Messages["gaps"]): Part {
  const days = [...new Set([firstAt, lastAt].map((time) => printedDate(dayOf(time))))].join(" – ");
  return piece(`${number}. ${cleanText(question)}\n${messages.times(count)} · ${days} · ${messages.reasons[reason]}`);
}

function rowsOf(buttons: readonly InlineKeyboardButton[]): InlineKeyboardButton[][] {
  const rows = Math.ceil(buttons.length / BUTTONS_IN_A_ROW);
  return Array.from({ length: rows }, (_, row) => buttons.slice(row * BUTTONS_IN_A_ROW, (row + 1) * BUTTONS_IN_A_ROW));
}
