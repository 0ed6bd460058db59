import { chiSquareUpperTail } from '../ranking/distributions.ts';
import type { ValueCounts } from './quartiles.ts';

/** Do groups answer higher or lower than others on an ordered scale? */
export interface OrdinalTest {
  /** Kruskal and Wallis's H, corrected for ties. */
  statistic: number;
  degreesOfFreedom: number;
  pValue: number;
  /** Epsilon squared, 0..1: the share of the differences in rank that the groups account for. */
  effect: number;
  /** Mean mid-rank of each group's answers among all of them, 1 the lowest. */
  meanRanks: number[];
}

/**
 * Kruskal and Wallis's test of counted answers, one group each, with the correction for ties; of
 * two groups it is Wilcoxon's rank-sum test without continuity correction. Groups without answers
 * do not count. Null with fewer than two groups, or when all answers are equal.
 * Source: Kruskal & Wallis 1952, J. Am. Stat. Assoc. 47, 583–621; epsilon squared as in Tomczak &
 * Tomczak 2014.
 *
 * @example
 * kruskalWallis([new Map([[1, 3], [2, 2]]), new Map([[2, 1], [3, 4]])])?.pValue
 */
export function kruskalWallis(groups: readonly ValueCounts[]): OrdinalTest | null {
  const totals = new Map<number, number>();
  for (const group of groups) {
    for (const [value, count] of group) totals.set(value, (totals.get(value) ?? 0) + count);
  }
  const ranks = new Map<number, number>();
  let n = 0;
  let ties = 0;
  for (const [value, count] of [...totals].toSorted(([a], [b]) => a - b)) {
    ranks.set(value, n + (count + 1) / 2);
    n += count;
    ties += count ** 3 - count;
  }
  const sums = groups.map((group) => {
    let [size, sum] = [0, 0];
    for (const [value, count] of group) {
      size += count;
      sum += count * ranks.get(value)!;
    }
    return { size, sum };
  });
  const present = sums.filter(({ size }) => size > 0);
  const correction = 1 - ties / (n ** 3 - n);
  if (present.length < 2 || !(correction > 0)) return null;
  const between = present.reduce((total, { size, sum }) => total + sum ** 2 / size, 0);
  const h = Math.max(0, ((12 / (n * (n + 1))) * between - 3 * (n + 1)) / correction);
  const degreesOfFreedom = present.length - 1;
  return {
    statistic: h,
    degreesOfFreedom,
    pValue: chiSquareUpperTail(h, degreesOfFreedom),
    effect: Math.min(1, h / (n - 1)),
    meanRanks: sums.map(({ size, sum }) => (size > 0 ? sum / size : (n + 1) / 2)),
  };
}
