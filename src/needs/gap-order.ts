import { orderByScore } from '../ranking/order.ts';
import type { Order } from '../ranking/order.ts';
import type { Gap } from './gaps.ts';

/** A figure that items can be put in order of need by. */
export type GapMeasure = 'rds' | 'mwds' | 'meanGap';

/** Items in order of need, and those that nothing can be said about. */
export interface GapOrder {
  /** Tied groups of item indices, greatest need first. */
  order: Order;
  /** Items without a complete pair of ratings. */
  unknown: number[];
}

/**
 * Puts items in order of training need by one measure; by default the Ranked Discrepancy Score,
 * which only asks who lacks what. Equal figures (to 12 digits) are one tied group.
 *
 * @example
 * gapOrder(gaps, 'mwds').order // => [[6], [0], [3]]
 */
export function gapOrder(gaps: readonly Gap[], measure: GapMeasure = 'rds'): GapOrder {
  const known = gaps.filter((gap) => gap[measure] !== null);
  const scores = known.map((gap) => {
    const score = Number(gap[measure]!.toPrecision(12));
    return measure === 'rds' ? -score : score;
  });
  return {
    order: orderByScore(scores).map((group) => group.map((index) => known[index]!.item)),
    unknown: gaps.filter((gap) => gap[measure] === null).map(({ item }) => item),
  };
}
