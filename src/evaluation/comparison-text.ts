import type { Change, Comparison } from "./comparison.ts";
import type { Table } from "./table.ts";

// Long enough to know a question by.
const SHOWN = 100;

/** The sums, with a row for each form. */
export function comparisonTable({ sums, grade }: Comparison): Table {
  return {
    title: "Compared with the earlier run",
    head: ["", "questions", "better", "worse", `${grade} before`, "after", "sign test p"],
    rows: sums.map(({ form, questions, better, worse, before, after, p }) => [
      form || "all",
      ...[questions, better, worse].map(String),
      ...[before, after].map((mean) => mean.toFixed(4)),
      p < 0.001 ? "< 0.001" : p.toFixed(3),
    ]),
  };
}

/** What does not fit together, then each question that went another way; a paragraph each, if any. */
export function comparisonParagraphs(comparison: Comparison): string[] {
  const { better, worse, other, onlyBefore, onlyAfter, settings } = comparison;
  const differences = [
    ...(onlyBefore + onlyAfter > 0
      ? [`The sets differ: ${onlyBefore} questions are only in the earlier run, ${onlyAfter} only in this one.`]
      : []),
    ...settings.map(({ name, before, after }) => `Another ${name}: ${before} → ${after}`),
  ];
  return [
    differences.join("\n"),
    changes("Better", better),
    changes("Worse", worse),
    changes("Other, as good as before", other),
  ].filter(Boolean);
}

function changes(title: string, list: readonly Change[]): string {
  return list.length === 0 ? "" : [`${title} (${list.length})`, ...list.map(lineOf)].join("\n");
}

function lineOf({ id, form, text, before, after }: Change): string {
  const shown = text.replace(/\s+/g, " ");
  const clipped = shown.length > SHOWN ? `${shown.slice(0, SHOWN)}…` : shown;
  return `  ${[form, id].filter(Boolean).join(" ")}: ${before} → ${after}  ${clipped}`;
}
