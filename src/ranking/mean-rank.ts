import { rankedSum2Midrank } from './positions.ts';
import type { UnrankedMode } from './ranking.ts';
import type { Tally } from './tally.ts';

/**
 * Mean rank of every item, 1 = always first; a tied group shares the mean of its places.
 * With `bottom` over all ballots (null without ballots). With `ignore` over the ballots that rank
 * the item, null for an item that nobody ranked: show it only beside the number of those ballots,
 * and never order by it, as short ballots give low ranks.
 *
 * @example
 * meanRanks(tallyOf(2, [[[0], [1]], [[0, 1]]]), 'bottom') // => [1.25, 1.75]
 */
export function meanRanks(tally: Tally, mode: UnrankedMode): (number | null)[] | null {
  if (tally.n === 0) return null;
  if (mode === 'bottom') return Array.from(tally.sum2Midrank, (sum) => sum / (2 * tally.n));
  return rankedSum2Midrank(tally).map((sum, i) =>
    tally.ranked[i] === 0 ? null : sum / (2 * tally.ranked[i]!),
  );
}
