import { findReferences } from "../citation/find.ts";
import type { KnownDocument } from "../citation/resolve.ts";
import type { ScoredPassage, Span } from "../core/passage.ts";
import { agrees } from "../core/reference.ts";
import { sentences } from "../core/sentences.ts";
import { fold, tokenise } from "../core/text.ts";
import { type Figure, findFigures } from "./figures.ts";
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
      const dateless = question.kind === "date" ? passage.text : passage.text.replace(FULL_DATE, " ");
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
          const fits = fitsKind(question, text, subject);
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
    Number(fitsKind(question, text, subject)) +
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

/** How much of a document's title a sentence repeats: the one that does says what the document is about. */
function titleShare(text: string, title: string): number {
  return longestRun(words(title), words(text)) / Math.max(words(title).length, 1);
}

function words(text: string): string[] {
  return tokenise(text).map((token) => token.text);
}

/** Syllables between single spaces, spaces at both ends, in the strength that the question allows. */
function formOf({ plain }: Pick<ReadQuestion, "plain">, text: string): string {
  return ` ${words(plain ? fold(text) : text).join(" ")} `;
}

/** Longest run of syllables that question and text have in common, as a share of the question: 0–1. */
function sharedRun({ syllables }: ReadQuestion, form: string): number {
  const longest = longestRun(syllables, form.trim().split(" "));
  // One syllable in common is no run.
  return longest < 2 ? 0 : longest / syllables.length;
}

/** Share of all its syllables, those without a meaning of their own included: they tell how a thing is said. */
function sharedSyllables({ syllables }: ReadQuestion, form: string): number {
  const text = new Set(form.split(" "));
  return syllables.filter((syllable) => text.has(syllable)).length / Math.max(syllables.length, 1);
}

function longestRun(a: readonly string[], b: readonly string[]): number {
  let longest = 0;
  let row: number[] = [];
  for (const syllable of b) {
    const next: number[] = [];
    for (const [at, other] of a.entries()) {
      if (syllable !== other) continue;
      next[at + 1] = (row[at] ?? 0) + 1;
      longest = Math.max(longest, next[at + 1] ?? 0);
    }
    row = next;
  }
  return longest;
}

/** Whole syllables only: "an" is not in "ban". `form` is as `formOf` makes it. */
function hasTerm(form: string, term: string): boolean {
  return form.includes(` ${term} `);
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

// A date within a passage is no word about that year: "Nghị quyết … ngày 26/4/2021" tells nothing of 2021.
const FULL_DATE = /\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}/g;
const DATE = /\b\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}\b|ngày \d{1,2} tháng|tháng \d{1,2}|năm \d{4}|\d{1,2}-\d{4}/iu;
const WHO = /đồng chí|Bộ Chính trị|Ban Bí thư|Ban Thường vụ|Ban Chấp hành|cấp ủy|Tỉnh ủy|Đảng ủy|Ban [\p{Lu}]/u;

function fitsKind({ kind, text: asked }: ReadQuestion, text: string, subject: KnownDocument | undefined): boolean {
  const known = new Set(findFigures(asked).map((figure) => figure.text));
  switch (kind) {
    case "number":
      return findFigures(text).some(
        (figure) =>
          !known.has(figure.text) &&
          figure.start > 0 &&
          (ORDINAL.test(fold(asked)) || /^\d[\d.,]*(?:\/\d+)?%?$/.test(figure.text)) &&
          !isYear(text, figure),
      );
    case "date":
      return subject ? isDated(text, subject) : DATE.test(text);
    case "document": {
      const named = new Set(findReferences(asked).map(({ reference }) => reference.serial));
      return findReferences(text).some(({ reference }) => !named.has(reference.serial));
    }
    case "who":
      return WHO.test(text);
    case "list":
      return /:\s*$/.test(text) || /(?:gồm|như sau|sau đây)/u.test(text) || (text.match(/[,;]/g)?.length ?? 0) >= 3;
    case "status":
      return /thay thế|hiệu lực|bãi bỏ/u.test(text);
    case "about":
    case "open":
      return false;
  }
}

// Congresses, terms and prizes are counted in Roman numerals.
const ORDINAL = /\b(?:thu|khoa|lan) may\b/;

/** Whether a date of the sentence can be the subject's: dates that belong to other documents are none. */
function isDated(text: string, { reference }: KnownDocument): boolean {
  const others = findReferences(text).filter((found) => !agrees(found.reference, reference));
  const foreign = others.filter((found) => found.reference.issuedOn !== null).length;
  return DATE.test(text) && (text.match(FULL_DATE)?.length ?? foreign + 1) > foreign;
}

function isYear(text: string, { start, text: printed }: Figure): boolean {
  return /^(?:19|20)\d\d$/.test(printed) && /(?:năm|-|–)\s*$/iu.test(text.slice(Math.max(0, start - 6), start));
}

/** "Bao nhiêu quần chúng" is answered by a figure that stands right before the thing counted: "269 quần chúng". */
function isCounted({ counted }: ReadQuestion, text: string): boolean {
  if (!counted) return false;
  return new RegExp(`\\d[\\d.,]*\\s*(?:[\\p{L}]+\\s+){0,2}${counted}`, "u").test(fold(text));
}
