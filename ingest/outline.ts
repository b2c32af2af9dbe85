import type { Marker } from "./markers.ts";

/** Something that stays open until a sibling or a higher part begins. */
export interface OutlinePart {
  readonly rank: number;
  readonly label: string | null;
  readonly marker: Marker | null;
  /** As in h1 to h6, where mark-up made it a heading. */
  readonly headingLevel: number | null;
  /** Paragraphs without a marker belong to it, however many; else it is an item of a list. */
  readonly isOpen: boolean;
  /** The series goes on behind it. */
  readonly hasNext: boolean;
  /** Paragraphs behind the last one of its series belong to it too: the khoản of a Điều. */
  readonly keeps: boolean;
}

interface OpenPart extends OutlinePart {
  readonly id: number;
  followers: number;
  /** Most paragraphs that followed an item of a series directly inside this part, by the series' type. */
  readonly followersSeen: Map<string, number>;
}

/** The parts around the place that is being read. */
export interface Outline {
  open(part: OutlinePart): void;
  /**
   * For a paragraph without a marker: it ends a list, unless the series goes on behind it. Behind the last item it
   * belongs to that item only if items before it were followed by as many, or if such items keep what follows.
   */
  leaveItems(): void;
  /** For a paragraph that belongs to no item. */
  closeItems(): void;
  innermost(): OutlinePart | undefined;
  isInside(type: string): boolean;
  path(): string[];
  ids(): number[];
}

/** Starts with the text itself as its outermost part. */
export function createOutline(): Outline {
  const stack: OpenPart[] = [];
  let count = 0;
  const push = (part: OutlinePart) => {
    stack.push({ ...part, id: count, followers: 0, followersSeen: new Map() });
    count += 1;
  };
  const close = () => {
    const part = stack.pop();
    const seen = stack.at(-1)?.followersSeen;
    if (part?.marker) seen?.set(part.marker.type, Math.max(part.followers, seen.get(part.marker.type) ?? 0));
  };
  push({ rank: 0, label: null, marker: null, headingLevel: null, isOpen: true, hasNext: false, keeps: false });
  return {
    open(part) {
      const { rank, headingLevel } = part;
      const isOver = (open: OpenPart) =>
        open.rank >= rank || (headingLevel !== null && open.headingLevel !== null && open.headingLevel >= headingLevel);
      while (stack.some(isOver)) close();
      push(part);
    },
    leaveItems() {
      for (let part = stack.at(-1); part && !part.isOpen; part = stack.at(-1)) {
        const usual = part.marker ? (stack.at(-2)?.followersSeen.get(part.marker.type) ?? 0) : 0;
        if (part.hasNext || part.keeps || part.followers < usual) {
          part.followers += 1;
          return;
        }
        close();
      }
    },
    closeItems() {
      while (stack.at(-1)?.isOpen === false) close();
    },
    innermost: () => stack.at(-1),
    isInside: (type) => stack.some(({ marker }) => marker?.type === type),
    path: () => stack.flatMap(({ label }) => label ?? []),
    ids: () => stack.map(({ id }) => id),
  };
}
