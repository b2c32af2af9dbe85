import { html } from "hono/html";
import { formatCitation } from "../citation/format.ts";
import type { Citation } from "../core/answer.ts";
import { badges } from "./badges.ts";
import { citationText, place } from "./citation-text.ts";
import { copyButton, type Html } from "./layout.ts";
import type { PageContext } from "./page-context.ts";
import { lookupLink, readerLink } from "./reader-link.ts";
import { sourceLine } from "./source-line.ts";
import { markedQuote, uncertainNote } from "./uncertain-view.ts";

/** A quote with everything needed to find it on paper. */
export function quoteCard(page: PageContext, citation: Citation): Html {
  const { messages } = page;
  const { marker, span, passage, directive } = citation;
  const name = formatCitation(directive);
  const source = sourceLine(directive.source);
  // Only the register knows whether nothing has ended it since.
  const status = directive.status === "in-force" ? "unknown" : directive.status;
  return html`<article class="card" id="c${marker}" aria-label="${messages.answer.quote(marker)}">
<blockquote lang="vi" dir="auto"><span class="marker" aria-hidden="true">[${marker}]</span> ${markedQuote(page, citation)}</blockquote>
${uncertainNote(page, citation)}
<div class="cite" lang="vi">
<p class="name">${directive.number === null ? name : html`<a href="${lookupLink(page, directive.number)}">${name}</a>`}</p>
${directive.number !== null && html`<p>${directive.title}</p>`}
<p class="quiet">${place(passage, messages)}</p>
</div>
${badges({ ...directive, status }, messages)}
${source && html`<p class="quiet small">${messages.document.source}: ${source}</p>`}
<p class="actions">
<a class="button" href="${readerLink(page, passage, span)}">${messages.answer.open}</a>
${copyButton(page, citationText(citation, messages), messages.answer.copy)}
</p>
</article>`;
}
