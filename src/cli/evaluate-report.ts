import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { TrichdanError } from "../core/errors.ts";
import type { EvaluationReport } from "../evaluation/report.ts";

const schema = z.object({
  measures: z.enum(["retrieval", "answers", "extraction"]),
  grade: z.string(),
  settings: z.record(z.string(), z.string()),
  questions: z.array(
    z.looseObject({
      id: z.string(),
      form: z.string(),
      kind: z.string(),
      text: z.string(),
      outcome: z.string(),
      grade: z.number(),
    }),
  ),
});

/** An earlier run, to compare with one of the same kind. */
export function readReport(file: string, measures: EvaluationReport["measures"]): EvaluationReport {
  const report = parse(file);
  if (report.measures !== measures)
    throw new TrichdanError(
      `"${file}" is a report on ${report.measures}, and this run measures ${measures}. Compare it with a report of the same kind.`,
    );
  return report;
}

export function writeReport(file: string, report: EvaluationReport): void {
  try {
    writeFileSync(file, `${JSON.stringify(report, null, 1)}\n`);
  } catch (cause) {
    throw new TrichdanError(`The report "${file}" could not be written. Check that its folder is there.`, { cause });
  }
}

function parse(file: string): EvaluationReport {
  try {
    return schema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    throw new TrichdanError(
      `"${file}" could not be read as a report. Name a file that \`eval --report\` has written.`,
      {
        cause,
      },
    );
  }
}
