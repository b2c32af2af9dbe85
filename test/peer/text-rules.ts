import type { MessageEntity } from "grammy/types";
import { parseHtml } from "./html-rules.ts";

/** A text with its formatting as a call gives it. */
export interface GivenText {
  readonly text: string;
  readonly parse_mode?: string | undefined;
  readonly entities?: readonly MessageEntity[] | undefined;
}

/** What a chat shows. `losses` says what Telegram changed or dropped without a word. */
export interface ShownText {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
  readonly losses: readonly string[];
}

export type TextOutcome = ShownText | { readonly refusal: string };

interface Limits {
  /** Longest text in code points, after parsing. */
  readonly max: number;
  readonly mayBeEmpty?: boolean;
  /** How a text that is too long is refused. */
  readonly tooLong?: string;
}

// Beyond it formatting is dropped. Found by experiment; also a constant of python-telegram-bot.
const MAX_ENTITIES = 100;
// https://github.com/tdlib/telegram-bot-api/blob/master/telegram-bot-api/Client.cpp (get_formatted_text)
const MAX_RAW_BYTES = 32_768;
// https://github.com/tdlib/td/blob/master/td/telegram/MessageEntity.cpp (get_message_entities)
const MAX_OFFSET = 1_000_000;

/** Parses, cleans and measures a text as the server does. */
export function shownText(given: GivenText, { max, mayBeEmpty = false, tooLong }: Limits): TextOutcome {
  if (Buffer.byteLength(given.text) > MAX_RAW_BYTES) return { refusal: "Bad Request: text is too long" };
  if (/\p{Surrogate}/u.test(given.text)) return { refusal: "Bad Request: strings must be encoded in UTF-8" };
  const parsed = parse(given);
  if ("refusal" in parsed) return parsed;
  const wrong = parsed.entities.find(({ offset, length }) => [offset, length].some((n) => n < 0 || n > MAX_OFFSET));
  if (wrong) return { refusal: `Bad Request: receive an entity with incorrect offset ${wrong.offset}` };

  const fixed = fitEntities(parsed.text, parsed.entities);
  const { text, entities } = cleanText(parsed.text, fixed.entities);
  const losses = [
    ...fixed.losses,
    ...(text === parsed.text ? [] : ["control characters, or white space at an end of the text"]),
    ...(entities.length > MAX_ENTITIES ? ["formatting beyond 100 entities"] : []),
  ];
  if (isEmpty(text)) {
    return mayBeEmpty ? { text: "", entities: [], losses } : { refusal: "Bad Request: message text is empty" };
  }
  if (codePointLength(text) > max) return { refusal: tooLong ?? "Bad Request: message is too long" };
  return { text, entities: entities.slice(0, MAX_ENTITIES), losses };
}

/** Length as Telegram limits it; offsets of entities count UTF-16 units instead. */
function codePointLength(text: string): number {
  return Array.from(text).length;
}

function parse({ text, parse_mode: mode, entities = [] }: GivenText) {
  if (mode === undefined) return { text, entities };
  if (mode === "HTML") return parseHtml(text);
  return { refusal: `Bad Request: can't parse entities: this peer does not know the parse mode ${mode}` };
}

/**
 * Control characters become spaces, a few others vanish, and white space at the ends goes; entities move along.
 * https://github.com/tdlib/td/blob/master/td/telegram/misc.cpp (clean_input_string)
 */
function cleanText(text: string, entities: readonly MessageEntity[]): Pick<ShownText, "text" | "entities"> {
  const spaced = text.replace(/[\u0000-\u0009\u000b\u000c\u000e-\u001f]/g, " ");
  const vanish = (part: string) => part.replace(/[\r\u2028-\u202e]|\u0333|\u033f|\u030a/g, "");
  const visible = vanish(spaced);
  const end = visible.replace(/[ \n]+$/, "").length;
  const start = Math.min(end, /^[ \n]*/.exec(visible)?.[0].length ?? 0);
  const placeOf = (offset: number) => Math.min(Math.max(vanish(spaced.slice(0, offset)).length, start), end) - start;
  const moved = entities.flatMap((entity) => {
    const offset = placeOf(entity.offset);
    const length = placeOf(entity.offset + entity.length) - offset;
    return length > 0 ? [{ ...entity, offset, length }] : [];
  });
  return { text: visible.slice(start, end), entities: moved };
}

/** What lies outside is clipped, what is empty, cuts a character or nests a quote in a quote is dropped. */
function fitEntities(text: string, entities: readonly MessageEntity[]): Omit<ShownText, "text"> {
  const kept: MessageEntity[] = [];
  const losses: string[] = [];
  for (const entity of entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length)) {
    const length = Math.min(entity.length, text.length - entity.offset);
    if (length !== entity.length) losses.push("an entity that reaches beyond the text");
    if (length <= 0) continue;
    const ends = [entity.offset, entity.offset + length];
    if (ends.some((place) => isInsidePair(text, place))) {
      losses.push("an entity that cuts a character");
      continue;
    }
    const outer = kept.find((one) => isQuote(one) && one.offset + one.length > entity.offset);
    if (outer && isQuote(entity)) {
      losses.push("a quote inside a quote");
      continue;
    }
    const end = entity.offset + length;
    const crossed = kept.some((one) => one.offset + one.length > entity.offset && one.offset + one.length < end);
    if (crossed) losses.push("an entity that crosses another is split");
    kept.push({ ...entity, length });
  }
  return { entities: kept, losses };
}

/** https://github.com/tdlib/td/blob/master/td/telegram/misc.cpp (strip_empty_characters) */
function isEmpty(text: string): boolean {
  return /^[\s\u180e\u2800\ufffc\u200b-\u200f\u202e\ufeff\u00a0]*$/u.test(text);
}

function isQuote({ type }: MessageEntity): boolean {
  return type === "blockquote" || type === "expandable_blockquote";
}

function isInsidePair(text: string, place: number): boolean {
  return /[\ud800-\udbff]/.test(text[place - 1] ?? "") && /[\udc00-\udfff]/.test(text[place] ?? "");
}
