import type { Table } from "./table.ts";

/** One question with how it went, as it stands in a report file. */
export interface ReportedQuestion {
  readonly id: string;
  /** Which form of the question was asked; one question may be asked in several. */
  readonly form: string;
  readonly kind: string;
  readonly text: string;
  /** To show: a rank, or a verdict. */
  readonly outcome: string;
  /** How good that is, 0–1: what the comparison of two runs goes by. */
  readonly grade: number;
  readonly [detail: string]: unknown;
}

/** A run of the evaluation, question by question. */
export interface EvaluationReport {
  /** What was measured; only runs of the same kind can be compared. */
  readonly measures: "retrieval" | "answers" | "extraction";
  /** What the mean of the grades is. */
  readonly grade: string;
  /** What else decides the outcome: corpus, embedding model. Differences are told, and do not forbid a comparison. */
  readonly settings: Readonly<Record<string, string>>;
  readonly questions: readonly ReportedQuestion[];
}

/** What a run prints, and what a later one can be compared with. */
export interface EvaluationRun {
  readonly json: object;
  readonly tables: readonly Table[];
  /** Below the tables. */
  readonly paragraphs?: readonly string[];
  readonly report: EvaluationReport;
}
