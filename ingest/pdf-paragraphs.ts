import type { Block } from "./pdf-blocks.ts";
import { goesOn, hasIndents, isCapitals, LARGEST_STEP, type Measure, type Open } from "./pdf-line-ends.ts";
import type { Segment } from "./pdf-segments.ts";
import { joinLines, type Words } from "./pdf-words.ts";

/** A page as far as it has been put in order. */
export interface PageBlocks {
  readonly page: number;
  readonly width: number;
  readonly blocks: readonly Block[];
  /** Notes at the foot of the page, line by line. */
  readonly notes: readonly Segment[];
}

/** A paragraph or the row of a table. */
export interface Paragraph extends Words {
  readonly isRow: boolean;
  /** Where pages begin inside it, or with it. */
  readonly pages: readonly { readonly page: number; readonly at: number }[];
}

interface Growing extends Open {
  paragraph: Paragraph;
}

const ASIDE_STOPPED = /[.:;,!?…]$/u;

/** Paragraphs of all pages in reading order; one that a page end cuts is whole. */
export function joinParagraphs(pages: readonly PageBlocks[]): Paragraph[] {
  const measures = measuresOf(pages);
  const done: Paragraph[] = [];
  let open: Growing | undefined;
  let waiting: Paragraph[] = [];
  const close = () => {
    if (open) done.push(open.paragraph);
    done.push(...waiting);
    open = undefined;
    waiting = [];
  };
  for (const { page, width, blocks, notes } of pages) {
    let isFirst = true;
    const begin = (words: Words, isRow: boolean): Paragraph => {
      const pagesHere = isFirst ? [{ page, at: 0 }] : [];
      isFirst = false;
      return { text: words.text, uncertain: words.uncertain, isRow, pages: pagesHere };
    };
    for (const block of blocks) {
      if (block.kind !== "text") {
        close();
        if (block.kind === "table") done.push(...block.rows.map((row) => begin(row, true)));
        else done.push(...asideLines(block.lines).map((line) => begin(line, false)));
        continue;
      }
      const measure = measureOf(block.lines, measures.get(Math.round(width)));
      for (const [at, line] of block.lines.entries()) {
        if (open && goesOn(open, line, measure, at > 0)) {
          // Notes of the page before stand above the paragraph that goes on, so that pages stay in order.
          done.push(...waiting);
          waiting = [];
          const cut = open.paragraph.text.length;
          const paragraph = continued(open.paragraph, line, isFirst ? page : null, cut);
          isFirst = false;
          open = { line, lines: open.lines + 1, measure, paragraph };
        } else {
          close();
          open = { line, lines: 1, measure, paragraph: begin(line, false) };
        }
      }
    }
    waiting = noteParagraphs(notes).map((note) => begin(note, false));
    if (!open) close();
  }
  close();
  return done;
}

function continued(paragraph: Paragraph, line: Words, page: number | null, cut: number): Paragraph {
  const words = joinLines(paragraph, line);
  const at = words.text.length - line.text.length;
  return {
    ...words,
    isRow: paragraph.isRow,
    pages: page === null ? paragraph.pages : [...paragraph.pages, { page, at: Math.max(cut, at) }],
  };
}

/** Beside other text only what goes on in lower case was wrapped. */
function asideLines(lines: readonly Segment[]): Words[] {
  const found: Words[] = [];
  for (const line of lines) {
    const last = found.at(-1);
    const isWrapped = last && /^\p{Ll}/u.test(line.text) && !ASIDE_STOPPED.test(last.text) && !isCapitals(last.text);
    if (isWrapped) found[found.length - 1] = joinLines(last, line);
    else found.push(line);
  }
  return found;
}

function noteParagraphs(lines: readonly Segment[]): Words[] {
  const found: Words[] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (last && !/^(?:\[\d{1,3}\]|\*)/.test(line.text)) found[found.length - 1] = joinLines(last, line);
    else found.push(line);
  }
  return found;
}

interface PageMeasure {
  readonly left: number;
  readonly right: number;
  readonly hasIndents: boolean;
}

/** Of pages of one width: their usual borders. */
function measuresOf(pages: readonly PageBlocks[]): Map<number, PageMeasure> {
  const byWidth = new Map<number, Segment[][]>();
  for (const { width, blocks } of pages) {
    const lines = blocks.flatMap((block) => (block.kind === "text" ? block.lines : []));
    if (lines.length > 0) byWidth.set(Math.round(width), [...(byWidth.get(Math.round(width)) ?? []), lines]);
  }
  return new Map(
    [...byWidth].map(([width, all]) => [
      width,
      {
        left: middle(all.map((lines) => Math.min(...lines.map(({ left }) => left)))),
        right: middle(all.map((lines) => Math.max(...lines.map(({ right }) => right)))),
        hasIndents: hasIndents(all.flat()),
      },
    ]),
  );
}

function measureOf(lines: readonly Segment[], usual: PageMeasure | undefined): Measure {
  const left = Math.min(...lines.map((line) => line.left));
  const right = Math.max(...lines.map((line) => line.right));
  const isColumn = usual !== undefined && right - left < 0.55 * (usual.right - usual.left) && lines.length > 5;
  const steps = lines.slice(1).map(({ baseline }, at) => baseline - (lines[at]?.baseline ?? 0));
  const size = middle(lines.map((line) => line.size));
  const close = steps
    .filter((step) => step > 0.5 * size && step < LARGEST_STEP * size)
    .toSorted((one, other) => one - other);
  return {
    left: usual && !isColumn ? Math.min(left, usual.left) : left,
    right: usual && !isColumn ? Math.max(right, usual.right) : right,
    step: close[Math.floor(close.length / 5)] ?? null,
    hasIndents: usual?.hasIndents ?? false,
  };
}

function middle(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
