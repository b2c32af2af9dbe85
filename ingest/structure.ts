import type { Span } from "../src/core/passage.ts";
import { KIND_NAMES } from "./cross-reference.ts";
import type { Heading } from "./lines.ts";
import { createOutline, type Outline } from "./outline.ts";
import { type Paragraph, paragraphs } from "./paragraphs.ts";
import { type Item, placeItems } from "./series.ts";

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
const NAMED_PARTS = new Set(["appendix", "form", "attachment", "part", "chapter", "section", "subsection", "article"]);

const KEEPING = new Set(["clause", "decimal", "about"]);
// What a document says of itself at its end: "Nghị quyết này phổ biến đến chi bộ."
const CLOSING = new RegExp(
  `^(?:(?:${KIND_NAMES}) này,? (?:được |sẽ )?(?:phổ biến|có hiệu lực|thay thế)|Trên đây là\\s)`,
  "u",
);

/** Paragraphs in reading order, placed by markers at line starts ("Điều 5.", "a)", "Một là,") and by headings. */
export function structure(text: string, headings: readonly Heading[]): Block[] {
  const all = paragraphs(text, headings);
  const items = placeItems(all);
  const hasTitle = startsWithTitle(all);
  const outline = createOutline();
  const blocks: Block[] = [];
  for (const [at, paragraph] of all.entries()) {
    const item = items[at] ?? null;
    const next = items[at + 1] ?? null;
    const role: Role =
      hasTitle && at === 0
        ? { opensSection: false, introduces: true }
        : paragraph.headingLevel !== null
          ? enterHeading(outline, paragraph, paragraph.headingLevel, item)
          : item
            ? enterItem(outline, paragraph, item, next)
            : enterParagraph(outline, paragraph, next, blocks.at(-1));
    blocks.push({ span: paragraph.span, path: outline.path(), parts: outline.ids(), ...role });
  }
  return blocks;
}

function enterHeading(outline: Outline, { words }: Paragraph, headingLevel: number, item: Item | null): Role {
  const named = item && NAMED_PARTS.has(item.marker.type) ? item.marker : null;
  const label = named?.label ?? words.replace(/\s+/g, " ").slice(0, MAX_LABEL).trim();
  const rank = named?.rank ?? HEADING_RANK + headingLevel / 10;
  outline.open({ rank, label, marker: named, headingLevel, isOpen: true, hasNext: false, keeps: false });
  return { opensSection: true, introduces: true };
}

function enterItem(outline: Outline, { words }: Paragraph, item: Item, next: Item | null): Role {
  const { marker, rank, hasNext } = item;
  const introduces = isHeadline(words, item, next) || (words.endsWith(":") && isDeeper(next, item));
  const isClause = marker.type === "number" && isArticle(item.parent);
  outline.open({
    rank,
    label: nameOf(item, isClause, outline),
    marker,
    headingLevel: null,
    isOpen: marker.isSection || introduces,
    hasNext,
    keeps: isClause || KEEPING.has(marker.type),
  });
  return { opensSection: marker.isSection, introduces };
}

function enterParagraph(
  outline: Outline,
  { words, isQuoted }: Paragraph,
  next: Item | null,
  last: Block | undefined,
): Role {
  if (outline.innermost()?.marker?.isBare && isTitleLine(words, last)) return { opensSection: false, introduces: true };
  if (CLOSING.test(words)) outline.closeItems();
  else if (!isQuoted) outline.leaveItems();
  const leads = words.endsWith(":") && next !== null && !next.marker.isSection && (next.marker.ordinal ?? 1) <= 1;
  // The list is a part without a name, so that it can be kept together.
  if (leads)
    outline.open({
      rank: next.rank - 0.005,
      label: null,
      marker: null,
      headingLevel: null,
      isOpen: false,
      hasNext: false,
      keeps: false,
    });
  return { opensSection: false, introduces: leads };
}

/** The document's own title is no part of it: a first heading above all others, or a first line that is no sentence. */
function startsWithTitle(all: readonly Paragraph[]): boolean {
  const [first, ...others] = all;
  if (!first || first.marker?.isSection) return false;
  const { headingLevel, words } = first;
  const levels = others.flatMap((other) => other.headingLevel ?? []);
  if (headingLevel !== null) return levels.every((level) => level > headingLevel);
  return !first.marker && levels.length === 0 && words.length <= MAX_TITLE && !/[.;:,]$/.test(words);
}

function nameOf({ marker }: Item, isClause: boolean, outline: Outline): string | null {
  if (isClause) return `khoản ${marker.label}`;
  const isInside = outline.isInside("article") || outline.isInside("about");
  return marker.type === "decimal" && isInside ? `điểm ${marker.label}` : marker.label;
}

function isArticle(type: string | null): boolean {
  return type === "article" || type === "about";
}

/** The line below "Chương II" alone on its line. */
function isTitleLine(words: string, last: Block | undefined): boolean {
  if (!last?.introduces || words.length > MAX_LABEL || /[.;:]$/.test(words)) return false;
  return last.opensSection || words === words.toUpperCase();
}

/** A numbered line that names what follows, rather than saying something itself. */
function isHeadline(words: string, item: Item, next: Item | null): boolean {
  const { isBare, ordinal } = item.marker;
  if (isBare) return true;
  if (ordinal === null || words.length > MAX_TITLE || /[.;:,!?…”]$/.test(words)) return false;
  return next === null || isDeeper(next, item);
}

function isDeeper(next: Item | null, item: Item): boolean {
  return next !== null && next.rank > item.rank;
}
