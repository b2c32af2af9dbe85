import { html } from "hono/html";
import { printedDate } from "../citation/dates.ts";
import type { Gap, GapOrder } from "../core/gaps.ts";
import { dayOf } from "../core/spending.ts";
import { type Html, layout } from "./layout.ts";
import type { PageContext } from "./page-context.ts";

/** What the page shows, and where it is in the list. */
export interface GapsView {
  readonly gaps: readonly Gap[];
  readonly total: number;
  readonly order: GapOrder;
  /** Number of the first one in the list, from 1. */
  readonly first: number;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  /** What opened this page, for its own links. */
  readonly opened: { readonly until: string; readonly key: string };
}

/** What the library could not answer, for an administrator to read; it changes nothing. */
export function gapsPage(page: PageContext, view: GapsView): Html {
  const { gaps: messages, count } = page.messages;
  const list = html`${orderLinks(page, view)}
<ol class="list" start="${view.first}">${view.gaps.map((gap) => item(page, gap))}</ol>
${pageLinks(page, view)}`;
  return layout(
    page,
    messages.title,
    html`<h1>${messages.title}</h1>
<p>${messages.lead}</p>
<p class="quiet" role="status">${view.total > 0 ? messages.total(count(view.total)) : messages.none}</p>
${view.gaps.length > 0 && list}
<p class="quiet small">${messages.expiry}</p>`,
  );
}

function item({ messages: { gaps: messages, count } }: PageContext, gap: Gap): Html {
  const [first, last] = [gap.firstAt, gap.lastAt].map((time) => printedDate(dayOf(time)));
  const when = first === last ? messages.once(last ?? "") : messages.between(first ?? "", last ?? "");
  return html`<li><span dir="auto">${gap.question}</span>
<p class="quiet">${messages.times(count(gap.count))} · ${when} · ${messages.reasons[gap.reason]}</p></li>`;
}

function orderLinks(page: PageContext, { order, opened }: GapsView): Html {
  const { order: names } = page.messages.gaps;
  const other = order === "newest" ? "most" : "newest";
  return html`<p class="small">${names[order]} · <a href="${page.link("/gaps", { ...opened, order: other })}">${names[other]}</a></p>`;
}

function pageLinks(page: PageContext, { page: at, pages, order, opened }: GapsView): Html | "" {
  if (pages < 2) return "";
  const { earlier, later } = page.messages.gaps;
  const link = (to: number) => page.link("/gaps", { ...opened, order, page: String(to) });
  return html`<p class="actions">${at > 1 && html`<a class="button" href="${link(at - 1)}" rel="prev">${earlier}</a>`}
<span>${at} / ${pages}</span>
${at < pages && html`<a class="button" href="${link(at + 1)}" rel="next">${later}</a>`}</p>`;
}
