import { chiSquareUpperTail, normalTwoSided } from './distributions.ts';
import { symmetricEigen } from './linear-algebra.ts';
import { midRankCounts } from './mid-ranks.ts';
import { holm } from './multiple-tests.ts';
import { meanRankCovariance } from './rank-covariance.ts';
import type { Tally } from './tally.ts';
import { welchInterval } from './welch.ts';
import type { Interval } from './wilson.ts';

/** Do two groups rank differently at all? */
export type GroupTest = { statistic: number; degreesOfFreedom: number; pValue: number };

/** How two groups rank one item. */
export type ItemDifference = {
  meanRankA: number;
  meanRankB: number;
  /** Standard error of the difference of the mean ranks. */
  standardError: number;
  /** 95 % interval of the difference by Welch's t; null when a group has fewer than two ballots. */
  interval: Interval | null;
  /** Mann-Whitney's U of group A over its ranks; two-sided normal p-value with ties. */
  u: number;
  pValue: number;
  /** The p-value corrected by Holm for all items compared. */
  adjustedPValue: number;
  /** Probability that someone of group A ranks the item higher than someone of B, ties by half. */
  higherInA: number;
};

/** Eigenvalues below this share of the largest count as zero. */
const relativeCut = 1e-10;

/**
 * Wald's test of equal mean ranks in two groups of different people, from their tallies alone;
 * unranked items count as tied below the ranked ones. Degrees of freedom are the rank of the
 * covariance matrix: one less than the items, and less again where ranks never vary. Null when a
 * group has fewer than two ballots, or when nothing varies. With fewer than 50 ballots in a group
 * prefer `permutationTest`.
 *
 * @example
 * groupTest(tallyOfConsultants, tallyOfOfficials)?.pValue // => 0.041
 */
export function groupTest(a: Tally, b: Tally): GroupTest | null {
  if (a.m !== b.m) throw new RangeError('the groups ranked different items');
  const { m } = a;
  const [covA, covB] = [meanRankCovariance(a), meanRankCovariance(b)];
  if (covA === null || covB === null) return null;
  const both = covA.map((value, k) => value + covB[k]!);
  const { values, vectors } = symmetricEigen(both, m);
  const cut = Math.max(...values) * relativeCut;
  let statistic = 0;
  let degreesOfFreedom = 0;
  values.forEach((value, k) => {
    if (value <= cut) return;
    let along = 0;
    for (let i = 0; i < m; i++) {
      const difference = a.sum2Midrank[i]! / (2 * a.n) - b.sum2Midrank[i]! / (2 * b.n);
      along += vectors[i * m + k]! * difference;
    }
    statistic += along ** 2 / value;
    degreesOfFreedom++;
  });
  if (degreesOfFreedom === 0) return null;
  return { statistic, degreesOfFreedom, pValue: chiSquareUpperTail(statistic, degreesOfFreedom) };
}

/**
 * Compares two groups item by item, from their tallies alone: mean ranks, Mann-Whitney's test with
 * Holm's correction, and the probability that a member of A ranks the item higher. Null when a
 * group has no ballots.
 *
 * @example
 * itemDifferences(a, b)?.[3].higherInA // => 0.54
 */
export function itemDifferences(a: Tally, b: Tally): ItemDifference[] | null {
  if (a.m !== b.m) throw new RangeError('the groups ranked different items');
  if (a.n === 0 || b.n === 0) return null;
  const { m } = a;
  const [covA, covB] = [meanRankCovariance(a), meanRankCovariance(b)];
  const rows = Array.from({ length: m }, (_, i) => {
    const [ofA, ofB] = [covA, covB].map((cov) => Math.max(0, cov?.[i * m + i] ?? 0));
    const [meanRankA, meanRankB] = [a, b].map(({ sum2Midrank, n }) => sum2Midrank[i]! / (2 * n));
    return {
      meanRankA: meanRankA!,
      meanRankB: meanRankB!,
      standardError: Math.sqrt(ofA! + ofB!),
      interval: welchInterval(
        meanRankA! - meanRankB!,
        { squared: ofA!, n: a.n },
        { squared: ofB!, n: b.n },
      ),
      ...mannWhitney(midRankCounts(a, i), midRankCounts(b, i), a.n, b.n),
    };
  });
  const adjusted = holm(rows.map(({ pValue }) => pValue));
  return rows.map((row, i) => ({ ...row, adjustedPValue: adjusted[i]! }));
}

function mannWhitney(
  a: [number, number][],
  b: [number, number][],
  nA: number,
  nB: number,
): { u: number; pValue: number; higherInA: number } {
  let u = 0;
  const counts = new Map<number, number>();
  for (const [rank, count] of [...a, ...b]) counts.set(rank, (counts.get(rank) ?? 0) + count);
  for (const [rankA, countA] of a) {
    for (const [rankB, countB] of b) {
      if (rankA > rankB) u += countA * countB;
      else if (rankA === rankB) u += (countA * countB) / 2;
    }
  }
  const n = nA + nB;
  let ties = 0;
  for (const count of counts.values()) ties += count ** 3 - count;
  const variance = ((nA * nB) / 12) * (n + 1 - ties / (n * (n - 1)));
  const pValue = variance > 0 ? normalTwoSided((u - (nA * nB) / 2) / Math.sqrt(variance)) : 1;
  return { u, pValue, higherInA: 1 - u / (nA * nB) };
}
