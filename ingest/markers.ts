import { MARKER_RULES } from "./marker-rules.ts";
import { isNextLetter, isNextNumber } from "./numerals.ts";

/** What a line begins with: its place in the hierarchy, and what people call it. */
export interface Marker {
  readonly type: string;
  /** Smaller stands above. */
  readonly rank: number;
  /** Position in its series; `null` for bullets. */
  readonly ordinal: number | null;
  /** `null` where the part has no name of its own: a bullet. */
  readonly label: string | null;
  /** A part that is never packed together with its neighbour. */
  readonly isSection: boolean;
  /** Nothing but the marker stands on the line, so that its title is on the next one. */
  readonly isBare: boolean;
}

/** The structure marker at the start of a line (without white space before it), or `undefined`. */
export function markerOf(line: string): Marker | undefined {
  for (const { type, rank, pattern, isSection = false, ordinal, label } of MARKER_RULES) {
    const match = pattern.exec(line);
    if (!match) continue;
    const name = (match[2] ?? "").trim();
    return {
      type,
      rank: type === "decimal" ? rank + name.split(".").length / 100 : rank,
      ordinal: ordinal ? ordinal(name) : null,
      label: label ? label(name, match).trim() : null,
      isSection,
      isBare: /^[\s.:–—-]*$/.test(line.slice(match[0].length)),
    };
  }
  return undefined;
}

/** Whether the series goes from the one to the other. */
export function follows(before: Marker, marker: Marker): boolean {
  if (before.type !== marker.type || before.rank !== marker.rank) return false;
  if (before.ordinal === null || marker.ordinal === null) return false;
  const isNext = /point|letter$/.test(marker.type) ? isNextLetter : isNextNumber;
  return isNext(before.ordinal, marker.ordinal);
}

/** Whether a series begins here: `1.`, `a)`, `1.1`. */
export function begins({ type, ordinal }: Marker): boolean {
  return ordinal !== null && (type === "decimal" ? ordinal % 100 === 1 : ordinal === 1);
}
