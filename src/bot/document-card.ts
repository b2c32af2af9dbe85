import { formatCitation } from "../citation/format.ts";
import type { Directive } from "../core/directive.ts";
import type { Reading } from "../core/reading.ts";
import { evidenceOnCard, renderCard } from "./card.ts";
import { documentName } from "./document-label.ts";
import type { Messages } from "./messages.ts";
import { concat, keyboard, piece, type RenderedMessage, toMessage } from "./part.ts";
import { readPlaces } from "./places.ts";
import { readerButton } from "./reader-button.ts";
import { copyTextButton, sourceWords } from "./source-line.ts";
import { oneLine, shorten } from "./text-limits.ts";

const MAX_TITLE = 500;
const MAX_SOURCE = 300;

interface View {
  readonly messages: Messages;
  readonly publicUrl: string | undefined;
}

/** The card of a document of the library; `undefined` where it is not there, or may not be read. */
export async function documentCard(
  { store, cite }: Reading,
  documentId: string,
  view: View,
): Promise<RenderedMessage | undefined> {
  const directive = await store.directive(documentId);
  if (!directive) return undefined;
  const { candidates } = directive.number === null ? { candidates: [] } : await cite(formatCitation(directive));
  const candidate = candidates.find((one) => one.documentId === documentId);
  if (!candidate) return plainCard(directive, view);
  return renderCard(candidate, { ...view, places: await readPlaces(store, evidenceOnCard(candidate)) });
}

/** Of a document without a number, which nothing else can name. */
function plainCard(directive: Directive, { messages, publicUrl }: View): RenderedMessage {
  const { lookup, copy } = messages;
  const { id, title, isDigest, source, access } = directive;
  const citation = oneLine(formatCitation(directive)) || id;
  const about = citation.includes(oneLine(title)) ? "" : shorten(oneLine(title), MAX_TITLE);
  const lines = [
    documentName(citation),
    piece(about),
    piece(isDigest ? lookup.digest : lookup.held),
    piece(source === null ? "" : shorten(oneLine(sourceWords(source, messages)), MAX_SOURCE)),
  ];
  const open = readerButton(isDigest ? lookup.openDigest : lookup.openText, { documentId: id, access }, publicUrl);
  return toMessage(concat([...lines, keyboard([[...copyTextButton(copy, citation), ...open]])], "\n"));
}
