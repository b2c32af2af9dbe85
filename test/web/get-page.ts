import { parseHTML } from "linkedom";
import { createApp } from "../../src/web/app.ts";
import type { WebParts } from "../../src/web/parts.ts";

/** A page as a browser with the given headers would get it, parsed. */
export async function getPage(parts: WebParts, path: string, headers: Record<string, string> = {}) {
  const response = await createApp(parts).request(path, { headers: { accept: "text/html", ...headers } });
  const source = await response.text();
  const { document } = parseHTML(source);
  const texts = (selector: string) => Array.from(document.querySelectorAll(selector), (node) => node.textContent ?? "");
  const links = (selector: string) =>
    Array.from(document.querySelectorAll(selector), (node) => node.getAttribute("href") ?? "");
  return { response, source, document, texts, links };
}
