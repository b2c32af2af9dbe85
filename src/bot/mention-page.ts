import type { InlineKeyboardButton } from "grammy/types";
import type { CiteCandidate, Evidence } from "../core/cite.ts";
import { cardData } from "./card-data.ts";
import { documentName } from "./document-label.ts";
import { mentioned } from "./mentioned.ts";
import { concat, keyboard, type Part, piece, type RenderedMessage, toMessage } from "./part.ts";
import { placed, quotePiece, type View } from "./places.ts";
import { readerButton } from "./reader-button.ts";
import { sentenceAround } from "./sentence-around.ts";
import { placeLine, uncertainLine } from "./source-line.ts";
import { codePointLength, shorten } from "./text-limits.ts";

// A page is one message, so that it can be turned.
const PAGE_SIZE = 5;
const MAX_QUOTE = 400;
const MAX_LINE = 250;
const MAX_UNCERTAIN = 200;

/** The places on a page, from 1; empty behind the last one. */
export function mentionsOnPage(candidate: CiteCandidate, page: number): readonly Evidence[] {
  return mentioned(candidate).places.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
}

/** A page of the places where other documents name this one, each with its sentence. */
export function renderMentions(candidate: CiteCandidate, page: number, view: View): RenderedMessage {
  const { lookup, open } = view.messages;
  const { places } = mentioned(candidate);
  const shown = mentionsOnPage(candidate, page);
  const first = (page - 1) * PAGE_SIZE + 1;
  const range = lookup.mentionRange({ from: first, to: first + shown.length - 1, of: places.length });
  const quotes = shown.map((mention, index) => quoteOf(mention, first + index, view));
  const opens = shown.flatMap((mention, index) =>
    readerButton(`${open} [${first + index}]`, placed(mention, view.places), view.publicUrl),
  );
  const turn = (to: number, text: string): InlineKeyboardButton => ({ text, callback_data: cardData(candidate, to) });
  const turns = [
    ...(page > 1 ? [turn(page - 1, lookup.previous)] : []),
    ...(page * PAGE_SIZE < places.length ? [turn(page + 1, lookup.next)] : []),
  ];
  const title = concat([documentName(candidate.citation), piece(range)], "\n");
  return toMessage(concat([title, ...quotes, keyboard([opens, turns, [turn(0, lookup.backToCard)]])], "\n\n"));
}

function quoteOf(mention: Evidence, marker: number, { messages, places }: View): Part {
  const place = places.get(mention.passageId);
  const source = place ? ` ${placeLine(place, messages)}` : "";
  const sentence = sentenceAround(mention, place, MAX_QUOTE);
  const doubts = uncertainLine(sentence, messages, MAX_UNCERTAIN);
  const quote = quotePiece(sentence.quote, MAX_QUOTE - codePointLength(doubts));
  return concat([quote, piece(shorten(`[${marker}]${source}`, MAX_LINE)), piece(doubts)], "\n");
}
