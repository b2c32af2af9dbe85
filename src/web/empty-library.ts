import { html } from "hono/html";
import type { Html } from "./layout.ts";
import type { PageContext } from "./page-context.ts";

/** What to do when there is nothing to read yet. */
export function emptyLibrary({ messages }: PageContext): Html {
  const { title, remedy, command } = messages.empty;
  return html`<section class="answer" aria-labelledby="empty">
<h2 id="empty">${title}</h2>
<p>${remedy}</p>
<pre><code>${command}</code></pre>
</section>`;
}
