import { html } from "hono/html";
import type { CheckResult, Verdict } from "../core/check.ts";
import { checkedItem } from "./checked-item.ts";
import { type DraftPiece, draftPieces, type NumberedCitation, numbered } from "./draft-pieces.ts";
import type { Html } from "./layout.ts";
import type { PageContext } from "./page-context.ts";
import type { Sources } from "./sources.ts";
import { verdictName } from "./verdict-name.ts";

// What is wrong before what is not known, what is right first.
const VERDICTS = ["verified", "mismatch", "superseded", "ambiguous", "unknown"] as const satisfies readonly Verdict[];

/** What was found in a draft: the count, the draft with its citations marked, and each citation. */
export function checkView(page: PageContext, { text, citations }: CheckResult, sources: Sources): Html {
  const { check } = page.messages;
  if (citations.length === 0) return html`<p class="notice" role="status">${check.none}</p>`;
  const all = numbered(citations);
  const right = all.filter(({ citation }) => citation.verdict === "verified");
  const others = all.filter(({ citation }) => citation.verdict !== "verified");
  return html`<section aria-labelledby="result">
<h2 id="result" class="unseen">${check.result}</h2>
<p class="summary" role="status"><b>${summary(page, all)}</b></p>
<p class="quiet small">${check.note}</p>
</section>
<section aria-labelledby="draft">
<h2 id="draft">${check.draft}</h2>
<div class="draft" lang="vi" dir="auto" role="region" aria-labelledby="draft" tabindex="0">${draftPieces(text, all).map((piece) => shown(page, piece))}</div>
</section>
${list(page, { id: "to-review", title: check.toReview, citations: others, sources })}
${list(page, { id: "right", title: check.right, citations: right, sources })}`;
}

function summary({ messages: { check, count } }: PageContext, all: readonly NumberedCitation[]): string {
  const parts = VERDICTS.flatMap((verdict) => {
    const some = all.filter(({ citation }) => citation.verdict === verdict).length;
    return some === 0 ? [] : `${count(some)} ${check.verdict[verdict]}`;
  });
  return check.summary(count(all.length), parts.join(", "));
}

function shown(page: PageContext, { text, cited }: DraftPiece): Html | string {
  if (cited.length === 0) return text;
  const doubtful = cited.find(({ citation }) => citation.verdict !== "verified") ?? cited[0];
  return html`<mark class="${doubtful?.citation.verdict ?? ""}">${text}</mark>${cited.map((each) => tag(page, each))}`;
}

function tag(page: PageContext, { at, citation: { verdict } }: NumberedCitation): Html {
  const { check, count } = page.messages;
  return html`<a class="tag ${verdict}" id="d${at}" href="#c${at}" lang="${page.language}" aria-label="${check.citation(count(at), check.verdict[verdict])}">${verdictName(page, verdict)}</a>`;
}

function list(
  page: PageContext,
  {
    id,
    title,
    citations,
    sources,
  }: {
    readonly id: string;
    readonly title: string;
    readonly citations: readonly NumberedCitation[];
    readonly sources: Sources;
  },
): Html | "" {
  if (citations.length === 0) return "";
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${title} (${page.messages.count(citations.length)})</h2>
<ol class="list checked">${citations.map((each) => checkedItem(page, each, sources))}</ol>
</section>`;
}
