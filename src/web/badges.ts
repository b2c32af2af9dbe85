import { html } from "hono/html";
import type { DirectiveHead } from "../core/directive.ts";
import type { Html } from "./layout.ts";
import type { Messages } from "./messages.ts";

/** What a reader must know before relying on a document; nothing for an ordinary one. */
export function badges({ isDigest, status, successor }: DirectiveHead, { document }: Messages): Html | "" {
  const shown = [
    isDigest ? html`<span class="badge">${document.digest}</span>` : "",
    status === "superseded" ? html`<span class="badge warn">${document.superseded(successor)}</span>` : "",
    status === "replacement-ordered" ? html`<span class="badge warn">${document.replacementOrdered}</span>` : "",
  ].filter((badge) => badge !== "");
  return shown.length === 0 ? "" : html`<p class="badges">${shown}</p>`;
}
