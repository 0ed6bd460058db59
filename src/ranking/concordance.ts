import { chiSquareUpperTail, fUpperTail } from './distributions.ts';
import type { Pairwise } from './pairwise.ts';
import type { Tally } from './tally.ts';

/** How far ballots agree, and how surely not by chance. */
export type Concordance = {
  /** Kendall's W with ties: 0 = no agreement on average, 1 = all ballots equal. */
  kendallW: number | null;
  /** n (m - 1) W, which is Friedman's statistic, with m - 1 degrees of freedom. */
  chiSquare: number | null;
  pValue: number | null;
  /** (n - 1) W / (1 - W), the better test for few ballots; null where infinite or n < 2. */
  fStatistic: number | null;
  fPValue: number | null;
};

/**
 * Kendall's W with correction for ties, over ballots on which unranked items are tied below the
 * ranked ones. All null without ballots, with fewer than two items, or when every ballot ties
 * everything.
 *
 * @example
 * concordance(tallyOf(3, [[[0], [1], [2]], [[0], [1], [2]]])).kendallW // => 1
 */
export function concordance(tally: Tally): Concordance {
  const { m, n } = tally;
  const none = { kendallW: null, chiSquare: null, pValue: null, fStatistic: null, fPValue: null };
  if (n === 0 || m < 2) return none;
  // By ballot, as sums over a million of them are beyond the whole numbers that are exact.
  const most = m * (m * m - 1) - tally.tieSum / n;
  if (most === 0) return none;
  const centre = n * (m + 1);
  let spread = 0;
  for (const sum of tally.sum2Midrank) spread += ((sum - centre) / n) ** 2;
  const kendallW = Math.min(1, (3 * spread) / most);
  const chiSquare = n * (m - 1) * kendallW;
  const pValue = chiSquareUpperTail(chiSquare, m - 1);
  const df1 = m - 1 - 2 / n;
  if (n < 2 || 3 * spread >= most || df1 <= 0) {
    return { ...none, kendallW, chiSquare, pValue };
  }
  const fStatistic = ((n - 1) * kendallW) / (1 - kendallW);
  const fPValue = fUpperTail(fStatistic, df1, df1 * (n - 1));
  return { kendallW, chiSquare, pValue, fStatistic, fPValue };
}

/**
 * Kendall's tau-a between two ballots, averaged over all pairs of ballots; needs no assumption
 * about unranked items. Null with fewer than two ballots or items.
 *
 * @example
 * meanTau(pairwise(tallyOf(2, [[[0], [1]], [[1], [0]]]), 'ignore'), 2) // => -1
 */
export function meanTau({ m, wins }: Pairwise, n: number): number | null {
  if (n < 2 || m < 2) return null;
  let agreeing = 0;
  for (let i = 0; i < m; i++) {
    for (let j = i + 1; j < m; j++) {
      const [above, below] = [wins[i * m + j]!, wins[j * m + i]!];
      agreeing += ((above - below) ** 2 - above - below) / (n * (n - 1));
    }
  }
  return agreeing / ((m * (m - 1)) / 2);
}
