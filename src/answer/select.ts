import { type FoundReference, findReferences } from "../citation/find.ts";
import type { KnownDocument } from "../citation/resolve.ts";
import type { ScoredPassage, Span } from "../core/passage.ts";
import type { Retrieval } from "../core/ports.ts";
import { agrees } from "../core/reference.ts";
import { sentences } from "../core/sentences.ts";
import { fold } from "../core/text.ts";
import { formOf, hasTerm, sharedRun, sharedSyllables, termsOf, titleShare } from "./compare.ts";
import { isCounted } from "./counted.ts";
import { coverageOf, sumOf, supportOf } from "./coverage.ts";
import { fitsKind } from "./fits.ts";
import { yearsIn } from "./musts.ts";
import { formsOfPeriod, periodsIn } from "./periods.ts";
import type { ReadQuestion } from "./read-question.ts";
import { askedOfReplacement, tellsOfSuccessor } from "./replaced.ts";

/** A sentence that may answer, with what speaks for it. */
export interface Evidence {
  readonly hit: ScoredPassage;
  /** In the directive's text. */
  readonly span: Span;
  readonly text: string;
  /** Sum of what speaks for it; comparable within one question. */
  readonly score: number;
  /** How likely it is, by what its passage and its document have of the question, that the library answers: 0–1. */
  readonly support: number;
  /** Names and years of the question that neither the passage nor its document has. */
  readonly missing: readonly string[];
  /** Whether it has what the kind of question asks for: a figure, a date, a document … */
  readonly fits: boolean;
  /** Whether a figure in it counts what is asked for. */
  readonly counts: boolean;
}

// What each sign adds to the log-odds that a sentence is the answer (docs/decisions/0014).
const WEIGHT = {
  own: 4,
  context: 3,
  said: 5,
  any: 5,
  fits: 1.1,
  rank: 6,
  // What the questions of that decision do not have, set by hand on those about directives.
  counted: 1.2,
  named: 2.4,
  titled: 1.2,
  about: 4.8,
  issue: 4,
  recent: 1.5,
};
// Few words of an English question can stand in a Vietnamese text, so its meaning must tell.
const NEAR = { vi: 1.6, en: 4 };

/** Sentences of the passages, likeliest answer first; those that name the `subject` are preferred. */
export function selectSentences(
  question: ReadQuestion,
  hits: readonly ScoredPassage[],
  {
    subject,
    scale,
    recent = [],
  }: {
    readonly subject: KnownDocument | undefined;
    readonly scale?: Retrieval["scale"];
    readonly recent?: readonly string[] | undefined;
  },
): Evidence[] {
  const similarities = hits.flatMap((hit) => hit.near.map((part) => part.similarity));
  const [low, high] = [Math.min(...similarities), Math.max(...similarities)];
  const best = hits[0]?.score || 1;
  const asksBefore = askedOfReplacement(question.text) === "before";
  return hits
    .flatMap((hit) => {
      const { passage, directive } = hit;
      const coverage = coverageOf(question, hit);
      const isRecent = Number(recent.includes(passage.id));
      return sentences(passage.text)
        .filter((local) => !(asksBefore && tellsOfSuccessor(passage.text.slice(local.start, local.end))))
        .filter((local) => !isAboutAnother(question, passage.text.slice(local.start, local.end), subject))
        .filter((local) => !isIdle(passage.text, local, hit) && !isOfOtherTime(question, passage.text, local))
        .map((local): Evidence => {
          const text = passage.text.slice(local.start, local.end);
          const span = { start: passage.span.start + local.start, end: passage.span.start + local.end };
          const terms = termsOf(question, text);
          const own = question.shareOf((term) => terms.has(term));
          const similar = hit.near.filter((part) => overlaps(part.span, span)).map((part) => part.similarity - low);
          const isStated = question.asksOfIssue && statesIssue(question, text, hit, subject);
          const fits = question.asksOfIssue ? isStated : fitsKind(question, text, hit, subject);
          const counted = Number(isCounted(question, text));
          const said = question.saidOf((pair) => terms.has(pair));
          const score = sumOf(WEIGHT, {
            own,
            context: coverage.covered - own,
            said,
            any: sharedSyllables(question, terms),
            fits: Number(fits),
            rank: hit.score / best,
            counted,
            recent: isRecent,
            ...namedIn(text, span, hit, subject),
            issue: Number(isStated),
            about: question.kind === "about" ? titleShare(text, directive.title) : 0,
          });
          const near = high > low ? Math.max(0, ...similar) / (high - low) : 0;
          const support = supportOf(question, coverage, {
            own: question.saidBesideOf((pair) => terms.has(pair)),
            near: nearness(high, scale),
            counted: question.counted === null && question.kind !== "number" ? 1 : counted,
            subject: Number(subject !== undefined),
            recent: isRecent,
          });
          return {
            hit,
            span,
            text,
            score: score + NEAR[question.textLanguage] * near,
            support: isStated ? 1 : support,
            missing: coverage.missing,
            fits,
            counts: counted === 1,
          };
        });
    })
    .sort((a, b) => b.score - a.score);
}

// As of most answers.
const USUALLY_NEAR = 0.6;

/** Where the nearest part lies on the model's scale: 0 is foreign, 1 is about the same thing. */
function nearness(high: number, scale: Retrieval["scale"]): number {
  if (!scale || !Number.isFinite(high)) return USUALLY_NEAR;
  return (high - scale[0]) / (scale[1] - scale[0]);
}

/** How much a part of a sentence matters, to cut a long one to its clauses. */
export function relevanceOf(
  question: ReadQuestion,
  text: string,
  hit: ScoredPassage,
  subject: KnownDocument | undefined,
): number {
  const own = formOf(question, text);
  const mention = subject?.mentions.find(({ passageId }) => passageId === hit.passage.id);
  const printed = mention
    ? hit.passage.text.slice(mention.span.start - hit.passage.span.start, mention.span.end - hit.passage.span.start)
    : "";
  const title = mention?.reference.title ?? "";
  return (
    question.shareOf((term) => hasTerm(own, term)) +
    Number(fitsKind(question, text, hit, subject)) +
    Number(isCounted(question, text)) +
    sharedRun(question, own) +
    Number(printed !== "" && text.includes(printed)) +
    Number(title !== "" && text.includes(title))
  );
}

/** A sentence that names the document asked about speaks of it; one that gives its title says what it is about. */
function namedIn(text: string, span: Span, hit: ScoredPassage, subject: KnownDocument | undefined) {
  const named = subject?.mentions.filter(
    (mention) => mention.passageId === hit.passage.id && overlaps(mention.span, span),
  );
  const titled = named?.some(({ reference }) => reference.title !== null && text.includes(reference.title));
  return { named: Number(named !== undefined && named.length > 0), titled: Number(titled ?? false) };
}

/** Whether a sentence that names the document says when, or by whom, it was issued. */
function statesIssue(
  { kind }: ReadQuestion,
  text: string,
  { directive }: ScoredPassage,
  subject: KnownDocument | undefined,
): boolean {
  if (subject === undefined) return false;
  const fact = kind === "date" ? "issuedOn" : "issuer";
  const isOwn = subject.held.some(({ id }) => id === directive.id);
  const named = findReferences(text).filter(({ reference }) => agrees(reference, subject.reference));
  return (
    named.some(({ reference }) => reference[fact] !== null) ||
    // "Quy định này do Ban Bí thư ban hành."
    (isOwn && named.length === 0 && directive.issuer !== null && fact === "issuer" && text.includes(directive.issuer))
  );
}

/**
 * Whether a sentence begins with another document than the one asked about, which it does not name. Who signed that
 * other one is told wherever it is named.
 */
function isAboutAnother({ kind, asksPerson }: ReadQuestion, text: string, subject: KnownDocument | undefined): boolean {
  if (subject === undefined || kind === "document" || kind === "status") return false;
  const isSubject = ({ reference }: FoundReference) => agrees(reference, subject.reference);
  // Most name none, which is known sooner.
  const referencesIn = (part: string) => (/\d/.test(part) ? findReferences(part) : []);
  if (asksPerson) {
    const named = referencesIn(text);
    return named.length > 0 && !named.some(isSubject);
  }
  const [first] = referencesIn(text.slice(0, 100));
  const isFirst = first !== undefined && !/[\p{L}\p{N}]/u.test(text.slice(0, first.span.start));
  return isFirst && !isSubject(first) && !findReferences(text).some(isSubject);
}

/** What answers nothing: a heading, and a digest's word about itself ("Bản tóm lược này không ghi …"). */
function isIdle(text: string, { start, end }: Span, { passage, directive }: ScoredPassage): boolean {
  const sentence = text.slice(start, end);
  return (
    passage.path.includes(sentence) ||
    HEADING.test(sentence) ||
    (directive.isDigest && /^[-–\s]*Bản tóm lược/u.test(sentence))
  );
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether it speaks of years, or of months or quarters, and none of them is one that was asked about. */
function isOfOtherTime({ years, periods, kind }: ReadQuestion, text: string, { start, end }: Span): boolean {
  if (kind === "date") return false;
  const sentence = text.slice(start, end);
  const said = years.length > 0 ? yearsIn(sentence) : [];
  if (said.length > 0 && !said.some((year) => years.includes(year))) return true;
  if (periods.length === 0 || periodsIn(sentence).length === 0) return false;
  const folded = fold(sentence);
  return !periods.some((period) => formsOfPeriod(period)?.test(folded));
}

// "Điều 2. Nhiệm vụ của đảng viên": named by its number, and without the mark that ends a sentence.
const HEADING = /^(?:Điều|Chương|Mục|Phần) [\dIVXLC]+[.:]? [^.;:!?]*$/u;
