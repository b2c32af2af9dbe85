import type { Block } from "./pdf-blocks.ts";
import type { Segment } from "./pdf-segments.ts";

const SMALLER = 0.92;

/** Takes the notes at the foot of a page, in smaller letters and opened by a mark, out of its last block. */
export function withNotes(
  blocks: readonly Block[],
  size: number,
): { readonly blocks: readonly Block[]; readonly notes: readonly Segment[] } {
  const last = blocks.at(-1);
  if (last?.kind !== "text") return { blocks, notes: [] };
  const { lines } = last;
  const small = lines.findLastIndex((line) => line.size > SMALLER * size) + 1;
  const opened = lines.findIndex(({ text }, at) => at >= small && /^(?:\[\d{1,3}\]|\*+ )/.test(text));
  if (opened === -1) return { blocks, notes: [] };
  const text = lines.slice(0, opened);
  return {
    blocks: [...blocks.slice(0, -1), ...(text.length > 0 ? [{ kind: "text", lines: text } as const] : [])],
    notes: lines.slice(opened),
  };
}
