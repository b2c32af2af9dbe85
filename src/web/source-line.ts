import { html } from "hono/html";
import { printedDate } from "../citation/dates.ts";
import type { Source } from "../core/directive.ts";
import type { Html } from "./layout.ts";

/** Publisher, title and date of where a text was taken from; "" where nothing is known. */
export function sourceLine(source: Source | null): Html | "" {
  if (source === null) return "";
  const { publisher, title, date, url } = source;
  const known = [publisher, title && `“${title}”`, date && printedDate(date)].filter(Boolean).join(", ");
  if (url === null || !/^https?:\/\//i.test(url)) return known === "" ? "" : html`<span lang="vi">${known}</span>`;
  return html`<a href="${url}" lang="vi" rel="noopener noreferrer">${known || url}</a>`;
}
