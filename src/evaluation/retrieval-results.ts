import { type RetrievalFigures, rankOf } from "./metrics.ts";
import type { ReportedQuestion } from "./report.ts";
import { figuresOf, type SearchedQuestion } from "./retrieval.ts";
import { ratio, type Table } from "./table.ts";

/** The questions in one form, and what was found. */
export interface FormResult {
  readonly form: { readonly name: string; readonly label: string };
  readonly questions: readonly SearchedQuestion[];
}

const COLUMNS = ["recall@1", "recall@5", "recall@10", "mrr@10", "ndcg@10"] as const;

/** The figures of the last search, those of the others as `parts`, and by kind of question; all forms if there are several. */
export function retrievalJson(results: readonly FormResult[]): object {
  const [first] = results;
  const byForm = results.map((result) => [result.form.name, formJson(result)] as const);
  return {
    ...(first ? formJson(first) : figuresOf([], "")),
    ...(results.length > 1 && { forms: Object.fromEntries(byForm) }),
  };
}

function formJson({ questions }: FormResult): object {
  const names = searchesOf(questions);
  const last = names.at(-1) ?? "";
  return {
    ...figuresOf(questions, last),
    parts: Object.fromEntries(names.slice(0, -1).map((name) => [name, figuresOf(questions, name)])),
    kinds: Object.fromEntries(byKind(questions).map(([kind, some]) => [kind, figuresOf(some, last)])),
  };
}

/** A table for each form, with a row for each search and each kind of question; several forms side by side come first. */
export function retrievalTables(results: readonly FormResult[]): Table[] {
  const tables = results.map(({ form, questions }) => {
    const names = searchesOf(questions);
    const last = names.at(-1) ?? "";
    return {
      title: `${questions.length} questions, ${form.label}`,
      head: ["", ...COLUMNS],
      rows: [
        ...names.map((name) => [name, ...cells(figuresOf(questions, name))]),
        ...byKind(questions).map(([kind, some]) => [`– ${kind} (${some.length})`, ...cells(figuresOf(some, last))]),
      ],
    };
  });
  return results.length > 1 ? [sideBySide(results), ...tables] : tables;
}

function sideBySide(results: readonly FormResult[]): Table {
  const names = searchesOf(results.flatMap(({ questions }) => questions));
  return {
    title: "",
    head: ["nDCG@10 (recall@10)", ...results.map(({ form }) => form.label)],
    rows: names.map((name) => [
      name,
      ...results.map(({ questions }) => {
        const figures = figuresOf(questions, name);
        return `${ratio(figures["ndcg@10"])} (${ratio(figures["recall@10"])})`;
      }),
    ]),
  };
}

/** Each question with its rank in the last search, and in every one. */
export function reportedRanks(results: readonly FormResult[]): ReportedQuestion[] {
  return results.flatMap(({ form, questions }) =>
    questions.map(({ id, text, kind, relevant, found }): ReportedQuestion => {
      const ranks = found.map(({ search, articles }) => [search, rankOf(articles, relevant)] as const);
      const articles = found.at(-1)?.articles ?? [];
      const rank = ranks.at(-1)?.[1] ?? null;
      return {
        id,
        form: form.name,
        kind,
        text,
        outcome: rank === null ? "–" : String(rank),
        grade: rank === null ? 0 : 1 / rank,
        rank,
        score: rank === null ? null : (articles[rank - 1]?.score ?? null),
        bestScore: articles[0]?.score ?? null,
        ranks: Object.fromEntries(ranks),
        relevant,
        first: articles.slice(0, 3).map((article) => article.id),
      };
    }),
  );
}

function searchesOf(questions: readonly SearchedQuestion[]): string[] {
  return questions[0]?.found.map(({ search }) => search) ?? [];
}

/** The largest first. */
function byKind(questions: readonly SearchedQuestion[]): [kind: string, questions: SearchedQuestion[]][] {
  const kinds = new Map<string, SearchedQuestion[]>();
  for (const question of questions) kinds.set(question.kind, [...(kinds.get(question.kind) ?? []), question]);
  return [...kinds].sort(([, a], [, b]) => b.length - a.length);
}

function cells(figures: RetrievalFigures): string[] {
  return COLUMNS.map((column) => figures[column].toFixed(4));
}
