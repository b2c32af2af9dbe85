/** A stretch of text that is not divided further, in a row of such. */
export interface Atom {
  /** In tokens. */
  readonly size: number;
  /** What it costs to part it from the one before: 0 is a natural border, 1 is to be avoided. */
  readonly cut: number;
  /** How deep in the text's structure the border before it lies. */
  readonly depth: number;
}

const MIXED = 0.6;
// A signature or a heading by itself says nothing.
const SCRAP = 1.5;

/**
 * Groups neighbours into as few and as full groups as the limit allows, cutting where it costs least; a group that
 * begins or ends inside a part does not reach over that part's border if that can be helped. Yields each group's first
 * index and the index behind its last. Only an atom that is larger than the limit by itself makes a larger group.
 */
export function partition(atoms: readonly Atom[], limit: number): [number, number][] {
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= atoms.length; end += 1) {
    let size = 0;
    let shallowest = Number.POSITIVE_INFINITY;
    let choice = { cost: Number.POSITIVE_INFINITY, from: end - 1 };
    for (let from = end - 1; from >= 0; from -= 1) {
      const atom = atoms[from];
      const before = best[from];
      if (!atom || !before) break;
      size += Math.max(1, atom.size);
      if (size > limit && from < end - 1) break;
      const mixed = shallowest < Math.max(atom.depth, atoms[end]?.depth ?? 0) ? MIXED : 0;
      const cost = before.cost + waste(size, limit) + (from > 0 ? atom.cut : 0) + mixed;
      if (cost < choice.cost) choice = { cost, from };
      shallowest = Math.min(shallowest, atom.depth);
    }
    best.push(choice);
  }
  const groups: [number, number][] = [];
  for (let end = atoms.length; end > 0; end = best[end]?.from ?? 0) groups.push([best[end]?.from ?? 0, end]);
  return groups.reverse();
}

function waste(size: number, limit: number): number {
  const scrap = size < limit / 16 ? SCRAP : 0;
  return scrap + Math.max(0, 1 - size / limit) ** 2;
}
