import type { Directive } from "../core/directive.ts";
import type { Passage, Span } from "../core/passage.ts";
import { matchForm } from "../core/text.ts";
import { type UncertainWords, uncertainWords } from "../core/uncertain.ts";

/** A paragraph of a document, cut where passages begin, and where the mark and uncertain words begin and end. */
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
  /** The words that it is, or is a part of, where character recognition is not sure of them. */
  readonly uncertain: UncertainWords | undefined;
  /** Passages that begin with this piece. */
  readonly passageIds: readonly string[];
}

// A longer line that begins with its own heading is a paragraph.
const MAX_HEADING_LENGTH = 160;

/** The whole text in reading order; blank lines are left out. `passages` in order of their spans. */
export function readerBlocks(
  { text, uncertain }: Pick<Directive, "text" | "uncertain">,
  passages: readonly Passage[],
  mark: Span | undefined,
): Block[] {
  const openings = passages.filter((passage, index) => !isSamePath(passage, passages[index - 1]));
  const spans = paragraphSpans(text, openings);
  const lines = spans.map(({ start, end }) => matchForm(text.slice(start, end)).trim());
  const homeOf = findHome(spans);
  const homes = passages.map(({ span }) => homeOf(span.start));
  const isHeading = lines.map((line, index) => {
    const around = lastNotAfter(homes, index);
    const path = [...(passages[around]?.path ?? []), ...(passages[around + 1]?.path ?? [])];
    return line.length <= MAX_HEADING_LENGTH && (path.some((name) => isHeadingOf(line, name)) || isTitle(line, index));
  });
  const labels = findLabels(openings, lines, isHeading, homeOf);
  const words = uncertainWords({ quote: text, span: { start: 0, end: text.length }, uncertain });
  const wordStarts = words.map(({ span }) => span.start);
  return spans.map((span, index) => {
    const first = lastNotAfter(homes, index - 1) + 1;
    const beginning = passages.slice(first, lastNotAfter(homes, index) + 1);
    const unsure = words.slice(
      Math.max(0, lastNotAfter(wordStarts, span.start)),
      lastNotAfter(wordStarts, span.end) + 1,
    );
    const pieces = cut(text, span, { passages: beginning, mark, unsure });
    return { isHeading: isHeading[index] ?? false, label: labels.get(index), pieces };
  });
}

/** Labels by paragraph. One stands below the headings of its part, and is left out where the part names itself. */
function findLabels(
  openings: readonly Passage[],
  lines: readonly string[],
  isHeading: readonly boolean[],
  homeOf: (offset: number) => number,
): Map<number, readonly string[] | undefined> {
  return new Map(
    openings.map(({ path, span }) => {
      const home = homeOf(span.start);
      const body = isHeading.indexOf(false, home);
      const own = lines.slice(home, Math.max(body, homeOf(span.end - 1)) + 1);
      const name = matchForm(path.at(-1) ?? "").trim();
      return [body, own.some((line) => line.startsWith(name)) ? undefined : path];
    }),
  );
}

/** Finds the paragraph at an offset, or the next one where the offset is in the blank lines between. */
function findHome(paragraphs: readonly Span[]): (offset: number) => number {
  const starts = paragraphs.map(({ start }) => start);
  return (offset) => {
    const before = lastNotAfter(starts, offset);
    return offset < (paragraphs[before]?.end ?? 0) ? before : before + 1;
  };
}

/** Index of the last of the sorted numbers that is at most `value`; -1 if there is none. */
function lastNotAfter(sorted: readonly number[], value: number, from = 0, to = sorted.length): number {
  if (from >= to) return from - 1;
  const middle = (from + to) >> 1;
  const isAfter = (sorted[middle] ?? value) > value;
  return isAfter ? lastNotAfter(sorted, value, from, middle) : lastNotAfter(sorted, value, middle + 1, to);
}

function paragraphSpans(text: string, openings: readonly Passage[]): Span[] {
  const starts = openings.map(({ span }) => span.start);
  return Array.from(text.matchAll(/[^\n]+/g), (line) => ({ start: line.index, end: line.index + line[0].length }))
    .flatMap((line) => split(line, starts))
    .filter(({ start, end }) => text.slice(start, end).trim() !== "");
}

function cut(
  text: string,
  { start, end }: Span,
  {
    passages,
    mark,
    unsure,
  }: {
    readonly passages: readonly Passage[];
    readonly mark: Span | undefined;
    readonly unsure: readonly UncertainWords[];
  },
): Piece[] {
  const borders = [...(mark ? [mark] : []), ...unsure.map(({ span }) => span)];
  const points = [...passages.map(({ span }) => span.start), ...borders.flatMap((span) => [span.start, span.end])];
  return split({ start, end }, points).map((piece) => ({
    text: text.slice(piece.start, piece.end),
    isMarked: mark !== undefined && isInside(piece, mark),
    uncertain: unsure.find(({ span }) => isInside(piece, span)),
    passageIds: passages
      .filter(({ span }) => span.start === piece.start || (piece.start === start && span.start < start))
      .map(({ id }) => id),
  }));
}

function isInside(piece: Span, { start, end }: Span): boolean {
  return start <= piece.start && piece.end <= end;
}

function split({ start, end }: Span, points: readonly number[]): Span[] {
  const inside = points.filter((point) => point > start && point < end);
  const starts = [...new Set([start, ...inside])].sort((left, right) => left - right);
  return starts.map((from, index) => ({ start: from, end: starts[index + 1] ?? end }));
}

// A document begins with its title, which is no sentence.
function isTitle(line: string, index: number): boolean {
  return index === 0 && !/[.:;,]$/.test(line);
}

function isHeadingOf(line: string, element: string): boolean {
  const name = matchForm(element).trim();
  // "Điều 2. Nhiệm vụ" is the heading of Điều 2; "Điều 2 quy định …" is a sentence.
  return name !== "" && line.startsWith(name) && /^($|\s*[.:–—-])/.test(line.slice(name.length));
}

function isSamePath(passage: Passage, previous: Passage | undefined): boolean {
  return previous !== undefined && passage.path.join("\n") === previous.path.join("\n");
}
