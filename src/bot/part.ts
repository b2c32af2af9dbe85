import type { InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity } from "grammy/types";
import { cleanText, codePointLength, MAX_MESSAGE_LENGTH, splitText } from "./text-limits.ts";

// Telegram refuses more than 100 buttons, of which a row has two, and drops formatting beyond 100 entities.
const MAX_ROWS = 45;
const MAX_ENTITIES = 90;

/** One message as `sendMessage` takes it; entities count UTF-16 units. */
export interface RenderedMessage {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
  readonly reply_markup?: InlineKeyboardMarkup;
}

/** A piece that stays in one message. */
export interface Part {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
  readonly rows: readonly (readonly InlineKeyboardButton[])[];
}

type Format = "bold" | "code" | "expandable_blockquote";

/** Clean text, formatted as a whole; what is empty has no format. */
export function piece(text: string, type?: Format): Part {
  return { text, entities: type && text !== "" ? [{ type, offset: 0, length: text.length }] : [], rows: [] };
}

/** Any text, cut where it is longer than a message. */
export function plain(text: string): Part[] {
  return splitText(cleanText(text), MAX_MESSAGE_LENGTH).map((cut) => piece(cut));
}

/** Buttons only; they stand under the message that the text before is in. */
export function keyboard(rows: Part["rows"]): Part {
  return { text: "", entities: [], rows: rows.filter((row) => row.length > 0) };
}

/** One part of several, with `separator` between those that have text. */
export function concat(parts: readonly Part[], separator: string): Part {
  return parts.reduce((all, part) => join(all, part, separator), keyboard([]));
}

/** Lines that stay together, unless they are more than a message holds. */
export function stack(lines: readonly Part[]): readonly Part[] {
  const together = concat(lines, "\n");
  return fits(together) ? [together] : lines;
}

/** The parts that one message holds, in order of weight; where some are left out, `note` says so at the end. */
export function fitOne(parts: readonly Part[], note: Part): Part {
  const all = concat(parts, "\n\n");
  if (fits(all)) return all;
  const kept = parts.reduce((some, part) => {
    const more = join(some, part);
    return fits(join(more, note)) ? more : some;
  }, keyboard([]));
  return join(kept, note);
}

/** Messages in the making, with one more part: in the last of them where it fits. */
export function addPart(packed: readonly Part[], part: Part): readonly Part[] {
  const last = packed.at(-1);
  const joined = last && join(last, part);
  return joined && fits(joined) ? [...packed.slice(0, -1), joined] : [...packed, part];
}

/** As few messages as hold the parts, in order. */
export function pack(parts: readonly Part[]): RenderedMessage[] {
  return parts.reduce(addPart, []).map(toMessage);
}

/** The part as a message of its own. */
export function toMessage({ text, entities, rows }: Part): RenderedMessage {
  const keys = rows.map((row) => [...row]);
  return { text, entities, ...(keys.length > 0 && { reply_markup: { inline_keyboard: keys } }) };
}

/** A message with more buttons under its own; `pack` leaves room for a few. */
export function withRows(message: RenderedMessage, rows: Part["rows"]): RenderedMessage {
  if (rows.length === 0) return message;
  const keys = [...(message.reply_markup?.inline_keyboard ?? []), ...rows.map((row) => [...row])];
  return { ...message, reply_markup: { inline_keyboard: keys } };
}

function join(first: Part, second: Part, separator = "\n\n"): Part {
  const start = first.text === "" || second.text === "" ? first.text : first.text + separator;
  return {
    text: start + second.text,
    entities: [
      ...first.entities,
      ...second.entities.map((entity) => ({ ...entity, offset: entity.offset + start.length })),
    ],
    rows: [...first.rows, ...second.rows],
  };
}

function fits({ text, entities, rows }: Part): boolean {
  return codePointLength(text) <= MAX_MESSAGE_LENGTH && rows.length <= MAX_ROWS && entities.length <= MAX_ENTITIES;
}
