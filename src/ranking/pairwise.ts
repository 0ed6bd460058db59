import type { UnrankedMode } from './ranking.ts';
import type { PairTally } from './tally.ts';

/**
 * Head-to-head counts: `wins[i * m + j]` ballots prefer item i to item j. Ballots that tie the two,
 * or say nothing about them, count for neither.
 */
export type Pairwise = { m: number; wins: Float64Array };

/**
 * The head-to-head counts of a tally. With `bottom` an item that a ballot ranks beats every item
 * that it leaves out; with `ignore` only ballots that rank both count.
 *
 * @example
 * pairwise(tallyOf(2, [[[0]]]), 'bottom').wins[0 * 2 + 1] // => 1
 * pairwise(tallyOf(2, [[[0]]]), 'ignore').wins[0 * 2 + 1] // => 0
 */
export function pairwise(tally: PairTally, mode: UnrankedMode): Pairwise {
  const wins =
    mode === 'ignore'
      ? tally.above.slice()
      : tally.above.map((count, k) => count + tally.aboveUnranked[k]!);
  return { m: tally.m, wins };
}

/**
 * By how many ballots item i beats item j; negative when j beats i.
 *
 * @example
 * margin(pairs, 0, 1) === -margin(pairs, 1, 0) // => true
 */
export function margin({ m, wins }: Pairwise, i: number, j: number): number {
  return wins[i * m + j]! - wins[j * m + i]!;
}

/** How strong a win is: by how many ballots (`margins`), or how many are for it. */
export type Strength = 'margins' | 'winning-votes';

/**
 * The strength of every win, row-major; 0 where i does not beat j.
 *
 * @example
 * winStrengths(pairs, 'margins')[0 * m + 1] // 5 when item 0 beats item 1 by 12 to 7
 */
export function winStrengths(pairs: Pairwise, strength: Strength = 'margins'): Float64Array {
  const { m, wins } = pairs;
  const strengths = new Float64Array(m * m);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < m; j++) {
      const by = margin(pairs, i, j);
      if (by > 0) strengths[i * m + j] = strength === 'margins' ? by : wins[i * m + j]!;
    }
  }
  return strengths;
}
