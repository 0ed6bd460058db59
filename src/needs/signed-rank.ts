import { normalTwoSided } from '../ranking/distributions.ts';

/** Below this many non-zero differences the distribution is enumerated instead of approximated. */
export const exactBelow = 15;

/** Wilcoxon's signed-rank test of paired ratings. */
export interface SignedRank {
  /** Differences that are not zero. */
  n: number;
  /** The smaller of the two rank sums. */
  statistic: number;
  /** Two-sided; 1 when every difference is zero. */
  pValue: number;
  method: 'exact' | 'normal';
}

/**
 * Wilcoxon's signed-rank test of counted differences: zeros are dropped, tied sizes share their mean
 * rank, and there is no continuity correction. From `exactBelow` differences on the normal
 * approximation with the tie-corrected variance; below, the exact share of all 2^n sign patterns of
 * these very ranks that are at least as far from even. `null` without any pair.
 * Source: Wilcoxon 1945, Biometrics Bulletin 1, 80–83; Pratt's way of keeping zeros is not used.
 *
 * @example
 * signedRank(new Map([[2, 3], [-1, 1]]))?.statistic // => 1
 */
export function signedRank(differences: ReadonlyMap<number, number>): SignedRank | null {
  const groups = bySize(differences);
  let total = 0;
  for (const count of differences.values()) total += count;
  if (total === 0) return null;
  let [n, positive, variance] = [0, 0, 0];
  const ranks: { doubled: number; count: number }[] = [];
  for (const { up, down } of groups) {
    const count = up + down;
    const doubled = 2 * n + count + 1;
    ranks.push({ doubled, count });
    positive += doubled * up;
    variance += (doubled * doubled * count) / 4;
    n += count;
  }
  if (n === 0) return { n, statistic: 0, pValue: 1, method: 'exact' };
  const all = n * (n + 1);
  const statistic = Math.min(positive, all - positive) / 2;
  if (n < exactBelow) {
    return { n, statistic, pValue: exactPValue(ranks, 2 * statistic, n), method: 'exact' };
  }
  const z = (statistic - all / 4) / Math.sqrt(variance / 4);
  return { n, statistic, pValue: normalTwoSided(z), method: 'normal' };
}

/** Sizes of non-zero differences, ascending, with how many point up and down. */
function bySize(differences: ReadonlyMap<number, number>): { up: number; down: number }[] {
  const sizes = new Map<number, { up: number; down: number }>();
  for (const [difference, count] of differences) {
    if (difference === 0 || count === 0) continue;
    const size = Math.abs(difference);
    const group = sizes.get(size) ?? { up: 0, down: 0 };
    if (difference > 0) group.up += count;
    else group.down += count;
    sizes.set(size, group);
  }
  return [...sizes].toSorted(([a], [b]) => a - b).map(([, group]) => group);
}

/** Counts the sign patterns by their doubled positive rank sum; the distribution is symmetric. */
function exactPValue(
  ranks: readonly { doubled: number; count: number }[],
  smaller: number,
  n: number,
): number {
  const ways = new Float64Array(n * (n + 1) + 1);
  ways[0] = 1;
  for (const { doubled, count } of ranks) {
    for (let k = 0; k < count; k++) {
      for (let sum = ways.length - 1; sum >= doubled; sum--) ways[sum]! += ways[sum - doubled]!;
    }
  }
  let tail = 0;
  for (let sum = 0; sum <= smaller; sum++) tail += ways[sum]!;
  return Math.min(1, (2 * tail) / 2 ** n);
}
