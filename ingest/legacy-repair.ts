import type { Span } from "../src/core/passage.ts";
import { isSyllable } from "./legacy-syllable.ts";
import { countSyllables, FONT_ENCODINGS, type LegacyEncoding, markedWords, RUN } from "./legacy-text.ts";
import type { Notice, ReadDocument } from "./read.ts";

/** Unicode text, and what became of the places of the text before. */
export interface Repaired {
  readonly text: string;
  /** `null` where there was nothing to repair. */
  readonly notice: Notice | null;
  /** Where the character at `offset` stands now. */
  readonly move: (offset: number) => number;
}

interface Line {
  readonly start: number;
  readonly text: string;
  readonly words: readonly string[];
  readonly possible: number;
}

// A few words can be Vietnamese by chance: a unit ("µm"), a foreign name.
const EVIDENCE = 5;
const ENOUGH = 0.75;

/**
 * Canonical text that was set in an old Vietnamese font ("§¶ng ñy", "Ñaûng uûy") as Unicode. Formats that know no
 * encodings hand it over as it is. Lines that are Unicode already stay; text without others is never changed.
 */
export function repairLegacyText(text: string): Repaired {
  const lines = linesOf(text);
  const [best] = FONT_ENCODINGS.map((encoding) => evidenceFor(encoding, lines)).sort((a, b) => b.gain - a.gain);
  if (!best?.isEnough) return { text, notice: null, move: (offset) => offset };
  const { encoding } = best;
  const marked = lines.filter(({ words }) => words.length > 0);
  const legacy = linesToConvert(marked, best);
  const starts: number[] = [];
  let repaired = "";
  for (const line of lines) {
    starts.push(repaired.length);
    repaired += `${legacy.has(line) ? convert(line.text, encoding) : line.text}\n`;
  }
  const part = legacy.size < marked.length ? `${legacy.size} of ${marked.length} lines with marks ` : "";
  return {
    text: repaired.slice(0, -1),
    notice: { code: "converted-encoding", message: `${part}read as ${encoding.name} and converted to Unicode` },
    move(offset) {
      const at = lineAt(lines, offset);
      const line = lines[at];
      if (!line) return offset;
      const before = line.text.slice(0, offset - line.start);
      return (starts[at] ?? 0) + (legacy.has(line) ? convert(before, encoding) : before).length;
    },
  };
}

/** A document with its text repaired and every place in it moved along. */
export function repairLegacyDocument(document: ReadDocument): ReadDocument {
  const { text, notice, move } = repairLegacyText(document.text);
  if (!notice) return document;
  const moved = ({ start, end }: Span): Span => ({ start: move(start), end: move(end) });
  return {
    ...document,
    text,
    headings: document.headings.map(({ span, level }) => ({ span: moved(span), level })),
    pages: document.pages.map(({ page, start }) => ({ page, start: move(start) })),
    uncertain: document.uncertain.map(moved),
    notices: [...document.notices, notice],
  };
}

interface Evidence {
  readonly encoding: LegacyEncoding;
  /** Lines of which the encoding makes more Vietnamese than they are. */
  readonly lines: ReadonlySet<Line>;
  /** Words that it makes possible. */
  readonly gain: number;
  readonly isEnough: boolean;
}

function evidenceFor(encoding: LegacyEncoding, all: readonly Line[]): Evidence {
  const doubtful = all.filter(({ words, possible }) => possible < words.length);
  const better = doubtful.filter(({ words, possible }) => possibleIn(words, encoding) > possible);
  const words = better.flatMap((line) => line.words);
  const possible = possibleIn(words, encoding);
  const gained = new Set(words.filter((word) => !isSyllable(word)));
  return {
    encoding,
    lines: new Set(better),
    gain: possible - countSyllables(words),
    isEnough: gained.size >= EVIDENCE && possible >= words.length * ENOUGH,
  };
}

/** Lines that can be either go with a text that has no line of Unicode. */
function linesToConvert(marked: readonly Line[], { encoding, lines }: Evidence): ReadonlySet<Line> {
  const others = marked.filter((line) => !lines.has(line));
  const isWhole = others.every(({ words, possible }) => possibleIn(words, encoding) === possible);
  return isWhole ? new Set(marked) : lines;
}

function possibleIn(words: readonly string[], encoding: LegacyEncoding): number {
  return countSyllables(words, (word) => convert(word, encoding));
}

/** In canonical text, the é of TCVN3 (U+00D0) has become the Đ that it looks like. */
function convert(text: string, encoding: LegacyEncoding): string {
  const letters = text.replace(RUN, (word) => {
    const restored = word.replaceAll("Đ", "\u00d0");
    return restored !== word && isSyllable(encoding.convert(restored)) ? restored : word;
  });
  return encoding.convert(letters);
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split("\n").map((line) => {
    const words = markedWords(line);
    const entry = { start, text: line, words, possible: countSyllables(words) };
    start += line.length + 1;
    return entry;
  });
}

/** Index of the last line that begins at or before `offset`. */
function lineAt(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
