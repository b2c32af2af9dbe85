import { type Command, Option } from "commander";
import type { Config } from "../config.ts";
import { compareReports } from "../evaluation/comparison.ts";
import { comparisonParagraphs, comparisonTable } from "../evaluation/comparison-text.ts";
import type { EvaluationRun } from "../evaluation/report.ts";
import { type Table, tableMarkdown, tableText } from "../evaluation/table.ts";
import type { Log } from "../log.ts";
import type { Library } from "../node/open-library.ts";
import { evaluateFolder } from "./evaluate-folder.ts";
import { evaluateGolden } from "./evaluate-golden.ts";
import type { AskedForms } from "./evaluate-prepared.ts";
import { evaluateQuotes } from "./evaluate-quotes.ts";
import { readReport, writeReport } from "./evaluate-report.ts";

interface EvalOptions extends AskedForms {
  readonly answers?: string;
  readonly extract?: boolean;
  readonly report?: string;
  readonly compare?: string;
  readonly markdown?: boolean;
}

/** Adds `eval`: figures of retrieval, of answers or of quotes, kept in a report and compared with an earlier one. */
export function addEvalCommand(
  program: Command,
  parts: {
    readonly config: Config;
    readonly log: Log;
    readonly print: (value: unknown, text: () => string) => void;
    readonly withLibrary: (work: (library: Library) => Promise<void>) => Promise<void>;
  },
): void {
  const { config, log, print, withLibrary } = parts;
  const command = program
    .command("eval")
    .argument("[folder]", "holds corpus.jsonl and queries.jsonl")
    .option("--answers <file>", "golden questions for the current library")
    .addOption(
      new Option(
        "--extract",
        "ask the folder's questions that have an answer or are marked is_impossible, at several thresholds",
      ).conflicts("answers"),
    )
    .option("--field <name>", "ask the text of this field", "text")
    .option("--fold", "strip the diacritics of the questions")
    .addOption(
      new Option("--all-forms", "ask as written, without diacritics, and in English where there is text_en").conflicts([
        "field",
        "fold",
        "answers",
      ]),
    )
    .option("--report <file>", "write every question with its outcome to a JSON file")
    .option("--compare <file>", "tell what got better and worse since an earlier report")
    .option("--markdown", "print tables in Markdown")
    .description("figures of retrieval, answers or quotes");

  command.action(async (folder: string | undefined, options: EvalOptions) => {
    const { answers, extract, compare } = options;
    // Before the work, which takes minutes.
    const earlier = compare
      ? readReport(compare, answers ? "answers" : extract ? "extraction" : "retrieval")
      : undefined;
    const show = (run: EvaluationRun) => {
      const comparison = earlier && compareReports(earlier, run.report);
      print({ ...run.json, ...(comparison && { comparison }) }, () => {
        const table = (each: Table) => (options.markdown ? tableMarkdown(each) : tableText(each));
        const paragraphs = [
          ...run.tables.map(table),
          ...(run.paragraphs ?? []),
          ...(comparison ? [table(comparisonTable(comparison)), ...comparisonParagraphs(comparison)] : []),
        ];
        return paragraphs.join("\n\n");
      });
      if (options.report) writeReport(options.report, run.report);
    };
    if (answers) return withLibrary(async (library) => show(await evaluateGolden(config, library, answers)));
    if (!folder) return command.error("Name a folder with corpus.jsonl and queries.jsonl, or --answers <file>.");
    const evaluate = extract ? evaluateQuotes : evaluateFolder;
    return show(await evaluate({ config, log, folder }, options));
  });
}
