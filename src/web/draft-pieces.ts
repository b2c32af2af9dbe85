import type { CheckedCitation } from "../core/check.ts";

/** A stretch of a draft; `cited` are the citations in it, with their places in the result. Joined, they are the draft. */
export interface DraftPiece {
  readonly text: string;
  readonly cited: readonly NumberedCitation[];
}

export interface NumberedCitation {
  /** From 1, in reading order. */
  readonly at: number;
  readonly citation: CheckedCitation;
}

/** Citations in reading order, numbered as the page shows them. */
export function numbered(citations: readonly CheckedCitation[]): NumberedCitation[] {
  return citations
    .toSorted((left, right) => left.span.start - right.span.start)
    .map((citation, index) => ({ at: index + 1, citation }));
}

/** The draft cut where citations begin and end; those that overlap ("số 920 và 1011-CTr/TƯ") share a piece. */
export function draftPieces(text: string, citations: readonly NumberedCitation[]): DraftPiece[] {
  const marked: { start: number; end: number; cited: NumberedCitation[] }[] = [];
  for (const each of citations) {
    const { start, end } = each.citation.span;
    const last = marked.at(-1);
    if (last && start < last.end) {
      last.cited.push(each);
      last.end = Math.max(last.end, end);
    } else marked.push({ start, end, cited: [each] });
  }
  const pieces = marked.flatMap(({ start, end, cited }, index) => [
    { text: text.slice(marked[index - 1]?.end ?? 0, start), cited: [] },
    { text: text.slice(start, end), cited },
  ]);
  const rest = { text: text.slice(marked.at(-1)?.end ?? 0), cited: [] };
  return [...pieces, rest].filter((piece) => piece.text !== "");
}
