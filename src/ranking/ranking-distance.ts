import { doubledMidRanks } from './mid-ranks.ts';
import type { Ranking, UnrankedMode } from './ranking.ts';

/** By pair of items, in order: -1 the first is higher, 1 the second, 0 tied, 2 not compared. */
export type PairSigns = Int8Array;

/**
 * How a ranking puts every pair of items, to be compared with many others. Under `bottom` unranked
 * items are tied below the ranked ones; under `ignore` only ranked items are compared.
 *
 * @example
 * pairSigns(3, [[1], [0]], 'ignore') // => [1, 2, 2]
 */
export function pairSigns(m: number, ranking: Ranking, mode: UnrankedMode): PairSigns {
  const ranks = doubledMidRanks(m, ranking);
  const ranked = new Set(ranking.flat());
  const signs = new Int8Array((m * (m - 1)) / 2);
  let at = 0;
  for (let i = 0; i < m; i += 1) {
    for (let j = i + 1; j < m; j += 1) {
      const isCompared = mode === 'bottom' || (ranked.has(i) && ranked.has(j));
      signs[at++] = isCompared ? Math.sign(ranks[i]! - ranks[j]!) : 2;
    }
  }
  return signs;
}

/** The distance of two rankings by their signs; see `rankingDistance`. */
export function signDistance(a: PairSigns, b: PairSigns): number | null {
  let pairs = 0;
  let doubled = 0;
  for (let k = 0; k < a.length; k += 1) {
    const [inA, inB] = [a[k]!, b[k]!];
    if (inA === 2 || inB === 2) continue;
    pairs += 1;
    doubled += Math.abs(inA - inB);
  }
  return pairs === 0 ? null : doubled / 2 / pairs;
}

/**
 * How far two rankings are apart, 0..1: the share of pairs of items that they put in opposite
 * ways, a pair that only one of them ties counting half. It is Kendall's tau distance, and
 * `(1 - tau-x) / 2`. Under `bottom` unranked items are tied below the ranked ones; under `ignore`
 * only the items that both rank are compared. Null where there is no pair to compare.
 * Source: Kemeny and Snell 1962; Emond and Mason 2002 for ties.
 *
 * @example
 * rankingDistance(3, [[0], [1], [2]], [[0], [2], [1]], 'bottom') // => 1/3
 */
export function rankingDistance(
  m: number,
  a: Ranking,
  b: Ranking,
  mode: UnrankedMode,
): number | null {
  return signDistance(pairSigns(m, a, mode), pairSigns(m, b, mode));
}
