import { html } from "hono/html";
import { printedDate } from "../citation/dates.ts";
import type { DirectiveHead } from "../core/directive.ts";
import { fold } from "../core/text.ts";
import { badges } from "./badges.ts";
import { emptyLibrary } from "./empty-library.ts";
import { type Html, languageField, layout } from "./layout.ts";
import type { PageContext } from "./page-context.ts";
import { documentPath, lookupLink } from "./reader-link.ts";

export interface DocumentFilter {
  /** Words of the title, number or issuer; diacritics do not matter. "" shows all. */
  readonly text: string;
  readonly kind: string;
}

/** The register, grouped by kind, newest first. */
export function documentsPage(page: PageContext, all: readonly DirectiveHead[], filter: DocumentFilter): Html {
  const { documents: messages, count } = page.messages;
  const shown = all.filter((directive) => fits(directive, filter));
  const kinds = [...new Set(shown.map(({ kind }) => kind))].sort(byKind);
  const isFiltered = filter.text !== "" || filter.kind !== "";
  const list = html`${form(page, all, filter)}
<p class="quiet" role="status">${shown.length > 0 ? messages.found(count(shown.length)) : messages.none}
${isFiltered && html`<a href="${page.link("/documents")}">${messages.reset}</a>`}</p>
${kinds.map((kind) =>
  group(
    page,
    kind,
    shown.filter((directive) => directive.kind === kind),
  ),
)}`;
  return layout(
    page,
    messages.title,
    html`<h1>${messages.title}</h1>
${all.length === 0 ? emptyLibrary(page) : list}
<p class="small"><a href="${page.link("/citations")}">${messages.lookUp}</a></p>`,
  );
}

function fits({ kind, number, title, issuer }: DirectiveHead, filter: DocumentFilter): boolean {
  if (filter.kind !== "" && filter.kind !== kind) return false;
  const searched = fold([kind, number, title, issuer].join(" "));
  return fold(filter.text)
    .split(/\s+/)
    .every((word) => searched.includes(word));
}

function form(page: PageContext, all: readonly DirectiveHead[], filter: DocumentFilter): Html {
  const { documents: messages } = page.messages;
  const kinds = [...new Set(all.flatMap(({ kind }) => kind ?? []))].sort(byKind);
  return html`<form class="filter" action="/documents" method="get" role="search">
<div><label for="q">${messages.filter}</label><input id="q" name="q" type="search" value="${filter.text}" dir="auto"></div>
<div><label for="kind">${messages.kind}</label><select id="kind" name="kind"><option value="">${messages.allKinds}</option>
${kinds.map((kind) => html`<option lang="vi"${kind === filter.kind ? " selected" : ""}>${kind}</option>`)}</select></div>
${languageField(page)}
<button type="submit">${messages.submit}</button>
</form>`;
}

function group(page: PageContext, kind: string | null, members: readonly DirectiveHead[]): Html {
  const newestFirst = [...members].sort((left, right) => (right.issuedOn ?? "").localeCompare(left.issuedOn ?? ""));
  return html`<section>
<h2${kind === null ? "" : html` lang="vi"`}>${kind ?? page.messages.documents.otherKind}</h2>
<ul class="list">${newestFirst.map((directive) => item(page, directive))}</ul>
</section>`;
}

function item(page: PageContext, directive: DirectiveHead): Html {
  const { id, number, issuer, issuedOn, title } = directive;
  const facts = [issuedOn && printedDate(issuedOn), issuer].filter(Boolean).join(" · ");
  return html`<li><a href="${page.link(documentPath(id))}" lang="vi">${title}</a>
<p class="quiet" lang="vi">${number !== null && html`<a class="number" href="${lookupLink(page, number)}">${number}</a>`}${number !== null && facts && " · "}${facts}</p>
${badges(directive, page.messages)}</li>`;
}

function byKind(left: string | null, right: string | null): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return left.localeCompare(right, "vi");
}
