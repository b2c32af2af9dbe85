import { html } from "hono/html";
import { printedDate } from "../citation/dates.ts";
import type { CheckedCitation, Problem } from "../core/check.ts";
import type { CiteCandidate } from "../core/cite.ts";
import type { NumberedCitation } from "./draft-pieces.ts";
import { proof } from "./evidence-view.ts";
import { copyButton, type Html } from "./layout.ts";
import type { PageContext } from "./page-context.ts";
import { lookupLink } from "./reader-link.ts";
import type { Sources } from "./sources.ts";
import { verdictName } from "./verdict-name.ts";

/** How many places are shown for one problem; the page of the document has all of them. */
export const PROOFS_SHOWN = 2;

/** One citation of a draft, with what is wrong with it and how it should read. */
export function checkedItem(page: PageContext, { at, citation }: NumberedCitation, sources: Sources): Html {
  const { messages } = page;
  const { text, verdict, problems, suggestion } = citation;
  return html`<li id="c${at}" value="${at}">
<p><a class="at" href="#d${at}" aria-label="${messages.check.inDraft(messages.count(at))}">${at}</a> <b lang="vi">${text}</b> <span class="verdict ${verdict}">${verdictName(page, verdict)}</span></p>
${problems.map((problem) => problemView(page, problem, sources))}
${suggestion !== null && suggested(page, suggestion)}
${known(page, citation)}</li>`;
}

function problemView(page: PageContext, problem: Problem, sources: Sources): Html {
  const { check } = page.messages;
  const { field, found, expected, message, evidence } = problem;
  return html`<div class="problem">
<p><b>${check.field[field]}:</b> <span class="unseen">${check.found}</span> <del lang="vi">${readable(found)}</del> <span aria-hidden="true">→</span>
<span class="unseen">${check.expected}</span> ${expected === null ? check.notKnown : html`<ins lang="vi">${readable(expected)}</ins>`}</p>
<p class="quiet small" lang="vi">${message}</p>
${evidence.slice(0, PROOFS_SHOWN).map((each) => proof(page, each, sources))}</div>`;
}

function readable(value: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? printedDate(value) : value;
}

function suggested(page: PageContext, suggestion: string): Html {
  const { check } = page.messages;
  return html`<p class="suggestion">${check.suggestion}: <b lang="vi">${suggestion}</b> ${copyButton(page, suggestion, check.copy)}</p>`;
}

function known(page: PageContext, { verdict, candidates }: CheckedCitation): Html | "" {
  const { check } = page.messages;
  const [only, another] = candidates;
  if (only && !another && verdict !== "unknown") return html`<p class="small">${lookUp(page, only)}</p>`;
  if (candidates.length === 0) return "";
  return html`<p class="small">${verdict === "ambiguous" ? check.choices : check.near}:</p>
<ul class="small">${candidates.map((candidate) => html`<li>${lookUp(page, candidate)}</li>`)}</ul>`;
}

function lookUp(page: PageContext, { citation, number, shortCitation }: CiteCandidate): Html {
  return html`<a lang="vi" href="${lookupLink(page, number ?? shortCitation)}">${citation}</a>`;
}
