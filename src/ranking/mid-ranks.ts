import type { Ranking } from './ranking.ts';
import type { Tally } from './tally.ts';

/**
 * Twice the mid-rank of every item on one ballot; unranked items are tied below the ranked ones.
 *
 * @example
 * doubledMidRanks(4, [[2], [0, 1]]) // => [5, 5, 2, 8]
 */
export function doubledMidRanks(m: number, ranking: Ranking): number[] {
  const ranks = Array.from({ length: m }, () => 0);
  let depth = 0;
  for (const group of ranking) {
    for (const item of group) ranks[item] = 2 * depth + group.length + 1;
    depth += group.length;
  }
  return ranks.map((rank) => rank || depth + m + 1);
}

/**
 * How many ballots give an item which mid-rank, from the tally: pairs of twice the mid-rank and a
 * count, lowest rank first.
 *
 * @example
 * midRankCounts(tallyOf(2, [[[0], [1]], [[0, 1]]]), 0) // => [[2, 1], [3, 1]]
 */
export function midRankCounts(tally: Tally, item: number): [doubledRank: number, count: number][] {
  const { m } = tally;
  const counts = new Map<number, number>();
  const add = (rank: number, count: number): void => {
    if (count !== 0) counts.set(rank, (counts.get(rank) ?? 0) + count);
  };
  for (let p = 0; p < m; p++) {
    add(2 * p + 2, tally.positions[item * m + p]!);
    add(p + m + 1, tally.unrankedByDepth[item * m + p]!);
    for (const [size, tied] of Object.entries(tally.tiedPositions)) {
      add(2 * p + Number(size) + 1, tied[item * m + p]!);
    }
  }
  return [...counts].sort(([a], [b]) => a - b);
}
