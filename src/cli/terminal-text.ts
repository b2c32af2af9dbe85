import type { IngestReport } from "../../ingest/ingest.ts";
import { PHRASES } from "../answer/phrases.ts";
import { uncertainLines } from "../answer/uncertain.ts";
import { formatCitation } from "../citation/format.ts";
import type { Answer } from "../core/answer.ts";
import type { CheckResult, Verdict } from "../core/check.ts";
import type { CiteResult } from "../core/cite.ts";
import type { ScoredPassage } from "../core/passage.ts";

/** An answer for a terminal: text, then the quotes with their sources. */
export function answerText(answer: Answer): string {
  const restored = answer.understoodAs === null ? [] : [`(hiểu là · understood as: ${answer.understoodAs})`];
  if (answer.kind === "which") {
    return [...restored, answer.text, ...answer.choices.map((choice) => `  - ${choice.question}`)].join("\n");
  }
  if (answer.kind === "no-evidence") {
    return [...restored, answer.text, ...answer.nearest.map((hit) => `  ~ ${placeOf(hit)}`)].join("\n");
  }
  const { fallback, uncertain } = PHRASES[answer.language];
  const quotes = answer.citations.map((citation) =>
    [`[${citation.marker}] “${citation.quote}”`, placeOf(citation), ...uncertainLines(citation, uncertain)].join(
      "\n    ",
    ),
  );
  const note = answer.fallback ? [fallback[answer.fallback]] : [];
  return [...restored, answer.text, ...note, "", ...quotes].join("\n");
}

/** Passages, best first. */
export function hitsText(hits: readonly ScoredPassage[]): string {
  if (hits.length === 0) return "Không tìm thấy đoạn nào · No passage found";
  return hits
    .map((hit, at) => `${at + 1}. ${placeOf(hit)} (${hit.score.toFixed(3)})\n${hit.passage.text}`)
    .join("\n\n");
}

const UNCERTAIN = {
  figures: (words: string) => `chưa chắc chắn, cần đối chiếu bản gốc · uncertain, check the original: ${words}`,
  words: (words: string) => `chữ nhận dạng, chưa chắc chắn · recognised, uncertain: ${words}`,
};

/** What is known of a document number. */
export function citeText({ query, candidates }: CiteResult): string {
  if (candidates.length === 0) return `Thư viện này không có và không nhắc đến “${query}” · Not in this library`;
  return candidates
    .map((candidate) =>
      [
        candidate.citation,
        candidate.title,
        `${candidate.held ? "có trong thư viện · held" : "chỉ được nhắc đến · mentioned only"}, ${candidate.status}`,
        ...candidate.relations.flatMap(({ type, number, evidence }) => [
          `${type} ${number}: “${evidence.quote}”`,
          ...uncertainLines(evidence, UNCERTAIN),
        ]),
      ]
        .filter(Boolean)
        .join("\n  "),
    )
    .join("\n");
}

const VERDICTS: Readonly<Record<Verdict, string>> = {
  verified: "✓ đúng · verified",
  mismatch: "✗ sai khác · mismatch",
  superseded: "! đã được thay thế · superseded",
  ambiguous: "? nhiều văn bản cùng số · ambiguous",
  unknown: "? không có trong thư viện này · not in this library",
};

/** Every citation of a draft with its verdict, and what is wrong with it. */
export function checkText({ citations }: CheckResult): string {
  if (citations.length === 0) return "Không thấy trích dẫn nào · No citation found";
  return citations
    .map(({ text, verdict, problems, suggestion }) =>
      [
        `${VERDICTS[verdict]}: ${text.replace(/\s+/g, " ")}`,
        ...problems.flatMap(({ message, evidence }) => [
          message,
          ...new Set(evidence.flatMap((each) => uncertainLines(each, UNCERTAIN))),
        ]),
        ...(suggestion === null ? [] : [`→ ${suggestion}`]),
      ].join("\n    "),
    )
    .join("\n");
}

/** Counts of an ingest, and each file that failed with its reason. */
export function reportText(report: IngestReport): string {
  const { added, updated, unchanged, removed, failed, notices, documents, passages } = report;
  return [
    `${added} added, ${updated} updated, ${unchanged} unchanged, ${removed} removed, ${failed.length} failed; ${documents} documents, ${passages} passages`,
    ...failed.map(({ file, reason }) => `  ${file}: ${reason}`),
    ...notices.map(({ file, message }) => `  ${file}: ${message}`),
  ].join("\n");
}

function placeOf({ directive, passage }: Pick<ScoredPassage, "directive" | "passage">): string {
  const page = passage.page === null ? [] : [`trang ${passage.page}`];
  return [formatCitation(directive), ...passage.path, ...page].join(" › ");
}
