import type { InlineQueryResultArticle } from "grammy/types";
import { formatCitation } from "../citation/format.ts";
import type { Role } from "../core/access.ts";
import type { CiteCandidate, Evidence } from "../core/cite.ts";
import type { NearPart, ScoredPassage, Span } from "../core/passage.ts";
import { sentences } from "../core/sentences.ts";
import { spansWithin } from "../core/uncertain.ts";
import type { Messages } from "./messages.ts";
import { concat, piece } from "./part.ts";
import type { Place } from "./places.ts";
import { readerButton } from "./reader-button.ts";
import { shortKey } from "./short-key.ts";
import { placeLine, uncertainLine } from "./source-line.ts";
import { startLink } from "./start-link.ts";
import { cleanText, oneLine, shorten } from "./text-limits.ts";

// Clients show one line of the title and two or three of the description.
const MAX_TITLE = 120;
const MAX_DESCRIPTION = 180;
const MAX_NAME = 500;
const MAX_QUOTE = 1500;
const MAX_LINE = 400;

/** What cards need besides what they show. */
export interface CardView {
  readonly messages: Messages;
  readonly username: string;
  readonly publicUrl: string | undefined;
  /** Of the library: another one makes other ids. */
  readonly revision: string;
  readonly uncertain: ReadonlyMap<string, readonly Span[]>;
}

/** What a card posts: a document's citation and words of the library. */
interface Posted {
  readonly key: string;
  readonly title: string;
  readonly description: string;
  readonly citation: string;
  readonly words: Evidence;
  /** Of the document that the words are in. */
  readonly access: Role | null;
  /** Under the words, where they are another document's. */
  readonly source: string;
}

/** A passage: choosing it posts the citation with the sentences of it that are near to the query. */
export function passageCard(hit: ScoredPassage, view: CardView): InlineQueryResultArticle {
  const { passage, directive } = hit;
  const words = nearWords(hit);
  const title = [formatCitation(directive), ...passage.path.slice(-2)].join(" · ");
  const citation = placeLine(hit, view.messages);
  return card(
    { key: `p${passage.id}`, title, description: words.quote, citation, words, access: directive.access, source: "" },
    view,
  );
}

/** A document by its number: choosing it posts its citation with words of its own text, or of one that names it. */
export function numberCard(
  { citation, title, documentId }: CiteCandidate,
  { words, place }: { readonly words: Evidence; readonly place: Place },
  view: CardView,
): InlineQueryResultArticle {
  const isOwn = words.documentId === documentId;
  const source = isOwn ? "" : `${view.messages.inline.citedIn} ${placeLine(place, view.messages)}`;
  const key = `d${citation}\n${words.passageId}`;
  return card(
    {
      key,
      title: citation,
      description: title ?? words.quote,
      citation,
      words,
      access: place.directive.access,
      source,
    },
    view,
  );
}

/** The whole passage where it is short; else the sentences from its nearest part on, or its first ones. */
export function nearWords({ passage, near }: Pick<ScoredPassage, "passage" | "near">): Evidence {
  const { id, directiveId, text, span } = passage;
  const within = text.length <= MAX_QUOTE ? { start: 0, end: text.length } : sentencesNear(text, near[0], span.start);
  const words = { start: span.start + within.start, end: span.start + within.end };
  const quote = text.slice(within.start, within.end);
  return { documentId: directiveId, passageId: id, quote, span: words, uncertain: [] };
}

function sentencesNear(text: string, near: NearPart | undefined, from: number): Span {
  const all = sentences(text);
  const at = (near?.span.start ?? from) - from;
  const first = Math.max(
    0,
    all.findLastIndex(({ start }) => start <= at),
  );
  const start = all[first]?.start ?? 0;
  const fitting = all.slice(first).filter(({ end }) => end - start <= MAX_QUOTE);
  return { start, end: fitting.at(-1)?.end ?? all[first]?.end ?? text.length };
}

function card(posted: Posted, view: CardView): InlineQueryResultArticle {
  const { messages, publicUrl, username, revision } = view;
  const { citation, words, access, source } = posted;
  const uncertain = spansWithin(view.uncertain.get(words.documentId) ?? [], words.span);
  const parts = [
    piece(shorten(oneLine(citation), MAX_NAME), "bold"),
    piece(shorten(cleanText(words.quote), MAX_QUOTE), "expandable_blockquote"),
    piece(shorten(oneLine(source), MAX_LINE)),
    piece(uncertainLine({ ...words, uncertain }, messages, MAX_LINE)),
  ];
  const { text, entities } = concat(parts, "\n");
  const link = startLink(username, { to: "passage", id: words.passageId });
  const open = readerButton(messages.open, { ...words, access }, publicUrl);
  const row = open.length > 0 || link === undefined ? open : [{ text: messages.open, url: link }];
  return {
    type: "article",
    id: `${shortKey(revision)}-${shortKey(posted.key)}`,
    title: shorten(oneLine(posted.title), MAX_TITLE),
    description: shorten(oneLine(posted.description), MAX_DESCRIPTION),
    input_message_content: {
      message_text: text,
      entities: [...entities],
      link_preview_options: { is_disabled: true },
    },
    ...(row.length > 0 && { reply_markup: { inline_keyboard: [row] } }),
  };
}
