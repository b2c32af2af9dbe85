import { markerOf } from "./markers.ts";
import type { Segment } from "./pdf-segments.ts";

/** The width in which a line was set, and what its page is like. */
export interface Measure {
  readonly left: number;
  readonly right: number;
  /** Usual distance of two lines of a paragraph; `null` where nothing can be said. */
  readonly step: number | null;
  /** Paragraphs of this text begin with a space at the left. */
  readonly hasIndents: boolean;
}

/** A paragraph's last line, and how many it has so far. */
export interface Open {
  readonly line: Segment;
  readonly lines: number;
  readonly measure: Measure;
}

/** Two lines that are farther apart, in sizes of their letters, are no lines of one paragraph. */
export const LARGEST_STEP = 2.5;

// In sizes of the letters; a step in parts of the usual one.
const INDENT = 0.7;
const CENTRED = 1.2;
// The right border of ragged text is known to a word only.
const OFF_CENTRE = 2.5;
const MAX_STEP = 1.25;
const SAME_SIZE = 0.12;

const STOPPED = /[.:;!?…][”"’»)\]]*$/u;
const LOWER = /^[“"(]?\p{Ll}/u;

/** Whether `next` goes on with the paragraph; `isBelow` is false across a page or column. */
export function goesOn(open: Open, next: Segment, measure: Measure, isBelow: boolean): boolean {
  const { line } = open;
  const { size } = line;
  if (Math.abs(next.size - size) > SAME_SIZE * size || isCapitals(line.text) !== isCapitals(next.text)) return false;
  const step = measure.step === null ? LARGEST_STEP * size : MAX_STEP * measure.step;
  if (isBelow && next.baseline - line.baseline > step) return false;
  const isLower = LOWER.test(next.text) && markerOf(next.text) === undefined;
  if (isCentred(line, open.measure, isLower ? 0 : CENTRED) && isCentred(next, measure, CENTRED))
    return isLower || isCutTitle(line.text, next.text) || (!hasRoom(open, next, true) && !STOPPED.test(line.text));
  if (hasRoom(open, next, false)) return false;
  const shift = (next.left - measure.left - (line.left - open.measure.left)) / size;
  const isIndented = line.left - open.measure.left > INDENT * size;
  if (shift > INDENT) return open.lines === 1 && (hangs(line, next) || (!measure.hasIndents && isLower));
  if (shift < -INDENT) return open.lines === 1;
  if (isLower) return true;
  if (measure.hasIndents) return !(isIndented && open.lines === 1);
  if (/^(?:article|chapter|part|section|appendix)$/.test(markerOf(next.text)?.type ?? "")) return false;
  return !STOPPED.test(line.text) || (isBelow && markerOf(next.text) === undefined);
}

/** Whether most paragraphs of some text begin at the right of the lines that follow: seen from lines that go on in lower case. */
export function hasIndents(lines: readonly Segment[]): boolean {
  let indented = 0;
  let flush = 0;
  for (const [at, next] of lines.entries()) {
    const line = lines[at - 1];
    if (!line || !LOWER.test(next.text) || markerOf(next.text) || STOPPED.test(line.text)) continue;
    const shift = (line.left - next.left) / line.size;
    if (shift > INDENT && shift < 8) indented += 1;
    else if (Math.abs(shift) < 0.3 && (lines[at - 2]?.baseline ?? 0) < line.baseline) flush += 1;
  }
  return indented > 2 && indented > flush / 6;
}

/** With as much white at the left as at the right, and so much at least, in sizes of the letters. */
function isCentred({ left, right, size }: Segment, measure: Measure, least: number): boolean {
  const [before, after] = [left - measure.left, measure.right - right];
  return Math.abs(before - after) < OFF_CENTRE * size && before >= least * size;
}

/** Whether the first word of the next line would have found room at the end of this one. */
function hasRoom({ line, measure }: Open, next: Segment, isCentre: boolean): boolean {
  const word = /^\S+/.exec(next.text)?.[0] ?? "";
  const width = ((next.right - next.left) * (word.length + 1)) / Math.max(1, next.text.length);
  const room = isCentre ? measure.right - measure.left - (line.right - line.left) : measure.right - line.right;
  return room > width + 0.6 * line.size;
}

/** Whether the line goes on with a list's item, below the item's first word. */
function hangs(line: Segment, next: Segment): boolean {
  return /^\S{1,4}\s/.test(line.text) && Math.abs(next.left - line.hang) < line.size / 3;
}

/** A title in capitals that its author cut where it looked best, not where the line was full. */
function isCutTitle(text: string, next: string): boolean {
  return isCapitals(text) && (/(?:[,-]|VÀ|CỦA|VỀ)$/.test(text) || /^(?:VÀ|HOẶC|TRONG|ĐỐI VỚI|THEO)\s/.test(next));
}

/** Words in capitals alone; `213-QĐ/TW, UBND` at the end of a sentence is none. */
export function isCapitals(text: string): boolean {
  const words = text.match(/(?<![\p{L}\d/-])\p{Lu}{2,}(?![\p{L}\d/-])/gu) ?? [];
  return words.length > 1 && text === text.toUpperCase();
}
