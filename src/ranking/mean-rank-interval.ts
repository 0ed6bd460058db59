import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { meanRankErrors } from './rank-covariance.ts';
import type { Tally } from './tally.ts';

/**
 * 95 % interval of the mean rank of each item, by the t distribution with n - 1 degrees of freedom
 * and the variance in the tally's second moments. For tallies in which unranked items are tied at
 * the bottom. An item that every ballot places alike has an interval of no width; `null` for fewer
 * than two ballots. Intervals stay within 1..m.
 *
 * @example
 * meanRankIntervals(tallyOf(2, [[[0], [1]], [[0], [1]]])) // => [[1, 1], [2, 2]]
 */
export function meanRankIntervals(tally: Tally): [number, number][] | null {
  const { m, n, sum2Midrank } = tally;
  const errors = meanRankErrors(tally);
  if (errors === null) return null;
  const reach = tQuantile(0.975, n - 1);
  return errors.map((error, item) => {
    const mean = sum2Midrank[item]! / (2 * n);
    return [Math.max(1, mean - reach * error), Math.min(m, mean + reach * error)];
  });
}
