import { html } from "hono/html";
import { type Html, layout } from "./layout.ts";
import type { PageContext } from "./page-context.ts";

/** A page that says what went wrong and where to go on. */
export function errorPage(page: PageContext, kind: "notFound" | "failed"): Html {
  const { error, problem } = page.messages;
  const title = kind === "notFound" ? error.notFoundTitle : error.failedTitle;
  return layout(
    page,
    title,
    html`<h1>${title}</h1>
<p>${kind === "notFound" ? problem.unknownPage : problem.failed}</p>
<p class="actions"><a class="button" href="${page.link("/")}">${error.home}</a></p>`,
  );
}
