import { sampleRankCorrelation } from 'simple-statistics';

/** How two orders of the same items differ, counted over pairs of items. */
export type OrderDistance = {
  /** Pairs that both orders put the same way, strictly. */
  concordant: number;
  /** Pairs that they put in opposite ways. */
  discordant: number;
  /** Pairs that exactly one of them ties. */
  tiedInOne: number;
  /** All pairs. */
  pairs: number;
  /** Kemeny and Snell's distance: 2 x discordant + tied in one. */
  kemenySnell: number;
  /** Kendall's tau-a, -1..1; null for fewer than two items. */
  tauA: number | null;
  /** Kendall's tau-b; null when one of the orders is all tied. */
  tauB: number | null;
  /** Emond and Mason's tau-x, which counts a tie as an opinion: right for orders with ties. */
  tauX: number | null;
  /** Spearman's rank correlation with mid-ranks; null when one of the orders is all tied. */
  spearman: number | null;
};

/**
 * Compares two orders given as the place of every item (equal places are ties). "They disagree on
 * x of y pairs" is `discordant + tiedInOne` of `pairs`.
 *
 * @example
 * orderDistance([1, 2, 3], [1, 3, 2]).tauX // => 0.333
 */
export function orderDistance(a: readonly number[], b: readonly number[]): OrderDistance {
  const m = a.length;
  if (b.length !== m) throw new RangeError('the orders have different numbers of items');
  let [concordant, discordant, tiedInA, tiedInB, tiedInBoth] = [0, 0, 0, 0, 0];
  for (let i = 0; i < m; i++) {
    for (let j = i + 1; j < m; j++) {
      const [byA, byB] = [Math.sign(a[i]! - a[j]!), Math.sign(b[i]! - b[j]!)];
      if (byA === 0) tiedInA++;
      if (byB === 0) tiedInB++;
      if (byA === 0 && byB === 0) tiedInBoth++;
      if (byA * byB > 0) concordant++;
      if (byA * byB < 0) discordant++;
    }
  }
  const pairs = (m * (m - 1)) / 2;
  const tiedInOne = tiedInA + tiedInB - 2 * tiedInBoth;
  const kemenySnell = 2 * discordant + tiedInOne;
  const untied = Math.sqrt((pairs - tiedInA) * (pairs - tiedInB));
  return {
    concordant,
    discordant,
    tiedInOne,
    pairs,
    kemenySnell,
    tauA: pairs === 0 ? null : (concordant - discordant) / pairs,
    tauB: untied === 0 ? null : (concordant - discordant) / untied,
    tauX: pairs === 0 ? null : 1 - kemenySnell / pairs,
    spearman: untied === 0 ? null : sampleRankCorrelation([...a], [...b]),
  };
}
