import type { KnownDocument } from "../citation/resolve.ts";
import type { ScoredPassage, Span } from "../core/passage.ts";
import { sentences } from "../core/sentences.ts";
import { fold } from "../core/text.ts";
import { formOf, hasTerm, sharedRun, sharedSyllables, titleShare, words } from "./compare.ts";
import { fitsKind, isCounted } from "./fits.ts";
import type { ReadQuestion } from "./read-question.ts";

/** A sentence that may answer, with what speaks for it. */
export interface Evidence {
  readonly hit: ScoredPassage;
  /** In the directive's text. */
  readonly span: Span;
  readonly text: string;
  /** Sum of what speaks for it; comparable within one question. */
  readonly score: number;
  /** Share of the question's content, by weight, that the sentence, its passage or its title has: 0–1. */
  readonly support: number;
  /** Names and years of the question that neither the passage nor its document has. */
  readonly missing: readonly string[];
  /** Whether it has what the kind of question asks for: a figure, a date, a document … */
  readonly fits: boolean;
  /** Whether a figure stands before the thing counted, or nothing was to be counted. */
  readonly counts: boolean;
}

// How much each sign counts beside the sentence's own share of the question's content; set on the development
// questions as a whole (docs/decisions/0008).
const WEIGHT = {
  passageShare: 0.3,
  contextShare: 0.2,
  fit: 0.4,
  counted: 0.2,
  run: 0.7,
  any: 0.3,
  rank: 0.3,
  named: 0.6,
  title: 0.3,
  about: 0.8,
};
// Few words of an English question can stand in a Vietnamese text, so its meaning must tell.
const BY_LANGUAGE = { vi: { own: 1, near: 0.5 }, en: { own: 0.3, near: 1.2 } };

/** Sentences of the passages, likeliest answer first; those that name the `subject` are preferred. */
export function selectSentences(
  question: ReadQuestion,
  hits: readonly ScoredPassage[],
  subject: KnownDocument | undefined,
): Evidence[] {
  const similarities = hits.flatMap((hit) => hit.near.map((part) => part.similarity));
  const [low, high] = [Math.min(...similarities), Math.max(...similarities)];
  const best = hits[0]?.score || 1;
  const { own: ownWeight, near: nearWeight } = BY_LANGUAGE[question.textLanguage];
  return hits
    .flatMap((hit) => {
      const { passage, directive } = hit;
      const { title, number, issuer, issuedOn, source } = directive;
      const context = [title, number, ...passage.path, issuer, issuedOn, source?.title].join(" ");
      const inPassage = formOf(question, passage.text);
      const inContext = formOf(question, context);
      const dateless = question.kind === "date" ? passage.text : passage.text.replace(PASSING_YEAR, " ");
      const speaksOf = formOf({ plain: true }, `${dateless} ${context}`);
      const missing = question.musts.filter((must) => !hasTerm(speaksOf, words(fold(must)).join(" ")));
      return sentences(passage.text)
        .filter((local) => !isIdle(passage.text, local, hit))
        .map((local): Evidence => {
          const text = passage.text.slice(local.start, local.end);
          const span = { start: passage.span.start + local.start, end: passage.span.start + local.end };
          const own = formOf(question, text);
          const inSentence = question.shareOf((term) => hasTerm(own, term));
          const withPassage = question.shareOf((term) => hasTerm(inPassage, term));
          const support = question.shareOf((term) => hasTerm(inPassage, term) || hasTerm(inContext, term));
          const near = Math.max(
            0,
            ...hit.near.filter((part) => overlaps(part.span, span)).map((part) => part.similarity - low),
          );
          const fits = fitsKind(question, text, hit, subject);
          const counted = isCounted(question, text);
          const score =
            ownWeight * inSentence +
            WEIGHT.passageShare * (withPassage - inSentence) +
            WEIGHT.contextShare * (support - withPassage) +
            WEIGHT.run * sharedRun(question, own) +
            WEIGHT.any * sharedSyllables(question, own) +
            nearWeight * (high > low ? near / (high - low) : 0) +
            WEIGHT.fit * Number(fits) +
            WEIGHT.counted * Number(counted) +
            namedIn(text, span, hit, subject) +
            (question.kind === "about" ? WEIGHT.about * titleShare(text, directive.title) : 0) +
            WEIGHT.rank * (hit.score / best);
          return { hit, span, text, score, support, missing, fits, counts: counted || question.counted === null };
        });
    })
    .sort((a, b) => b.score - a.score);
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
function namedIn(text: string, span: Span, hit: ScoredPassage, subject: KnownDocument | undefined): number {
  const named = subject?.mentions.filter(
    (mention) => mention.passageId === hit.passage.id && overlaps(mention.span, span),
  );
  if (!named || named.length === 0) return 0;
  const titled = named.some(({ reference }) => reference.title !== null && text.includes(reference.title));
  return WEIGHT.named + (titled ? WEIGHT.title : 0);
}

/** What answers nothing: a heading, and a digest's word about itself ("Bản tóm lược này không ghi …"). */
function isIdle(text: string, { start, end }: Span, { passage, directive }: ScoredPassage): boolean {
  const sentence = text.slice(start, end);
  return passage.path.includes(sentence) || (directive.isDigest && /^[-–\s]*Bản tóm lược/u.test(sentence));
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

// Neither a date nor a period in a passage is a word about that year: "Nghị quyết … ngày 26/4/2021" tells nothing of 2021.
const PASSING_YEAR = /\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|\d{4}\s?[-–]\s?\d{4}/g;
