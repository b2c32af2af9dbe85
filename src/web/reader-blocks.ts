import type { Passage, Span } from "../core/passage.ts";
import { matchForm } from "../core/text.ts";

/** A paragraph of a document, cut where passages begin and where the mark begins and ends. */
export interface Block {
  readonly isHeading: boolean;
  /** Path of the passage that begins here, where it is a new one and the text does not say it itself. */
  readonly label: readonly string[] | undefined;
  /** Joined, they are the paragraph. */
  readonly pieces: readonly Piece[];
}

export interface Piece {
  readonly text: string;
  readonly isMarked: boolean;
  /** Passages that begin with this piece. */
  readonly passageIds: readonly string[];
}

// A longer line that begins with its own heading is a paragraph.
const MAX_HEADING_LENGTH = 160;

/** The whole text in reading order; blank lines are left out. `passages` in order of their spans. */
export function readerBlocks(text: string, passages: readonly Passage[], mark: Span | undefined): Block[] {
  const openings = passages.filter((passage, index) => !isSamePath(passage, passages[index - 1]));
  const paragraphs = paragraphSpans(text, openings).map((span) => ({
    span,
    line: matchForm(text.slice(span.start, span.end)).trim(),
    path: pathAt(span, passages),
  }));
  const isHeading = paragraphs.map(
    ({ line, path }) => line.length <= MAX_HEADING_LENGTH && path.some((element) => isHeadingOf(line, element)),
  );
  return paragraphs.map(({ span }, index) => {
    // A label stands below the headings of its part, and needs none where they say it.
    const first = isHeading.slice(0, index).lastIndexOf(false) + 1;
    const label = openings.findLast(beginsIn(paragraphs[first - 1]?.span, span))?.path ?? [];
    const isSaid = paragraphs.slice(first, index + 1).some(({ line }) => saysPath(line, label));
    return {
      isHeading: isHeading[index] ?? false,
      label: isHeading[index] || isSaid || label.length === 0 ? undefined : label,
      pieces: cut(text, span, passages.filter(beginsIn(paragraphs[index - 1]?.span, span)), mark),
    };
  });
}

// A passage may begin in the blank lines before its first paragraph.
function beginsIn(previous: Span | undefined, { end }: Span): (passage: Passage) => boolean {
  return ({ span }) => span.start >= (previous?.end ?? 0) && span.start < end;
}

function pathAt({ start, end }: Span, passages: readonly Passage[]): readonly string[] {
  const around = passages.findLast(({ span }) => span.start < end && span.end > start);
  return (around ?? passages.find(({ span }) => span.start >= end))?.path ?? [];
}

function paragraphSpans(text: string, openings: readonly Passage[]): Span[] {
  const starts = openings.map(({ span }) => span.start);
  return Array.from(text.matchAll(/[^\n]+/g), (line) => ({ start: line.index, end: line.index + line[0].length }))
    .flatMap((line) => split(line, starts))
    .filter(({ start, end }) => text.slice(start, end).trim() !== "");
}

function cut(text: string, { start, end }: Span, passages: readonly Passage[], mark: Span | undefined): Piece[] {
  const points = [...passages.map(({ span }) => span.start), ...(mark ? [mark.start, mark.end] : [])];
  return split({ start, end }, points).map((piece) => ({
    text: text.slice(piece.start, piece.end),
    isMarked: mark !== undefined && piece.start >= mark.start && piece.end <= mark.end,
    passageIds: passages
      .filter(({ span }) => span.start === piece.start || (piece.start === start && span.start < start))
      .map(({ id }) => id),
  }));
}

function split({ start, end }: Span, points: readonly number[]): Span[] {
  const inside = points.filter((point) => point > start && point < end);
  const starts = [...new Set([start, ...inside])].sort((left, right) => left - right);
  return starts.map((from, index) => ({ start: from, end: starts[index + 1] ?? end }));
}

function saysPath(line: string, path: readonly string[]): boolean {
  return line.startsWith(matchForm(path.at(-1) ?? "").trim());
}

function isHeadingOf(line: string, element: string): boolean {
  const name = matchForm(element).trim();
  // "Điều 2. Nhiệm vụ" is the heading of Điều 2; "Điều 2 quy định …" is a sentence.
  return name !== "" && line.startsWith(name) && /^($|\s*[.:–—-])/.test(line.slice(name.length));
}

function isSamePath(passage: Passage, previous: Passage | undefined): boolean {
  return previous !== undefined && passage.path.join("\n") === previous.path.join("\n");
}
