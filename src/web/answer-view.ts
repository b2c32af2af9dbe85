import { html } from "hono/html";
import { printedDate } from "../citation/dates.ts";
import { formatCitation } from "../citation/format.ts";
import type { Answer, Choice } from "../core/answer.ts";
import type { ScoredPassage } from "../core/passage.ts";
import { place } from "./citation-text.ts";
import { emptyLibrary } from "./empty-library.ts";
import type { Html } from "./layout.ts";
import type { PageContext } from "./page-context.ts";
import { quoteCard } from "./quote-card.ts";
import { readerLink } from "./reader-link.ts";

/** An answer of any kind: what it says first, then what it rests on. */
export function answerView(page: PageContext, answer: Answer): Html {
  switch (answer.kind) {
    case "answered":
      return answered(page, answer);
    case "which":
      return which(page, answer);
    case "no-evidence":
      return answer.reason === "empty-library" ? emptyLibrary(page) : noEvidence(page, answer);
  }
}

type Of<Kind extends Answer["kind"]> = Extract<Answer, { kind: Kind }>;

function answered(page: PageContext, answer: Of<"answered">): Html {
  const { title, composedByModel, fallback, quotes } = page.messages.answer;
  const notice = answer.composer === "llm" ? composedByModel : answer.fallback && fallback[answer.fallback];
  const markers = new Set(answer.citations.map(({ marker }) => marker));
  return html`<section class="answer" aria-labelledby="answer">
<h2 id="answer">${title}</h2>
${paragraphs(answer, (line) => withMarkers(line, markers))}
${notice && html`<p class="notice">${notice}</p>`}
${understoodAs(page, answer)}
</section>
<section aria-labelledby="quotes">
<h2 id="quotes">${quotes}</h2>
${answer.citations.map((citation) => quoteCard(page, citation))}
</section>`;
}

function which(page: PageContext, answer: Of<"which">): Html {
  const { which: title, choices } = page.messages.answer;
  return html`<section class="answer" aria-labelledby="answer">
<h2 id="answer">${title}</h2>
${paragraphs(answer)}
${understoodAs(page, answer)}
</section>
<nav aria-label="${choices}"><ul class="list">${answer.choices.map((choice) => choiceItem(page, choice))}</ul></nav>`;
}

function choiceItem({ link }: PageContext, choice: Choice): Html {
  const { number, serial, kind, issuer, issuedOn, title, question } = choice;
  const name = [kind, number ?? serial].filter(Boolean).join(" ");
  const facts = [issuedOn && printedDate(issuedOn), issuer].filter(Boolean).join(" · ");
  return html`<li lang="vi"><a href="${link("/", { q: question })}">${name}</a>
${title && html`<p>${title}</p>`}
${facts && html`<p class="quiet">${facts}</p>`}</li>`;
}

function noEvidence(page: PageContext, answer: Of<"no-evidence">): Html {
  const { noEvidence: title, nearest, nearestNote } = page.messages.answer;
  const list = html`<section aria-labelledby="nearest">
<h2 id="nearest">${nearest}</h2>
<p class="quiet">${nearestNote}</p>
<ul class="list">${answer.nearest.map((hit) => nearestItem(page, hit))}</ul>
</section>`;
  return html`<section class="answer" aria-labelledby="answer">
<h2 id="answer">${title}</h2>
${paragraphs(answer)}
${understoodAs(page, answer)}
</section>
${answer.nearest.length > 0 && list}`;
}

function nearestItem(page: PageContext, { passage, directive }: ScoredPassage): Html {
  const where = place(passage, page.messages);
  return html`<li lang="vi"><a href="${readerLink(page, passage)}">${directive.title}</a>
${directive.number !== null && html`<p>${formatCitation(directive)}</p>`}
${where && html`<p class="quiet">${where}</p>`}</li>`;
}

function paragraphs({ text, language }: Answer, show: (line: string) => unknown = (line) => line): Html {
  const lines = text.split(/\n+/).filter((line) => line.trim() !== "");
  return html`<div class="text" lang="${language}" dir="auto">${lines.map((line) => html`<p>${show(line)}</p>`)}</div>`;
}

function withMarkers(line: string, markers: ReadonlySet<number>): unknown[] {
  return line.split(/(\[\d+\])/).map((part) => {
    const marker = /^\[(\d+)\]$/.exec(part)?.[1];
    return marker !== undefined && markers.has(Number(marker))
      ? html`<a class="marker" href="#c${marker}">${part}</a>`
      : part;
  });
}

function understoodAs({ messages }: PageContext, answer: Answer): Html | "" {
  if (answer.understoodAs === null) return "";
  return html`<p class="quiet">${messages.answer.understoodAs} <q lang="vi" dir="auto">${answer.understoodAs}</q></p>`;
}
