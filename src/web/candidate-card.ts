import { html } from "hono/html";
import { printedDate } from "../citation/dates.ts";
import type { CiteCandidate, Contradiction, Fact, Relation } from "../core/cite.ts";
import { mentionList, proof } from "./evidence-view.ts";
import { copyButton, type Html } from "./layout.ts";
import type { PageContext } from "./page-context.ts";
import { documentPath } from "./reader-link.ts";
import type { Sources } from "./sources.ts";
import { relatedDocument, standingView } from "./standing-view.ts";

/** Everything the library knows of one document; `at` counts from 1. */
export function candidateCard(
  page: PageContext,
  candidate: CiteCandidate,
  { at, sources, on }: { readonly at: number; readonly sources: Sources; readonly on: string | undefined },
): Html {
  const { lookup, document, count } = page.messages;
  const { citation, title, held, isDigest, relations, mentions, contradictions } = candidate;
  return html`<article class="card" id="v${at}" aria-labelledby="name-${at}">
<h2 id="name-${at}" lang="vi">${citation}</h2>
${title && title !== citation && html`<p lang="vi">${title}</p>`}
<p class="badges"><span class="badge">${lookup.held[holding(candidate)]}</span></p>
${!held && html`<p class="quiet small">${lookup.mentionedNote}</p>`}
${isDigest && html`<p class="quiet small">${document.digestNote}</p>`}
${actions(page, candidate)}
<section>${standingView(page, { standing: candidate.standing, sources, on })}</section>
${contradictions.length > 0 && html`<section><h3>${lookup.contradictions}</h3>${contradictions.map((each) => differing(page, each, sources))}</section>`}
${relations.length > 0 && html`<section><h3>${lookup.relations}</h3>${related(page, relations, { sources, on })}</section>`}
<section><h3>${lookup.mentions(count(mentions.length))}</h3>
${mentions.length > 0 ? mentionList(page, mentions, sources) : html`<p class="quiet">${lookup.noMentions}</p>`}</section>
</article>`;
}

/** In which form the library has a document. */
export function holding({ held, isDigest }: CiteCandidate): "full" | "digest" | "mentioned" {
  if (!held) return "mentioned";
  return isDigest ? "digest" : "full";
}

function actions(page: PageContext, { documentId, citation }: CiteCandidate): Html {
  const { lookup, answer } = page.messages;
  const open =
    documentId !== null && html`<a class="button" href="${page.link(documentPath(documentId))}">${lookup.open}</a>`;
  return html`<p class="actions">
${copyButton(page, citation, answer.copy)}
${open}
<a class="button" href="${page.link("/", { q: lookup.question(citation) })}">${lookup.ask}</a>
</p>`;
}

function differing(page: PageContext, { field, values }: Contradiction, sources: Sources): Html {
  return html`<p class="quiet small">${page.messages.lookup.fields[field]}</p>
<div class="sides">${values.map((fact) => side(page, field, fact, sources))}</div>`;
}

function side(page: PageContext, field: Contradiction["field"], { value, evidence }: Fact, sources: Sources): Html {
  const [first, ...others] = evidence;
  return html`<div><p><b lang="vi">${field === "issuedOn" ? printedDate(value) : value}</b></p>
${first ? proof(page, first, sources) : html`<p class="small">${page.messages.lookup.ownHead}</p>`}
${others.length > 0 && html`<details><summary>${page.messages.lookup.more(page.messages.count(others.length))}</summary>${others.map((each) => proof(page, each, sources))}</details>`}</div>`;
}

function related(
  page: PageContext,
  relations: readonly Relation[],
  { sources, on }: { readonly sources: Sources; readonly on: string | undefined },
): Html {
  const types = [...new Set(relations.map(({ type }) => type))];
  const item = (relation: Relation) =>
    html`<li>${relatedDocument(page, relation, on)}${proof(page, relation.evidence, sources)}</li>`;
  return html`${types.map(
    (type) => html`<h4>${page.messages.lookup.relation[type]}</h4>
<ul class="list">${relations.filter((relation) => relation.type === type).map(item)}</ul>`,
  )}`;
}
