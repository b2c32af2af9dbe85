import { html } from "hono/html";
import { formatCitation } from "../citation/format.ts";
import type { Evidence } from "../core/cite.ts";
import { place } from "./citation-text.ts";
import { wordsAround } from "./excerpt.ts";
import type { Html } from "./layout.ts";
import type { PageContext } from "./page-context.ts";
import { evidenceLink } from "./reader-link.ts";
import type { Sources } from "./sources.ts";
import { markedQuote, uncertainNote } from "./uncertain-view.ts";

const SHOWN_AT_ONCE = 5;

/** The words that show something, and a link to where they stand. */
export function proof(page: PageContext, evidence: Evidence, sources: Sources): Html {
  return html`<div class="proof"><q lang="vi" dir="auto">${markedQuote(page, evidence)}</q> ${where(page, evidence, sources)}${uncertainNote(page, evidence)}</div>`;
}

/** Places that name a document, with the words around; those beyond the first five are folded. */
export function mentionList(page: PageContext, mentions: readonly Evidence[], sources: Sources): Html {
  const { lookup, count } = page.messages;
  const items = mentions.map(
    (mention) => html`<li>${inContext(page, mention, sources)} ${where(page, mention, sources)}</li>`,
  );
  const rest = items.slice(SHOWN_AT_ONCE);
  const folded = html`<details><summary>${lookup.more(count(rest.length))}</summary><ul class="list">${rest}</ul></details>`;
  return html`<ul class="list">${items.slice(0, SHOWN_AT_ONCE)}</ul>
${rest.length > 0 && folded}`;
}

function inContext(page: PageContext, mention: Evidence, sources: Sources): Html {
  const { quote, passageId, span } = mention;
  const source = sources.get(passageId);
  const { before, after } = source ? wordsAround(source.passage, span) : { before: "", after: "" };
  const around = { start: span.start - before.length, end: span.end + after.length };
  const shown = { ...mention, quote: `${before}${quote}${after}`, span: around };
  return html`<p lang="vi" dir="auto">${before}<b>${quote}</b>${after}</p>${uncertainNote(page, shown)}`;
}

function where(page: PageContext, evidence: Evidence, sources: Sources): Html {
  const source = sources.get(evidence.passageId);
  const parts = source
    ? [formatCitation(source.directive), place(source.passage, page.messages)]
    : [evidence.documentId];
  const name = parts.filter((part) => part !== "").join(" › ");
  return html`<a class="small" lang="vi" href="${evidenceLink(page, evidence)}">${name}</a>`;
}
