import type { Span } from "../src/core/passage.ts";
import { blocksOf } from "./pdf-blocks.ts";
import { withoutMargins } from "./pdf-margins.ts";
import { withNotes } from "./pdf-notes.ts";
import { joinParagraphs, type Paragraph } from "./pdf-paragraphs.ts";
import type { Segment } from "./pdf-segments.ts";
import type { Table } from "./pdf-tables.ts";
import type { Notice, PageStart, ReadDocument } from "./read.ts";

/** A page with its words in lines. */
export interface LaidPage {
  /** From 1, without gaps. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly rows: readonly (readonly Segment[])[];
  readonly tables: readonly Table[];
  /** `null` where the page's own text was read. */
  readonly recognition: Recognition | null;
  /** A picture stands beside the text that was read; nobody looked whether it shows words. */
  readonly hasPicture: boolean;
}

/** Where the words of a picture come from. */
export type Recognition =
  | { readonly by: "us"; readonly confidence: number | null }
  /** Of these nobody knows how sure it was. */
  | { readonly by: "scanner" };

// Enough to see what kind of line it was.
const MAX_SHOWN = 5;
const MAX_NAMED = 20;

/** The text of all pages: furniture left out, lines joined, pages and doubts kept as places in it. */
export function documentOf(laid: readonly LaidPage[]): ReadDocument {
  const { pages, dropped } = withoutMargins(laid);
  const size = usualSize(pages);
  const blocks = pages.map((page) => ({ ...page, ...withNotes(blocksOf(page.rows, page.tables), size) }));
  const { text, starts, uncertain } = textOf(joinParagraphs(blocks));
  return {
    text,
    headings: [],
    frontMatter: null,
    titleHint: null,
    dateHint: null,
    pages: startsOf(laid, starts, text.length),
    notices: noticesOf(laid, dropped, uncertain.length),
    uncertain,
  };
}

function textOf(paragraphs: readonly Paragraph[]) {
  const starts = new Map<number, number>();
  const uncertain: Span[] = [];
  let text = "";
  for (const [at, paragraph] of paragraphs.entries()) {
    if (at > 0) text += paragraph.isRow && paragraphs[at - 1]?.isRow ? "\n" : "\n\n";
    for (const { page, at: inside } of paragraph.pages) starts.set(page, text.length + inside);
    for (const { start, end } of paragraph.uncertain) addSpan(uncertain, start + text.length, end + text.length);
    text += paragraph.text;
  }
  return { text, starts, uncertain };
}

/** Spans that touch are one: a number that was read digit by digit. */
function addSpan(spans: Span[], start: number, end: number): void {
  const last = spans.at(-1);
  if (last && last.end >= start) spans[spans.length - 1] = { start: last.start, end: Math.max(last.end, end) };
  else if (end > start) spans.push({ start, end });
}

/** A page without text begins where the next one does. */
function startsOf(pages: readonly LaidPage[], starts: ReadonlyMap<number, number>, end: number): PageStart[] {
  let next = end;
  return pages
    .toReversed()
    .map(({ page }) => {
      next = starts.get(page) ?? next;
      return { page, start: next };
    })
    .toReversed();
}

function usualSize(pages: readonly LaidPage[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of pages.flatMap(({ rows }) => rows.flat()))
    letters.set(Math.round(size), (letters.get(Math.round(size)) ?? 0) + text.length);
  return [...letters].toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? 0;
}

function noticesOf(pages: readonly LaidPage[], dropped: readonly string[], doubts: number): Notice[] {
  const recognitions = pages.flatMap(({ recognition }) => recognition ?? []);
  const ours = recognitions.flatMap((recognition) => (recognition.by === "us" ? recognition : []));
  const sure = ours.flatMap(({ confidence }) => confidence ?? []);
  const mean = sure.reduce((sum, confidence) => sum + confidence, 0) / Math.max(1, sure.length);
  const foreign = recognitions.length - ours.length;
  const pictured = pages.flatMap(({ hasPicture, page }) => (hasPicture ? page : []));
  const leftOut = dropped.slice(0, MAX_SHOWN).map((line) => `“${line}”`);
  const notices: (Notice | false)[] = [
    ours.length > 0 && {
      code: "recognised",
      message: `${count(ours.length, "page")} recognised from a picture, ${mean.toFixed(0)} % sure on average`,
    },
    foreign > 0 && {
      code: "recognised",
      message: `${count(foreign, "page")} with the recognition of a scanner, which does not say how sure it was`,
    },
    doubts > 0 && { code: "uncertain-words", message: `${count(doubts, "place")} may be misread` },
    leftOut.length > 0 && { code: "left-out", message: `running heads and page numbers: ${leftOut.join(", ")}` },
    pictured.length > 0 && { code: "left-out", message: `pictures on ${pagesNamed(pictured)}` },
  ];
  return notices.filter((notice) => notice !== false);
}

function pagesNamed(pages: readonly number[]): string {
  const named = pages.slice(0, MAX_NAMED).join(", ");
  return `page${pages.length === 1 ? "" : "s"} ${named}${pages.length > MAX_NAMED ? ", …" : ""}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
