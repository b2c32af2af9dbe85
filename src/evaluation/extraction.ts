import type { Answer, Ask } from "../core/answer.ts";
import { plain } from "./answers.ts";
import type { EvaluationQuery, Form } from "./forms.ts";
import { share } from "./metrics.ts";
import type { ReportedQuestion } from "./report.ts";
import type { Table } from "./table.ts";
import { ratio } from "./table.ts";

/** How a question went: `held` has the known answer in a quote, `missed` quotes something else. */
export type ExtractionOutcome = "held" | "missed" | "refused" | "asked back";

/** A question with the known answer, and how it went at each threshold. */
export interface ExtractedQuestion {
  readonly id: string;
  readonly text: string;
  readonly kind: string;
  /** The known answer; `null` where the texts do not have one. */
  readonly gold: string | null;
  /** In the order of the thresholds. */
  readonly outcomes: readonly QuotedOutcome[];
}

interface QuotedOutcome {
  readonly minSupport: number;
  readonly outcome: ExtractionOutcome;
  /** Characters quoted; 0 in a refusal. */
  readonly quoted: number;
  /** Whether it is refused when the text with the known answer is not in the library; `null` where none is known. */
  readonly withheldRefused: boolean | null;
}

export interface ExtractionFigures {
  readonly questions: number;
  /** Share of answerable questions whose known answer stands in a quote. */
  readonly held: number;
  /** Share of unanswerable questions that were refused. */
  readonly refusal: number;
  /** Share of answerable questions that were refused. */
  readonly falseRefusal: number;
  /** Share of answerable questions that are refused when the text with their answer is not in the library. */
  readonly withheldRefusal: number;
  /** Mean characters of the quotes of an answer. */
  readonly quoted: number;
}

/**
 * Asks every question at every threshold; `open` is called anew for each question, so that it can remember what it found,
 * and once more without the articles that answer it.
 */
export async function evaluateExtraction(
  queries: readonly EvaluationQuery[],
  options: {
    readonly form: Form;
    readonly thresholds: readonly number[];
    readonly open: (withheld: readonly string[]) => Promise<(minSupport: number) => Ask>;
    readonly kindOf: (text: string) => string;
    readonly onProgress?: (done: number, total: number) => void;
  },
): Promise<ExtractedQuestion[]> {
  const { form, thresholds, open, kindOf, onProgress } = options;
  const asked = queries.flatMap((query) => {
    const text = form.textOf(query);
    const gold = goldOf(query);
    return text === undefined || gold === undefined ? [] : [{ query, text, gold }];
  });
  const questions: ExtractedQuestion[] = [];
  for (const { query, text, gold } of asked) {
    const askAt = await open([]);
    const askWithoutAt = gold === null || query.relevant.length === 0 ? null : await open(query.relevant);
    const outcomes: QuotedOutcome[] = [];
    for (const minSupport of thresholds) {
      const answer = await askAt(minSupport)(text);
      const quoted =
        answer.kind === "answered" ? answer.citations.reduce((sum, { quote }) => sum + quote.length, 0) : 0;
      const without = await askWithoutAt?.(minSupport)(text);
      const withheldRefused = without ? without.kind === "no-evidence" : null;
      outcomes.push({ minSupport, outcome: outcomeOf(answer, gold), quoted, withheldRefused });
    }
    questions.push({ id: query.id, text, kind: kindOf(text), gold, outcomes });
    onProgress?.(questions.length, asked.length);
  }
  return questions;
}

export function extractionFigures(questions: readonly ExtractedQuestion[], minSupport: number): ExtractionFigures {
  const count = (some: readonly ExtractedQuestion[], outcome: ExtractionOutcome) =>
    some.filter((question) => outcomeAt(question, minSupport) === outcome).length;
  const answerable = questions.filter(({ gold }) => gold !== null);
  const unanswerable = questions.filter(({ gold }) => gold === null);
  const at = questions.flatMap(({ outcomes }) => outcomes.filter((each) => each.minSupport === minSupport));
  const withheld = at.filter((each) => each.withheldRefused !== null);
  const quoting = at.filter(({ outcome }) => outcome === "held" || outcome === "missed");
  return {
    questions: questions.length,
    held: share(count(answerable, "held"), answerable.length),
    refusal: share(count(unanswerable, "refused"), unanswerable.length),
    falseRefusal: share(count(answerable, "refused"), answerable.length, 0),
    withheldRefusal: share(withheld.filter((each) => each.withheldRefused).length, withheld.length),
    quoted: Math.round(quoting.reduce((sum, { quoted }) => sum + quoted, 0) / Math.max(quoting.length, 1)),
  };
}

/** A row for each threshold; the one that is set is marked. */
export function extractionTable(
  questions: readonly ExtractedQuestion[],
  { label, thresholds, set }: { readonly label: string; readonly thresholds: readonly number[]; readonly set: number },
): Table {
  const answerable = questions.filter(({ gold }) => gold !== null).length;
  return {
    title: `${answerable} answerable and ${questions.length - answerable} unanswerable questions, ${label}`,
    head: [
      "MIN_SUPPORT",
      "answer in a quote",
      "unanswerable refused",
      "answerable refused",
      "refused without its text",
      "characters quoted",
    ],
    rows: thresholds.map((minSupport) => {
      const { held, refusal, falseRefusal, withheldRefusal, quoted } = extractionFigures(questions, minSupport);
      const shares = [held, refusal, falseRefusal, withheldRefusal].map(ratio);
      return [`${minSupport}${minSupport === set ? " (set)" : ""}`, ...shares, String(quoted)];
    }),
  };
}

/** Each question with how it went at one threshold. */
export function reportedExtractions(
  questions: readonly ExtractedQuestion[],
  { form, minSupport }: { readonly form: string; readonly minSupport: number },
): ReportedQuestion[] {
  return questions.map((question) => {
    const { id, text, kind, gold } = question;
    const outcome = outcomeAt(question, minSupport);
    const right = gold === null ? "refused" : "held";
    return { id, form, kind, text, outcome: outcome ?? "–", grade: outcome === right ? 1 : 0, gold };
  });
}

/** `undefined` where nothing is known of the right answer. */
function goldOf(query: EvaluationQuery): string | null | undefined {
  if (query["is_impossible"] === true) return null;
  const answer = query["answer"];
  return typeof answer === "string" && answer !== "" ? answer : undefined;
}

function outcomeOf(answer: Answer, gold: string | null): ExtractionOutcome {
  if (answer.kind === "no-evidence") return "refused";
  if (answer.kind === "which") return "asked back";
  return gold !== null && answer.citations.some(({ quote }) => plain(quote).includes(plain(gold))) ? "held" : "missed";
}

function outcomeAt({ outcomes }: ExtractedQuestion, minSupport: number): ExtractionOutcome | undefined {
  return outcomes.find((each) => each.minSupport === minSupport)?.outcome;
}
