import type { Span } from "../core/passage.ts";
import type { NamedPart } from "./pinpoint-parts.ts";
import type { ChainPart } from "./pinpoints.ts";

interface Group {
  readonly leaves: readonly NamedPart[];
  /** Outermost first. */
  readonly outers: readonly NamedPart[];
  /** Around those, from another group. */
  readonly inherited: readonly NamedPart[];
  readonly order: "inner-first" | "outer-first" | "alone";
}

interface Place {
  readonly path: readonly string[];
  readonly span: Span;
}

// "khoản 1, 2 Điều 5, 6" is four places; a product that is much larger is no list of places.
const MOST_PLACES = 200;

/** The places that parts standing together name: "điểm a khoản 2 Điều 5" is one, "khoản 1 và khoản 2 Điều 5" are two. */
export function groupParts(chain: readonly ChainPart[]): Place[] {
  const groups: Group[] = [];
  for (let at = 0; at < chain.length; ) {
    const { group, next } = readGroup(chain, at);
    groups.push(group);
    at = next;
  }
  return completed(groups).flatMap(placesOf).slice(0, MOST_PLACES);
}

function readGroup(chain: readonly ChainPart[], at: number): { group: Group; next: number } {
  const rank = (index: number) => chain[index]?.rank;
  const last = siblingsEnd(chain, at);
  const own = rank(last) ?? 0;
  const following = rank(last + 1);
  if (following !== undefined && following < own) {
    let end = last + 1;
    while ((rank(end + 1) ?? 99) < (rank(end) ?? 0) && chain[end + 1]?.joint !== "and") end += 1;
    const outers = chain.slice(last + 1, end + 1).reverse();
    return { group: { leaves: chain.slice(at, last + 1), outers, inherited: [], order: "inner-first" }, next: end + 1 };
  }
  if (following === undefined || bindsForward(chain, last + 1))
    return { group: { leaves: chain.slice(at, last + 1), outers: [], inherited: [], order: "alone" }, next: last + 1 };
  // "Điều 5, Điều 6 khoản 2": only the last of them has parts.
  if (last > at)
    return { group: { leaves: chain.slice(at, last), outers: [], inherited: [], order: "alone" }, next: last };
  let leaf = at;
  while ((rank(leaf + 1) ?? 0) > (rank(leaf) ?? 99) && !bindsForward(chain, leaf + 1)) leaf += 1;
  let end = leaf;
  while (rank(end + 1) === rank(leaf) && !bindsForward(chain, end + 1)) end += 1;
  return {
    group: { leaves: chain.slice(leaf, end + 1), outers: chain.slice(at, leaf), inherited: [], order: "outer-first" },
    next: end + 1,
  };
}

function siblingsEnd(chain: readonly ChainPart[], at: number): number {
  let end = at;
  while (chain[end + 1]?.rank === chain[at]?.rank && chain[at] !== undefined) end += 1;
  return end;
}

/** "Điều 5, khoản 2 Điều 6": what stands closer to the part behind it belongs there. */
function bindsForward(chain: readonly ChainPart[], at: number): boolean {
  const end = siblingsEnd(chain, at);
  const [part, outer] = [chain[at], chain[end + 1]];
  return (
    part !== undefined &&
    outer !== undefined &&
    outer.rank < part.rank &&
    outer.joint === "tight" &&
    part.joint !== "tight"
  );
}

/** What groups leave out because another one says it: "điểm a khoản 1 và điểm b khoản 2 Điều 5". */
function completed(groups: readonly Group[]): Group[] {
  const forward: Group[] = [];
  for (const group of groups) {
    const before = forward.at(-1);
    const goesOn = before?.order === "outer-first" && group.order !== "inner-first";
    forward.push(goesOn ? inside(group, [...before.inherited, ...before.outers]) : group);
  }
  const result: Group[] = [];
  for (const group of forward.toReversed()) {
    const behind = result.at(-1);
    const isOpen = behind?.order === "inner-first" && group.order !== "outer-first";
    result.push(isOpen ? { ...inside(group, [...behind.inherited, ...behind.outers]), order: "inner-first" } : group);
  }
  return result.reverse();
}

function inside(group: Group, outers: readonly NamedPart[]): Group {
  const outermost = (group.outers[0] ?? group.leaves[0])?.rank ?? 0;
  return { ...group, inherited: outers.filter(({ rank }) => rank < outermost) };
}

function placesOf({ leaves, outers, inherited, order }: Group): Place[] {
  const paths = [...inherited, ...outers].reduce<string[][]>(
    (heads, { labels }) => heads.flatMap((head) => labels.map((label) => [...head, label])).slice(0, MOST_PLACES),
    [[]],
  );
  return leaves.flatMap((leaf, at) => {
    const own = [leaf, ...(isNextTo(order, at, leaves.length) ? outers : [])];
    const span = { start: Math.min(...own.map(({ start }) => start)), end: Math.max(...own.map(({ end }) => end)) };
    return leaf.labels.flatMap((label) => paths.map((path) => ({ path: [...path, label], span })));
  });
}

/** Of siblings, the one that stands beside the outer parts covers them too. */
function isNextTo(order: Group["order"], at: number, count: number): boolean {
  return order === "inner-first" ? at === count - 1 : order === "outer-first" && at === 0;
}
