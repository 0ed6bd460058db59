import type { GapTally } from './gap-tally.ts';

/** What the complete pairs of ratings of one item add up to. */
export interface RatingPairs {
  /** Respondents who gave both ratings. */
  n: number;
  meanImportance: number | null;
  meanLevel: number | null;
  /** Sample variances and covariance (divisor n - 1); `null` with n < 2. */
  varianceImportance: number | null;
  varianceLevel: number | null;
  covariance: number | null;
  /** Respondents who rated importance, with or without a level, and their mean. */
  nImportance: number;
  meanImportanceAll: number | null;
  /** How often each difference importance - level occurs, by difference. */
  differences: Map<number, number>;
}

/**
 * The moments of one item's complete rating pairs, from counts alone. Pairs with a gap are left
 * out; the mean importance of everyone is kept beside the paired one. With points that are whole
 * numbers every sum is exact.
 *
 * @example
 * ratingPairs(addRatings(emptyGapTally(1, [1, 2, 3]), [3], [1]), 0).meanImportance // => 3
 */
export function ratingPairs({ points, counts }: GapTally, item: number): RatingPairs {
  const side = points.length + 1;
  let [n, nImportance, sumAll] = [0, 0, 0];
  let [sumI, sumL, sumII, sumLL, sumIL] = [0, 0, 0, 0, 0];
  const differences = new Map<number, number>();
  points.forEach((importance, row) => {
    for (let column = 0; column < side; column++) {
      const count = counts[(item * side + row) * side + column]!;
      if (count === 0) continue;
      nImportance += count;
      sumAll += count * importance;
      const level = points[column];
      if (level === undefined) continue;
      n += count;
      sumI += count * importance;
      sumL += count * level;
      sumII += count * importance * importance;
      sumLL += count * level * level;
      sumIL += count * importance * level;
      const difference = importance - level;
      differences.set(difference, (differences.get(difference) ?? 0) + count);
    }
  });
  const spread = (product: number, a: number, b: number): number | null =>
    n < 2 ? null : (n * product - a * b) / (n * (n - 1));
  return {
    n,
    meanImportance: n > 0 ? sumI / n : null,
    meanLevel: n > 0 ? sumL / n : null,
    varianceImportance: spread(sumII, sumI, sumI),
    varianceLevel: spread(sumLL, sumL, sumL),
    covariance: spread(sumIL, sumI, sumL),
    nImportance,
    meanImportanceAll: nImportance > 0 ? sumAll / nImportance : null,
    differences,
  };
}
