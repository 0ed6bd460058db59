import { margin } from './pairwise.ts';
import type { Pairwise } from './pairwise.ts';
import { rankedSum2Midrank } from './positions.ts';
import type { Tally } from './tally.ts';

/**
 * Borda points with mid-ranks: m - rank on every ballot, unranked items tied below the ranked
 * ones, tied items sharing their points. Equals (sum of margins + n (m - 1)) / 2.
 *
 * @example
 * bordaPoints(tallyOf(3, [[[1], [0], [2]]])) // => [1, 2, 0]
 */
export function bordaPoints(tally: Tally): number[] {
  return Array.from(tally.sum2Midrank, (sum) => tally.m * tally.n - sum / 2);
}

/**
 * Net Borda points: the sum of an item's margins over all others. Orders like `bordaPoints` when
 * unranked means below, and stays meaningful when unranked means nothing.
 *
 * @example
 * netBorda(pairwise(tallyOf(2, [[[1], [0]]]), 'ignore')) // => [-1, 1]
 */
export function netBorda(pairs: Pairwise): number[] {
  return Array.from({ length: pairs.m }, (_, i) => {
    let net = 0;
    for (let j = 0; j < pairs.m; j++) net += margin(pairs, i, j);
    return net;
  });
}

/** Borda points under other rules for incomplete ballots. */
export type BordaVariants = {
  /** m - mid-rank for ranked items, 0 for unranked ones. */
  unrankedZero: number[];
  /** On a ballot of k items k, k - 1, ..., 1; unranked items 0. */
  modified: number[];
  /** 1 / position; a tied group shares the mean; unranked items 0. */
  dowdall: number[];
};

/**
 * Borda points under the other rules in use, for comparison. On incomplete ballots the rule can
 * decide who leads, so none of them is a silent default here.
 *
 * @example
 * bordaVariants(tallyOf(3, [[[1], [0]]])).modified // => [1, 2, 0]
 */
export function bordaVariants(tally: Tally): BordaVariants {
  const { m } = tally;
  const sums = rankedSum2Midrank(tally);
  const unrankedZero = sums.map((sum, i) => m * tally.ranked[i]! - sum / 2);
  const modified = sums.map((sum, i) => {
    let lengths = 0;
    for (let k = 0; k <= m; k++) {
      const leftOut = k < m ? tally.unrankedByDepth[i * m + k]! : 0;
      lengths += k * (tally.byDepth[k]! - leftOut);
    }
    return lengths + tally.ranked[i]! - sum / 2;
  });
  const dowdall = Array.from({ length: m }, (_, i) => {
    let points = 0;
    for (let p = 0; p < m; p++) points += tally.positions[i * m + p]! / (p + 1);
    for (const [key, counts] of Object.entries(tally.tiedPositions)) {
      for (let first = 0; first < m; first++) {
        if (counts[i * m + first] === 0) continue;
        let share = 0;
        for (let p = first; p < first + Number(key); p++) share += 1 / (p + 1) / Number(key);
        points += share * counts[i * m + first]!;
      }
    }
    return points;
  });
  return { unrankedZero, modified, dowdall };
}
