import type { EvaluationReport, ReportedQuestion } from "./report.ts";
import { signTest } from "./sign-test.ts";

/** A question that went another way than before. */
export interface Change {
  readonly id: string;
  readonly form: string;
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

/** What the shared questions of one form sum up to. */
export interface ComparedForm {
  readonly form: string;
  readonly questions: number;
  readonly better: number;
  readonly worse: number;
  /** Means of the grades. */
  readonly before: number;
  readonly after: number;
  /** Of a paired sign test, exact and two-sided: small where chance hardly splits better and worse like this. */
  readonly p: number;
}

/** Two runs side by side, over the questions that both have. */
export interface Comparison {
  readonly grade: string;
  /** Furthest apart first. */
  readonly better: readonly Change[];
  readonly worse: readonly Change[];
  /** Another outcome that is neither better nor worse. */
  readonly other: readonly Change[];
  readonly sums: readonly ComparedForm[];
  /** How many questions only one of the runs has. */
  readonly onlyBefore: number;
  readonly onlyAfter: number;
  readonly settings: readonly { readonly name: string; readonly before: string; readonly after: string }[];
}

/** What `after` has become since `before`. The same question is one of the same id, form and text. */
export function compareReports(before: EvaluationReport, after: EvaluationReport): Comparison {
  const known = new Map(before.questions.map((question) => [keyOf(question), question]));
  const pairs = after.questions.flatMap((now): Pair[] => {
    const then = known.get(keyOf(now));
    return then ? [{ then, now }] : [];
  });
  const byChange = pairs
    .filter(({ then, now }) => then.outcome !== now.outcome)
    .toSorted((a, b) => Math.abs(gain(b)) - Math.abs(gain(a)));
  return {
    grade: after.grade,
    better: byChange.filter((pair) => gain(pair) > 0).map(changeOf),
    worse: byChange.filter((pair) => gain(pair) < 0).map(changeOf),
    other: byChange.filter((pair) => gain(pair) === 0).map(changeOf),
    sums: [...new Set(pairs.map(({ now }) => now.form))].map((form) =>
      sumOf(
        form,
        pairs.filter(({ now }) => now.form === form),
      ),
    ),
    onlyBefore: before.questions.length - pairs.length,
    onlyAfter: after.questions.length - pairs.length,
    settings: [...new Set([...Object.keys(before.settings), ...Object.keys(after.settings)])]
      .map((name) => ({ name, before: before.settings[name] ?? "–", after: after.settings[name] ?? "–" }))
      .filter((setting) => setting.before !== setting.after),
  };
}

interface Pair {
  readonly then: ReportedQuestion;
  readonly now: ReportedQuestion;
}

function keyOf({ id, form, text }: ReportedQuestion): string {
  return JSON.stringify([id, form, text]);
}

function gain({ then, now }: Pair): number {
  return now.grade - then.grade;
}

function changeOf({ then, now }: Pair): Change {
  return { id: now.id, form: now.form, text: now.text, before: then.outcome, after: now.outcome };
}

function sumOf(form: string, pairs: readonly Pair[]): ComparedForm {
  const better = pairs.filter((pair) => gain(pair) > 0).length;
  const worse = pairs.filter((pair) => gain(pair) < 0).length;
  const mean = (gradeOf: (pair: Pair) => number) =>
    pairs.reduce((sum, pair) => sum + gradeOf(pair), 0) / Math.max(pairs.length, 1);
  return {
    form,
    questions: pairs.length,
    better,
    worse,
    before: mean(({ then }) => then.grade),
    after: mean(({ now }) => now.grade),
    p: signTest(better, worse),
  };
}
