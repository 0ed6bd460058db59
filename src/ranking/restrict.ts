import type { Ranking } from './ranking.ts';
import type { PairTally } from './tally.ts';

/**
 * The ranking of some items only, renumbered `0..items.length-1` in the given order.
 * Groups left empty disappear.
 *
 * @example
 * restrictRanking([[2], [0, 1], [3]], [1, 3]) // => [[0], [1]]
 */
export function restrictRanking(ranking: Ranking, items: readonly number[]): Ranking {
  const place = new Map(items.map((item, index) => [item, index]));
  return ranking
    .map((group) => group.flatMap((item) => place.get(item) ?? []))
    .filter((group) => group.length > 0);
}

/**
 * What a tally says about some of its items, renumbered in the given order, as if the others had
 * never been offered. Only pairs can be restricted: positions, outer products and tie sums of the
 * shorter ballots do not follow from those of the longer ones (tally the restricted rankings for
 * them). The mid-rank sums do: 2 x mid-rank = 2 + 2 x items above + items level.
 *
 * @example
 * restrictTally(tally, [4, 0]).above[0 * 2 + 1] // ballots with item 4 above item 0
 */
export function restrictTally(tally: PairTally, items: readonly number[]): PairTally {
  const { m, n } = tally;
  const k = items.length;
  const above = new Float64Array(k * k);
  const aboveUnranked = new Float64Array(k * k);
  const tied = new Float64Array(k * k);
  const sum2Midrank = new Float64Array(k).fill(2 * n);
  items.forEach((i, row) => {
    items.forEach((j, column) => {
      if (row === column) return;
      const [ij, ji] = [i * m + j, j * m + i];
      above[row * k + column] = tally.above[ij]!;
      aboveUnranked[row * k + column] = tally.aboveUnranked[ij]!;
      tied[row * k + column] = tally.tied[ij]!;
      const higher = tally.above[ij]! + tally.aboveUnranked[ij]!;
      const lower = tally.above[ji]! + tally.aboveUnranked[ji]!;
      sum2Midrank[row]! += 2 * lower + (n - higher - lower);
    });
  });
  const ranked = Float64Array.from(items, (item) => tally.ranked[item]!);
  return { m: k, n, above, aboveUnranked, tied, ranked, sum2Midrank };
}
