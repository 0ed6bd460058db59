import { doubledMidRanks } from './mid-ranks.ts';
import type { Ranking, UnrankedMode } from './ranking.ts';

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
  const [inA, inB] = [new Set(a.flat()), new Set(b.flat())];
  const items = Array.from({ length: m }, (_, item) => item).filter(
    (item) => mode === 'bottom' || (inA.has(item) && inB.has(item)),
  );
  const pairs = (items.length * (items.length - 1)) / 2;
  if (pairs === 0) return null;
  const [byA, byB] = [doubledMidRanks(m, a), doubledMidRanks(m, b)];
  let apart = 0;
  for (const [at, i] of items.entries()) {
    for (const j of items.slice(at + 1)) {
      apart += Math.abs(Math.sign(byA[i]! - byA[j]!) - Math.sign(byB[i]! - byB[j]!)) / 2;
    }
  }
  return apart / pairs;
}
