import type { Tally } from './tally.ts';

/**
 * The estimated covariance matrix of the mean ranks, row-major: how much they would vary between
 * samples of as many respondents. Exact second moments, so no resampling. Null with n < 2.
 *
 * @example
 * Math.sqrt(meanRankCovariance(tally)![0]) // standard error of the first item's mean rank
 */
export function meanRankCovariance({ m, n, outer, sum2Midrank }: Tally): Float64Array | null {
  if (n < 2) return null;
  return outer.map((product, k) => {
    const sums = sum2Midrank[Math.floor(k / m)]! * sum2Midrank[k % m]!;
    return (n * product - sums) / (4 * n * n * (n - 1));
  });
}

/**
 * Standard error of every mean rank; null with fewer than two ballots.
 *
 * @example
 * meanRankErrors(tally) // => [0.19, 0.21, 0]
 */
export function meanRankErrors(tally: Tally): number[] | null {
  const covariance = meanRankCovariance(tally);
  if (covariance === null) return null;
  return Array.from({ length: tally.m }, (_, i) =>
    Math.sqrt(Math.max(0, covariance[i * tally.m + i]!)),
  );
}
