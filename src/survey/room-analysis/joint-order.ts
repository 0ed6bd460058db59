import { kemeny } from '../../ranking/kemeny.ts';
import { placesOf } from '../../ranking/order.ts';
import { pairwise } from '../../ranking/pairwise.ts';
import type { Ranking, UnrankedMode } from '../../ranking/ranking.ts';
import { meanRanks } from '../../ranking/mean-rank.ts';
import { tallyOf } from '../../ranking/tally.ts';

/** What some people rank together. */
export interface JointOrder {
  n: number;
  /** Kemeny's order in tied groups of item indices, best first. */
  order: number[][];
  /** By item, 1 the best; tied items share the place of the first of them. */
  places: number[];
  meanRank: (number | null)[];
}

/**
 * The order that disagrees least with some rankings, as the results page orders items.
 *
 * @example
 * jointOrder(2, [[[0], [1]]], 'bottom').places // => [1, 2]
 */
export function jointOrder(
  m: number,
  rankings: readonly Ranking[],
  mode: UnrankedMode,
): JointOrder {
  const tally = tallyOf(m, rankings);
  const { order } = kemeny(pairwise(tally, mode));
  const starts: number[] = [];
  let before = 1;
  for (const group of order) {
    starts.push(before);
    before += group.length;
  }
  const places = placesOf(m, order).map((group) => starts[group] ?? before);
  return { n: tally.n, order, places, meanRank: meanRanks(tally, mode) ?? places.map(() => null) };
}
