import type { Answer, Ask } from "../core/answer.ts";
import { normalise } from "../core/text.ts";
import { share } from "./metrics.ts";
import type { ReportedQuestion } from "./report.ts";

/** A question with what a right answer shows; `document` is how the name of the right file begins, `null`: refuse. */
export interface GoldenQuestion {
  readonly id: string;
  readonly question: string;
  readonly document: string | readonly string[] | null;
  readonly expect: readonly string[];
  /** Language or spelling of the question. */
  readonly lang?: string;
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

/** A golden question with how it was answered. */
export interface JudgedAnswer {
  readonly question: GoldenQuestion;
  /** Whether it cites a right document. */
  readonly document: boolean;
  /** Whether it holds every expected string. */
  readonly answer: boolean;
  readonly refused: boolean;
  /** `null` where all is right. */
  readonly problem: string | null;
  readonly shown: string;
}

export async function evaluateAnswers(ask: Ask, golden: readonly GoldenQuestion[]): Promise<AnswerFigures> {
  return answerFigures(await judgeAnswers(ask, golden));
}

/** Asks one question after the other. */
export async function judgeAnswers(
  ask: Ask,
  golden: readonly GoldenQuestion[],
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<JudgedAnswer[]> {
  const judged: JudgedAnswer[] = [];
  for (const question of golden) {
    judged.push({ question, ...judge(question, await ask(question.question)) });
    onProgress(judged.length, golden.length);
  }
  return judged;
}

export function answerFigures(judged: readonly JudgedAnswer[]): AnswerFigures {
  const answerable = judged.filter(({ question }) => question.document !== null);
  const unanswerable = judged.filter(({ question }) => question.document === null);
  return {
    questions: judged.length,
    document: share(answerable.filter((result) => result.document).length, answerable.length),
    answer: share(answerable.filter((result) => result.answer).length, answerable.length),
    refusal: share(unanswerable.filter((result) => result.refused).length, unanswerable.length),
    falseRefusal: share(answerable.filter((result) => result.refused).length, answerable.length, 0),
    misses: judged.flatMap(({ question, problem, shown }) =>
      problem ? [{ id: question.id, question: question.question, problem, shown }] : [],
    ),
  };
}

/** Each question with its verdict. */
export function reportedAnswers(judged: readonly JudgedAnswer[], kindOf: (text: string) => string): ReportedQuestion[] {
  return judged.map(({ question, problem, shown }) => ({
    id: question.id,
    form: question.lang ?? "",
    kind: kindOf(question.question),
    text: question.question,
    outcome: problem ?? "right",
    grade: problem === null ? 1 : 0,
    shown,
  }));
}

function judge({ document, expect }: GoldenQuestion, answer: Answer): Omit<JudgedAnswer, "question"> {
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

/** For comparing: NFC, and all white space alike. */
export function plain(text: string): string {
  return normalise(text).replace(/\s+/g, " ");
}
