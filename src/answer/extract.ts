import type { KnownDocument } from "../citation/resolve.ts";
import type { ScoredPassage } from "../core/passage.ts";
import type { Draft } from "./generate.ts";
import { PHRASES } from "./phrases.ts";
import { excerptOf, quoteSpan } from "./quote.ts";
import type { ReadQuestion } from "./read-question.ts";
import { type Evidence, selectSentences, valueOf } from "./select.ts";
import { toCitations, unsupported, type VerifiedQuote, verifyQuote } from "./verify.ts";

/** Why the sentences found do not answer. */
export interface Shortfall {
  readonly shortfall: "no-passage" | "not-covered";
  /** Names and years of the question that nothing found speaks of. */
  readonly missing: readonly string[];
}

const MAX_QUOTES = 3;
// A further sentence must be nearly as good as the first.
const NEARLY = 0.85;

/** The sentences that answer, quoted word for word; no language model. */
export function extract(
  question: ReadQuestion,
  hits: readonly ScoredPassage[],
  options: { readonly subject: KnownDocument | undefined; readonly minSupport: number },
): Draft | Shortfall {
  const { subject, minSupport } = options;
  const ranked = selectSentences(question, hits, subject);
  const covered = ranked.filter((evidence) => evidence.missing.length === 0);
  const [first] = ranked;
  if (!first) return { shortfall: "no-passage", missing: [] };
  if (covered.length === 0) return { shortfall: "not-covered", missing: first.missing };
  const answering = covered.filter((evidence) => evidence.fits || !question.demandsFit);
  const [best] = answering;
  if (!best || best.support < minSupport) return { shortfall: "not-covered", missing: [] };

  const quotes = distinct(answering.filter((evidence) => evidence.score >= NEARLY * best.score))
    .slice(0, MAX_QUOTES)
    .flatMap((evidence) => quoteOf(question, evidence, subject) ?? []);
  const draft = toCitations(compose(question, quotes, subject), quotes);
  return draft ?? { shortfall: "not-covered", missing: [] };
}

function quoteOf(question: ReadQuestion, evidence: Evidence, subject: KnownDocument | undefined): VerifiedQuote | undefined {
  const span = quoteSpan(evidence, (text) => valueOf(question, text, evidence.hit, subject));
  const { passage } = evidence.hit;
  return verifyQuote(passage.text.slice(span.start - passage.span.start, span.end - passage.span.start), [evidence.hit]);
}

/** Lead and quotes. The lead may name a document only with figures that stand in a quote. */
function compose(question: ReadQuestion, quotes: readonly VerifiedQuote[], subject: KnownDocument | undefined): string {
  const phrases = PHRASES[question.language];
  const lines = quotes.map((quote, at) => {
    const hit = { ...quote, score: 0, near: [] };
    return `“${excerptOf(quote.quote, (text) => valueOf(question, text, hit, subject))}” [${at + 1}]`;
  });
  const [source] = quotes;
  const named = subject ? `${subject.reference.kind ?? ""} ${subject.reference.number ?? subject.reference.serial}`.trim() : "";
  const name = named && unsupported(named, quotes).length === 0 ? named : question.language === "vi" ? "văn bản này" : "this document";
  const lead = subject && subject.held.length === 0
    ? phrases.onlyMentioned(name)
    : source?.directive.isDigest
      ? phrases.digest(subject ? name : "")
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
