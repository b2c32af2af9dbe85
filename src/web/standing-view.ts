import { html } from "hono/html";
import { printedDate } from "../citation/dates.ts";
import type { Relation, Standing } from "../core/cite.ts";
import { proof } from "./evidence-view.ts";
import type { Html } from "./layout.ts";
import type { PageContext } from "./page-context.ts";
import { lookupLink } from "./reader-link.ts";
import type { Sources } from "./sources.ts";

/** Whether a document is in force, what shows it, and since when; on the day `on`, or now. */
export function standingView(page: PageContext, standing: Standing, sources: Sources, on: string | undefined): Html {
  const { lookup } = page.messages;
  const { status, by, since } = standing;
  const word = by?.type === "repealed-by" ? lookup.status.repealed : lookup.status[status];
  const isSinceOther = since !== null && since !== by?.issuedOn;
  const sentence =
    status === "unknown"
      ? html`<p>${lookup.notShown}</p>`
      : by === null
        ? html`<p>${lookup.ofItself}</p>`
        : proof(page, by.evidence, sources);
  return html`<h3>${on === undefined ? lookup.standing : lookup.standingOn(printedDate(on))}</h3>
<p class="standing"><b class="status ${status}">${word}</b>${by !== null && html` ${cause(page, standing, by, on)}`}${isSinceOther && html`, ${lookup.since(printedDate(since))}`}</p>
${sentence}`;
}

function cause(page: PageContext, { status }: Standing, by: Relation, on: string | undefined): Html {
  const { lookup } = page.messages;
  const joint = status === "superseded" || status === "replacement-ordered" ? lookup.by[status] : "";
  if (joint !== "") return html`${joint} ${relatedDocument(page, by, on)}`;
  return html`(${lookup.relation[by.type].toLowerCase()} ${relatedDocument(page, by, on)})`;
}

/** The other document of a relation, linked to what is known of it. */
export function relatedDocument(page: PageContext, { number, issuedOn }: Relation, on: string | undefined): Html {
  const date = issuedOn === null ? "" : page.messages.lookup.issuedOn(printedDate(issuedOn));
  return html`<a lang="vi" href="${lookupLink(page, number, on)}">${number}</a>${date}`;
}
