import type { InlineKeyboardButton } from "grammy/types";
import { uncertainLines } from "../answer/uncertain.ts";
import { printedDate } from "../citation/dates.ts";
import { formatCitation } from "../citation/format.ts";
import type { Citation } from "../core/answer.ts";
import type { Source } from "../core/directive.ts";
import type { Messages } from "./messages.ts";
import type { Place } from "./places.ts";
import { cleanText, oneLine, shorten } from "./text-limits.ts";

const MAX_LINE_LENGTH = 600;
// https://core.telegram.org/bots/api#copytextbutton; counted in UTF-16 units to be on the safe side.
const MAX_COPY_LENGTH = 256;

/** What stands under a quote: marker, citation, place, and where the text was taken from. */
export function sourceLine(citation: Citation, messages: Messages): string {
  return shorten(`[${citation.marker}] ${placeLine(citation, messages)}`, MAX_LINE_LENGTH);
}

/** The document that a passage is in, and where in it. */
export function placeLine({ passage, directive }: Place, messages: Messages): string {
  const parts = [
    formatCitation(directive),
    passage.path.join(" › "),
    passage.page === null ? "" : `${messages.page} ${passage.page}`,
    directive.isDigest ? messages.digest : "",
    directive.source === null ? "" : sourceWords(directive.source, messages),
  ];
  return oneLine(parts.filter((part) => part !== "").join(" · "));
}

/** Where a text was taken from; "" where nothing is known. */
export function sourceWords({ publisher, title, date }: Source, messages: Messages): string {
  const facts = [publisher ?? title, date === null ? null : printedDate(date)].filter((fact) => fact !== null);
  return facts.length === 0 ? "" : `${messages.source} ${facts.join(", ")}`;
}

/** What is not sure in words that are shown, to stand under them; at most `length` code points, "" where all is sure. */
export function uncertainLine(
  quoted: Parameters<typeof uncertainLines>[0],
  messages: Messages,
  length: number,
): string {
  const lines = uncertainLines(quoted, messages.uncertain);
  return shorten(lines.map((line) => `⚠️ ${oneLine(line)}`).join("\n"), length);
}

/** Copies the citation, and the quote where it fits whole, with what is not sure in it. */
export function copyButton(citation: Citation, messages: Messages): InlineKeyboardButton[] {
  const name = oneLine(formatCitation(citation.directive));
  const doubts = uncertainLines(citation, messages.uncertain).map((line) => ` (${line})`);
  const withQuote = `${name}: “${cleanText(citation.quote)}”${doubts.join("")}`;
  return copyTextButton(
    `${messages.copy} [${citation.marker}]`,
    withQuote.length <= MAX_COPY_LENGTH ? withQuote : name,
  );
}

/** Copies a text, as much of it as a button may carry; none where there is nothing to copy. */
export function copyTextButton(label: string, text: string): InlineKeyboardButton[] {
  const clean = oneLine(text);
  return clean === "" ? [] : [{ text: label, copy_text: { text: shortenToUnits(clean) } }];
}

function shortenToUnits(text: string): string {
  if (text.length <= MAX_COPY_LENGTH) return text;
  return `${cleanText(text.slice(0, MAX_COPY_LENGTH - 2).replace(/[\ud800-\udbff]$/, ""))}…`;
}
