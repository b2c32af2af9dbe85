import type { Answer, Ask } from "../core/answer.ts";
import { normalise } from "../core/text.ts";

/** A question with what a right answer shows; `document` is how the name of the right file begins, `null`: refuse. */
export interface GoldenQuestion {
  readonly id: string;
  readonly question: string;
  readonly document: string | readonly string[] | null;
  readonly expect: readonly string[];
}

export interface AnswerFigures {
  readonly questions: number;
  /** Share of answerable questions that cite a right document. */
  readonly document: number;
  /** Share of answerable questions whose shown answer or quotes hold every expected string. */
  readonly answer: number;
  /** Share of unanswerable questions that were refused. */
  readonly refusal: number;
  /** Share of answerable questions that were refused. */
  readonly falseRefusal: number;
  readonly misses: readonly {
    readonly id: string;
    readonly question: string;
    readonly problem: string;
    readonly shown: string;
  }[];
}

export async function evaluateAnswers(ask: Ask, golden: readonly GoldenQuestion[]): Promise<AnswerFigures> {
  const results = [];
  for (const question of golden) results.push({ question, ...judge(question, await ask(question.question)) });
  const answerable = results.filter(({ question }) => question.document !== null);
  const unanswerable = results.filter(({ question }) => question.document === null);
  const share = (hits: number, all: readonly unknown[], ifNone = 1) =>
    all.length === 0 ? ifNone : Math.round((hits / all.length) * 1000) / 1000;
  return {
    questions: results.length,
    document: share(answerable.filter((result) => result.document).length, answerable),
    answer: share(answerable.filter((result) => result.answer).length, answerable),
    refusal: share(unanswerable.filter((result) => result.refused).length, unanswerable),
    falseRefusal: share(answerable.filter((result) => result.refused).length, answerable, 0),
    misses: results.flatMap(({ question, problem, shown }) =>
      problem ? [{ id: question.id, question: question.question, problem, shown }] : [],
    ),
  };
}

function judge({ document, expect }: GoldenQuestion, answer: Answer) {
  const refused = answer.kind === "no-evidence";
  const citations = answer.kind === "answered" ? answer.citations : [];
  const shown = plain([answer.text, ...citations.map((citation) => citation.quote)].join("\n"));
  if (document === null) {
    return { document: false, answer: false, refused, problem: refused ? null : "answered, but should refuse", shown };
  }
  const right = typeof document === "string" ? [document] : document;
  const citesRight = citations.some(({ directive }) => right.some((name) => directive.file.startsWith(name)));
  const holdsAll = answer.kind === "answered" && expect.every((text) => shown.includes(plain(text)));
  const problem = refused
    ? "refused"
    : answer.kind === "which"
      ? "asked back"
      : [citesRight ? "" : "wrong document", holdsAll ? "" : "expected string missing"].filter(Boolean).join(", ");
  return { document: citesRight, answer: holdsAll, refused, problem: problem || null, shown };
}

function plain(text: string): string {
  return normalise(text).replace(/\s+/g, " ");
}
