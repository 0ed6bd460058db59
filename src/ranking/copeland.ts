import { margin } from './pairwise.ts';
import type { Pairwise } from './pairwise.ts';

/** Head-to-head results of one item against all others. */
export type HeadToHead = { wins: number; ties: number; losses: number };

/**
 * How many others each item beats, ties with and loses to.
 *
 * @example
 * headToHead(pairwise(tallyOf(2, [[[1], [0]]]), 'bottom'))[1] // => { wins: 1, ties: 0, losses: 0 }
 */
export function headToHead(pairs: Pairwise): HeadToHead[] {
  return Array.from({ length: pairs.m }, (_, i) => {
    const record = { wins: 0, ties: 0, losses: 0 };
    for (let j = 0; j < pairs.m; j++) {
      if (i === j) continue;
      const by = margin(pairs, i, j);
      record[by > 0 ? 'wins' : by < 0 ? 'losses' : 'ties']++;
    }
    return record;
  });
}

/**
 * Copeland's score, net: items beaten minus items beaten by.
 *
 * @example
 * netCopeland(pairwise(tallyOf(3, [[[2], [0], [1]]]), 'bottom')) // => [0, -2, 2]
 */
export function netCopeland(pairs: Pairwise): number[] {
  return headToHead(pairs).map(({ wins, losses }) => wins - losses);
}
