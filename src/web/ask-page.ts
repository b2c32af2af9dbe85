import { html } from "hono/html";
import type { Answer } from "../core/answer.ts";
import type { LibrarySize } from "../core/ports.ts";
import { answerView } from "./answer-view.ts";
import { emptyLibrary } from "./empty-library.ts";
import { type Html, languageField, layout } from "./layout.ts";
import type { PageContext } from "./page-context.ts";
import { MAX_QUESTION_LENGTH } from "./schemas.ts";

/** What the ask page shows below its form. */
export type AskState =
  | { readonly kind: "start" }
  | { readonly kind: "too-long" }
  | { readonly kind: "limit" }
  | { readonly kind: "answer"; readonly answer: Answer };

/** The ask page: the form, and once a question is asked its answer. */
export function askPage(page: PageContext, question: string, state: AskState, size: LibrarySize): Html {
  const { ask, name } = page.messages;
  const isStart = state.kind === "start";
  return layout(
    page,
    isStart ? name : shorten(question),
    html`<h1${isStart ? "" : html` class="unseen"`}>${ask.title}</h1>
${isStart && html`<p class="lead">${ask.lead}</p>`}
${form(page, question, isStart)}
${below(page, state, size)}
${librarySize(page, size)}`,
  );
}

function form(page: PageContext, question: string, isStart: boolean): Html {
  const { ask } = page.messages;
  return html`<form class="ask" action="/" method="get" role="search">
<label for="q">${ask.label}</label>
<textarea id="q" name="q" rows="2" maxlength="${MAX_QUESTION_LENGTH}" required dir="auto" aria-describedby="hint" enterkeyhint="search">
${question}</textarea>
${languageField(page)}
<div class="row"><button type="submit">${ask.submit}</button><p id="hint" class="quiet small${isStart ? "" : " unseen"}">${ask.hint}</p></div>
</form>`;
}

function below(page: PageContext, state: AskState, size: LibrarySize): Html {
  const { messages } = page;
  const { ask } = messages;
  if (state.kind === "answer") return answerView(page, state.answer);
  if (state.kind === "too-long") return html`<p class="notice warn" role="alert">${ask.tooLong}</p>`;
  if (state.kind === "limit") return html`<p class="notice warn" role="alert">${messages.problem.limitReached}</p>`;
  if (size.documents === 0) return emptyLibrary(page);
  return html`<section aria-labelledby="examples">
<h2 id="examples">${ask.examplesTitle}</h2>
<ul class="list">${ask.examples.map((example) => html`<li><a href="${page.link("/", { q: example })}">${example}</a></li>`)}</ul>
</section>`;
}

function librarySize({ messages, link }: PageContext, { documents, passages, years }: LibrarySize): Html | "" {
  if (documents === 0) return "";
  const { ask, count } = messages;
  const range = years && (years[0] === years[1] ? years[0] : years.join("–"));
  return html`<p class="quiet small">${ask.size(count(documents), count(passages), range)} <a href="${link("/documents")}">${ask.browse}</a></p>`;
}

function shorten(question: string): string {
  const characters = Array.from(question);
  return characters.length > 80 ? `${characters.slice(0, 79).join("")}…` : question;
}
