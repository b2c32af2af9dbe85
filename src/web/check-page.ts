import { html } from "hono/html";
import type { CheckResult } from "../core/check.ts";
import { checkView } from "./check-view.ts";
import { type Html, layout } from "./layout.ts";
import type { PageContext } from "./page-context.ts";
import type { Sources } from "./sources.ts";

/** What the page shows besides its form. */
export type CheckState =
  | { readonly kind: "start" | "empty" | "not-text" | "too-long" }
  | { readonly kind: "checked"; readonly result: CheckResult; readonly sources: Sources };

/** The form for a draft, below what was found in the one that was sent. */
export function checkPage(page: PageContext, draft: string, state: CheckState): Html {
  const { check } = page.messages;
  return layout(
    page,
    check.title,
    html`<h1>${check.title}</h1>
${state.kind === "checked" ? checkView(page, state.result, state.sources) : start(page, state.kind)}
${form(page, draft)}`,
  );
}

function start({ messages: { check, problem } }: PageContext, kind: "start" | "empty" | "not-text" | "too-long"): Html {
  if (kind === "start") return html`<p class="lead">${check.lead}</p>`;
  const wrong = { empty: check.empty, "not-text": check.notText, "too-long": problem.draftTooLong };
  return html`<p class="notice warn" role="alert">${wrong[kind]}</p>`;
}

function form(page: PageContext, draft: string): Html {
  const { check } = page.messages;
  return html`<form class="draft-form" action="${page.link("/check")}" method="post" enctype="multipart/form-data">
${draft !== "" && html`<h2>${check.again}</h2>`}
<label for="text">${check.label}</label>
<textarea id="text" name="text" rows="8" dir="auto" lang="vi" spellcheck="false" aria-describedby="hint">
${draft}</textarea>
<label for="file">${check.file}</label>
<input id="file" name="file" type="file" accept=".txt,text/plain">
<div class="row"><button type="submit">${check.submit}</button><p id="hint" class="quiet small">${check.hint}</p></div>
</form>`;
}
