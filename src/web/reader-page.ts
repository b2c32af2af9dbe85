import { html } from "hono/html";
import { printedDate } from "../citation/dates.ts";
import { formatCitation } from "../citation/format.ts";
import type { Directive } from "../core/directive.ts";
import type { Passage, Span } from "../core/passage.ts";
import { type Html, layout } from "./layout.ts";
import type { PageContext } from "./page-context.ts";
import { type Block, type Piece, readerBlocks } from "./reader-blocks.ts";
import { lookupLink } from "./reader-link.ts";
import { sourceLine } from "./source-line.ts";
import { markedWords } from "./uncertain-view.ts";

/** A document with its whole text; `"gone"` when the address names a passage that the text no longer has. */
export function readerPage(
  page: PageContext,
  directive: Directive,
  passages: readonly Passage[],
  mark: Span | "gone" | undefined,
): Html {
  const { document } = page.messages;
  const blocks = readerBlocks(directive, passages, mark === "gone" ? undefined : mark);
  const pieces = blocks.flatMap((block) => block.pieces);
  const firstMarked = pieces.find(({ isMarked }) => isMarked);
  const name = formatCitation({ ...directive, issuedOn: null, issuer: null });
  return layout(
    page,
    name,
    html`<p class="small"><a href="${page.link("/documents")}">‹ ${document.back}</a></p>
<h1 lang="vi">${name}${directive.number !== null && html` <span class="title">${directive.title}</span>`}</h1>
${head(page, directive)}
${directive.number !== null && html`<p class="small"><a class="look-up" href="${lookupLink(page, directive.number)}">${page.messages.lookup.show(directive.number)}</a></p>`}
${mark === "gone" && html`<p class="notice warn" role="alert">${document.gone}</p>`}
${pieces.some(({ uncertain }) => uncertain) && legend(page)}
<article class="reader" aria-label="${directive.isDigest ? document.digestText : document.text}" lang="vi" dir="auto">
${blocks.map((block) => paragraph(page, block, firstMarked))}
</article>`,
  );
}

function head({ messages }: PageContext, directive: Directive): Html {
  const { document } = messages;
  const { kind, number, issuer, issuedOn, status, successor, isDigest } = directive;
  const facts: readonly (readonly [string, Html | string | null])[] = [
    [document.kind, number === null ? kind : null],
    [document.issuer, issuer],
    [document.issuedOn, issuedOn && printedDate(issuedOn)],
    [document.source, sourceLine(directive.source)],
  ];
  return html`<dl class="facts">${facts
    .filter(([, value]) => value)
    .map(([name, value]) => html`<div><dt>${name}</dt><dd lang="vi">${value}</dd></div>`)}</dl>
${status === "superseded" && html`<p class="notice warn">${document.supersededNote(successor)}</p>`}
${status === "replacement-ordered" && html`<p class="notice warn">${document.replacementOrderedNote}</p>`}
${isDigest && html`<p class="notice">${document.digestNote}</p>`}`;
}

function legend(page: PageContext): Html {
  const { recognised, recognisedFigures, recognisedSamples: sample } = page.messages.document;
  return html`<p class="notice warn">${recognised} ${markedWords(page, { text: sample.words, isFigure: false })}; ${recognisedFigures} ${markedWords(page, { text: sample.figure, isFigure: true })}.</p>`;
}

function paragraph(page: PageContext, { isHeading, label, pieces }: Block, firstMarked: Piece | undefined): Html {
  const content = pieces.map((piece) => show(page, piece, piece === firstMarked));
  const isItem = /^\s*[-–+•]\s/.test(pieces[0]?.text ?? "");
  return html`${label && html`<p class="path">${label.join(" › ")}</p>`}${isHeading ? html`<h2>${content}</h2>` : html`<p${isItem ? html` class="item"` : ""}>${content}</p>`}
`;
}

function show(page: PageContext, { text, isMarked, uncertain, passageIds }: Piece, isFirstMarked: boolean): Html {
  const anchors = passageIds.map((id) => html`<a id="p-${id}"></a>`);
  const shown = uncertain ? markedWords(page, { ...uncertain, text }) : text;
  if (!isMarked) return html`${anchors}${shown}`;
  return html`${anchors}<mark${isFirstMarked ? html` id="here"` : ""}>${shown}</mark>`;
}
