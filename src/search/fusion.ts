/** One search's result: scores comparable within it, best first. */
export type Ranking = readonly { readonly passageId: string; readonly score: number }[];

/**
 * Weighted sum of scores brought to 0–1 within each ranking; what a ranking does not hold counts 0 there. Sums keep
 * what ranks lose, how far the best is ahead, and did better than reciprocal ranks on every set (docs/decisions/0006).
 */
export function fuse(rankings: readonly { readonly ranking: Ranking; readonly weight: number }[]): Ranking {
  const sums = new Map<string, number>();
  for (const { ranking, weight } of rankings) {
    const best = ranking[0]?.score ?? 0;
    const worst = ranking.at(-1)?.score ?? 0;
    for (const { passageId, score } of ranking) {
      const share = best > worst ? (score - worst) / (best - worst) : 1;
      sums.set(passageId, (sums.get(passageId) ?? 0) + weight * share);
    }
  }
  return Array.from(sums, ([passageId, score]) => ({ passageId, score })).sort((a, b) => b.score - a.score);
}
