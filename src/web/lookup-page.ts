import { html } from "hono/html";
import type { CiteCandidate } from "../core/cite.ts";
import { candidateCard, holding } from "./candidate-card.ts";
import { type Html, languageField, layout } from "./layout.ts";
import type { PageContext } from "./page-context.ts";
import type { Sources } from "./sources.ts";
import { standingWord } from "./standing-view.ts";

/** What is looked up, and on which day; `undefined` is now. */
export interface LookupQuery {
  readonly text: string;
  readonly on: string | undefined;
  /** The address names a day that is none. */
  readonly isDateWrong: boolean;
}

/** What the look-up page shows below its form. */
export type LookupState =
  | { readonly kind: "start" }
  | { readonly kind: "too-long" }
  | { readonly kind: "found"; readonly candidates: readonly CiteCandidate[]; readonly sources: Sources };

/** Everything known under a document number: one card for each document that it may be. */
export function lookupPage(page: PageContext, query: LookupQuery, state: LookupState): Html {
  const { lookup } = page.messages;
  const [only, another] = state.kind === "found" ? state.candidates : [];
  return layout(
    page,
    only && !another ? only.shortCitation : lookup.title,
    html`<h1>${lookup.title}</h1>
${form(page, query, state.kind === "found")}
${query.isDateWrong && html`<p class="notice warn" role="alert">${lookup.noDate}</p>`}
${state.kind === "too-long" && html`<p class="notice warn" role="alert">${lookup.tooLong}</p>`}
${state.kind === "found" && found(page, query, state)}`,
  );
}

function form(page: PageContext, { text, on }: LookupQuery, isHintKnown: boolean): Html {
  const { lookup } = page.messages;
  return html`<form class="filter lookup" action="/citations" method="get" role="search">
<div><label for="q">${lookup.label}</label><input id="q" name="q" type="search" value="${text}" required dir="auto" aria-describedby="hint"></div>
<div><label for="on">${lookup.on}</label><input id="on" name="on" type="date" value="${on ?? ""}"></div>
${languageField(page)}
<button type="submit">${lookup.submit}</button>
</form>
<p id="hint" class="quiet small${isHintKnown ? " unseen" : ""}">${lookup.hint}</p>`;
}

function found(page: PageContext, { text, on }: LookupQuery, state: Extract<LookupState, { kind: "found" }>): Html {
  const { candidates, sources } = state;
  if (candidates.length === 0) return unknown(page, text);
  return html`${candidates.length > 1 && choice(page, candidates)}
${candidates.map((candidate, index) => candidateCard(page, candidate, { at: index + 1, sources, on }))}`;
}

function unknown({ messages: { lookup } }: PageContext, text: string): Html {
  return html`<section class="answer" role="status">
<p class="text"><b>${lookup.unknown(text)}.</b></p>
<p>${lookup.unknownNote}</p>
</section>`;
}

function choice(page: PageContext, candidates: readonly CiteCandidate[]): Html {
  const { lookup, count } = page.messages;
  const item = (candidate: CiteCandidate, index: number) => html`<li>
<a href="#v${index + 1}" lang="vi">${candidate.citation}</a>
<p class="quiet small">${lookup.held[holding(candidate)]} · ${standingWord(page, candidate.standing)}</p></li>`;
  return html`<nav aria-labelledby="choice"><p id="choice">${lookup.several(count(candidates.length))}</p>
<ul class="list">${candidates.map(item)}</ul></nav>`;
}
