import { html } from "hono/html";
import { uncertainLines } from "../answer/uncertain.ts";
import { type UncertainWords, uncertainWords } from "../core/uncertain.ts";
import type { Html } from "./layout.ts";
import type { PageContext } from "./page-context.ts";

type Quoted = Parameters<typeof uncertainWords>[0];

/** The quote with the words marked that character recognition is not sure of. */
export function markedQuote(page: PageContext, quoted: Quoted): (Html | string)[] {
  const { quote, span } = quoted;
  const words = uncertainWords(quoted);
  const pieces = words.flatMap((word, at) => [
    quote.slice((words[at - 1]?.span.end ?? span.start) - span.start, word.span.start - span.start),
    markedWords(page, word),
  ]);
  return [...pieces, quote.slice((words.at(-1)?.span.end ?? span.start) - span.start)];
}

/** Words underlined, with the reason to be pointed at; a line or a legend beside them has to say the same. */
export function markedWords({ messages }: PageContext, { text, isFigure }: Pick<UncertainWords, "text" | "isFigure">) {
  const { figure, words } = messages.document.uncertainTitle;
  return html`<u class="${isFigure ? "unsure figure" : "unsure"}" title="${isFigure ? figure : words}">${text}</u>`;
}

/** The lines under a quote that name what is not sure in it. */
export function uncertainNote({ messages }: PageContext, quoted: Quoted): Html | "" {
  const lines = uncertainLines(quoted, messages.document.uncertain);
  return lines.length === 0 ? "" : html`${lines.map((line) => html`<p class="unsure-note small">${line}</p>`)}`;
}
