import type { Span } from "../src/core/passage.ts";
import { type Heading, type Paragraph, paragraphs } from "./lines.ts";
import { type Marker, markerOf } from "./markers.ts";

/** A paragraph with its place in the text. */
export interface Block {
  readonly span: Span;
  /** Names of the parts around it, outermost first: `["Chương II", "Điều 5", "khoản 2"]`. */
  readonly path: readonly string[];
  /** The parts themselves, those without a name included: blocks with the same number stand in the same part. */
  readonly parts: readonly number[];
  /** A part begins here that is never packed together with its neighbour. */
  readonly opensSection: boolean;
  /** Title or list lead-in: says little without what follows. */
  readonly introduces: boolean;
}

interface Part {
  readonly id: number;
  readonly rank: number;
  readonly label: string | null;
  readonly marker: Marker | null;
  /** Paragraphs without a marker belong to it, however many. */
  readonly isOpen: boolean;
  readonly hasNext: boolean;
  followers: number;
  /** Most paragraphs that followed an item of a series directly inside this part, by the series' type. */
  readonly followersSeen: Map<string, number>;
}

// Mark-up headings stand under Phụ lục, Phần, Chương and Mục, and above what is merely numbered.
const HEADING_RANK = 4;
const MAX_LABEL = 120;

/** Paragraphs in reading order, placed by markers at line starts ("Điều 5.", "a)", "Một là,") and by headings. */
export function structure(text: string, headings: readonly Heading[]): Block[] {
  const all = paragraphs(text, headings, (line) => markerOf(line) !== undefined);
  const markers = readMarkers(text, all);
  const title = titleOf(all);
  const stack: Part[] = [];
  const blocks: Block[] = [];
  let parts = 0;
  const open = (marker: Marker | null, rank: number, label: string | null, isOpen: boolean, hasNext = false) => {
    while ((stack.at(-1)?.rank ?? -1) >= rank) close(stack);
    stack.push({ id: parts, rank, label, marker, isOpen, hasNext, followers: 0, followersSeen: new Map() });
    parts += 1;
  };
  open(null, 0, null, true);
  for (const [at, { span, headingLevel }] of all.entries()) {
    const marker = markers[at] ?? null;
    const words = text.slice(span.start, span.end);
    const next = markers[at + 1] ?? null;
    const isTitle = at === title;
    let introduces = isTitle;
    let opensSection = false;
    if (headingLevel !== null && !isTitle) {
      const isLegal = marker !== null && marker.rank < HEADING_RANK + 1 && marker.rank !== 4.8;
      const named = isLegal || marker?.type === "article" ? marker : null;
      const label = named?.label ?? words.replace(/\s+/g, " ").slice(0, MAX_LABEL).trim();
      open(named, named?.rank ?? HEADING_RANK + headingLevel / 10, label, true);
      introduces = opensSection = true;
    } else if (marker && !isTitle) {
      introduces = isHeadline(words, marker, next) || (words.endsWith(":") && isDeeper(next, marker));
      opensSection = marker.isSection;
      const isOpen = marker.isSection || introduces;
      open(marker, marker.rank, nameOf(marker, stack), isOpen, hasNext(markers, at));
    } else if (!isTitle) {
      const last = blocks.at(-1);
      const titlesPart = stack.at(-1)?.marker?.isBare === true && last?.introduces === true && !/[.;:]$/.test(words);
      if (!titlesPart) leaveItems(stack);
      const leads = words.endsWith(":") && next !== null && !next.isSection && (next.ordinal ?? 1) <= 1;
      if (leads) open(null, next.rank - 0.05, null, false);
      introduces = titlesPart || leads;
    }
    const path = stack.flatMap(({ label }) => label ?? []);
    blocks.push({ span, path, parts: stack.map(({ id }) => id), opensSection, introduces });
  }
  return blocks;
}

/** Markers by paragraph, with attached texts ("QUY CHẾ" alone on a line after the first Điều) as parts of their own. */
function readMarkers(text: string, all: readonly Paragraph[]): (Marker | null)[] {
  let hasArticles = false;
  return all.map(({ span, isQuoted }) => {
    if (isQuoted) return null;
    const words = text.slice(span.start, span.end);
    const marker = markerOf(words) ?? (hasArticles ? attachment(words) : undefined);
    hasArticles ||= marker?.type === "article";
    return marker ?? null;
  });
}

function attachment(words: string): Marker | undefined {
  if (!/^(?:QUY CHẾ|QUY ĐỊNH|ĐIỀU LỆ|ĐỀ ÁN|CHƯƠNG TRÌNH|KẾ HOẠCH|HƯỚNG DẪN|NỘI QUY|DANH MỤC)$/.test(words)) return undefined;
  const label = words.charAt(0) + words.slice(1).toLowerCase();
  return { type: "attachment", rank: 0.5, ordinal: null, label, isSection: true, isBare: true };
}

/** The document's own title is no part of it: a first heading above all others. */
function titleOf(all: readonly Paragraph[]): number | undefined {
  const levels = all.flatMap(({ headingLevel }) => headingLevel ?? []);
  const first = all.findIndex(({ headingLevel }) => headingLevel !== null);
  const level = all[first]?.headingLevel ?? 0;
  const isAbove = first === 0 && levels.slice(1).every((other) => other > level);
  return isAbove ? first : undefined;
}

function nameOf(marker: Marker, stack: readonly Part[]): string | null {
  const inArticle = stack.some((part) => part.marker?.type === "article" && part.rank < marker.rank);
  if (!inArticle) return marker.label;
  if (marker.type === "number") return `khoản ${marker.label}`;
  return marker.type === "decimal" ? `điểm ${marker.label}` : marker.label;
}

/** A numbered line that names what follows, rather than saying something itself. */
function isHeadline(words: string, marker: Marker, next: Marker | null): boolean {
  if (marker.isBare) return true;
  if (marker.ordinal === null || words.length > 160 || /[.;:,!?…”]$/.test(words)) return false;
  return next === null || isDeeper(next, marker);
}

function isDeeper(next: Marker | null, marker: Marker): boolean {
  return next !== null && next.rank > marker.rank;
}

/** Whether the series goes on later in the same part. */
function hasNext(markers: readonly (Marker | null)[], at: number): boolean {
  const marker = markers[at];
  if (!marker || marker.ordinal === null) return false;
  for (let index = at + 1; index < markers.length; index += 1) {
    const later = markers[index];
    if (!later) continue;
    if (later.rank < marker.rank) return false;
    if (later.type === marker.type) return (later.ordinal ?? 0) > marker.ordinal;
  }
  return false;
}

/**
 * A paragraph without a marker ends a list, unless the series goes on behind it. Behind the last item it belongs to
 * that item only if items before it were followed by as many.
 */
function leaveItems(stack: Part[]): void {
  for (let part = stack.at(-1); part && !part.isOpen; part = stack.at(-1)) {
    const usual = part.marker ? (stack.at(-2)?.followersSeen.get(part.marker.type) ?? 0) : 0;
    if (part.hasNext || part.followers < usual) {
      part.followers += 1;
      return;
    }
    close(stack);
  }
}

function close(stack: Part[]): void {
  const part = stack.pop();
  const seen = stack.at(-1)?.followersSeen;
  if (part?.marker) seen?.set(part.marker.type, Math.max(part.followers, seen.get(part.marker.type) ?? 0));
}
