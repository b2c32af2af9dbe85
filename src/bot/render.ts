import type { InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity } from "grammy/types";
import { printedDate } from "../citation/dates.ts";
import { formatCitation } from "../citation/format.ts";
import type { Answer, Choice, Citation } from "../core/answer.ts";
import type { ScoredPassage } from "../core/passage.ts";
import { choiceData } from "./choice.ts";
import { messages as allMessages, type Messages } from "./messages.ts";
import { copyButton, openButton, sourceLine } from "./source-line.ts";
import { cleanText, codePointLength, MAX_MESSAGE_LENGTH, oneLine, shorten, splitText } from "./text-limits.ts";

// Telegram refuses more than 100 buttons and drops formatting beyond 100 entities. A row has two buttons and belongs to
// one entity; a part of a long quote has an entity and no row, but no more than a few such parts fit into a message.
const MAX_ROWS = 45;
const MAX_CHOICES = 20;
const MAX_BUTTON_LENGTH = 60;
const MAX_NEAREST_LENGTH = 300;

/** One message as `sendMessage` takes it; entities count UTF-16 units. */
export interface RenderedMessage {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
  readonly reply_markup?: InlineKeyboardMarkup;
}

/** A piece that stays in one message. */
interface Part {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
  readonly rows: readonly InlineKeyboardButton[][];
}

/** An answer as messages, to be sent in order. Links into the reader need an https `publicUrl`. */
export function renderAnswer(answer: Answer, publicUrl?: string): RenderedMessage[] {
  const messages = allMessages[answer.language];
  const understood = answer.understoodAs === null ? [] : plain(`${messages.understoodAs} ${answer.understoodAs}`);
  return pack([...plain(answer.text), ...understood, ...details(answer, messages, publicUrl)]);
}

function details(answer: Answer, messages: Messages, publicUrl: string | undefined): Part[] {
  if (answer.kind === "which") return [keyboard(answer.choices)];
  if (answer.kind === "no-evidence") return nearest(answer.nearest, messages);
  const note = answer.fallback === null ? [] : plain(messages.fallback[answer.fallback]);
  return [...note, ...answer.citations.flatMap((citation) => quoteParts(citation, messages, publicUrl))];
}

/** The quote with its source under it; of a quote longer than a message, the source stands under the last part. */
function quoteParts(citation: Citation, messages: Messages, publicUrl: string | undefined): Part[] {
  const line = sourceLine(citation, messages);
  const quotes = splitText(cleanText(citation.quote), MAX_MESSAGE_LENGTH - codePointLength(line) - 1);
  const rows = [[copyButton(citation, messages), ...openButton(citation, messages, publicUrl)]];
  return quotes.map((quote, index) => {
    const isLast = index === quotes.length - 1;
    return {
      text: isLast ? `${quote}\n${line}` : quote,
      entities: [{ type: "expandable_blockquote", offset: 0, length: quote.length }],
      rows: isLast ? rows : [],
    };
  });
}

/** Buttons only; `pack` puts them under the text before. */
function keyboard(choices: readonly Choice[]): Part {
  const rows = choices
    .slice(0, MAX_CHOICES)
    .map((choice, index) => [{ text: choiceLabel(choice), callback_data: choiceData(index, choice) }]);
  return { text: "", entities: [], rows };
}

function choiceLabel({ number, kind, serial, issuer, issuedOn, title }: Choice): string {
  const name = number ?? [kind, serial].filter((part) => part !== null).join(" ");
  const date = issuedOn === null ? null : printedDate(issuedOn);
  const label = [name, date, title ?? issuer].filter((part) => part !== null).join(" · ");
  return shorten(oneLine(label), MAX_BUTTON_LENGTH);
}

function nearest(passages: readonly ScoredPassage[], messages: Messages): Part[] {
  const directives = new Map(passages.map(({ directive }) => [directive.id, directive]));
  const lines = Array.from(directives.values(), (directive) => {
    const citation = directive.number === null ? "" : ` (${formatCitation(directive)})`;
    return `• ${shorten(oneLine(`${directive.title}${citation}`), MAX_NEAREST_LENGTH)}`;
  });
  return lines.length === 0 ? [] : plain([messages.nearest, ...lines].join("\n"));
}

function plain(text: string): Part[] {
  return splitText(cleanText(text), MAX_MESSAGE_LENGTH).map((piece) => ({ text: piece, entities: [], rows: [] }));
}

/** As few messages as hold the parts, in order. */
function pack(parts: readonly Part[]): RenderedMessage[] {
  const packed: Part[] = [];
  for (const part of parts) {
    const last = packed.at(-1);
    const joined = last && join(last, part);
    if (joined && fits(joined)) packed.splice(-1, 1, joined);
    else packed.push(part);
  }
  return packed.map(({ text, entities, rows }) => ({
    text,
    entities,
    ...(rows.length === 0 ? {} : { reply_markup: { inline_keyboard: [...rows] } }),
  }));
}

function join(first: Part, second: Part): Part {
  const start = second.text === "" ? first.text : `${first.text}\n\n`;
  return {
    text: start + second.text,
    entities: [
      ...first.entities,
      ...second.entities.map((entity) => ({ ...entity, offset: entity.offset + start.length })),
    ],
    rows: [...first.rows, ...second.rows],
  };
}

function fits({ text, rows }: Part): boolean {
  return codePointLength(text) <= MAX_MESSAGE_LENGTH && rows.length <= MAX_ROWS;
}
