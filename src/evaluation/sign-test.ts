/**
 * Exact two-sided sign test: how likely at least so uneven a split of better and worse is, if neither run is better.
 * Questions that went the same way do not count.
 */
export function signTest(better: number, worse: number): number {
  const all = better + worse;
  let tail = 0;
  // In logarithms, because powers of two vanish above a thousand questions.
  let logTerm = -all * Math.LN2;
  for (let count = 0; count <= Math.min(better, worse); count += 1) {
    tail += Math.exp(logTerm);
    logTerm += Math.log(all - count) - Math.log(count + 1);
  }
  return Math.min(1, 2 * tail);
}
