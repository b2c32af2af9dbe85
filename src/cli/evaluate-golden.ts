import { kindOfQuestion } from "../answer/question.ts";
import type { Config } from "../config.ts";
import { answerFigures, type GoldenQuestion, judgeAnswers, reportedAnswers } from "../evaluation/answers.ts";
import type { EvaluationRun } from "../evaluation/report.ts";
import type { Library } from "../node/open-library.ts";
import { createProgress } from "../node/progress.ts";
import { readLines } from "./read-lines.ts";

/** Answer figures of golden questions over the current library. */
export async function evaluateGolden(
  { minSupport, llm }: Config,
  { ask, embedder }: Library,
  file: string,
): Promise<EvaluationRun> {
  const golden = readLines<GoldenQuestion>(file);
  const progress = createProgress();
  try {
    const judged = await judgeAnswers(ask, golden, (done, total) => progress.update("questions", done, total));
    const figures = answerFigures(judged);
    const { misses, questions, ...shares } = figures;
    return {
      json: figures,
      tables: [
        {
          title: `${questions} golden questions`,
          head: ["", "share"],
          rows: Object.entries(shares).map(([name, value]) => [name, value.toFixed(3)]),
        },
      ],
      paragraphs: misses.map((miss) => `${miss.id} ${miss.problem}: ${miss.question}\n  ${miss.shown.slice(0, 300)}`),
      report: {
        measures: "answers",
        grade: "share right",
        settings: {
          "embedding model": embedder.modelId,
          MIN_SUPPORT: String(minSupport),
          "language model": llm?.model ?? "none",
        },
        questions: reportedAnswers(judged, kindOfQuestion),
      },
    };
  } finally {
    progress.stop();
  }
}
