import { kindOfQuestion } from "../answer/question.ts";
import type { Config } from "../config.ts";
import {
  evaluateExtraction,
  extractionFigures,
  extractionTable,
  reportedExtractions,
} from "../evaluation/extraction.ts";
import type { EvaluationRun } from "../evaluation/report.ts";
import type { Log } from "../log.ts";
import { type AskedForms, withPreparedFolder } from "./evaluate-prepared.ts";
import { openAsks } from "./evaluate-searches.ts";

const THRESHOLDS = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8];

/** How often the known answer stands in the quotes, and how well the unanswerable is told apart, by threshold; no language model. */
export function evaluateQuotes(
  from: { readonly config: Config; readonly log: Log; readonly folder: string },
  asked: AskedForms,
): Promise<EvaluationRun> {
  const { minSupport } = from.config;
  const thresholds = [...new Set([...THRESHOLDS, minSupport])].sort((a, b) => a - b);
  return withPreparedFolder(from, asked, async ({ library, corpus, queries, forms, settings, progressOf }) => {
    const places = new Map(corpus.map(({ id }, at) => [id, String(at)]));
    const passagesOf = async (article: string) => library.store.passagesOf(places.get(article) ?? "");
    const results = [];
    for (const form of forms) {
      const questions = await evaluateExtraction(queries, {
        form,
        thresholds,
        open: async (withheld) => {
          const passages = (await Promise.all(withheld.map(passagesOf))).flat();
          return openAsks(library, new Set(passages.map(({ id }) => id)));
        },
        kindOf: kindOfQuestion,
        onProgress: progressOf(form.label),
      });
      results.push({ form, questions });
    }
    const byForm = results.map(({ form, questions }) => {
      const figures = thresholds.map((each) => ({ minSupport: each, ...extractionFigures(questions, each) }));
      return [form.name, { minSupport, ...extractionFigures(questions, minSupport), thresholds: figures }] as const;
    });
    return {
      json: { ...byForm[0]?.[1], ...(byForm.length > 1 && { forms: Object.fromEntries(byForm) }) },
      tables: results.map(({ form, questions }) =>
        extractionTable(questions, { label: form.label, thresholds, set: minSupport }),
      ),
      report: {
        measures: "extraction",
        grade: "share right",
        settings: { ...settings, MIN_SUPPORT: String(minSupport) },
        questions: results.flatMap(({ form, questions }) =>
          reportedExtractions(questions, { form: form.name, minSupport }),
        ),
      },
    };
  });
}
