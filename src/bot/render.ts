import { formatCitation } from "../citation/format.ts";
import type { Answer, Choice, Citation } from "../core/answer.ts";
import type { ScoredPassage } from "../core/passage.ts";
import { choiceData } from "./choice.ts";
import { documentLabel } from "./document-label.ts";
import { messages as allMessages, type Messages } from "./messages.ts";
import { concat, keyboard, type Part, pack, piece, plain, type RenderedMessage, withRows } from "./part.ts";
import { readerButton } from "./reader-button.ts";
import { copyButton, sourceLine, uncertainLine } from "./source-line.ts";
import { cleanText, codePointLength, MAX_MESSAGE_LENGTH, oneLine, shorten, splitText } from "./text-limits.ts";

const MAX_CHOICES = 20;
const MAX_NEAREST_LENGTH = 300;
const MAX_UNCERTAIN_LENGTH = 1000;

/**
 * An answer as messages, to be sent in order. Links into the reader need an https `publicUrl`; `rows` are a few buttons
 * that stand under the whole.
 */
export function renderAnswer(answer: Answer, publicUrl?: string, rows: Part["rows"] = []): RenderedMessage[] {
  const messages = allMessages[answer.language];
  const read = answer.followsOn ?? answer.understoodAs;
  const understood = read === null ? [] : plain(`${messages.understoodAs} ${read}`);
  const packed = pack([...plain(answer.text), ...understood, ...details(answer, messages, publicUrl)]);
  return packed.map((message, at) => (at === packed.length - 1 ? withRows(message, rows) : message));
}

function details(answer: Answer, messages: Messages, publicUrl: string | undefined): Part[] {
  if (answer.kind === "which") return [choiceButtons(answer.choices)];
  if (answer.kind === "no-evidence") return nearest(answer.nearest, messages);
  const note = answer.fallback === null ? [] : plain(messages.fallback[answer.fallback]);
  return [...note, ...answer.citations.flatMap((citation) => quoteParts(citation, messages, publicUrl))];
}

/** A quote with its source under it; of a quote longer than a message, the source stands under the last part. */
export function quoteParts(citation: Citation, messages: Messages, publicUrl: string | undefined): Part[] {
  const { marker, passage, directive } = citation;
  const doubts = uncertainLine(citation, messages, MAX_UNCERTAIN_LENGTH);
  const line = [sourceLine(citation, messages), doubts].filter(Boolean).join("\n");
  const quotes = splitText(cleanText(citation.quote), MAX_MESSAGE_LENGTH - codePointLength(line) - 1);
  const target = { documentId: directive.id, passageId: passage.id, access: directive.access };
  const open = readerButton(`${messages.open} [${marker}]`, target, publicUrl);
  const row = [...copyButton(citation, messages), ...open];
  return quotes.map((quote, index) => {
    const part = piece(quote, "expandable_blockquote");
    return index === quotes.length - 1 ? concat([part, piece(line), keyboard([row])], "\n") : part;
  });
}

function choiceButtons(choices: readonly Choice[]): Part {
  return keyboard(
    choices
      .slice(0, MAX_CHOICES)
      .map((choice, index) => [{ text: choiceLabel(choice), callback_data: choiceData(index, choice) }]),
  );
}

function choiceLabel(choice: Choice): string {
  const { number, kind, serial } = choice;
  return documentLabel(number ?? [kind, serial].filter((part) => part !== null).join(" "), choice);
}

function nearest(passages: readonly ScoredPassage[], messages: Messages): Part[] {
  const directives = new Map(passages.map(({ directive }) => [directive.id, directive]));
  const lines = Array.from(directives.values(), (directive) => {
    const citation = directive.number === null ? "" : ` (${formatCitation(directive)})`;
    return `• ${shorten(oneLine(`${directive.title}${citation}`), MAX_NEAREST_LENGTH)}`;
  });
  return lines.length === 0 ? [] : plain([messages.nearest, ...lines].join("\n"));
}
