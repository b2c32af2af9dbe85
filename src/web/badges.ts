import { html } from "hono/html";
import type { DirectiveHead } from "../core/directive.ts";
import type { Html } from "./layout.ts";
import type { Messages } from "./messages.ts";

/** What a reader must know before relying on a document; nothing where the library shows nothing. */
export function badges(
  { isDigest, status, successor }: Pick<DirectiveHead, "isDigest" | "status" | "successor">,
  { document, lookup }: Messages,
): Html | "" {
  const by = status === "superseded" && successor !== null ? ` ${lookup.by.superseded} ${successor}` : "";
  const colour = status === "in-force" ? status : "warn";
  const shown = [
    isDigest ? html`<span class="badge">${document.digest}</span>` : "",
    status === "unknown" ? "" : html`<span class="badge ${colour}">${lookup.status[status]}${by}</span>`,
  ].filter((badge) => badge !== "");
  return shown.length === 0 ? "" : html`<p class="badges">${shown}</p>`;
}
