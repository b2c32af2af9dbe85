import { formatCitation } from "../citation/format.ts";
import type { KnownDocument } from "../citation/resolve.ts";
import type { ScoredPassage } from "../core/passage.ts";
import type { Retrieval } from "../core/ports.ts";
import { findDiffering } from "./differing.ts";
import { type WholeDocument, wholeList } from "./list.ts";
import { PHRASES } from "./phrases.ts";
import { excerptOf, openingOf, quoteSpan } from "./quote.ts";
import type { ReadQuestion } from "./read-question.ts";
import { type Evidence, relevanceOf, selectSentences } from "./select.ts";
import { nameOf } from "./subjects.ts";
import { type Draft, toCitations, unsupported, type VerifiedQuote, verifyQuote } from "./verify.ts";

/** Why the sentences found do not answer. */
export interface Shortfall {
  readonly shortfall: "no-passage" | "not-covered";
  /** Names and years of the question that nothing found speaks of. */
  readonly missing: readonly string[];
}

/** A draft; `layout` where several documents stand in it side by side: each that was asked about, or some that differ. */
export interface Extracted extends Draft {
  readonly layout?: "asked" | "differing";
}

const MAX_QUOTES = 3;
// A further sentence may be that much less likely, as a difference of log-odds (docs/decisions/0014).
const NEARLY = 4.6;
// The same for a sentence whose list would stand in the place of all others.
const NEARLY_LEADING = 3.6;

export interface ExtractOptions {
  readonly subject: KnownDocument | undefined;
  readonly scale: Retrieval["scale"];
  /** IDs of the passages that the answer before quoted, where the question follows on. */
  readonly recent?: readonly string[];
  readonly minSupport: number;
  readonly documentOf: (directiveId: string) => Promise<WholeDocument | undefined>;
  /** Sentences at most, a list left aside. */
  readonly most?: number;
  /** Whether the answer stands under the document's name. */
  readonly isHeaded?: boolean;
}

/** The sentences that answer, quoted word for word; no language model. */
export async function extract(
  question: ReadQuestion,
  hits: readonly ScoredPassage[],
  options: ExtractOptions,
): Promise<Extracted | Shortfall> {
  const { subject, scale, recent, minSupport, most = MAX_QUOTES } = options;
  const asksOfIt = subject !== undefined && (question.namesDocument || question.demandsFit);
  if (!question.hasContent && !asksOfIt) return { shortfall: "no-passage", missing: [] };
  const ranked = selectSentences(question, hits, { subject, scale, recent });
  const covered = ranked.filter((evidence) => evidence.missing.length === 0);
  const [first] = ranked;
  if (!first) return { shortfall: "no-passage", missing: [] };
  if (covered.length === 0) return { shortfall: "not-covered", missing: first.missing };
  const fitting = covered.filter(
    (evidence) => evidence.fits || !question.demandsFit || (question.asksSeveral && announces(evidence)),
  );
  const likely = countingOf(question, fitting);
  const announced = await listOf(
    question,
    likely.filter((evidence) => isOwnList(evidence, subject)),
    options.documentOf,
  );
  // A lead-in without the list it leads to says nothing.
  const answering = announced ? likely : likely.filter((evidence) => !announces(evidence));
  const [best] = answering;
  const chosen = best
    ? distinct(answering.filter((evidence) => isWorthAdding(question, evidence, best))).slice(0, most)
    : [];
  // "Quy định 213 nói về gì?", "Quy định 213 gồm gì?"
  const asksOfWhole =
    question.kind === "about" ||
    (question.namesDocument && question.textLanguage === "vi" && !question.hasContent && !question.demandsFit);
  const needed = subject !== undefined && asksOfWhole ? 0 : minSupport;
  if (!best || best.support < needed) return { shortfall: "not-covered", missing: [] };

  const differing = subject || announced ? undefined : findDiffering(question, best, fitting);
  const placed = differing && placeDiffering(question, differing);
  if (placed) return placed;
  const quotes = announced ?? chosen.flatMap((evidence) => quoteOf(question, evidence, subject) ?? []);
  const draft = toCitations(compose(question, quotes, { ...options, isList: announced !== undefined }), quotes);
  return draft ?? { shortfall: "not-covered", missing: [] };
}

/** Where a sentence counts what is asked for, the figures of others count something else. */
function countingOf(question: ReadQuestion, fitting: readonly Evidence[]): readonly Evidence[] {
  const counting = question.kind === "number" ? fitting.filter(({ counts }) => counts) : [];
  return counting.length > 0 ? counting : fitting;
}

/** Each document with its sentence, under its name. */
function placeDiffering(question: ReadQuestion, evidences: readonly Evidence[]): Extracted | undefined {
  const phrases = PHRASES[question.language];
  const placed = evidences.flatMap((evidence) => {
    const quote = quoteOf(question, evidence, undefined);
    return quote ? [{ quote, name: formatCitation(evidence.hit.directive) }] : [];
  });
  const lines = placed.map(({ quote, name }, at) => {
    const digest = quote.directive.isDigest ? ` (${phrases.digestOnly})` : "";
    const matters = (text: string) => relevanceOf(question, text, { ...quote, score: 0, near: [] }, undefined);
    return `▪ ${name}${digest}:\n“${excerptOf(quote.quote, matters)}” [${at + 1}]`;
  });
  const quotes = placed.map(({ quote }) => quote);
  const draft = placed.length > 1 ? toCitations([phrases.differing, ...lines].join("\n"), quotes) : undefined;
  return draft && { ...draft, layout: "differing" };
}

/** A figure, a date or a name is one answer: only another document may confirm or contradict it. */
function isWorthAdding(question: ReadQuestion, evidence: Evidence, best: Evidence): boolean {
  if (evidence === best) return true;
  const isOther = evidence.hit.directive.id !== best.hit.directive.id;
  return evidence.score >= best.score - NEARLY && (isOther || question.asksSeveral || !question.demandsFit);
}

/** A question for a list gets the whole list of the likeliest sentences, a lead-in is never quoted without what it leads to. */
async function listOf(
  question: ReadQuestion,
  likely: readonly Evidence[],
  documentOf: (directiveId: string) => Promise<WholeDocument | undefined>,
): Promise<VerifiedQuote[] | undefined> {
  const [best] = likely;
  if (!best || (question.kind !== "list" && !announces(best))) return undefined;
  const near = likely.filter(({ score }) => score >= best.score - NEARLY_LEADING).slice(0, MAX_QUOTES);
  const leads = question.kind === "list" ? near.filter((evidence) => evidence === best || announces(evidence)) : [best];
  for (const { hit, span } of leads) {
    const document = await documentOf(hit.directive.id);
    const list = document && wholeList(document, span);
    if (list) return list;
  }
  return undefined;
}

/** Of a document whose text is not held, a list is what a sentence announces that names it; else it is somebody else's. */
function isOwnList(evidence: Evidence, subject: KnownDocument | undefined): boolean {
  if (subject === undefined || subject.held.length > 0) return true;
  const { hit, span } = evidence;
  const named = subject.mentions.filter(({ passageId }) => passageId === hit.passage.id);
  return announces(evidence) && named.some((place) => span.start <= place.span.start && place.span.end <= span.end);
}

function announces({ text }: Evidence): boolean {
  return text.trimEnd().endsWith(":");
}

function quoteOf(
  question: ReadQuestion,
  evidence: Evidence,
  subject: KnownDocument | undefined,
): VerifiedQuote | undefined {
  const span = quoteSpan(evidence, (text) => relevanceOf(question, text, evidence.hit, subject));
  const { passage } = evidence.hit;
  return verifyQuote(passage.text.slice(span.start - passage.span.start, span.end - passage.span.start), [
    evidence.hit,
  ]);
}

/** Lead and quotes. The lead may name a document only with figures that stand in a quote. */
function compose(
  question: ReadQuestion,
  quotes: readonly VerifiedQuote[],
  { subject, isList, isHeaded }: Pick<ExtractOptions, "subject" | "isHeaded"> & { readonly isList: boolean },
): string {
  const phrases = PHRASES[question.language];
  const lines = quotes.map((quote, at) => {
    const hit = { ...quote, score: 0, near: [] };
    const matters = (text: string) => relevanceOf(question, text, hit, subject);
    // A list of one quote is shown whole, one of many by how each item begins.
    if (isList)
      return `“${quotes.length === 1 ? quote.quote.replace(/\n+/g, "\n") : openingOf(quote.quote)}” [${at + 1}]`;
    return `“${excerptOf(quote.quote, matters)}” [${at + 1}]`;
  });
  const [source] = quotes;
  const named = subject ? nameOf(subject.reference) : "";
  const isShown = named !== "" && !isHeaded && unsupported(named, quotes).length === 0;
  const name = isShown ? named : phrases.thisDocument;
  const lead =
    subject && subject.held.length === 0
      ? phrases.onlyMentioned(name)
      : source?.directive.isDigest
        ? phrases.digest(subject?.held.some(({ id }) => id === source.directive.id) ? name : undefined)
        : "";
  return [lead, ...lines].filter(Boolean).join("\n");
}

/** One sentence each: two sources that say the same thing in the same words are one. */
function distinct(evidences: readonly Evidence[]): Evidence[] {
  const seen = new Set<string>();
  return evidences.filter(({ text }) => {
    const key = text.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
