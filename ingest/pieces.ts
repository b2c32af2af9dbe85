import type { Span } from "../src/core/passage.ts";
import { sentences, trimmed } from "../src/core/sentences.ts";

/** Lengths in the embedding model's tokens, in the order asked. */
export type CountTokens = (texts: readonly string[]) => Promise<number[]>;

/** A sentence, or a part of one that is too long, with its length. */
export interface Measured {
  readonly span: Span;
  readonly tokens: number;
  /** `false` for parts of a sentence. */
  readonly isSentence: boolean;
}

// Text without spaces has to end somewhere.
const MAX_WORD = 64;

/** The sentences of each block; those above the limit are cut after semicolons, then commas, then words. Counts in four batches at most. */
export async function piecesOf(
  text: string,
  blocks: readonly Span[],
  countTokens: CountTokens,
  limit: number,
): Promise<Measured[][]> {
  const measure = async (rows: readonly (readonly Span[])[], isSentence: boolean): Promise<Measured[][]> => {
    const spans = rows.flat();
    const counts = spans.length > 0 ? await countTokens(spans.map(({ start, end }) => text.slice(start, end))) : [];
    let at = 0;
    return rows.map((row) =>
      row.map((span) => {
        const tokens = counts[at];
        at += 1;
        return { span, tokens: tokens ?? 0, isSentence };
      }),
    );
  };
  const refine = async (rows: Measured[][], cut: (text: string, span: Span) => Span[]): Promise<Measured[][]> => {
    const long = rows.flat().filter(({ tokens }) => tokens > limit);
    const parts = await measure(
      long.map(({ span }) => cut(text, span)),
      false,
    );
    const joined = new Map(long.map((piece, at) => [piece, joinUpTo(parts[at] ?? [], limit)]));
    return rows.map((row) => row.flatMap((piece) => joined.get(piece) ?? piece));
  };
  const whole = await measure(
    blocks.map(({ start, end }) => sentences(text, start, end)),
    true,
  );
  const clauses = await refine(whole, (all, span) => cutAfter(/;(?=[ \n])/g, all, span));
  return refine(await refine(clauses, (all, span) => cutAfter(/[,:](?=[ \n])/g, all, span)), words);
}

function cutAfter(mark: RegExp, text: string, { start, end }: Span): Span[] {
  const ends = Array.from(text.slice(start, end).matchAll(mark), ({ index }) => start + index + 1);
  return [...ends, end]
    .map((to, at) => trimmed(text, ends[at - 1] ?? start, to))
    .filter((span) => span.end > span.start);
}

function words(text: string, { start, end }: Span): Span[] {
  const pattern = new RegExp(`\\S{1,${MAX_WORD}}`, "gu");
  return Array.from(text.slice(start, end).matchAll(pattern), ({ 0: word, index }) => ({
    start: start + index,
    end: start + index + word.length,
  }));
}

/** Joins neighbours while they fit, in even shares, so that no scrap is left at the end. */
function joinUpTo(parts: readonly Measured[], limit: number): Measured[] {
  const total = parts.reduce((sum, { tokens }) => sum + tokens, 0);
  const share = total / Math.ceil(total / limit);
  const joined: Measured[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    const tokens = (last?.tokens ?? 0) + part.tokens;
    if (last && tokens <= limit && tokens - part.tokens / 2 <= share)
      joined[joined.length - 1] = { span: { start: last.span.start, end: part.span.end }, tokens, isSentence: false };
    else joined.push(part);
  }
  return joined;
}
