import { html } from "hono/html";
import { printedDate } from "../citation/dates.ts";
import type { RegisterLine } from "../core/cite.ts";
import type { DirectiveHead } from "../core/directive.ts";
import { fold } from "../core/text.ts";
import { badges } from "./badges.ts";
import { emptyLibrary } from "./empty-library.ts";
import { type Html, languageField, layout } from "./layout.ts";
import { mentionedList } from "./mentioned-list.ts";
import type { PageContext } from "./page-context.ts";
import type { KnownDocuments } from "./read-library.ts";
import { documentPath, lookupLink } from "./reader-link.ts";

export interface DocumentFilter {
  /** Words of the title, number or issuer; diacritics do not matter. "" shows all. */
  readonly text: string;
  readonly kind: string;
}

/** The register: what is held, grouped by kind, newest first; then what is only named. */
export function documentsPage(page: PageContext, all: KnownDocuments, filter: DocumentFilter): Html {
  const { documents: messages, count } = page.messages;
  const held = all.held.filter((directive) => fits(directive, filter));
  const mentioned = all.mentioned.filter((line) => fits(line, filter));
  const kinds = [...new Set(held.map(({ kind }) => kind))].sort(byKind);
  const isFiltered = filter.text !== "" || filter.kind !== "";
  const list = html`${form(page, all, filter)}
<p class="quiet" role="status">${held.length + mentioned.length > 0 ? messages.found(count(held.length)) : messages.none}
${mentioned.length > 0 && html`· <a href="#mentioned">${messages.foundMentioned(count(mentioned.length))}</a>`}
${isFiltered && html`<a href="${page.link("/documents")}">${messages.reset}</a>`}</p>
${kinds.map((kind) =>
  group(
    page,
    kind,
    held.filter((directive) => directive.kind === kind),
  ),
)}
${mentioned.length > 0 && mentionedList(page, mentioned)}`;
  return layout(
    page,
    messages.title,
    html`<h1>${messages.title}</h1>
${all.held.length === 0 ? emptyLibrary(page) : list}
<p class="small"><a href="${page.link("/citations")}">${messages.lookUp}</a></p>`,
  );
}

function fits(document: DirectiveHead | RegisterLine, filter: DocumentFilter): boolean {
  const { kind, number, title, issuer } = document;
  if (filter.kind !== "" && filter.kind !== kind) return false;
  const name = "citation" in document ? document.citation : "";
  const searched = fold([kind, number, title, issuer, name].join(" "));
  return fold(filter.text)
    .split(/\s+/)
    .every((word) => searched.includes(word));
}

function form(page: PageContext, { held, mentioned }: KnownDocuments, filter: DocumentFilter): Html {
  const { documents: messages } = page.messages;
  const kinds = [...new Set([...held, ...mentioned].flatMap(({ kind }) => kind ?? []))].sort(byKind);
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
