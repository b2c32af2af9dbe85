import { findReferences } from "../citation/find.ts";
import type { ScoredPassage, Span } from "../core/passage.ts";
import { sentences } from "../core/sentences.ts";
import { fold, matchForm, tokenise } from "../core/text.ts";
import { findFigures } from "./figures.ts";
import type { ReadQuestion } from "./read-question.ts";
import type { KnownDocument } from "../citation/resolve.ts";

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
}

// How much each sign counts beside the sentence's own share of the question's content; set on the development
// questions as a whole (docs/decisions/0008).
const WEIGHT = { passageShare: 0.3, contextShare: 0.2, near: 0.5, fit: 0.4, counted: 0.4, rank: 0.3, named: 0.6, title: 0.3 };

/** Sentences of the passages, likeliest answer first; those that name the `subject` are preferred. */
export function selectSentences(
  question: ReadQuestion,
  hits: readonly ScoredPassage[],
  subject: KnownDocument | undefined,
): Evidence[] {
  const similarities = hits.flatMap((hit) => hit.near.map((part) => part.similarity));
  const [low, high] = [Math.min(...similarities), Math.max(...similarities)];
  const best = hits[0]?.score || 1;
  return hits
    .flatMap((hit) => {
      const { passage, directive } = hit;
      const context = `${directive.title} ${directive.number ?? ""} ${passage.path.join(" ")} ${directive.issuer ?? ""} ${directive.issuedOn ?? ""} ${directive.source?.title ?? ""}`;
      const inPassage = formOf(question, passage.text);
      const inContext = formOf(question, context);
      const missing = question.musts.filter((must) => !hasTerm(fold(`${passage.text} ${context}`), fold(must)));
      return sentences(passage.text).map((local): Evidence => {
        const text = passage.text.slice(local.start, local.end);
        const span = { start: passage.span.start + local.start, end: passage.span.start + local.end };
        const own = formOf(question, text);
        const share = (matches: (term: string) => boolean) => question.shareOf(matches);
        const inSentence = share((term) => hasTerm(own, term));
        const withPassage = share((term) => hasTerm(own, term) || hasTerm(inPassage, term));
        const support = share((term) => hasTerm(own, term) || hasTerm(inPassage, term) || hasTerm(inContext, term));
        const near = Math.max(0, ...hit.near.filter((part) => overlaps(part.span, span)).map((part) => part.similarity - low));
        const fits = fitsKind(question, text);
        const score =
          inSentence +
          WEIGHT.passageShare * (withPassage - inSentence) +
          WEIGHT.contextShare * (support - withPassage) +
          WEIGHT.near * (high > low ? near / (high - low) : 0) +
          WEIGHT.fit * Number(fits) +
          WEIGHT.counted * Number(isCounted(question, text)) +
          namedIn(text, span, hit, subject) +
          WEIGHT.rank * (hit.score / best);
        return { hit, span, text, score, support, missing, fits };
      });
    })
    .sort((a, b) => b.score - a.score);
}

/** How much a part of a sentence matters, to cut a long one to its clauses. */
export function valueOf(question: ReadQuestion, text: string, hit: ScoredPassage, subject: KnownDocument | undefined): number {
  const own = formOf(question, text);
  const mention = subject?.mentions.find(({ passageId }) => passageId === hit.passage.id);
  const printed = mention ? hit.passage.text.slice(mention.span.start - hit.passage.span.start, mention.span.end - hit.passage.span.start) : "";
  const title = mention?.reference.title ?? "";
  return (
    question.shareOf((term) => hasTerm(own, term)) +
    Number(fitsKind(question, text)) +
    Number(isCounted(question, text)) +
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

function formOf(question: ReadQuestion, text: string): string {
  const form = question.plain ? fold(text) : matchForm(text);
  return tokenise(form).map((token) => token.text).join(" ");
}

/** Whole syllables only: "an" is not in "ban". */
function hasTerm(form: string, term: string): boolean {
  return ` ${form.replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")} `.includes(` ${term} `);
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

const DATE = /\b\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}\b|ngày \d{1,2} tháng|tháng \d{1,2}|năm \d{4}|\d{1,2}-\d{4}/iu;
const WHO = /đồng chí|Bộ Chính trị|Ban Bí thư|Ban Thường vụ|Ban Chấp hành|cấp ủy|Tỉnh ủy|Đảng ủy|Ban [\p{Lu}]/u;

function fitsKind({ kind, text: asked }: ReadQuestion, text: string): boolean {
  const known = new Set(findFigures(asked).map((figure) => figure.text));
  switch (kind) {
    case "number":
      return findFigures(text).some((figure) => !known.has(figure.text) && /^[\d.,/]+%?$/.test(figure.text));
    case "date":
      return DATE.test(text);
    case "document": {
      const named = new Set(findReferences(asked).map(({ reference }) => reference.serial));
      return findReferences(text).some(({ reference }) => !named.has(reference.serial));
    }
    case "who":
      return WHO.test(text);
    case "list":
      return /:\s*$/.test(text) || /(?:gồm|như sau|sau đây)/u.test(text) || (text.match(/[,;]/g)?.length ?? 0) >= 3;
    case "status":
      return /thay thế|hiệu lực|bãi bỏ|thay th[ếể]/u.test(text);
    case "open":
      return false;
  }
}

/** "Bao nhiêu quần chúng" is answered by a figure that stands right before the thing counted: "269 quần chúng". */
function isCounted({ counted }: ReadQuestion, text: string): boolean {
  if (!counted) return false;
  return new RegExp(`\\d[\\d.,]*\\s+(?:[\\p{L}]+\\s+){0,2}${counted}`, "u").test(fold(text));
}
