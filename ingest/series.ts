import { begins, follows, type Marker } from "./markers.ts";

/** A marker with the place that its series has in this text. */
export interface Item {
  readonly marker: Marker;
  /** As `marker.rank`, unless its list stands inside an item of a kind that is usually below it. */
  readonly rank: number;
  /** Type of the part that it is directly inside of, bullets aside; `null` for none. */
  readonly parent: string | null;
  /** The series goes on behind it. */
  readonly hasNext: boolean;
}

interface Open {
  readonly at: number;
  readonly marker: Marker;
  readonly rank: number;
  readonly title: string;
}

const TITLED = new Set([
  "appendix",
  "form",
  "attachment",
  "signature",
  "part",
  "chapter",
  "section",
  "subsection",
  "article",
]);
const NESTED = 0.01;
const REACH = 300;

/**
 * Places each marker by its series: what goes on with an open one stands beside it, and a series that begins inside an
 * item whose own series goes on later is part of that item: "Thứ nhất" has "1." and "2." below it, or the other way.
 */
export function placeItems(
  lines: readonly { readonly words: string; readonly marker: Marker | null }[],
): (Item | null)[] {
  const found: (Item | null)[] = [];
  const continued = new Set<number>();
  const nested = new Set<string>();
  let open: Open[] = [];
  for (const [at, { marker, words }] of lines.entries()) {
    if (!marker) {
      found.push(null);
      continue;
    }
    const title = titleOf(words);
    const before = TITLED.has(marker.type) ? undefined : earlier(open, marker, title);
    const inner = open.findLast((item) => item.marker.ordinal !== null);
    let { rank } = marker;
    if (before) {
      rank = before.rank;
      continued.add(before.at);
    } else if (inner && begins(marker) && !TITLED.has(marker.type) && inner.rank >= marker.rank) {
      const pair = `${inner.marker.type} ${marker.type}`;
      if (inner.marker.type === "about" || nested.has(pair) || goesOn(lines, at, { inner, open })) {
        rank = inner.rank + NESTED;
        nested.add(pair);
      }
    }
    open = [...open.filter((item) => item.rank < rank)];
    const parent = open.findLast((item) => item.marker.label !== null)?.marker.type ?? null;
    open.push({ at, marker, rank, title });
    found.push({ marker, rank, parent, hasNext: false });
  }
  return found.map((item, at) => item && { ...item, hasNext: continued.has(at) });
}

/** The open item that this one comes after: the innermost, unless an outer one has a title that begins the same way. */
function earlier(open: readonly Open[], marker: Marker, title: string): Open | undefined {
  const same = open.filter((item) => item.marker.type === marker.type && item.marker.rank === marker.rank);
  const next = same.filter((item) => follows(item.marker, marker));
  const alike = next.find((item) => item.title === title && title !== "");
  return (
    alike ??
    next.at(-1) ??
    same.findLast((item) => !begins(marker) && (item.marker.ordinal ?? 0) < (marker.ordinal ?? 0))
  );
}

/** Whether the series of the innermost item goes on behind the list that begins at `from`. */
function goesOn(
  lines: readonly { readonly marker: Marker | null }[],
  from: number,
  { inner, open }: { readonly inner: Open; readonly open: readonly Open[] },
): boolean {
  const outer = open.filter((item) => item.rank < inner.rank);
  let last = lines[from]?.marker ?? null;
  for (let at = from + 1; at < Math.min(lines.length, from + REACH); at += 1) {
    const marker = lines[at]?.marker;
    if (!marker || marker.ordinal === null) continue;
    if (TITLED.has(marker.type) && marker.rank <= inner.rank) return false;
    if (last && follows(last, marker)) last = marker;
    else if (follows(inner.marker, marker)) return true;
    else if (outer.some((item) => follows(item.marker, marker))) return false;
    else if (marker.type === inner.marker.type && marker.rank === inner.marker.rank) return false;
  }
  return false;
}

/** The first word behind the marker. */
function titleOf(words: string): string {
  return /^\S+\s+(\p{L}+)/u.exec(words)?.[1]?.toLowerCase() ?? "";
}
