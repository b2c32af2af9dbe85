import type { Span } from "../src/core/passage.ts";
import { type Heading, type Paragraph, paragraphs } from "./lines.ts";
import { type Marker, markerOf } from "./markers.ts";
import { createOutline, type Outline } from "./outline.ts";

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

type Role = Pick<Block, "opensSection" | "introduces">;

// Mark-up headings stand under Phụ lục, Phần, Chương and Mục, and above what is merely numbered.
const HEADING_RANK = 4;
const MAX_LABEL = 120;
const MAX_TITLE = 200;
const NAMED_PARTS = new Set(["appendix", "attachment", "part", "chapter", "section", "subsection", "article"]);

/** Paragraphs in reading order, placed by markers at line starts ("Điều 5.", "a)", "Một là,") and by headings. */
export function structure(text: string, headings: readonly Heading[]): Block[] {
  const all = paragraphs(text, headings, (line) => markerOf(line) !== undefined);
  const markers = readMarkers(text, all);
  const hasTitle = startsWithTitle(text, all, markers[0] ?? null);
  const outline = createOutline();
  const blocks: Block[] = [];
  for (const [at, { span, headingLevel }] of all.entries()) {
    const marker = markers[at] ?? null;
    const next = markers[at + 1] ?? null;
    const words = text.slice(span.start, span.end);
    const role: Role =
      hasTitle && at === 0
        ? { opensSection: false, introduces: true }
        : headingLevel !== null
          ? enterHeading(outline, words, headingLevel, marker)
          : marker
            ? enterItem(outline, words, marker, next, hasNext(markers, at))
            : enterParagraph(outline, words, next, blocks.at(-1));
    blocks.push({ span, path: outline.path(), parts: outline.ids(), ...role });
  }
  return blocks;
}

function enterHeading(outline: Outline, words: string, headingLevel: number, marker: Marker | null): Role {
  const named = marker && NAMED_PARTS.has(marker.type) ? marker : null;
  const label = named?.label ?? words.replace(/\s+/g, " ").slice(0, MAX_LABEL).trim();
  const rank = named?.rank ?? HEADING_RANK + headingLevel / 10;
  outline.open({ rank, label, marker: named, headingLevel, isOpen: true, hasNext: false });
  return { opensSection: true, introduces: true };
}

function enterItem(outline: Outline, words: string, marker: Marker, next: Marker | null, goesOn: boolean): Role {
  const introduces = isHeadline(words, marker, next) || (words.endsWith(":") && isDeeper(next, marker));
  outline.open({
    rank: marker.rank,
    label: nameOf(marker, outline),
    marker,
    headingLevel: null,
    isOpen: marker.isSection || introduces,
    hasNext: goesOn,
  });
  return { opensSection: marker.isSection, introduces };
}

function enterParagraph(outline: Outline, words: string, next: Marker | null, last: Block | undefined): Role {
  if (outline.innermost()?.marker?.isBare && isTitleLine(words, last)) return { opensSection: false, introduces: true };
  outline.leaveItems();
  const leads = words.endsWith(":") && next !== null && !next.isSection && (next.ordinal ?? 1) <= 1;
  // The list is a part without a name, so that it can be kept together.
  if (leads)
    outline.open({
      rank: next.rank - 0.05,
      label: null,
      marker: null,
      headingLevel: null,
      isOpen: false,
      hasNext: false,
    });
  return { opensSection: false, introduces: leads };
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
  const names = /^(?:QUY CHẾ|QUY ĐỊNH|ĐIỀU LỆ|ĐỀ ÁN|CHƯƠNG TRÌNH|KẾ HOẠCH|HƯỚNG DẪN|NỘI QUY|DANH MỤC)$/;
  if (!names.test(words)) return undefined;
  const label = words.charAt(0) + words.slice(1).toLowerCase();
  return { type: "attachment", rank: 0.5, ordinal: null, label, isSection: true, isBare: true };
}

/** The document's own title is no part of it: a first heading above all others, or a first line that is no sentence. */
function startsWithTitle(text: string, all: readonly Paragraph[], marker: Marker | null): boolean {
  const [first, ...others] = all;
  if (!first || marker?.isSection) return false;
  const { headingLevel, span } = first;
  const levels = others.flatMap((other) => other.headingLevel ?? []);
  if (headingLevel !== null) return levels.every((level) => level > headingLevel);
  const words = text.slice(span.start, span.end);
  return !marker && levels.length === 0 && words.length <= MAX_TITLE && !/[.;:,]$/.test(words);
}

function nameOf(marker: Marker, outline: Outline): string | null {
  if (!outline.isInside("article")) return marker.label;
  if (marker.type === "number") return `khoản ${marker.label}`;
  return marker.type === "decimal" ? `điểm ${marker.label}` : marker.label;
}

/** The line below "Chương II" alone on its line. */
function isTitleLine(words: string, last: Block | undefined): boolean {
  if (!last?.introduces || words.length > MAX_LABEL || /[.;:]$/.test(words)) return false;
  return last.opensSection || words === words.toUpperCase();
}

/** A numbered line that names what follows, rather than saying something itself. */
function isHeadline(words: string, marker: Marker, next: Marker | null): boolean {
  if (marker.isBare) return true;
  if (marker.ordinal === null || words.length > MAX_TITLE || /[.;:,!?…”]$/.test(words)) return false;
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
