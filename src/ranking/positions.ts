import type { UnrankedMode } from './ranking.ts';
import type { Tally } from './tally.ts';

/**
 * How many ballots place each item at each position, row by item. An item in a tied group counts
 * an equal share at every position that the group covers. With `bottom` the unranked items are
 * such a group below the ranked ones, so each row adds up to the number of ballots; with `ignore`
 * to the number of ballots that rank the item.
 *
 * @example
 * positionCounts(tallyOf(3, [[[2]]]), 'bottom') // => [[0, .5, .5], [0, .5, .5], [1, 0, 0]]
 */
export function positionCounts(tally: Tally, mode: UnrankedMode): number[][] {
  const { m } = tally;
  return Array.from({ length: m }, (_, i) => {
    const row = Array.from(tally.positions.subarray(i * m, i * m + m));
    for (const [key, counts] of Object.entries(tally.tiedPositions)) {
      const size = Number(key);
      for (let first = 0; first + size <= m; first++) {
        const share = counts[i * m + first]! / size;
        for (let p = first; p < first + size; p++) row[p]! += share;
      }
    }
    if (mode === 'ignore') return row;
    for (let depth = 0; depth < m; depth++) {
      const share = tally.unrankedByDepth[i * m + depth]! / (m - depth);
      for (let p = depth; p < m; p++) row[p]! += share;
    }
    return row;
  });
}

/**
 * For every item the sum, over the ballots that rank it, of 2 x its mid-rank on that ballot.
 * An exact integer.
 *
 * @example
 * rankedSum2Midrank(tallyOf(3, [[[2], [0, 1]]])) // => [5, 5, 2]
 */
export function rankedSum2Midrank(tally: Tally): number[] {
  const { m } = tally;
  return Array.from({ length: m }, (_, i) => {
    let sum = 0;
    for (let p = 0; p < m; p++) {
      sum += 2 * (p + 1) * tally.positions[i * m + p]!;
      for (const [size, counts] of Object.entries(tally.tiedPositions)) {
        sum += (2 * p + Number(size) + 1) * counts[i * m + p]!;
      }
    }
    return sum;
  });
}
