import { kindOfQuestion } from "../answer/question.ts";
import type { Config } from "../config.ts";
import type { EvaluationRun } from "../evaluation/report.ts";
import { evaluateRetrieval } from "../evaluation/retrieval.ts";
import { reportedRanks, retrievalJson, retrievalTables } from "../evaluation/retrieval-results.ts";
import type { Log } from "../log.ts";
import { type AskedForms, withPreparedFolder } from "./evaluate-prepared.ts";
import { openSearches } from "./evaluate-searches.ts";

/** Retrieval figures over a folder's corpus: each search alone, the fusion, and what its second stage adds. */
export function evaluateFolder(
  from: { readonly config: Config; readonly log: Log; readonly folder: string },
  asked: AskedForms,
): Promise<EvaluationRun> {
  return withPreparedFolder(from, asked, async ({ library, corpus, queries, forms, settings, progressOf }) => {
    const results = [];
    for (const form of forms) {
      const questions = await evaluateRetrieval(queries, {
        form,
        open: () => openSearches(library),
        kindOf: kindOfQuestion,
        articleOf: (directiveId) => corpus[Number(directiveId)]?.id,
        onProgress: progressOf(form.label),
      });
      results.push({ form, questions });
    }
    return {
      json: retrievalJson(results),
      tables: retrievalTables(results),
      report: {
        measures: "retrieval",
        grade: "mean reciprocal rank",
        settings,
        questions: reportedRanks(results),
      },
    };
  });
}
