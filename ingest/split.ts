import type { Span } from "../src/core/passage.ts";
import type { Heading } from "./lines.ts";
import { type Atom, partition } from "./partition.ts";
import { type CountTokens, type Measured, piecesOf } from "./pieces.ts";
import { type Block, structure } from "./structure.ts";

/** A passage of a text, before it has an id. */
export interface Piece {
  /** Common to all that the passage says; the labels of headings inside it are left out. */
  readonly path: readonly string[];
  readonly span: Span;
  /** Parts that get a vector each; together they cover the span. */
  readonly units: readonly Span[];
}

/** Lengths in the embedding model's tokens. */
export interface SplitOptions {
  readonly maxTokens?: number;
  readonly unitTokens?: number;
  /** A sentence up to this length is repeated where a long paragraph had to be cut. */
  readonly overlapTokens?: number;
}

interface Row {
  readonly block: Block;
  readonly pieces: readonly Measured[];
  readonly tokens: number;
  /** Says little without what follows: a heading, a list lead-in, or a short opening. */
  readonly leads: boolean;
}

interface Part extends Atom {
  readonly row: Row;
  readonly piece: Measured;
}

// So few words below a part's title are no passage of their own where sections of it follow. More paragraphs are the
// head of an official text, and belong to no Điều.
const MAX_OPENING = 48;
const MAX_OPENING_ROWS = 3;

/** The text's passages in order: they follow its structure, and every word is in one of them. */
export async function split(
  text: string,
  headings: readonly Heading[],
  countTokens: CountTokens,
  { maxTokens = 256, unitTokens = 96, overlapTokens = 40 }: SplitOptions = {},
): Promise<Piece[]> {
  const blocks = structure(text, headings);
  const spans = blocks.map(({ span }) => span);
  const pieces = await piecesOf(text, spans, countTokens, maxTokens);
  const rows = blocks.map((block, at): Row => {
    const measured = pieces[at] ?? [];
    return { block, pieces: measured, tokens: sum(measured), leads: block.introduces };
  });
  return sectionsOf(rows).flatMap((section) => {
    const parts = partsOf(section, maxTokens);
    return partition(parts, maxTokens).map(([from, to]): Piece => {
      const group = parts.slice(from, to);
      const repeated = overlap(parts[from - 1], group, Math.min(overlapTokens, maxTokens - total(group)));
      const units = unitsOf(repeated ? [repeated, ...group] : group, unitTokens);
      return { path: pathOf(group), span: { start: units[0]?.start ?? 0, end: units.at(-1)?.end ?? 0 }, units };
    });
  });
}

/** Rows between one section's beginning and the next; headings and short openings stay with the section below them. */
function sectionsOf(rows: readonly Row[]): Row[][] {
  const sections: Row[][] = [];
  let open: Row[] = [];
  // Where rows of the open section stand that say something by themselves: a section may have very many rows.
  let said: number[] = [];
  for (const row of rows) {
    const parent = open.at(-1)?.block.parts ?? [];
    const isInside = sharedLength(parent, row.block.parts) === parent.length;
    const isShort = said.length <= MAX_OPENING_ROWS && sum(said.flatMap((at) => open[at] ?? [])) <= MAX_OPENING;
    const isOpening = row.block.opensSection && isInside && isShort;
    if (isOpening) {
      for (const at of said) {
        const opening = open[at];
        if (opening) open[at] = { ...opening, leads: true };
      }
      said = [];
    }
    if (sections.length === 0 || (row.block.opensSection && said.length > 0)) {
      open = [];
      said = [];
      sections.push(open);
    }
    if (!row.leads) said.push(open.length);
    open.push(row);
  }
  return sections;
}

/** Every sentence, with what it costs to cut before it: much inside what fits into one passage, or behind a lead-in. */
function partsOf(rows: readonly Row[], maxTokens: number): Part[] {
  const sizes = new Map<number, number>();
  for (const { block, tokens } of rows) for (const id of block.parts) sizes.set(id, (sizes.get(id) ?? 0) + tokens);
  return rows.flatMap((row, at) => {
    const { parts } = row.block;
    const before = rows[at - 1];
    const shared = before ? sharedLength(before.block.parts, parts) : 0;
    const fits = (sizes.get(parts[shared - 1] ?? -1) ?? 0) <= maxTokens;
    const border = { cut: before?.leads ? 1 : fits ? 0.8 : shared / 50, depth: shared };
    return row.pieces.map((piece, index): Part => {
      const inside = row.tokens <= maxTokens ? 0.8 : piece.isSentence ? 0.2 : 0.4;
      return { row, piece, size: piece.tokens, ...(index > 0 ? { cut: inside, depth: parts.length + 1 } : border) };
    });
  });
}

/** The sentence before a cut inside a paragraph, if it is short enough to be said again. */
function overlap(before: Part | undefined, group: readonly Part[], maxTokens: number): Part | undefined {
  const [first] = group;
  const isCut = before !== undefined && before.row === first?.row && before.piece.isSentence && first.piece.isSentence;
  return isCut && before.size <= maxTokens ? before : undefined;
}

function pathOf(group: readonly Part[]): readonly string[] {
  const content = group.filter(({ row }) => !row.leads);
  const [first, ...others] = (content.length > 0 ? content : group).map(({ row }) => row.block.path);
  return others.reduce((path, other) => path.slice(0, sharedLength(path, other)), first ?? []);
}

function unitsOf(group: readonly Part[], unitTokens: number): Span[] {
  const atoms = group.map(({ row, size }, at) => {
    const before = group[at - 1]?.row;
    return { size, cut: before === row ? 0.1 : before?.leads ? 1 : 0, depth: 0 };
  });
  return partition(atoms, unitTokens).flatMap(([from, to]) => {
    const [first, last] = [group[from], group[to - 1]];
    return first && last ? [{ start: first.piece.span.start, end: last.piece.span.end }] : [];
  });
}

function sharedLength<T>(some: readonly T[], others: readonly T[]): number {
  const differs = some.findIndex((item, at) => item !== others[at]);
  return differs === -1 ? some.length : differs;
}

function sum(pieces: readonly { readonly tokens: number }[]): number {
  return pieces.reduce((size, { tokens }) => size + tokens, 0);
}

function total(parts: readonly { readonly size: number }[]): number {
  return parts.reduce((all, { size }) => all + size, 0);
}
