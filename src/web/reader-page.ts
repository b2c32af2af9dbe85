import { html } from "hono/html";
import { printedDate } from "../citation/dates.ts";
import { formatCitation } from "../citation/format.ts";
import type { Standing } from "../core/cite.ts";
import type { Directive } from "../core/directive.ts";
import type { Passage, Span } from "../core/passage.ts";
import { type Html, layout } from "./layout.ts";
import type { PageContext } from "./page-context.ts";
import { type Block, type Piece, readerBlocks } from "./reader-blocks.ts";
import { lookupLink } from "./reader-link.ts";
import { sourceLine } from "./source-line.ts";
import type { Sources } from "./sources.ts";
import { standingLines } from "./standing-view.ts";
import { markedWords } from "./uncertain-view.ts";

interface Known {
  readonly passages: readonly Passage[];
  readonly mark: Span | "gone" | undefined;
  readonly standing: Standing;
  /** Of what shows the standing. */
  readonly sources: Sources;
}

/** A document with its whole text; `"gone"` when the address names a passage that the text no longer has. */
export function readerPage(
  page: PageContext,
  directive: Directive,
  { passages, mark, standing, sources }: Known,
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
${standing.status !== "unknown" && standingNotice(page, { standing, sources, successor: directive.successor })}
${directive.isDigest && html`<p class="notice">${document.digestNote}</p>`}
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
  const { kind, number, issuer, issuedOn } = directive;
  const facts: readonly (readonly [string, Html | string | null])[] = [
    [document.kind, number === null ? kind : null],
    [document.issuer, issuer],
    [document.issuedOn, issuedOn && printedDate(issuedOn)],
    [document.source, sourceLine(directive.source)],
  ];
  return html`<dl class="facts">${facts
    .filter(([, value]) => value)
    .map(([name, value]) => html`<div><dt>${name}</dt><dd lang="vi">${value}</dd></div>`)}</dl>`;
}

function standingNotice(page: PageContext, known: Parameters<typeof standingLines>[1]): Html {
  const { status } = known.standing;
  return html`<div class="notice${status === "in-force" ? "" : " warn"}">${standingLines(page, known)}
${status === "replacement-ordered" && html`<p>${page.messages.document.noReplacement}</p>`}</div>`;
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
