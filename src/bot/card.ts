import { printedDate } from "../citation/dates.ts";
import { formatCitation } from "../citation/format.ts";
import type { CiteCandidate, Evidence } from "../core/cite.ts";
import { cardData } from "./card-data.ts";
import { contradictionPart, valuesShown } from "./contradiction.ts";
import { documentName } from "./document-label.ts";
import { mentioned } from "./mentioned.ts";
import type { Messages } from "./messages.ts";
import { concat, fitOne, keyboard, type Part, piece, type RenderedMessage, toMessage } from "./part.ts";
import { evidencePart, placed, type View } from "./places.ts";
import { readerButton } from "./reader-button.ts";
import { copyTextButton } from "./source-line.ts";
import { standingLine } from "./standing-line.ts";
import { oneLine, shorten } from "./text-limits.ts";

const MAX_TITLE = 500;
const MAX_NAME = 120;
const MAX_RELATIONS = 6;
const MAX_CITING = 3;
const STANDING = { quote: 600, line: 300 };

/** What the library knows of one document, in one message. */
export function renderCard(candidate: CiteCandidate, view: View): RenderedMessage {
  const parts = [
    head(candidate, view.messages),
    standing(candidate, view),
    ...candidate.contradictions.map((contradiction) => contradictionPart(contradiction, view)),
    relations(candidate, view.messages),
    citedBy(candidate, view),
  ];
  const text = fitOne(parts, piece(view.messages.lookup.cut));
  return toMessage(concat([text, buttons(candidate, view)], ""));
}

/** What has to be read from the library before the card can be shown. */
export function evidenceOnCard(candidate: CiteCandidate): Evidence[] {
  const {
    standing: { by },
    contradictions,
  } = candidate;
  const values = contradictions.flatMap(valuesShown);
  const sources = values.flatMap(({ evidence }) => evidence.slice(0, 1));
  return [...(by ? [by.evidence] : []), ...sources, ...mentioned(candidate).documents.slice(0, MAX_CITING)];
}

/** Name of the document, and how much of it the library has. */
function head({ citation, title, held, isDigest }: CiteCandidate, { lookup }: Messages): Part {
  const isNamed = title === null || oneLine(citation).includes(oneLine(title));
  const about = isNamed ? "" : shorten(oneLine(title), MAX_TITLE);
  const extent = held ? (isDigest ? lookup.digest : lookup.held) : lookup.mentioned;
  return concat([documentName(citation), piece(about), piece(extent)], "\n");
}

function standing({ standing: known }: CiteCandidate, view: View): Part {
  const line = piece(standingLine(known, view.messages));
  return known.by ? concat([line, evidencePart(known.by.evidence, view, STANDING)], "\n") : line;
}

/** Relations by what they are; the one that the standing rests on has been told. */
function relations({ relations: all, standing: { by } }: CiteCandidate, { lookup }: Messages): Part {
  const others = all.filter(({ type, number }) => !(by?.type === type && by.number === number));
  const shown = others.slice(0, MAX_RELATIONS);
  const lines = [...new Set(shown.map(({ type }) => type))].map((type) => {
    const names = shown
      .filter((relation) => relation.type === type)
      .map(({ number, issuedOn }) => {
        const date = issuedOn === null ? "" : ` (${printedDate(issuedOn)})`;
        return `${shorten(oneLine(number), MAX_NAME)}${date}`;
      });
    return piece(`• ${capital(lookup.relations[type])}: ${names.join(", ")}`);
  });
  if (lines.length === 0) return piece("");
  const more = others.length > shown.length ? lookup.moreRelations(others.length - shown.length) : "";
  return concat([piece(lookup.related), ...lines, piece(more)], "\n");
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function citedBy(candidate: CiteCandidate, { messages: { lookup }, places }: View): Part {
  const { places: passages, documents } = mentioned(candidate);
  if (passages.length === 0) return piece(lookup.citedByNone);
  const lines = documents.slice(0, MAX_CITING).flatMap(({ passageId }) => {
    const directive = places.get(passageId)?.directive;
    return directive ? [piece(`• ${shorten(oneLine(formatCitation(directive)), 2 * MAX_NAME)}`)] : [];
  });
  const others = documents.length - lines.length;
  const more = lines.length > 0 && others > 0 ? lookup.moreCiting(others) : "";
  const count = { documents: documents.length, passages: passages.length };
  return concat([piece(lookup.citedBy(count)), ...lines, piece(more)], "\n");
}

function buttons(candidate: CiteCandidate, { messages, publicUrl, places }: View): Part {
  const {
    documentId,
    access,
    isDigest,
    citation,
    standing: { by },
  } = candidate;
  const { lookup, copy } = messages;
  const label = isDigest ? lookup.openDigest : lookup.openText;
  const text = documentId === null ? [] : readerButton(label, { documentId, access }, publicUrl);
  const ground = by ? readerButton(lookup.openGround, placed(by.evidence, places), publicUrl) : [];
  const { length } = mentioned(candidate).places;
  const mentions = length > 0 ? [{ text: lookup.mentions(length), callback_data: cardData(candidate, 1) }] : [];
  return keyboard([
    [...copyTextButton(copy, citation), ...text],
    [...ground, ...mentions],
  ]);
}
