import { formatCitation } from "../citation/format.ts";
import type { Citation, Language } from "../core/answer.ts";
import type { PassageStore, Retriever } from "../core/ports.ts";
import type { Query } from "../core/query.ts";
import type { Extracted, Shortfall } from "./extract.ts";
import { extractFirst } from "./extract-first.ts";
import { PHRASES } from "./phrases.ts";
import { readQuestion } from "./read-question.ts";
import { aboutOf, type Side } from "./sides.ts";
import { RETRIEVED, sourcesFor } from "./sources.ts";
import { toCitations, unsupported } from "./verify.ts";
import { statusAnswer, withWarning } from "./warnings.ts";

interface Parts {
  readonly store: PassageStore;
  readonly retriever: Pick<Retriever, "read" | "retrieve">;
  readonly minSupport: number;
  /** In the library. */
  readonly passages: number;
  readonly language: Language;
  readonly signal: AbortSignal | undefined;
}

/** What stands under a document's name; without citations where the library has nothing to show. */
interface Column {
  readonly text: string;
  readonly citations: readonly Citation[];
}

// So many sentences of each document can be looked over side by side.
const FEW = 2;
const MANY_DOCUMENTS = 3;

/**
 * What the library has of each document on the question, in the order asked and under its name; in what they differ is
 * left to the reader. Where it has that of none of them, why; `undefined` where one and the same place speaks of all.
 */
export async function answerSideBySide(
  sides: readonly Side[],
  parts: Parts,
): Promise<Extracted | Shortfall | undefined> {
  const most = sides.length > MANY_DOCUMENTS ? 1 : FEW;
  const columns = await Promise.all(sides.map(async (side) => ({ side, column: await columnOf(side, most, parts) })));
  const isAnswered = columns.some(({ column }) => "citations" in column && column.citations.length > 0);
  const short = columns.flatMap(({ column }) => ("shortfall" in column ? [column] : []));
  if (!isAnswered) return short[0] ?? { shortfall: "not-covered", missing: [] };
  if (columns.every(({ column }) => placesOf(column) === placesOf(columns[0]?.column))) return undefined;
  const filled = columns.map(async ({ side, column }) => ({
    side,
    column: "shortfall" in column ? await titleOf(side, parts) : column,
  }));
  return placed(await Promise.all(filled)) ?? { shortfall: "not-covered", missing: [] };
}

async function columnOf(side: Side, most: number, parts: Parts): Promise<Column | Shortfall> {
  const { known } = side;
  const { store, language, passages, minSupport, retriever, signal } = parts;
  const phrases = PHRASES[language];
  if (!known) return { text: phrases.unknownAmong, citations: [] };
  const query = await readAbout(side, retriever);
  const question = { ...(await readQuestion(query, { store, passages })), language };
  if (question.kind === "status") {
    const status = await statusAnswer(known, { store, language });
    if (status === "no-doubt") return { text: phrases.noDoubt(phrases.thisDocument), citations: [] };
    if (status) return status;
  }
  const { hits, scale } = await retriever.retrieve(query, RETRIEVED, signal);
  const draft = await extractFirst(question, sourcesFor([known], hits), {
    subject: known,
    scale,
    minSupport,
    store,
    most,
    isHeaded: true,
  });
  return "citations" in draft ? withWarning(draft, known, { store, language }) : draft;
}

/** What the document is about, under a word that more is not here. */
async function titleOf(side: Side, parts: Parts): Promise<Column> {
  const phrases = PHRASES[parts.language];
  const about = side.isAbout ? undefined : await columnOf(aboutOf(side, parts.language), 1, parts);
  if (!about || !("citations" in about)) return { text: phrases.saysNothing, citations: [] };
  return { ...about, text: `${phrases.saysNothing} ${phrases.saysOfIt}\n${about.text}` };
}

/** The side's question; its document stays what it was, however much of its name the question has. */
async function readAbout({ asked, name, question }: Side, { read }: Pick<Retriever, "read">): Promise<Query> {
  const query = await read(question);
  const start = query.text.indexOf(name);
  return start < 0 ? query : { ...query, named: [{ ...asked, span: { start, end: start + name.length } }] };
}

function placed(columns: readonly { readonly side: Side; readonly column: Column }[]): Extracted | undefined {
  const blocks = columns.map(({ side, column }, at) => {
    const before = columns.slice(0, at).reduce((sum, other) => sum + other.column.citations.length, 0);
    const text = column.text.replace(/\[(\d+)\]/g, (_, marker: string) => `[${Number(marker) + before}]`);
    return `▪ ${headingOf(side, column)}:\n${text}`;
  });
  const quotes = columns.flatMap(({ column }) => column.citations);
  const draft = toCitations(blocks.join("\n\n"), quotes);
  return draft && { ...draft, layout: "asked" };
}

function placesOf(column: Column | Shortfall | undefined): string {
  const citations = column && "citations" in column ? column.citations : [];
  return citations.map(({ directive, span }) => `${directive.id} ${span.start} ${span.end}`).join("; ");
}

/** The citation of a document that is held; of one that is only mentioned as far as the quotes show it. */
function headingOf({ known, name }: Side, { citations }: Column): string {
  if (!known) return name;
  const [held] = known.held;
  const citation = formatCitation(held ?? known.reference);
  return held || unsupported(citation, citations).length === 0 ? citation : name;
}
