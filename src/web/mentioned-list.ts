import { html } from "hono/html";
import { printedDate } from "../citation/dates.ts";
import type { RegisterLine } from "../core/cite.ts";
import { badges } from "./badges.ts";
import type { Html } from "./layout.ts";
import type { PageContext } from "./page-context.ts";
import { lookupLink } from "./reader-link.ts";

const SHOWN_AT_ONCE = 20;

/** Documents that the library only names, those named most often first; those beyond the first twenty are folded. */
export function mentionedList(page: PageContext, mentioned: readonly RegisterLine[]): Html {
  const { documents: messages, count } = page.messages;
  const items = mentioned.toSorted((a, b) => b.mentions - a.mentions).map((line) => item(page, line));
  const rest = items.slice(SHOWN_AT_ONCE);
  const folded = html`<details><summary>${messages.more(count(rest.length))}</summary><ul class="list">${rest}</ul></details>`;
  return html`<section id="mentioned">
<h2>${messages.mentioned(count(items.length))}</h2>
<p class="quiet small">${messages.mentionedNote}</p>
<ul class="list">${items.slice(0, SHOWN_AT_ONCE)}</ul>
${rest.length > 0 && folded}
</section>`;
}

function item(page: PageContext, line: RegisterLine): Html {
  const { number, shortCitation, title, issuedOn, issuer, mentions } = line;
  const { documents: messages, count } = page.messages;
  const known = number === null ? page.link("/citations", { q: shortCitation }) : lookupLink(page, number);
  const facts = [issuedOn && printedDate(issuedOn), issuer].filter(Boolean).join(" · ");
  return html`<li><a href="${known}" lang="vi">${shortCitation}</a>
${title !== null && title !== shortCitation && html`<p lang="vi">${title}</p>`}
<p class="quiet">${facts && html`<span lang="vi">${facts}</span> · `}${messages.mentions(count(mentions))}</p>
${badges({ ...line, successor: null }, page.messages)}</li>`;
}
