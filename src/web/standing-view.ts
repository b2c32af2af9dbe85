import { html } from "hono/html";
import { printedDate } from "../citation/dates.ts";
import type { Relation, Standing } from "../core/cite.ts";
import { proof } from "./evidence-view.ts";
import type { Html } from "./layout.ts";
import type { PageContext } from "./page-context.ts";
import { lookupLink } from "./reader-link.ts";
import type { Sources } from "./sources.ts";

interface ShownStanding {
  readonly standing: Standing;
  /** Of what shows it. */
  readonly sources: Sources;
  /** On that day, or now. */
  readonly on?: string | undefined;
  /** What the document's own file says of what replaced it; shown where no other text says more. */
  readonly successor?: string | null;
}

/** Whether a document is in force, what shows it, and since when, under a heading. */
export function standingView(page: PageContext, shown: ShownStanding): Html {
  const { lookup } = page.messages;
  return html`<h3>${shown.on === undefined ? lookup.standing : lookup.standingOn(printedDate(shown.on))}</h3>
${standingLines(page, shown)}`;
}

/** The same without the heading. */
export function standingLines(page: PageContext, shown: ShownStanding): Html {
  const { lookup } = page.messages;
  const { standing, sources } = shown;
  const { status, by, since } = standing;
  const isSinceOther = since !== null && since !== by?.issuedOn;
  const ground = html`<p>${status === "unknown" ? lookup.notShown : lookup.ofItself}</p>`;
  return html`<p class="standing"><b class="status ${status}">${standingWord(page, standing)}</b>${cause(page, shown)}${isSinceOther && html`, ${lookup.since(printedDate(since))}`}</p>
${by === null ? ground : proof(page, by.evidence, sources)}`;
}

/** The status in a word or two. */
export function standingWord({ messages: { lookup } }: PageContext, { status, by }: Standing): string {
  return by?.type === "repealed-by" ? lookup.status.repealed : lookup.status[status];
}

function cause(page: PageContext, { standing: { status, by }, on, successor = null }: ShownStanding): Html | "" {
  const { lookup } = page.messages;
  const joint = status === "unknown" ? "" : lookup.by[status];
  if (by !== null) {
    const other = relatedDocument(page, by, on);
    return joint === "" ? html` (${lookup.relation[by.type].toLowerCase()} ${other})` : html` ${joint} ${other}`;
  }
  const isNamed = status === "superseded" && successor !== null;
  return isNamed ? html` ${joint} ${relatedDocument(page, { number: successor, issuedOn: null }, on)}` : "";
}

/** The other document of a relation, linked to what is known of it. */
export function relatedDocument(
  page: PageContext,
  { number, issuedOn }: Pick<Relation, "number" | "issuedOn">,
  on: string | undefined,
): Html {
  const date = issuedOn === null ? "" : page.messages.lookup.issuedOn(printedDate(issuedOn));
  return html`<a lang="vi" href="${lookupLink(page, number, on)}">${number}</a>${date}`;
}
